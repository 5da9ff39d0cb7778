import type { Entry } from '../../data/schema.ts';
import wording from '../../data/wording.json' with { type: 'json' };
import { dateWords } from '../../lib/catalogue/age.ts';
import { comma, languageNow, t, tn } from '../../lib/language/translate.ts';
import type { Masked } from '../../lib/masking/masked.ts';

export const relationWords = wording.relation;

/** Label for a wrapped code that no source names. */
export const inferredWords = 'inferred by Errata';

/** Says how reliable an entry without a second source is, and whether a second source was searched for. */
export function confidenceWords({ confidence, checked }: Entry): string | null {
  if (confidence === 'confirmed') return null;
  if (confidence === 'inferred') return t('Inferred by Errata from the sources.');
  if (checked?.found === 'name') return t('One source lists the number; the other lists only the name.');
  return checked
    ? t('Only one publisher explains this code (last checked on $1).', dateWords(checked.on))
    : t('Only one publisher explains this code.');
}

/** Returns `8 sources agree`, and separately `1 gives another HTTP status`, `4 do not agree`. */
export function sourceCount(agree: number, otherHttp: number, against: number) {
  const http = tn(otherHttp, '$1 gives a different HTTP status', '$1 give a different HTTP status');
  const not = tn(against, '$1 disagrees', '$1 disagree');
  const apart = [otherHttp > 0 && http, against > 0 && not].filter(Boolean).join(comma());
  return { agree: tn(agree, '$1 source agrees', '$1 sources agree'), apart };
}

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

/** Returns `Two meanings`. */
export function countWords(meanings: number): string {
  return tn(meanings, '$2 meaning', '$2 meanings', numberWords(meanings, true));
}

/** Returns `five`; digits from ten on and in other languages. */
export function numberWords(count: number, isFirst = false): string {
  const word = languageNow() === 'en' ? NUMBERS[count] : undefined;
  return (isFirst ? word : word?.toLowerCase()) ?? String(count);
}

/** Questions for the reader if the evidence does not decide. */
export const questionWords = wording.question;

const MASKED_WORDS: Readonly<Record<Masked, readonly [string, string]>> = wording.masked as never;

/** Returns `2 phone numbers, 1 token`. */
export function maskedWords(kinds: readonly Masked[]): string {
  const byKind = [...Map.groupBy(kinds, (kind) => kind)];
  const words = byKind.map(([kind, { length }]) => tn(length, ...MASKED_WORDS[kind]));
  return words.join(comma()) || t('nothing');
}
