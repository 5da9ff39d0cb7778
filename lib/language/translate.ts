/** The words of one language, as `_locales/…/messages.json` has them. `$1` to `$9` stand for values. */
export type Messages = Readonly<Record<string, { readonly message: string }>>;

/** What is translated of the catalogue, by the key of the entry; the steps in their order. */
export type TranslatedEntries = Readonly<Record<string, TranslatedEntry>>;

interface TranslatedEntry {
  /** Of the English texts that it was made of. */
  of: string;
  meaning: string;
  next: string;
  steps?: readonly string[];
}

/** All that is said in one language. */
export interface Words {
  /** `pt-BR`. */
  language: string;
  messages: Messages;
  entries: TranslatedEntries;
}

/** What stands in the code. */
export const ENGLISH: Words = { language: 'en', messages: {}, entries: {} };

let now = ENGLISH;
let plurals = new Intl.PluralRules('en');

export function setLanguage(words: Words): void {
  now = words;
  plurals = new Intl.PluralRules(words.language);
}

export const wordsNow = (): Words => now;
/** `pt-BR`. */
export const languageNow = (): string => now.language;
/** Dates have the day before the month in English, too. */
export const dateLanguage = (): string => (now.language === 'en' ? 'en-GB' : now.language);

/** Works in English, as for a text that goes to a support desk. */
export function inEnglish<T>(work: () => T): T {
  const before = now;
  setLanguage(ENGLISH);
  try {
    return work();
  } finally {
    setLanguage(before);
  }
}

/** The name of a text among the messages: what a browser takes for one, with no difference of case. */
export const nameOf = (english: string): string =>
  english
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
    .replace(/^(?=[a-z])/, '_');

/** A text of the interface in the language of the reader: `t('$1 of $2', 3, 7)`. Numbers are written as people there do. */
export function t(english: string, ...values: readonly (string | number)[]): string {
  return fill(translated(english), values);
}

/** The same for a count, which is `$1`: `tn(2, '$1 code', '$1 codes')`. */
export function tn(
  count: number,
  one: string,
  other: string,
  ...values: readonly (string | number)[]
): string {
  const found = now.messages[`${nameOf(other)}_${plurals.select(count)}`]?.message;
  return fill(found ?? (count === 1 ? one : other), [count, ...values]);
}

/** A text in the pieces between its values, with the place of the value that follows each piece. */
export function pieces(english: string): { text: string; value: number | null }[] {
  const parts = translated(english).split(/\$(\d)/);
  return parts.flatMap((text, at) => {
    if (at % 2 === 1) return [];
    const next = parts[at + 1];
    return [{ text, value: next === undefined ? null : Number(next) - 1 }];
  });
}

export const numberText = (value: number): string => value.toLocaleString(now.language);

/** Between the parts of a list. */
export const comma = (): string => t('$1, $2', '', '');

const translated = (english: string) =>
  now.language === 'en' ? english : (now.messages[nameOf(english)]?.message ?? english);

const fill = (text: string, values: readonly (string | number)[]) =>
  text.replace(/\$(\d)/g, (whole, place: string) => {
    const value = values[Number(place) - 1];
    return typeof value === 'number' ? numberText(value) : (value ?? whole);
  });
