import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { t, tPlural } from '../../lib/i18n/translate.ts';
import type { Notes } from '../../lib/settings/settings.ts';
import { Button } from '../shared/controls.tsx';
import { EntryRow, getRowClass } from '../shared/EntryRow.tsx';
import { interpolate } from '../shared/interpolate.tsx';
import { compareNotes } from './settings-file.ts';

export function NotesQuestion(props: {
  name: string;
  theirs: Notes | undefined;
  mine: Notes;
  catalogue: Catalogue;
  changes?: readonly string[];
  onAnswer: (prefer: 'mine' | 'added') => void;
  onCancel: () => void;
}) {
  const { name, theirs = {}, mine, catalogue, changes = [], onAnswer, onCancel } = props;
  const { added, differing } = compareNotes(mine, theirs);
  return (
    <section className="notes-question" aria-label={t('What $1 changes', name)}>
      {added.length + differing.length > 0 && (
        <p>
          {interpolate(
            differing.length > 0 ? '$1 contains $2 and $3.' : '$1 contains $2.',
            <b>{name}</b>,
            tPlural(added.length, '$1 new note', '$1 new notes'),
            tPlural(differing.length, '$1 that differs from yours', '$1 that differ from yours'),
          )}
        </p>
      )}
      <dl>
        {[...differing, ...added].map((key) => (
          <div key={key}>
            <NotedCode of={key} catalogue={catalogue} />
            {mine[key] !== undefined && <dd>{t('Yours: $1', mine[key])}</dd>}
            <dd>{mine[key] === undefined ? t('New: $1', theirs[key] ?? '') : `${name}: ${theirs[key]}`}</dd>
          </div>
        ))}
      </dl>
      {changes.length > 0 && (
        <>
          <h3>{t('This changes your settings:')}</h3>
          <ul>
            {changes.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      <div className="backup">
        {differing.length > 0 && <Button onClick={() => onAnswer('mine')}>{t('Add and keep mine')}</Button>}
        <Button onClick={() => onAnswer('added')}>
          {differing.length > 0 ? t('Add and replace mine') : t('Import')}
        </Button>
        <Button onClick={onCancel}>{t('Cancel')}</Button>
      </div>
    </section>
  );
}

/** The code of a note: the key of an entry such as `meta/cloud/131047`, or a bare code. */
function NotedCode({ of: key, catalogue }: { of: string; catalogue: Catalogue }) {
  const [code = key, api = '', provider = ''] = key.split('/').reverse();
  const entry = catalogue.byKey.get(key) ?? null;
  return (
    <dt className={getRowClass(code)}>
      <EntryRow {...{ code, entry }} side={catalogue.apiName({ provider, api })} />
    </dt>
  );
}
