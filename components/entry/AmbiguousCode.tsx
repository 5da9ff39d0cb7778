import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { markOf } from '../../lib/catalogue/mark.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import { MarkIcon } from '../icons/MarkIcon.tsx';
import type { OnChoose } from './EntryLink.tsx';
import { questionWords } from './wording.ts';

interface AmbiguousCodeProps {
  /** The candidates, best first. */
  meanings: readonly Entry[];
  undecided: NonNullable<Explanation['undecided']>;
  catalogue: Catalogue;
  onChoose: OnChoose | undefined;
}

/** Asks instead of claiming, where the evidence does not decide between meanings. */
export function AmbiguousCode({ meanings, undecided, catalogue, onChoose }: AmbiguousCodeProps) {
  return (
    <div className="er-body">
      <p className="er-question">{questionWords[undecided]}</p>
      <ul className="er-answers">
        {meanings.map((entry) => (
          <li key={entry.key}>
            <button type="button" className="er-answer" onClick={() => onChoose?.(entry.key, 'answer')}>
              <MarkIcon mark={markOf(entry)} />
              <span>
                <strong>{undecided === 'provider' ? catalogue.apiName(entry) : entry.title}</strong>
                <span>{undecided === 'provider' ? entry.title : entry.meaning}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
