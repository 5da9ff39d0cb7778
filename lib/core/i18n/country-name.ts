import { memoizeTexts } from '../get-or-insert.ts';
import { getCurrentLanguage } from './translate.ts';

const MAX_LANGUAGES = 10;
/** More than there are countries, in a few languages. */
const MAX_NAMES = 1_000;

/** Creating one takes about 10 µs and a kilobyte of native memory, which browsers free late. */
const createNames = memoizeTexts(
  (language) => new Intl.DisplayNames(language, { type: 'region' }),
  MAX_LANGUAGES,
);

const findName = memoizeTexts((key) => {
  const [language = '', country = ''] = key.split(' ');
  return createNames(language).of(country) ?? country;
}, MAX_NAMES);

/** Returns `United Kingdom` for `GB`, by default in the user's language. */
export const formatCountry = (
  country: string,
  language: string = getCurrentLanguage(),
): string => findName(`${language} ${country}`);
