import { describe, expect, test } from 'vitest';
import {
  BOTH,
  describeInBrowsers,
  expectCodes,
  hoverCode,
  MESSAGES,
  testByNight,
} from './in-browsers.ts';
import { getPageRecords, observePage } from './in-page.ts';

/** Every code of a fixture, with all its occurrences. Other tests expect those of the other fixtures. */
const FIXTURES: Record<string, readonly string[]> = {
  forms: [
    '131047',
    '131026',
    '131049',
    '131000',
    '131051',
    '131052',
    '131053',
    '63016',
    '80007',
  ],
  'json-viewer': ['131049', '131030', '131030'],
  editors: ['131026'],
  hostile: ['131047', '131026'],
  dialog: ['131047', '131026'],
  // In groups of digits, in two grids, beside a count that equals a code.
  'number-grids': [
    '131,047',
    '131,026',
    '130,472',
    '131,047',
    '131,026',
    '130,472',
  ],
};

const REACT_LIST = ['131047', '131026', '131049', '131000', '130472'];

describeInBrowsers(BOTH, (open, browser, testInOne) => {
  describe('underlines', () => {
    testInOne.each(Object.entries(FIXTURES))(
      'exactly the codes of %s',
      async (fixture, codes) => {
        const tab = await open(fixture);
        await expectCodes(tab, codes);
      },
    );

    testInOne('no numbers that only look like codes', async () => {
      const tab = await open('look-alikes');
      await tab.run(() => {
        document.body.append(
          Object.assign(document.createElement('p'), {
            textContent: 'Error 131047',
          }),
        );
      });
      await expectCodes(tab, ['131047']);
    });

    test('nothing on a site without access', async () => {
      const tab = await open('messages', { base: 'https://forum.example/' });
      const console = await open('messages');
      await expectCodes(console, MESSAGES);
      expect(await tab.codes()).toEqual([]);
    });

    test('the code whose card is open between two lines, until the card closes', async () => {
      const tab = await open('messages');
      await hoverCode(tab, '131047');
      const getStyle = async () => {
        const name =
          (await tab.marks()).find(({ text }) => text === '131047')
            ?.highlight ?? '';
        const { textDecorationLine, backgroundColor } = await tab.run(
          (highlight) => {
            const { textDecorationLine, backgroundColor } = getComputedStyle(
              document.body,
              `::highlight(${highlight})`,
            );
            return { textDecorationLine, backgroundColor };
          },
          name,
        );
        return [
          name,
          textDecorationLine,
          backgroundColor === 'rgba(0, 0, 0, 0)',
        ];
      };
      expect(await getStyle()).toEqual([
        'errata-current-you',
        'underline overline',
        false,
      ]);
      await tab.press('Escape');
      await expect.poll(getStyle).toEqual(['errata-you', 'underline', true]);
    });

    testInOne('with line styles that differ by turn', async () => {
      const tab = await open('messages');
      await expectCodes(tab, MESSAGES);
      const byCode = new Map(
        (await tab.marks()).map(({ text, highlight }) => [text, highlight]),
      );
      const lines = [
        byCode.get('131047'),
        byCode.get('131049'),
        byCode.get('131026'),
      ].map((name) => `::highlight(${name})`);
      const getLineStyles = (names: string[]) =>
        names.map(
          (name) => getComputedStyle(document.body, name).textDecorationStyle,
        );
      await expect
        .poll(async () => new Set(await tab.run(getLineStyles, lines)).size)
        .toBe(3);
    });
  });

  describe('leaves the page alone', () => {
    testInOne.each([
      ['messages', MESSAGES],
      ['react-list', REACT_LIST],
    ] as const)(
      'no mutation reaches an observer on %s',
      async (fixture, codes) => {
        const tab = await open(fixture);
        await expectCodes(tab, codes);
        await tab.run(observePage);
        await tab.move(await tab.pointOf('131049'));
        await expect.poll(async () => (await tab.card()).state).toBe('open');
        await tab.press('Escape');
        await expect.poll(async () => (await tab.card()).state).toBeNull();
        expect(await tab.run(getPageRecords)).toEqual([]);
      },
    );

    testInOne(
      'its markup and layout are the same with and without Errata',
      async () => {
        const getPage = () => [
          document.documentElement.outerHTML.replace(
            /<errata-card[^>]*><\/errata-card>/,
            '',
          ),
          document.documentElement.scrollHeight,
          ...[...document.querySelectorAll('body *')].map(
            (element) => element.getBoundingClientRect().width,
          ),
        ];
        const plain = await open('messages', {
          base: 'https://forum.example/',
        });
        const marked = await open('messages');
        await expectCodes(marked, MESSAGES);
        expect(await marked.run(getPage)).toEqual(await plain.run(getPage));
      },
    );

    test('a strict policy reports no violation', async () => {
      const tab = await open('strict-csp');
      await expectCodes(tab, ['131026', '131047']);
      await tab.move(await tab.pointOf('131047'));
      await expect.poll(async () => (await tab.card()).state).toBe('open');
      expect(await tab.run(() => globalThis.violations)).toEqual([]);
    });
  });

  describe('follows', () => {
    testByNight('the rows of a virtual grid as it scrolls', async () => {
      const tab = await open('ag-grid');
      const readShownCodes = () =>
        [...document.querySelectorAll('[role=gridcell][col-id=code]')]
          .map((cell) => cell.textContent)
          .filter(Boolean)
          .sort() as string[];
      for (const row of [0, 40, 1_000, 7]) {
        await tab.run((top) => {
          const view = document.querySelector(
            '.ag-body-viewport, .ag-grid-viewport',
          );
          if (view) view.scrollTop = top;
        }, row * 42);
        await expect
          .poll(async () => (await tab.run(readShownCodes)).length)
          .toBeGreaterThan(2);
        await expect
          .poll(async () => ({
            marked: await tab.codes(),
            shown: await tab.run(readShownCodes),
          }))
          .toSatisfy(
            ({
              marked,
              shown: readShownCodes,
            }: {
              marked: string[];
              shown: string[];
            }) => marked.join() === readShownCodes.join(),
          );
      }
      expect((await tab.marks()).every(({ attached }) => attached)).toBe(true);
    });

    testInOne(
      'a list that React reverses, shortens, rewrites and empties, and React never throws',
      async () => {
        const tab = await open('react-list');
        const clickById = (id: string) =>
          tab.run(
            (id) => document.querySelector<HTMLElement>(`#${id}`)?.click(),
            id,
          );
        await expectCodes(tab, REACT_LIST);
        await clickById('reverse');
        await expectCodes(tab, REACT_LIST);
        await clickById('delete');
        await expectCodes(tab, ['131047', '131026', '131049', '131000']);
        await clickById('rewrite');
        await expectCodes(tab, ['132000', '132000', '132000', '132000']);
        await clickById('empty');
        await expectCodes(tab, []);
        expect(await tab.run(() => globalThis.errors)).toEqual([]);
      },
    );

    testByNight(
      'text shown by a style alone, and a page that clears all highlights at each key press',
      async () => {
        const tab = await open('look-alikes');
        await tab.run(() => {
          const { body } = document;
          body.innerHTML = `<style>:checked ~ #a { display: none } input:not(:checked) ~ #b { display: none }</style>
          <input type="checkbox"><p id="a">Error 131047</p><p id="b">Error 131026</p>`;
          body
            .querySelector('input')
            ?.addEventListener('keyup', () => CSS.highlights.clear());
          body.querySelector('input')?.focus();
        });
        await expectCodes(tab, ['131047']);
        for (const code of ['131026', '131047', '131026']) {
          await tab.press(' ');
          await expectCodes(tab, [code]);
        }
        await tab.press('a');
        await expectCodes(tab, ['131026']);
      },
    );

    testByNight('text that is added, changed and removed', async () => {
      const tab = await open('messages');
      await tab.run(() => {
        document.querySelector('table')?.remove();
        const late = document.querySelector('#late');
        if (late) late.textContent = 'Error 131047';
      });
      await expectCodes(tab, ['130472', '131047', '132000']);
      await tab.run(() => {
        const text = document.querySelector('#late')?.firstChild as Text;
        text.data = 'Now it says error 131026, then error 131049.';
      });
      await expectCodes(tab, ['130472', '131026', '131049', '132000']);
      await tab.run(() => {
        document.body.innerHTML = '<p>All fine, 131047 messages sent.</p>';
      });
      await expectCodes(tab, []);
    });

    test('shadow roots and frames that come later', async () => {
      const shadow = await open('shadow');
      await shadow.run(() =>
        document.querySelector<HTMLElement>('#attach')?.click(),
      );
      await expectCodes(shadow, ['131047', '131026', '131049', '131000']);
      const frames = await open('frames');
      await frames.run(() =>
        (globalThis as unknown as { addFrame(): void }).addFrame(),
      );
      await expectCodes(frames, [
        '131047',
        '131026',
        '131049',
        '131000',
        '131051',
        '131052',
      ]);
    });

    testInOne('a page that rewrites its document, and later text', async () => {
      const tab = await open('messages');
      await expectCodes(tab, MESSAGES);
      await tab.run(() => {
        document.open();
        document.write(
          '<p>Error (#131026)</p><div popover>Error (#131047)</div>',
        );
        document.close();
      });
      await expectCodes(tab, ['131026']);
      // Longer than the interval at which a page is checked again after a scan.
      await tab.run(() => new Promise((done) => setTimeout(done, 800)));
      await tab.run(() =>
        document.querySelector<HTMLElement>('[popover]')?.showPopover(),
      );
      await expectCodes(tab, ['131026', '131047']);
    });

    testInOne('tooltips and modals of a component library', async () => {
      const tab = await open('antd');
      await expectCodes(tab, ['131047', '131049', '131026']);
      await tab.run(() =>
        document.querySelector<HTMLElement>('#open')?.click(),
      );
      await expectCodes(tab, ['131047', '131049', '131026', '132001']);
    });
  });

  test('no page console has an error of the extension', async () => {
    expect(await browser().errors()).toEqual([]);
  });
});
