import { afterEach, expect, test, vi } from 'vitest';
import { setAutoTranslator, translateAutomatically } from './auto-translate.ts';

afterEach(() => setAutoTranslator(null));

/** Translates words into upper case Spanish-like text and moves the sentence around the parts that stay. */
const translate = vi.fn(
  async (text: string) =>
    `¡${text.replaceAll('Set', 'Ponga').replaceAll('wait', 'espere')}!`,
);

test('codes, fields, placeholders, quotes and addresses stay, and all else is translated', async () => {
  setAutoTranslator(translate);
  const text =
    'Set "error data" in error_data.details of {{1}}, wait for 131047, see https://x.example/a and “WhatsApp Manager”.';
  expect(await translateAutomatically(text)).toBe(
    '¡Ponga "error data" in error_data.details of {{1}}, espere for 131047, see https://x.example/a and “WhatsApp Manager”.!',
  );
  const sent = translate.mock.lastCall?.[0];
  for (const kept of ['error', '131047', '{{1}}', 'https', 'WhatsApp'])
    expect(sent).not.toContain(kept);
});

test('a translation that loses or repeats a part that stays is not used', async () => {
  for (const broken of ['Espere.', '[[0]] [[0]]']) {
    setAutoTranslator(async () => broken);
    expect(await translateAutomatically('Wait for 131047.')).toBeNull();
  }
});

test('each text is translated once, and without a translator none', async () => {
  translate.mockClear();
  expect(await translateAutomatically('wait')).toBeNull();
  setAutoTranslator(translate);
  await Promise.all([
    translateAutomatically('wait'),
    translateAutomatically('wait'),
  ]);
  expect(translate).toHaveBeenCalledTimes(1);
  setAutoTranslator(() => Promise.reject(new Error('no model')));
  expect(await translateAutomatically('wait')).toBeNull();
});
