import { getCurrentLanguage } from './translate.ts';

/** Returns `United Kingdom` for `GB`, by default in the user's language. */
export function formatCountry(
  country: string,
  language: string = getCurrentLanguage(),
): string {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  return names.of(country) ?? country;
}
