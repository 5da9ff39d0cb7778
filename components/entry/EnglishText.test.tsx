import { render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { setAutoTranslator } from '../../lib/i18n/auto-translate.ts';
import { ENGLISH_LOCALE, setLocale } from '../../lib/i18n/translate.ts';
import { testCatalogue } from '../../tests/fixtures/catalogue.ts';
import { EntryRow } from '../shared/EntryRow.tsx';
import { EnglishText, TranslationOffer } from './EnglishText.tsx';

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'Translator');
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
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'es: Wait. translated automatically',
    'Title',
    'Espere.',
  ]);
});

test('the title of a code is marked as English, that of a translated guide is not', () => {
  setLocale({ ...ENGLISH_LOCALE, language: 'es' });
  const entry = testCatalogue.byKey.get('meta/cloud/131026') ?? null;
  const guide = entry && { ...entry, title: 'Un solo tick', hasTranslatedTitle: true };
  render([entry, guide].map((one) => <EntryRow key={one?.title} code="131026" entry={one} />));
  expect(screen.getByText('Message undeliverable')).toHaveAttribute('lang', 'en');
  // A cut title loses its end, also in a page from right to left.
  expect(screen.getByText('Message undeliverable').parentElement).toHaveAttribute('dir', 'auto');
  expect(screen.getByText('Un solo tick').closest('[lang]')).toBeNull();
});

test('translation is offered where the browser can translate and does not yet', () => {
  const offers = (language: string) => {
    setLocale({ ...ENGLISH_LOCALE, language });
    const { unmount } = render(<TranslationOffer />);
    const found = screen.queryAllByRole('link').map((link) => link.getAttribute('href'));
    unmount();
    return found;
  };
  expect(offers('es')).toEqual([]);
  Object.assign(globalThis, { Translator: {} });
  expect(offers('en')).toEqual([]);
  expect(offers('es')).toEqual(['options.html#translate-label']);
  setAutoTranslator(async () => null);
  expect(offers('es')).toEqual([]);
});
