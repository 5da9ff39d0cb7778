import { Fragment } from 'react';
import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { markOf } from '../../lib/catalogue/mark.ts';
import { moverOf, ownerText, verdictParts } from '../../lib/explain/verdict-text.ts';
import { MarkIcon } from '../icons/MarkIcon.tsx';
import { EnglishText } from './EnglishText.tsx';

interface VerdictProps {
  entry: Entry;
  catalogue: Catalogue;
  /** The entry's next step, or the one of the detail found beside the code. */
  next: string;
}

/** What a reader in a hurry needs: whose turn it is, whether a retry helps, how long to wait, and what to do next. */
export function Verdict({ entry, catalogue, next }: VerdictProps) {
  const mark = markOf(entry);
  const mover = moverOf(entry, next);
  const [turn, ...others] = verdictParts(entry, catalogue);
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
        {mover && <span className="er-owner"> {ownerText(mover)}</span>}
      </p>
    </div>
  );
}
