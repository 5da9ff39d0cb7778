// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  autoTranslation,
  getTranslationOffer,
  setAutoTranslator,
  translateAutomatically,
} from '../../core/i18n/auto-translate.ts';
import { ENGLISH_LOCALE, setLocale } from '../../core/i18n/translate.ts';
import { DEFAULT_SETTINGS } from '../../settings/settings.ts';

vi.mock('wxt/browser', () => ({ browser: fakeBrowser }));
const {
  downloadTranslator,
  readTranslatorState,
  startAutoTranslation,
  translateInPage,
} = await import('./browser-translator.ts');

const ON = { ...DEFAULT_SETTINGS, autoTranslate: true };
const create = vi.fn(async (_: object) => ({
  translate: async (text: string) => `es: ${text}`,
}));
const accept = vi.fn(async () => undefined);
let state = 'available';

beforeEach(() => {
  fakeBrowser.reset();
  create.mockClear();
  state = 'available';
  setLocale({ ...ENGLISH_LOCALE, language: 'pt-BR' });
  vi.stubGlobal('Translator', { availability: async () => state, create });
});
afterEach(() => {
  vi.unstubAllGlobals();
  setAutoTranslator(null);
  autoTranslation.setState({ offer: null });
  setLocale(ENGLISH_LOCALE);
});

test('nothing is translated or downloaded unless it is on and the model is there', async () => {
  await startAutoTranslation(DEFAULT_SETTINGS, accept);
  state = 'downloadable';
  await startAutoTranslation(ON, accept);
  expect(create).not.toHaveBeenCalled();
  expect(await translateAutomatically('Wait.')).toBeNull();
  expect(await translateInPage('Wait.')).toBeNull();
});

test('a page of the extension translates its own texts, and those that a card asks for', async () => {
  type Listener = (
    message: unknown,
    sender: object,
    respond: (answer: unknown) => void,
  ) => unknown;
  const addListener = vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener');
  const getListener = () =>
    (addListener.mock.calls[0] as unknown as [Listener])[0];
  // The fake browser knows no answers by callback.
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(
    (message: unknown) =>
      new Promise((respond) => getListener()(message, {}, respond)),
  );
  await startAutoTranslation(ON, accept);
  expect(create).toHaveBeenCalledExactlyOnceWith({
    sourceLanguage: 'en',
    targetLanguage: 'pt',
  });
  expect(await translateAutomatically('Wait.')).toBe('es: Wait.');
  expect(await translateInPage('Send it again.')).toBe('es: Send it again.');
});

test('translation that is off is offered, and accepting it starts and stores it', async () => {
  state = 'downloadable';
  await startAutoTranslation(DEFAULT_SETTINGS, accept);
  expect(accept).not.toHaveBeenCalled();
  await getTranslationOffer()?.();
  expect(accept).toHaveBeenCalledOnce();
  expect(await translateAutomatically('Wait.')).toBe('es: Wait.');
  expect(getTranslationOffer()).toBeNull();
});

test('a browser without the interface, or an English one, cannot translate, and everything else works', async () => {
  vi.stubGlobal('Translator', undefined);
  expect(await readTranslatorState()).toBe('unavailable');
  await startAutoTranslation(ON, accept);
  expect(getTranslationOffer()).toBeNull();
  await downloadTranslator();
  vi.stubGlobal('Translator', {
    availability: async () => Promise.reject(new Error('x')),
    create,
  });
  expect(await readTranslatorState()).toBe('unavailable');
  setLocale(ENGLISH_LOCALE);
  vi.stubGlobal('Translator', {
    availability: async () => 'available',
    create,
  });
  expect(await readTranslatorState()).toBe('unavailable');
});
