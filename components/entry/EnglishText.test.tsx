import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import {
  autoTranslation,
  setAutoTranslator,
} from '../../lib/core/i18n/auto-translate.ts';
import { ENGLISH_LOCALE, setLocale } from '../../lib/core/i18n/translate.ts';
import { testCatalogue } from '../../tests/fixtures/catalogue.ts';
import { EntryRow } from '../shared/EntryRow.tsx';
import { EnglishText, TranslationOffer } from './EnglishText.tsx';

afterEach(() => {
  autoTranslation.setState({ offer: null });
  setAutoTranslator(null);
  setLocale(ENGLISH_LOCALE);
});

test('a text without a reviewed translation is translated and marked; titles and reviewed texts stay', async () => {
  setLocale({ ...ENGLISH_LOCALE, language: 'es' });
  setAutoTranslator(async (text) => `es: ${text}`);
  render(
    <ul>
      <li>
        <EnglishText>Wait.</EnglishText>
      </li>
      <li>
        <EnglishText isVerbatim>Title</EnglishText>
      </li>
      <li>
        <EnglishText unless>Espere.</EnglishText>
      </li>
    </ul>,
  );
  await screen.findByText(/^es: Wait\./);
  expect(
    screen.getAllByRole('listitem').map(({ textContent }) => textContent),
  ).toEqual(['es: Wait. translated automatically', 'Title', 'Espere.']);
});

test('the title of a code is marked as English, that of a translated guide is not', () => {
  setLocale({ ...ENGLISH_LOCALE, language: 'es' });
  const entry = testCatalogue.byKey.get('meta/cloud/131026') ?? null;
  const guide = entry && {
    ...entry,
    title: 'Un solo tick',
    hasTranslatedTitle: true,
  };
  render(
    [entry, guide].map((one) => (
      <EntryRow key={one?.title} code="131026" entry={one} />
    )),
  );
  expect(screen.getByText('Message undeliverable')).toHaveAttribute(
    'lang',
    'en',
  );
  // A cut title loses its end, also in a page from right to left.
  expect(
    screen.getByText('Message undeliverable').parentElement,
  ).toHaveAttribute('dir', 'auto');
  expect(screen.getByText('Un solo tick').closest('[lang]')).toBeNull();
});

test('what is left in English is translated by one action, and marked with its language', async () => {
  setLocale({ ...ENGLISH_LOCALE, language: 'ar' });
  const start = vi
    .fn<() => Promise<void>>()
    .mockRejectedValueOnce(new Error('offline'));
  render(
    <div>
      <EnglishText>Wait.</EnglishText>
      <TranslationOffer />
    </div>,
  );
  expect(screen.queryByRole('button')).toBeNull();
  act(() => autoTranslation.setState({ offer: start }));
  expect(screen.getByText('Wait.')).toHaveAttribute('dir', 'ltr');
  await userEvent.click(
    screen.getByRole('button', { name: 'Translate the rest automatically' }),
  );
  expect(screen.getByRole('alert')).toHaveTextContent('Couldn’t translate.');
  start.mockImplementationOnce(async () =>
    setAutoTranslator(async (text) => `ar: ${text}`),
  );
  await userEvent.click(screen.getByRole('button'));
  const translated = await screen.findByText(/^ar: Wait\./);
  expect([translated.lang, translated.dir]).toEqual(['ar', 'rtl']);
  expect(screen.queryByRole('button')).toBeNull();
});

test('an interface in English offers no translation', () => {
  autoTranslation.setState({ offer: async () => undefined });
  render(<TranslationOffer />);
  expect(screen.queryByRole('button')).toBeNull();
});
