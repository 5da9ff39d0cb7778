import { markOf } from '../../lib/catalogue/mark.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import { MarkIcon } from '../icons/MarkIcon.tsx';
import type { Candidate } from './candidates.ts';
import type { OnChoose } from './EntryLink.tsx';
import { questionWords } from './wording.ts';

interface AmbiguousCodeProps {
  candidates: readonly Candidate[];
  undecided: NonNullable<Explanation['undecided']>;
  onChoose: OnChoose | undefined;
}

/** Asks instead of claiming, where the evidence does not decide between meanings. */
export function AmbiguousCode({ candidates, undecided, onChoose }: AmbiguousCodeProps) {
  return (
    <div className="er-body">
      <p className="er-question">{questionWords[undecided]}</p>
      <ul className="er-answers">
        {candidates.map(({ entry, name, says }) => (
          <li key={entry.key}>
            <button type="button" className="er-answer" onClick={() => onChoose?.(entry.key, 'answer')}>
              <MarkIcon mark={markOf(entry)} />
              <span>
                <strong>{name}</strong>
                <span>{says}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
