import LANGUAGES from '../../../data/languages.json' with { type: 'json' };

export { LANGUAGES };

export type Language = keyof typeof LANGUAGES;

export const LANGUAGE_CODES = Object.keys(LANGUAGES) as Language[];

/** Returns the first preferred language that the interface supports, ignoring regions: `pt-PT` matches `pt-BR`. Default: `en`. */
export function findNearestLanguage(preferred: readonly string[]): Language {
  const getBaseLanguage = (code: string) => code.toLowerCase().split('-')[0];

  const found = preferred.map((wanted) =>
    LANGUAGE_CODES.find(
      (code) => getBaseLanguage(code) === getBaseLanguage(wanted),
    ),
  );

  return found.find((code) => code !== undefined) ?? 'en';
}

/** Returns the path of a translation file in the package. Interface messages are where browsers look for them. */
export const getMessagesPath = (
  language: Language,
  file: 'messages' | 'entries',
): string => `/_locales/${language.replace('-', '_')}/${file}.json`;

export const getTextDirection = (language: string): 'ltr' | 'rtl' =>
  language === 'ar' ? 'rtl' : 'ltr';
