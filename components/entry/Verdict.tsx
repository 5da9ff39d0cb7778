import { Fragment } from 'react';
import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { getMarkKind } from '../../lib/core/mark-kind.ts';
import { formatOwner, formatVerdictParts, getResponsibleParty } from '../../lib/format/verdict-text.ts';
import { t } from '../../lib/i18n/translate.ts';
import { MarkIcon } from '../icons/MarkIcon.tsx';
import { EnglishText } from './EnglishText.tsx';

interface VerdictProps {
  entry: Entry;
  catalogue: Catalogue;
  /** The next step of the entry, or of the detail found next to the code. */
  next: string;
  /** Says until when free text is allowed, which takes the place of the verdict of a closed window. */
  open?: string | null;
}

/** The verdict: who acts next, whether a retry helps, how long to wait, and the next step. */
export function Verdict({ entry, catalogue, next, open }: VerdictProps) {
  const mark = getMarkKind(entry);
  const mover = getResponsibleParty(entry, next);
  const [turn, ...others] = open ? [open] : formatVerdictParts(entry, catalogue);
  return (
    <div className="er-verdict" data-mark={mark}>
      <MarkIcon mark={mark} size={18} />
      <p className="er-turn">
        <strong>{turn}</strong>
        {others.map((part) => (
          <Fragment key={part}>
            {' · '}
            <span>{part}</span>
          </Fragment>
        ))}
      </p>
      <p className="er-next">
        {open ? (
          t('Free text is allowed: send the message again.')
        ) : (
          <EnglishText unless={entry.translated && next === entry.next}>{next}</EnglishText>
        )}
        {mover && !open && <span className="er-owner"> {formatOwner(mover)}</span>}
      </p>
    </div>
  );
}
