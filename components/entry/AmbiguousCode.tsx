import { getMarkKind } from '../../lib/core/mark-kind.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import type { AnswerOption } from '../../lib/format/answer-options.ts';
import { t } from '../../lib/i18n/translate.ts';
import { MarkIcon } from '../icons/MarkIcon.tsx';
import type { OnChooseEntry } from './EntryLink.tsx';
import { QUESTION_TEXTS } from './wording.ts';

interface AmbiguousCodeProps {
  options: readonly AnswerOption[];
  undecided: NonNullable<Explanation['undecided']>;
  onChoose: OnChooseEntry | undefined;
}

/** Asks the user which meaning applies if the evidence does not decide. */
export function AmbiguousCode({ options, undecided, onChoose }: AmbiguousCodeProps) {
  return (
    <div className="er-body">
      <p className="er-question">{t(QUESTION_TEXTS[undecided])}</p>
      <ul className="er-answers">
        {options.map(({ entry, name, says }) => (
          <li key={entry.key}>
            <button type="button" className="er-answer" onClick={() => onChoose?.(entry.key, 'answer')}>
              <MarkIcon mark={getMarkKind(entry)} />
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
