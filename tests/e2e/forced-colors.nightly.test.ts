import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Launched, launchWithExtension } from './launch-chromium.ts';

/** Everything that can be pressed or selected. */
const CONTROLS = 'button, .button, .link-button, .row';
/** Minimum contrast of text in WCAG 2.2 AA. Icons would need less. */
const MIN_CONTRAST = 4.5;

/** Returns the indexes of the first control of each kind and state. Runs in the page. */
function findFirstOfEachKind(controls: string): number[] {
  const kinds = new Set<string>();
  return [...document.querySelectorAll(controls)].flatMap((one, at) => {
    const states = ['aria-pressed', 'aria-selected', 'aria-current'].map(
      (name) => one.getAttribute(name),
    );
    const kind = [
      one.localName,
      one.className,
      ...states,
      one.querySelector(':checked') !== null,
    ].join(' ');
    if (kinds.has(kind) || !one.checkVisibility()) return [];
    kinds.add(kind);
    return [at];
  });
}

/** Returns texts and icons of a control with too little contrast to their background. Runs in the page. */
function findLowContrast(control: Element, minContrast: number): string[] {
  const parseChannels = (color: string) =>
    (color.match(/[\d.]+/g) ?? []).map(Number);
  /** Composites over white, because the system's `Highlight` colour is translucent here. */
  const computeLuminance = (color: string) => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = parseChannels(color);
    const linear = [red, green, blue].map((part) => {
      const share = (part * alpha) / 255 + (1 - alpha);
      return share <= 0.04045
        ? share / 12.92
        : ((share + 0.055) / 1.055) ** 2.4;
    });
    return (
      0.2126 * (linear[0] ?? 0) +
      0.7152 * (linear[1] ?? 0) +
      0.0722 * (linear[2] ?? 0)
    );
  };
  const getBackground = (one: Element | null): string => {
    if (!one) return 'rgb(255, 255, 255)';
    const { backgroundColor } = getComputedStyle(one);
    return parseChannels(backgroundColor)[3] === 0
      ? getBackground(one.parentElement)
      : backgroundColor;
  };
  const hasWords = (one: Element) =>
    [...one.childNodes].some(
      ({ nodeType, textContent }) => nodeType === 3 && textContent?.trim(),
    );
  return [control, ...control.querySelectorAll('*')]
    .filter(
      (one) =>
        (hasWords(one) || one.localName === 'svg') && one.checkVisibility(),
    )
    .flatMap((one) => {
      const { color } = getComputedStyle(one);
      const ground = getBackground(one);
      const [dark = 0, light = 0] = [
        computeLuminance(color),
        computeLuminance(ground),
      ].sort((a, b) => a - b);
      if ((light + 0.05) / (dark + 0.05) >= minContrast) return [];
      return [
        `${control.className} > ${one.localName}.${one.getAttribute('class')}: ${color} on ${ground}`,
      ];
    });
}

describe('in the forced colours of chromium', () => {
  let chromium: Launched;
  let page: Page;
  beforeAll(async () => {
    chromium = await launchWithExtension({
      extension: join(import.meta.dirname, '../../.output/chrome-mv3'),
    });
    page = await chromium.context.newPage();
    await page.emulateMedia({ forcedColors: 'active' });
  });
  afterAll(() => chromium?.close());

  const findField = () => page.getByRole('combobox');
  const ways: [
    name: string,
    path: string,
    ready: () => Promise<unknown>,
    kinds: RegExp,
  ][] = [
    [
      'the popup',
      'popup.html',
      () => page.getByRole('link', { name: 'Settings' }).waitFor(),
      /link-button/,
    ],
    [
      'a list of the popup',
      'popup.html',
      async () => {
        await findField().fill('template paused');
        await page.getByRole('option').nth(1).waitFor();
      },
      /row/,
    ],
    [
      'a question',
      'popup.html?q=1003',
      () => page.locator('.er-answer').first().waitFor(),
      /er-answer/,
    ],
    [
      'an entry with a ticket',
      'popup.html',
      async () => {
        await findField().fill(
          '{"error":{"message":"(#131047)","code":131047},"to":"55 11 98765 4321"}',
        );
        await page.getByRole('button', { name: 'Ticket…' }).click();
        await page.locator('.er-masked').first().click();
      },
      /er-masked.*er-copy/,
    ],
    [
      'the settings',
      'options.html',
      () => page.getByLabel('Import…').waitFor({ state: 'attached' }),
      /button button/,
    ],
    [
      'the catalogue',
      'catalogue.html#131047',
      () => page.locator('[aria-current]').first().waitFor(),
      /row/,
    ],
  ];

  test.each(ways)(
    'every button of %s is readable, on hover too',
    async (_, path, ready, kinds) => {
      await page.goto(`${chromium.origin}/${path}`);
      await ready();
      const controls = page.locator(CONTROLS);
      const places = await page.evaluate(findFirstOfEachKind, CONTROLS);
      const hard: string[] = [];
      const names: string[] = [];
      for (const at of places) {
        const control = controls.nth(at);
        names.push((await control.getAttribute('class')) ?? '');
        await page.mouse.move(0, 0);
        hard.push(...(await control.evaluate(findLowContrast, MIN_CONTRAST)));
        // The search field lies over what is scrolled below it.
        await control.evaluate((one) =>
          one.scrollIntoView({ block: 'center' }),
        );
        await control.hover({ force: true });
        expect(await control.evaluate((one) => one.matches(':hover'))).toBe(
          true,
        );
        hard.push(
          ...(await control.evaluate(findLowContrast, MIN_CONTRAST)).map(
            (what) => `under the pointer: ${what}`,
          ),
        );
      }
      expect(names.join(' ')).toMatch(kinds);
      expect(hard).toEqual([]);
    },
  );
});
