import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { getBundledCatalogue, getTranslatedCatalogue } from '../../lib/catalogue/bundled-catalogue.ts';
import { rankEntries } from '../../lib/catalogue/rank-meanings.ts';
import { getMessagesPath, LANGUAGE_CODES, type Language } from '../../lib/i18n/languages.ts';
import { ENGLISH_LOCALE, setLocale } from '../../lib/i18n/translate.ts';
import {
  type CardOnPage,
  createCardOnPage,
  createPageWith,
  createTestRequest,
  findCardHost,
} from '../../tests/fixtures/card-page.ts';

const MAX_HEIGHT_PX = 260;
const MAX_CONTROLS = 7;

let on: CardOnPage;
beforeEach(async () => {
  await page.viewport(1280, 800);
  on = createCardOnPage(window, false, getBundledCatalogue());
});
afterEach(() => {
  on.clear();
  setLocale(ENGLISH_LOCALE);
});

async function readLocale(language: Language) {
  const [messages, entries] = await Promise.all(
    (['messages', 'entries'] as const).map(async (file) =>
      (await fetch(getMessagesPath(language, file))).json(),
    ),
  );
  return { language, messages, entries };
}

/** Hovers a code: on a page of its provider, or on any page. */
function showCode(code: string, provider?: string) {
  const catalogue = getBundledCatalogue();
  const ranked = rankEntries(code, catalogue, provider ? { provider } : {});
  const meanings = ranked.map(({ entry, score }) => ({ key: entry.key, score }));
  const range = createPageWith(`<p style="margin: 40px">${code}</p>`, code);
  on.card.show(createTestRequest(range, { meanings }));
}

const findControls = () =>
  [...(on.root()?.querySelectorAll('a,button,summary,input,textarea') ?? [])].filter((control) =>
    control.checkVisibility(),
  );

test.each(LANGUAGE_CODES)(
  'in %s, the card of each of the most common codes fits a glance: height, controls, verdict and meaning',
  async (language) => {
    if (language !== 'en') {
      setLocale(await readLocale(language));
      on.clear();
      on = createCardOnPage(window, false, getTranslatedCatalogue());
    }
    const tooLarge: string[] = [];
    for (const { key } of getBundledCatalogue().mostCommon) {
      const entry = getBundledCatalogue().byKey.get(key);
      if (!entry) throw new TypeError(`expected an entry, got ${key}`);
      for (const provider of [entry.provider, undefined]) {
        showCode(entry.code, provider);
        const box = findCardHost()?.getBoundingClientRect() ?? new DOMRect();
        const controls = findControls().length;
        if (box.height > MAX_HEIGHT_PX || controls > MAX_CONTROLS)
          tooLarge.push(`${key} at ${provider}: ${box.height} px, ${controls} controls`);
        expect(box.width).toBe(392);
        const meaning = on.root()?.querySelector('.er-short');
        const question = on.root()?.querySelector('.er-question');
        expect(meaning ?? question, key).not.toBeNull();
        if (meaning) expect(on.root()?.querySelector('.er-next')?.textContent, key).not.toBe('');
        on.card.close(true);
      }
    }
    expect(tooLarge).toEqual([]);
  },
);

test('the card of an unknown code does so too, and says first whether to retry', () => {
  for (const code of ['131099', '131074', '99999']) {
    showCode(code);
    expect(on.root()?.querySelector('.er-next')?.textContent).toMatch(/^Do not send it again in bulk/);
    expect(findCardHost()?.getBoundingClientRect().height, code).toBeLessThanOrEqual(MAX_HEIGHT_PX);
    expect(findControls().length, code).toBeLessThanOrEqual(MAX_CONTROLS);
    on.card.close(true);
  }
});

test('a meaning without room for all its lines ends with an ellipsis, and is whole once the card is pinned', () => {
  showCode('63016', 'twilio');
  const cut = on.root()?.querySelector('.er-short') as Element;
  expect(cut.scrollHeight).toBeGreaterThan(cut.clientHeight);
  expect(getComputedStyle(cut).webkitLineClamp).toMatch(/^\d$/);
  on.card.close(true);
  const range = createPageWith('<p>63016</p>', '63016');
  on.card.show(
    createTestRequest(range, { meanings: [{ key: 'twilio/api/63016', score: 9 }], isPinned: true }),
  );
  const whole = on.root()?.querySelector('.er-body > p') as Element;
  expect(whole.scrollHeight).toBe(whole.clientHeight);
});

test.each([
  ['131026', 'translated', 'rtl'],
  ['131005', 'English and marked', 'ltr'],
])('in a right-to-left language, the causes of %s are %s, and all on one side', async (code, _, dir) => {
  setLocale(await readLocale('ar'));
  on.clear();
  on = createCardOnPage(window, false, getTranslatedCatalogue());
  showCode(code, 'meta');
  on.root()?.querySelector<HTMLElement>('.er-parts > .er-quiet')?.click();
  await expect.poll(() => on.root()?.querySelectorAll('.er-list > li').length).toBeGreaterThan(3);
  const parts = [...(on.root()?.querySelectorAll('.er-list :is(li, p)') ?? [])];
  expect(new Set(parts.map((part) => getComputedStyle(part).textAlign))).toEqual(new Set(['right']));
  for (const cause of on.root()?.querySelector('.er-list')?.children ?? []) {
    const marked = cause.querySelector(':scope > [lang]');
    expect(getComputedStyle(marked ?? cause).direction).toBe(dir);
    expect(marked?.getAttribute('lang')).toBe(dir === 'ltr' ? 'en' : undefined);
    expect(/^\p{sc=Arabic}/u.test(cause.textContent)).toBe(dir === 'rtl');
  }
});
