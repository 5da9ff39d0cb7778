import { afterEach, expect, test } from 'vitest';
import { takeNthByDay } from '../../../tests/by-day.ts';
import {
  answerRequests,
  testPageState,
  testPrefilter,
} from '../../../tests/fixtures/engine.ts';
import { type FakeClock, stopClock } from '../../../tests/page-fuzz/clock.ts';
import {
  type AnnotatorController,
  createAnnotatorController,
} from './annotator-controller.ts';

const TEXTS = 80_000;
/** The page changes so often. */
const TICK_MS = 4;
let page: AnnotatorController | undefined;
let ticking: ReturnType<typeof setInterval> | undefined;
let clock: FakeClock | undefined;

/** Time that each call of the fake clock takes. */
const READ_COST_MS = 0.2;

afterEach(() => {
  clock?.restore();
  clock = undefined;
  clearInterval(ticking);
  page?.destroy();
  document.body.replaceChildren();
});

const isMarked = (text: Text) =>
  [...CSS.highlights].some(
    ([name, ranges]) =>
      name.startsWith('errata') &&
      [...ranges].some(({ startContainer }) => startContainer === text),
  );

test('marks a code on a large page that keeps changing', async () => {
  const rows = Array.from(
    { length: TEXTS / 4 },
    (_, at) =>
      `<div class=row><i>Ana ${at % 97}</i> <i>sent</i> <i>${at % 60}:${at % 24}</i> <i>order ${at % 50 ? 'x' : at}</i></div>`,
  );
  document.body.innerHTML = `<style>#log,.row{height:20px;overflow:hidden;contain:strict}</style><p id=clock class=row>0</p><div id=log></div><main>${rows.join('')}</main>`;
  const clock = document.querySelector('#clock') as Element;
  const log = document.querySelector('#log') as Element;
  const cells = [...document.querySelectorAll('main .row > :nth-child(2)')];
  let ticks = 0;
  ticking = setInterval(() => {
    clock.textContent = `${++ticks}`;
    cells[ticks % 5_000]?.replaceChildren(`sent ${ticks}`);
    log.prepend(
      Object.assign(document.createElement('p'), {
        textContent: `line ${ticks}`,
      }),
    );
    if (log.children.length > 50) log.lastElementChild?.remove();
  }, TICK_MS);
  page = createAnnotatorController({
    prefilter: testPrefilter,
    detect: answerRequests,
    getShadowRoot: () => null,
    loadCard: async () => {},
    onCodesChanged() {},
  });
  page.configure(testPageState);

  for (const wait of takeNthByDay(2, [300, 3_000, 400, 1_500])) {
    await new Promise((done) => setTimeout(done, wait));
    const line = document.createElement('p');
    line.textContent = 'Error 131047';
    const text = line.firstChild as Text;
    document.body.prepend(line);
    await expect.poll(() => isMarked(text)).toBe(true);
  }
});

test.each([
  ['a page', () => document.body as ParentNode & { innerHTML: string }],
  [
    'a shadow root',
    () =>
      document.body
        .appendChild(document.createElement('x-grid'))
        .attachShadow({ mode: 'open' }),
  ],
])(
  'reads a grid in %s, which keeps changing, more often while it scrolls',
  async (_, openRoot) => {
    const root = openRoot();
    root.innerHTML = `<div>${'<p>Error <b>131047</b></p>'.repeat(4)}</div>`;
    const cells = [...root.querySelectorAll('b')].map(
      ({ firstChild }) => firstChild as Text,
    );
    const read = new Set<string>();
    clock = stopClock(READ_COST_MS);
    const { pass } = clock;
    page = createAnnotatorController({
      // With a clock that only calls advance, a text costs the same on each machine.
      prefilter: (text, ...range) => {
        performance.now();
        return testPrefilter(text, ...range);
      },
      detect: async (requests) => {
        for (const { text } of requests) read.add(text);
        return answerRequests(requests);
      },
      getShadowRoot: (host) => host.shadowRoot,
      loadCard: async () => {},
      onCodesChanged() {},
    });
    page.configure(testPageState);
    const countReads = async (scrolls: boolean) => {
      await pass(500);
      read.clear();
      for (let tick = 0; tick < 60; tick++) {
        if (scrolls)
          root.querySelector('div')?.dispatchEvent(new Event('scroll'));
        for (const cell of cells) cell.data = String(131_000 + tick);
        await pass(25);
      }
      return read.size;
    };
    const still = await countReads(false);
    expect(await countReads(true)).toBeGreaterThan(1.5 * still);
  },
);
