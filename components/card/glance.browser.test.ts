import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import {
  getBundledCatalogue,
  getTranslatedCatalogue,
} from '../../lib/catalogue/bundled-catalogue.ts';
import { rankEntries } from '../../lib/catalogue/rank-entries.ts';
import { LANGUAGE_CODES } from '../../lib/core/i18n/languages.ts';
import { ENGLISH_LOCALE, setLocale } from '../../lib/core/i18n/translate.ts';
import type { CardRequest } from '../../lib/page/marking/page-api.ts';
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

/** Hovers a code: on a page of its provider, or on any page. */
function showCode(
  code: string,
  provider?: string,
  more: Partial<CardRequest> = {},
) {
  const catalogue = getBundledCatalogue();
  const ranked = rankEntries(code, catalogue, provider ? { provider } : {});
  const meanings = ranked.map(({ entry, score }) => ({
    key: entry.key,
    score,
  }));
  const range = createPageWith(`<p style="margin: 40px">${code}</p>`, code);
  on.card.show(createTestRequest(range, { meanings, ...more }));
}

/** Returns the height of the meaning's first sentence, whether it is visible or not. */
function measureFirstSentence(meaning: Element): number {
  const [first = ''] = /^.*?[.!?।](?=\s|$)/su.exec(meaning.textContent) ?? [
    meaning.textContent,
  ];
  const walker = document.createTreeWalker(meaning, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  range.selectNodeContents(meaning);
  for (
    let left = first.length, node = walker.nextNode();
    node && left > 0;
    node = walker.nextNode()
  ) {
    const { length = 0 } = node.nodeValue ?? '';
    range.setEnd(node, Math.min(left, length));
    left -= length;
  }
  return (
    range.getBoundingClientRect().bottom - meaning.getBoundingClientRect().top
  );
}

const findControls = () =>
  [
    ...(on.root()?.querySelectorAll('a,button,summary,input,textarea') ?? []),
  ].filter((control) => control.checkVisibility());

test.each(takeNthByDay(2, LANGUAGE_CODES))(
  'in %s, the card of each of the most common codes fits a glance: height, controls, verdict and meaning',
  async (language) => {
    if (language !== 'en') {
      setLocale(await readTestLocale(language));
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
        const meaning = on.root()?.querySelector('.er-short');
        const sentence = meaning ? measureFirstSentence(meaning) : 0;
        expect(meaning?.clientHeight ?? 0, key).toBeGreaterThan(sentence - 4);
        if (box.height > MAX_HEIGHT_PX || controls > MAX_CONTROLS)
          tooLarge.push(
            `${key} at ${provider}: ${box.height} px, ${controls} controls`,
          );
        expect(box.width).toBe(392);
        const question = on.root()?.querySelector('.er-question');
        expect(meaning ?? question, key).not.toBeNull();
        if (meaning)
          expect(
            on.root()?.querySelector('.er-next')?.textContent,
            key,
          ).not.toBe('');
        on.card.close(true);
      }
    }
    expect(tooLarge).toEqual([]);
  },
);

test.each(takeNthByDay(2, LANGUAGE_CODES))(
  'in %s, the buttons of a pinned card are in one line',
  async (language) => {
    if (language !== 'en') setLocale(await readTestLocale(language));
    Object.assign(on.card, { onNavigate: () => undefined });
    showCode('131047', 'meta', { isPinned: true, position: [12, 60] });
    const buttons = [
      ...(on.root()?.querySelectorAll('.er-footer button') ?? []),
    ];
    expect(buttons.length).toBeGreaterThan(6);
    expect(
      new Set(buttons.map((button) => button.getBoundingClientRect().bottom))
        .size,
    ).toBe(1);
  },
);

test('the card of an unknown code does so too, and says first whether to retry', () => {
  for (const code of ['131099', '131074', '99999']) {
    showCode(code);
    expect(on.root()?.querySelector('.er-next')?.textContent).toMatch(
      /^Do not send it again in bulk/,
    );
    expect(
      findCardHost()?.getBoundingClientRect().height,
      code,
    ).toBeLessThanOrEqual(MAX_HEIGHT_PX);
    expect(findControls().length, code).toBeLessThanOrEqual(MAX_CONTROLS);
    on.card.close(true);
  }
});

const getTime = (hoursAgo: number) =>
  Math.round(Date.now() / 1000 - hoursAgo * 3600);

const find = (part: string) => on.root()?.querySelector<HTMLElement>(part);

/** Expects the first sentence of the meaning and the next step whole, and in view. A reason may take the place of the meaning. */
function expectGist(of: string) {
  const [meaning, next, view] = [
    find('.er-short'),
    find('.er-next'),
    find('.er-scroll'),
  ];
  if (!meaning?.hidden) {
    expect(meaning?.clientHeight, of).toBeGreaterThan(15);
    expect(meaning?.clientHeight, of).toBeGreaterThan(
      measureFirstSentence(meaning as Element) - 4,
    );
  } else expect(find('.er-why'), of).not.toBeNull();
  expect(next?.scrollHeight, of).toBeLessThanOrEqual(
    (next?.clientHeight ?? 0) + 1,
  );
  expect(view?.scrollHeight, of).toBeLessThanOrEqual(
    (view?.clientHeight ?? 0) + 1,
  );
}

test.each([
  [
    'a cause behind it',
    '63016',
    'twilio',
    { nearby: '{"code":63016,"message":"(#131047) too late"}' },
  ],
  ['a caveat of the console', '131026', 'meta', { host: 'app.chatwoot.com' }],
])(
  'with %s in a row of its own, meaning and next step stay',
  (name, code, provider, more) => {
    showCode(code, provider, more);
    expect(find('.er-link, .er-caveat')).not.toBeNull();
    expectGist(name);
  },
);

test.each([0, 1, 80])(
  'with the time from which a message may go, they stay: %i hours later',
  (hoursAgo) => {
    let rows = 0;
    for (const { key, code, provider, subcode } of takeNthByDay(3, [
      ...getBundledCatalogue().byKey.values(),
    ])) {
      const [entry] = rankEntries(code, getBundledCatalogue(), { provider });
      if (subcode || entry?.entry.key !== key) continue;
      if (!entry.entry.window && !entry.entry.verdict.wait) continue;
      showCode(code, provider, {
        nearby: `{"timestamp":"${getTime(hoursAgo)}","code":"${code}"}`,
      });
      if (find('.er-next')) {
        rows++;
        expectGist(key);
      }
      on.card.close(true);
    }
    expect(rows).toBeGreaterThan(20);
  },
);

test('a meaning without room for all its sentences ends with a whole one, and is whole once the card is pinned', () => {
  showCode('12004', 'bird', { host: 'app.chatwoot.com' });
  const { meaning } =
    getBundledCatalogue().byKey.get('bird/channels/12004') ?? {};
  const short = on.root()?.querySelector('.er-short') as Element;
  const text = short.textContent ?? '';
  expect(text).toMatch(/[.!?]$/);
  expect(meaning?.startsWith(text)).toBe(true);
  expect(text.length).toBeLessThan(meaning?.length ?? 0);
  expect(short.scrollHeight).toBe(short.clientHeight);
  on.card.close(true);
  const range = createPageWith('<p>12004</p>', '12004');
  on.card.show(
    createTestRequest(range, {
      meanings: [{ key: 'bird/channels/12004', score: 9 }],
      isPinned: true,
    }),
  );
  const whole = on.root()?.querySelector('.er-body > p') as Element;
  expect(whole.scrollHeight).toBe(whole.clientHeight);
});

test.each([
  ['131026', 'translated', 'rtl'],
  ['131005', 'English and marked', 'ltr'],
])(
  'in a right-to-left language, the causes of %s are %s, and all on one side',
  async (code, _, dir) => {
    setLocale(await readTestLocale('ar'));
    on.clear();
    on = createCardOnPage(window, false, getTranslatedCatalogue());
    showCode(code, 'meta');
    on.root()?.querySelector<HTMLElement>('.er-parts > .er-quiet')?.click();
    await expect
      .poll(() => on.root()?.querySelectorAll('.er-list > li').length)
      .toBeGreaterThan(3);
    const parts = [
      ...(on.root()?.querySelectorAll('.er-list :is(li, p)') ?? []),
    ];
    expect(
      new Set(parts.map((part) => getComputedStyle(part).textAlign)),
    ).toEqual(new Set(['right']));
    for (const cause of on.root()?.querySelector('.er-list')?.children ?? []) {
      const marked = cause.querySelector(':scope > [lang]');
      expect(getComputedStyle(marked ?? cause).direction).toBe(dir);
      expect(marked?.getAttribute('lang')).toBe(
        dir === 'ltr' ? 'en' : undefined,
      );
      expect(/^\p{sc=Arabic}/u.test(cause.textContent)).toBe(dir === 'rtl');
    }
  },
);
