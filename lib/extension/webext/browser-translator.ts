import { browser } from 'wxt/browser';
import { recordAndReturn } from '../../core/diagnostics.ts';
import {
  autoTranslation,
  setAutoTranslator,
  type TranslateText,
} from '../../core/i18n/auto-translate.ts';
import { getCurrentLanguage } from '../../core/i18n/translate.ts';
import { isString, toRecord } from '../../core/type-guards.ts';
import type { Settings } from '../../settings/settings.ts';

/** The browser's on-device translator (Chromium 138), which is not in TypeScript's types. Workers do not have it. */
interface TranslatorApi {
  availability(languages: Languages): Promise<TranslatorState>;
  create(
    languages: Languages,
  ): Promise<{ translate(text: string): Promise<string> }>;
}
export type TranslatorState =
  | 'unavailable'
  | 'downloadable'
  | 'downloading'
  | 'available';

const getApi = () => (globalThis as { Translator?: TranslatorApi }).Translator;
type Languages = ReturnType<typeof getLanguages>;
const getLanguages = () => ({
  sourceLanguage: 'en',
  targetLanguage: new Intl.Locale(getCurrentLanguage()).language,
});

/** Returns whether the browser can translate into the language of the interface. Never rejects. */
export async function readTranslatorState(): Promise<TranslatorState> {
  const languages = getLanguages();
  if (languages.targetLanguage === 'en') return 'unavailable';

  return (
    (await getApi()
      ?.availability(languages)
      .catch(recordAndReturn('translate', undefined))) ?? 'unavailable'
  );
}

/** Downloads the language model if it is missing, which needs a user gesture. Resolves once the browser can translate. */
export async function downloadTranslator(): Promise<void> {
  await getApi()?.create(getLanguages());
}

const TRANSLATE_IN_PAGE = 'translateInPage';

/** Starts the translation in this page. Rejects if the browser cannot translate, or download its language model. */
async function startTranslator(): Promise<TranslateText> {
  const translator = await getApi()?.create(getLanguages());
  if (!translator) throw new Error('The browser has no translator.');

  const translate: TranslateText = (text) => translator.translate(text);

  setAutoTranslator(translate);

  return translate;
}

export async function offerTranslation(
  start: () => Promise<unknown> = startTranslator,
): Promise<void> {
  autoTranslation.setState({
    offer: (await readTranslatorState()) === 'unavailable' ? null : start,
  });
}

/**
 * Translates texts of this page and those of cards, whose page may forbid it, if the user and the language model allow. Otherwise offers it.
 *
 * @param onAccepted Stores that the user wants it.
 */
export async function startAutoTranslation(
  { autoTranslate }: Settings,
  onAccepted: () => Promise<unknown>,
) {
  if (autoTranslate && (await readTranslatorState()) === 'available')
    await serveTranslations().catch(recordAndReturn('translate', undefined));
  else await offerTranslation(() => serveTranslations().then(onAccepted));
}

async function serveTranslations(): Promise<void> {
  const translate = await startTranslator();

  browser.runtime.onMessage.addListener((message: unknown, _, respond) => {
    const { type, data } = toRecord(message);
    if (type !== TRANSLATE_IN_PAGE || !isString(data)) return;

    translate(data).then(
      (value) => respond({ value }),
      () => respond({ value: null }),
    );

    return true;
  });
}

/** Asks an open page of the extension to translate a text, for a card. Returns null if none is open or can. For the background. */
export async function translateInPage(text: string): Promise<string | null> {
  const answer = await browser.runtime
    .sendMessage({ type: TRANSLATE_IN_PAGE, data: text })
    .catch(() => null);

  const { value } = toRecord(answer);

  return isString(value) ? value : null;
}
