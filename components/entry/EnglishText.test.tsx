import { render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { setAutoTranslator } from '../../lib/i18n/auto-translate.ts';
import { ENGLISH_LOCALE, setLocale } from '../../lib/i18n/translate.ts';
import { EnglishText } from './EnglishText.tsx';

afterEach(() => {
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
