import { Fragment } from 'react';
import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { getMarkKind } from '../../lib/core/mark-kind.ts';
import { formatOwner, formatVerdictParts, getResponsibleParty } from '../../lib/format/verdict-text.ts';
import { MarkIcon } from '../icons/MarkIcon.tsx';
import { EnglishText } from './EnglishText.tsx';

interface VerdictProps {
  entry: Entry;
  catalogue: Catalogue;
  /** The next step of the entry, or of the detail found next to the code. */
  next: string;
}

/** The verdict: who acts next, whether a retry helps, how long to wait, and the next step. */
export function Verdict({ entry, catalogue, next }: VerdictProps) {
  const mark = getMarkKind(entry);
  const mover = getResponsibleParty(entry, next);
  const [turn, ...others] = formatVerdictParts(entry, catalogue);
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
        <EnglishText unless={entry.translated && next === entry.next}>{next}</EnglishText>
        {mover && <span className="er-owner"> {formatOwner(mover)}</span>}
      </p>
    </div>
  );
}
