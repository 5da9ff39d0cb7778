import type { Entry } from '../../../data/schema.ts';
import wording from '../../../data/wording.json' with { type: 'json' };
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { groupBy } from '../../core/group-by.ts';
import { getCurrentLanguage, t, tPlural } from '../../core/i18n/translate.ts';
import type { Explanation } from '../explain/explanation.ts';
import { formatEntryCode, stripFullStop } from './explanation-text.ts';

export const QUESTION_TEXTS = wording.question;

export interface AnswerOption {
  entry: Entry;
  /** The answer's label: the provider's API, or the title of the entry. */
  name: string;
  says: string;
}

/** Returns the answers to choose from, best first. All meanings in one list of a provider form one answer. */
export function getAnswerOptions(
  explanation: Explanation,
  catalogue: Catalogue,
): readonly AnswerOption[] {
  const { entry, others, undecided } = explanation;
  const all = entry ? [entry, ...others] : [];

  if (undecided === 'wording')
    return all.map((one) => ({
      entry: one,
      name: `${formatEntryCode(one)} · ${catalogue.apiName(one)}`,
      says: one.title,
    }));

  const meanings =
    undecided === 'provider'
      ? all
      : all.filter(({ provider }) => provider === entry?.provider);

  if (undecided === 'variant')
    return meanings
      .filter(({ api }) => api === entry?.api)
      .map((other) => ({
        entry: other,
        name: other.title,
        says: other.meaning,
      }));

  return [...groupBy(meanings, catalogue.apiName)].flatMap(
    ([name, [first, ...more]]) => {
      if (!first) return [];
      if (more.length === 0) return [{ entry: first, name, says: first.title }];

      const title = stripFullStop(first.title);

      const says = tPlural(
        more.length,
        '$2, or one other meaning',
        '$2, or $1 other meanings',
        title,
      );

      return [{ entry: first, name, says }];
    },
  );
}

export function formatGuess({
  guessed,
  isName,
}: {
  guessed: string | null;
  isName: boolean;
}): string {
  if (isName) return t('Found by name. Closest matches');
  return guessed === 'unsure'
    ? t('Perhaps no error code. Closest matches')
    : t('No code found. Closest matches');
}

const NUMBER_WORDS = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
];

export const formatMeaningCount = (meanings: number): string =>
  tPlural(
    meanings,
    '$2 meaning',
    '$2 meanings',
    formatNumberWord(meanings, true),
  );

/** Returns `five`; digits from ten on and in other languages. */
export function formatNumberWord(count: number, isFirst = false): string {
  const word = getCurrentLanguage() === 'en' ? NUMBER_WORDS[count] : undefined;
  return (isFirst ? word : word?.toLowerCase()) ?? String(count);
}
