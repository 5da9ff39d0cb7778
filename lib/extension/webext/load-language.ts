import { browser } from 'wxt/browser';
import { recordFailure } from '../../core/diagnostics.ts';
import { getOrInsert } from '../../core/get-or-insert.ts';
import {
  findNearestLanguage,
  getMessagesPath,
  getTextDirection,
  type Language,
} from '../../core/i18n/languages.ts';
import {
  ENGLISH_LOCALE,
  getMessageName,
  type Locale,
  setLocale,
  t,
} from '../../core/i18n/translate.ts';

const localesByLanguage = new Map<Language, Promise<Locale>>();

/** Loads the translation for the chosen language; null means the browser's. Falls back to English if it fails. Never rejects. */
export async function readLocale(chosen: Language | null): Promise<Locale> {
  const language = chosen ?? findNearestLanguage(navigator.languages);
  if (language === 'en') return ENGLISH_LOCALE;

  return getOrInsert(localesByLanguage, language, fetchLocale).catch(
    (error) => {
      recordFailure('load-language', error);
      localesByLanguage.delete(language);
      return ENGLISH_LOCALE;
    },
  );
}

async function fetchLocale(language: Language): Promise<Locale> {
  const readFile = async (file: 'messages' | 'entries') =>
    (
      await fetch(
        browser.runtime.getURL(getMessagesPath(language, file) as never),
      )
    ).json();

  const [messages, entries] = await Promise.all([
    readFile('messages'),
    readFile('entries'),
  ]);

  return { language, messages, entries };
}

/** Sets the language of a page of the extension, including `lang` and `dir`. */
export async function loadLanguage(chosen: Language | null): Promise<void> {
  const words = await readLocale(chosen);
  setLocale(words);
  document.documentElement.lang = words.language;
  document.documentElement.dir = getTextDirection(words.language);
}

/** Translates a text that the browser shows, such as a menu entry, into the browser's language instead of Errata's. */
export const getBrowserText = (english: string, ...values: string[]): string =>
  browser.i18n.getMessage(getMessageName(english) as never, values) ||
  t(english, ...values);
