import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { markOf } from '../../lib/catalogue/mark.ts';
import { MarkIcon } from '../icons/MarkIcon.tsx';
import type { OnChoose } from './EntryLink.tsx';

interface AmbiguousCodeProps {
  /** The candidates, best first. */
  meanings: readonly Entry[];
  catalogue: Catalogue;
  onChoose: OnChoose | undefined;
}

/** Asks instead of claiming, where the evidence does not decide between meanings. */
export function AmbiguousCode({ meanings, catalogue, onChoose }: AmbiguousCodeProps) {
  return (
    <div className="er-body">
      <p className="er-question">Which provider sends for you?</p>
      <ul className="er-answers">
        {meanings.map((entry) => (
          <li key={entry.key}>
            <button
              type="button"
              className="er-answer"
              data-mark={markOf(entry)}
              onClick={() => onChoose?.(entry.key, 'answer')}
            >
              <MarkIcon mark={markOf(entry)} size={16} />
              <span>
                <strong>{catalogue.apiName(entry)}</strong>
                <span>{entry.title}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
