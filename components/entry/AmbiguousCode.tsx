import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { getMarkKind } from '../../lib/core/mark-kind.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import { stripFullStop } from '../../lib/format/explanation-text.ts';
import { t, tPlural } from '../../lib/i18n/translate.ts';
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

/** One answer to the user's question. */
export interface AnswerOption {
  entry: Entry;
  /** The answer's label: the provider's API, or the title of the entry. */
  name: string;
  /** The answer's description. */
  says: string;
}

/** Returns the answers to choose from, best first. All meanings in one list of a provider form one answer. */
export function getAnswerOptions(explanation: Explanation, catalogue: Catalogue): readonly AnswerOption[] {
  const { entry, others, undecided } = explanation;
  const all = entry ? [entry, ...others] : [];
  const meanings =
    undecided === 'provider' ? all : all.filter(({ provider }) => provider === entry?.provider);
  if (undecided === 'variant') {
    return meanings
      .filter(({ api }) => api === entry?.api)
      .map((other) => ({ entry: other, name: other.title, says: other.meaning }));
  }
  const byName = Map.groupBy(meanings, catalogue.apiName);
  return [...byName].flatMap(([name, [first, ...more]]) => {
    if (!first) return [];
    const says =
      more.length === 0
        ? first.title
        : tPlural(
            more.length,
            '$2, or one other meaning',
            '$2, or $1 other meanings',
            stripFullStop(first.title),
          );
    return [{ entry: first, name, says }];
  });
}
