import { browser } from 'wxt/browser';
import { directionOf, type Language, nearestLanguage, wordsPath } from '../language/languages.ts';
import { ENGLISH, nameOf, setLanguage, t, type Words } from '../language/translate.ts';

/** Cache of the translations, which are files of the package. */
const known = new Map<Language, Promise<Words>>();

/** Loads the translation for the chosen language; null means the browser's. Falls back to English if it fails. Never rejects. */
export async function readWords(chosen: Language | null): Promise<Words> {
  const language = chosen ?? nearestLanguage(navigator.languages);
  if (language === 'en') return ENGLISH;
  const words = known.get(language) ?? fetchWords(language);
  known.set(language, words);
  return words.catch(() => {
    known.delete(language);
    return ENGLISH;
  });
}

async function fetchWords(language: Language): Promise<Words> {
  const read = async (file: 'messages' | 'entries') =>
    (await fetch(browser.runtime.getURL(wordsPath(language, file) as never))).json();
  const [messages, entries] = await Promise.all([read('messages'), read('entries')]);
  return { language, messages, entries };
}

/** Sets the language of a page of the extension, including `lang` and `dir`. */
export async function openLanguage(chosen: Language | null): Promise<void> {
  const words = await readWords(chosen);
  setLanguage(words);
  document.documentElement.lang = words.language;
  document.documentElement.dir = directionOf(words.language);
}

/** Translates a text that the browser shows, such as a menu entry, into the browser's language instead of Errata's. */
export const browserText = (english: string, ...values: string[]): string =>
  browser.i18n.getMessage(nameOf(english) as never, values) || t(english, ...values);
