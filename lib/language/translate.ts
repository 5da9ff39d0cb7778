/** Messages of one language in the format of `_locales/…/messages.json`. `$1` to `$9` are placeholders. */
export type Messages = Readonly<Record<string, { readonly message: string }>>;

/** Translations of the catalogue by entry key; steps are in the order of the entry's steps. */
export type TranslatedEntries = Readonly<Record<string, TranslatedEntry>>;

interface TranslatedEntry {
  /** Hash of the English texts that were translated. */
  of: string;
  meaning: string;
  next: string;
  steps?: readonly string[];
}

/** A complete translation into one language. */
export interface Words {
  /** BCP 47 tag, such as `pt-BR`. */
  language: string;
  messages: Messages;
  entries: TranslatedEntries;
}

/** English texts are in the code. */
export const ENGLISH: Words = { language: 'en', messages: {}, entries: {} };

let now = ENGLISH;
let plurals = new Intl.PluralRules('en');

export function setLanguage(words: Words): void {
  now = words;
  plurals = new Intl.PluralRules(words.language);
}

export const wordsNow = (): Words => now;
/** BCP 47 tag, such as `pt-BR`. */
export const languageNow = (): string => now.language;
/** Returns the language for dates: British English for English, with the day before the month. */
export const dateLanguage = (): string => (now.language === 'en' ? 'en-GB' : now.language);

/** Runs a function with the interface in English, as for a text to a support desk. */
export function inEnglish<T>(work: () => T): T {
  const before = now;
  setLanguage(ENGLISH);
  try {
    return work();
  } finally {
    setLanguage(before);
  }
}

/** Returns the message name of an English text, in characters that browsers allow. Browsers ignore the case of names. */
export const nameOf = (english: string): string =>
  english
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
    .replace(/^(?=[a-z])/, '_');

/** Translates a text of the interface: `t('$1 of $2', 3, 7)`. Formats numbers for the language. */
export function t(english: string, ...values: readonly (string | number)[]): string {
  return fill(translated(english), values);
}

/** Translates a text with a plural form for `count`, which is `$1`: `tn(2, '$1 code', '$1 codes')`. */
export function tn(
  count: number,
  one: string,
  other: string,
  ...values: readonly (string | number)[]
): string {
  const found = now.messages[`${nameOf(other)}_${plurals.select(count)}`]?.message;
  return fill(found ?? (count === 1 ? one : other), [count, ...values]);
}

/** Splits a translated text at its placeholders. `value` is the index of the value after each piece; null after the last. */
export function pieces(english: string): { text: string; value: number | null }[] {
  const parts = translated(english).split(/\$(\d)/);
  return parts.flatMap((text, at) => {
    if (at % 2 === 1) return [];
    const next = parts[at + 1];
    return [{ text, value: next === undefined ? null : Number(next) - 1 }];
  });
}

export const numberText = (value: number): string => value.toLocaleString(now.language);

/** Returns the separator of a list. */
export const comma = (): string => t('$1, $2', '', '');

const translated = (english: string) =>
  now.language === 'en' ? english : (now.messages[nameOf(english)]?.message ?? english);

const fill = (text: string, values: readonly (string | number)[]) =>
  text.replace(/\$(\d)/g, (whole, place: string) => {
    const value = values[Number(place) - 1];
    return typeof value === 'number' ? numberText(value) : (value ?? whole);
  });
