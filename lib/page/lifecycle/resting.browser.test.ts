import { afterEach, expect, test } from 'vitest';
import {
  answerRequests,
  testPageState,
  testPrefilter,
} from '../../../tests/fixtures/engine.ts';
import {
  type AnnotatorController,
  createAnnotatorController,
} from './annotator-controller.ts';

let page: AnnotatorController | undefined;
let storming = false;

afterEach(() => {
  storming = false;
  page?.destroy();
  document.body.replaceChildren();
});

/** Adds, changes and removes lines as fast as a responsive page can. */
function startStorm(): void {
  const lines: Text[] = [];
  const changeLine = (turn: number) => {
    const line = document.createElement('p');
    line.textContent = `message ${turn} failed: error ${turn % 2 ? 131047 : 131026}`;
    document.body.append(line);
    lines.push(line.firstChild as Text);
    const other = lines[(turn * 7) % lines.length] as Text;
    other.data = `message ${turn} delivered`;
    if (lines.length > 300) lines.shift()?.parentElement?.remove();
  };
  let turn = 0;
  storming = true;
  const changeForAWhile = () => {
    if (!storming) return;

    for (const end = performance.now() + 30; performance.now() < end; )
      changeLine(++turn);
    setTimeout(changeForAWhile, 1);
  };
  changeForAWhile();
}

const getMarkedTexts = () =>
  [...CSS.highlights]
    .filter(([name]) => name.startsWith('errata'))
    .flatMap(([, ranges]) => [...ranges].map((range) => String(range)));

test('pauses on a page that changes too fast, says so, and is then correct', async () => {
  page = createAnnotatorController({
    prefilter: testPrefilter,
    detect: answerRequests,
    getShadowRoot: (host) => host.shadowRoot,
    loadCard: async () => {},
    onCodesChanged() {},
  });
  page.configure(testPageState);
  document.body.innerHTML = '<p>Error 131047</p>';
  await expect.poll(getMarkedTexts).toEqual(['131047']);
  const isReading = () => page?.api.isReading?.();
  await expect.poll(isReading).toBe(false);
  startStorm();
  await expect.poll(isReading).toBe(true);
  storming = false;
  // Changes during a pause are not observed.
  const host = document.createElement('div');
  document.body.replaceChildren('Error 131049', host);
  host.attachShadow({ mode: 'open' }).textContent = 'Error 131026';
  expect(isReading()).toBe(true);
  await expect.poll(isReading).toBe(false);
  await expect
    .poll(() => getMarkedTexts().sort())
    .toEqual(['131026', '131049']);
  document.body.append('Error 131047');
  await expect
    .poll(() => getMarkedTexts().sort())
    .toEqual(['131026', '131047', '131049']);
});
