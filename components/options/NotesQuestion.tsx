import { t, tn } from '../../lib/language/translate.ts';
import type { Notes } from '../../lib/settings/settings.ts';
import { rich } from '../shared/rich.tsx';
import { compareNotes } from './settings-file.ts';

/** What the notes of a file or of the account would do, before they do it. */
export function NotesQuestion(props: {
  name: string;
  theirs: Notes;
  mine: Notes;
  onAnswer: (prefer: 'mine' | 'added') => void;
  onCancel: () => void;
}) {
  const { name, theirs, mine, onAnswer, onCancel } = props;
  const { added, differing } = compareNotes(mine, theirs);
  return (
    <section className="notes-question" aria-label={t('Notes of $1', name)}>
      <p>
        {rich(
          differing.length > 0 ? '$1 brings $2 and $3.' : '$1 brings $2.',
          <b>{name}</b>,
          tn(added.length, '$1 new note', '$1 new notes'),
          tn(differing.length, '$1 that differs from yours', '$1 that differ from yours'),
        )}
      </p>
      <dl>
        {[...differing, ...added].map((key) => (
          <div key={key}>
            <dt>{key}</dt>
            {mine[key] !== undefined && <dd>{t('Yours: $1', mine[key])}</dd>}
            <dd>{mine[key] === undefined ? t('New: $1', theirs[key] ?? '') : `${name}: ${theirs[key]}`}</dd>
          </div>
        ))}
      </dl>
      <div className="backup">
        {differing.length > 0 && (
          <button type="button" className="button" onClick={() => onAnswer('mine')}>
            {t('Add, keep mine')}
          </button>
        )}
        <button type="button" className="button" onClick={() => onAnswer('added')}>
          {differing.length > 0 ? t('Add, replace mine') : t('Import')}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {t('Cancel')}
        </button>
      </div>
    </section>
  );
}
