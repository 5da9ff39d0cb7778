import { browser } from 'wxt/browser';
import { directionOf, type Language, nearestLanguage, wordsPath } from '../language/languages.ts';
import { ENGLISH, nameOf, setLanguage, t, type Words } from '../language/translate.ts';

/** Those that were read: they are files of the package. */
const known = new Map<Language, Promise<Words>>();

/** The words of the language that the user chose, else of the one nearest to the browser's. English where they cannot be read. */
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

/** In a page of the extension. */
export async function openLanguage(chosen: Language | null): Promise<void> {
  const words = await readWords(chosen);
  setLanguage(words);
  document.documentElement.lang = words.language;
  document.documentElement.dir = directionOf(words.language);
}

/** A text that stands in the browser's own surface: in its language, whatever Errata speaks. */
export const browserText = (english: string, ...values: string[]): string =>
  browser.i18n.getMessage(nameOf(english) as never, values) || t(english, ...values);
