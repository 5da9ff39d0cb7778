import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import {
  getBundledCatalogue,
  getTranslatedCatalogue,
} from '../../lib/catalogue/bundled-catalogue.ts';
import { rankEntries } from '../../lib/catalogue/rank-entries.ts';
import {
  LANGUAGE_CODES,
  type Language,
} from '../../lib/core/i18n/languages.ts';
import { ENGLISH_LOCALE, setLocale } from '../../lib/core/i18n/translate.ts';
import { takeNthByDay } from '../../tests/by-day.ts';
import {
  type CardOnPage,
  createCardOnPage,
  createPageWith,
  createTestRequest,
  findCardHost,
  readTestLocale,
} from '../../tests/fixtures/card-page.ts';

const MAX_HEIGHT_PX = 260;
const HOUR_MS = 3_600_000;

let on: CardOnPage;
beforeEach(async () => {
  await page.viewport(1280, 800);
});
afterEach(() => {
  on.clear();
  setLocale(ENGLISH_LOCALE);
});

async function openIn(language: Language): Promise<void> {
  if (language === 'en') {
    on = createCardOnPage(window, false, getBundledCatalogue());
    return;
  }

  setLocale(await readTestLocale(language));
  on = createCardOnPage(window, false, getTranslatedCatalogue());
}

const formatAgo = (hours: number) =>
  new Date(Date.now() - hours * HOUR_MS).toISOString();

/** Rows that decide more than their code: time, recipient and status. */
const ROWS = [
  [formatAgo(1), '+5511987654321', 'Failed'],
  [formatAgo(60), '+14155552671', 'Failed'],
  [formatAgo(60), '+447400123456', 'Failed'],
  [formatAgo(60), '+5511987654321', 'Failed'],
  [formatAgo(26).slice(0, 16).replace('T', ' '), '+5511987654321', 'Failed'],
  [formatAgo(60), '', 'Failed'],
  ['', '+5511987654321', 'Failed'],
  [formatAgo(60), '+5511987654321', 'Delivered'],
] as const;

function showRow(
  code: string,
  provider: string,
  [time, to, status]: (typeof ROWS)[number],
): void {
  const ranked = rankEntries(code, getBundledCatalogue(), { provider });
  const meanings = ranked.map(({ entry, score }) => ({
    key: entry.key,
    score,
  }));
  const range = createPageWith(`<p style="margin: 40px">${code}</p>`, code);
  const text = `Sent at: ${time}\nTo: ${to}\nStatus: ${status}\nError code: ${code}`;
  const request = {
    meanings,
    nearby: `${code}\n${time}\t${to}\t${status}\t${code}`,
    labelled: { text, isRow: true },
  };
  on.card.show(createTestRequest(range, request));
}

test.each(takeNthByDay(3, LANGUAGE_CODES))(
  'in %s, the card of each of the most common codes fits a glance with its reason',
  async (language) => {
    await openIn(language);
    const tooLarge: string[] = [];
    let reasons = 0;

    for (const { key } of takeNthByDay(2, getBundledCatalogue().mostCommon)) {
      const { code, provider } = getBundledCatalogue().byKey.get(key) ?? {};
      if (!code || !provider) throw new TypeError(`no entry ${key}`);

      for (const row of ROWS) {
        showRow(code, provider, row);
        const why = on.root()?.querySelector('.er-why')?.textContent;
        const height = findCardHost()?.getBoundingClientRect().height ?? 0;
        if (why) reasons++;
        if (why && height > MAX_HEIGHT_PX)
          tooLarge.push(`${key} ${height} px: ${row.join(', ')}: ${why}`);
        on.card.close(true);
      }
    }

    expect(reasons).toBeGreaterThan(30);
    expect(tooLarge).toEqual([]);
  },
);

test('a space is between the wait and its reason', async () => {
  await openIn('en');
  showRow('132015', 'meta', ['', '+5511987654321', 'Failed']);

  const turn = on.root()?.querySelector<HTMLElement>('.er-turn');
  const why = turn?.querySelector<HTMLElement>('.er-why')?.innerText ?? '';

  expect(why).not.toBe('');
  expect(turn?.innerText.slice(0, -why.length)).toMatch(/\S\s$/);
});
