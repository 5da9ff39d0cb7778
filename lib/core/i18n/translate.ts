/** Messages of one language in the format of `_locales/…/messages.json`. `$1` to `$9` are placeholders. */
export type Messages = Readonly<Record<string, { readonly message: string }>>;

/** Translations of the catalogue by entry key; steps and causes are in the entry's order. */
export type TranslatedEntries = Readonly<Record<string, TranslatedEntry>>;

interface TranslatedEntry {
  /** Hash of the English texts that were translated. */
  of: string;
  /** Of a guide only. */
  title?: string;
  meaning: string;
  next: string;
  steps?: readonly string[];
  causes?: readonly { text: string; do?: string }[];
  /** Rules of countries, in the entry's order. */
  countries?: readonly {
    reason: string;
    says?: string;
    next?: string;
    steps?: readonly string[];
  }[];
}

export interface Locale {
  /** BCP 47 tag, such as `pt-BR`. */
  language: string;
  messages: Messages;
  entries: TranslatedEntries;
}

export const ENGLISH_LOCALE: Locale = {
  language: 'en',
  messages: {},
  entries: {},
};

let activeLocale = ENGLISH_LOCALE;
let pluralRules = new Intl.PluralRules('en');

export function setLocale(words: Locale): void {
  activeLocale = words;
  pluralRules = new Intl.PluralRules(words.language);
}

export const getCurrentLocale = (): Locale => activeLocale;
/** BCP 47 tag, such as `pt-BR`. */
export const getCurrentLanguage = (): string => activeLocale.language;
/** Returns the language for dates: British English for English, with the day before the month. */
export const getDateLanguage = (): string =>
  activeLocale.language === 'en' ? 'en-GB' : activeLocale.language;

/** Runs a function with the interface in English, as for a text to a support desk. */
export function withEnglish<T>(work: () => T): T {
  const before = activeLocale;

  setLocale(ENGLISH_LOCALE);

  try {
    return work();
  } finally {
    setLocale(before);
  }
}

/** Returns the message name of an English text, in characters that browsers allow. Browsers ignore the case of names. */
export const getMessageName = (english: string): string =>
  english
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
    .replace(/^(?=[a-z])/, '_');

/** Translates a text of the interface: `t('$1 of $2', 3, 7)`. Formats numbers for the language. */
export const t = (
  english: string,
  ...values: readonly (string | number)[]
): string => fillPlaceholders(findTranslation(english), values);

/** Translates a text with a plural form for `count`, which is `$1`: `tPlural(2, '$1 code', '$1 codes')`. */
export function tPlural(
  count: number,
  one: string,
  other: string,
  ...values: readonly (string | number)[]
): string {
  const found =
    activeLocale.messages[
      `${getMessageName(other)}_${pluralRules.select(count)}`
    ]?.message;

  return fillPlaceholders(found ?? (count === 1 ? one : other), [
    count,
    ...values,
  ]);
}

/** Splits a translated text at its placeholders. Between the texts are the numbers of the values, from 1. */
export const splitPlaceholders = (english: string): string[] =>
  findTranslation(english).split(/\$(\d)/);

export const formatNumber = (value: number): string =>
  value.toLocaleString(activeLocale.language);

const UNITS = [
  ['day', 86_400, 2],
  ['hour', 3_600, 1],
  ['minute', 60, 1],
] as const;

/** Formats a duration in its largest whole unit, like `Intl.DurationFormat`, which Node 20 lacks: `3 days`. */
export function formatDuration(seconds: number): string {
  const found = UNITS.find(
    ([, size, least]) => seconds % size === 0 && seconds >= size * least,
  );

  const [unit, length] = found ?? ['second', 1];
  const format = { style: 'unit', unit, unitDisplay: 'long' } as const;

  return (seconds / length).toLocaleString(activeLocale.language, format);
}

export const getListSeparator = (): string => t('$1, $2', '', '');

const findTranslation = (english: string) =>
  activeLocale.language === 'en'
    ? english
    : (activeLocale.messages[getMessageName(english)]?.message ?? english);

const fillPlaceholders = (text: string, values: readonly (string | number)[]) =>
  text.replace(/\$(\d)/g, (whole, digit: string) => {
    const value = values[Number(digit) - 1];
    return typeof value === 'number' ? formatNumber(value) : (value ?? whole);
  });
