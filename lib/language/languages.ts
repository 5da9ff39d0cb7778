/** What the interface speaks, each by its own name. */
export const LANGUAGES = {
  en: 'English',
  'pt-BR': 'Português (Brasil)',
  es: 'Español',
  id: 'Bahasa Indonesia',
  hi: 'हिन्दी',
  ar: 'العربية',
} as const;

export type Language = keyof typeof LANGUAGES;

export const LANGUAGE_CODES = Object.keys(LANGUAGES) as Language[];

/** The first that a reader prefers and the interface speaks: `pt-PT` is answered in `pt-BR`. */
export function nearestLanguage(preferred: readonly string[]): Language {
  const base = (code: string) => code.toLowerCase().split('-')[0];
  const found = preferred.map((wanted) => LANGUAGE_CODES.find((code) => base(code) === base(wanted)));
  return found.find((code) => code !== undefined) ?? 'en';
}

/** Where its words stand in the package: those of the interface where browsers look for them. */
export const wordsPath = (language: Language, file: 'messages' | 'entries'): string =>
  `/_locales/${language.replace('-', '_')}/${file}.json`;

export const directionOf = (language: string): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr');
