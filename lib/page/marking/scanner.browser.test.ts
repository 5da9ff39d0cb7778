import { afterEach, expect, test, vi } from 'vitest';
import { answerRequests } from '../../../tests/fixtures/engine.ts';
import { createMarks } from './marks.ts';
import { createScanner } from './scanner.ts';

const open: { stop(): void }[] = [];

afterEach(() => {
  for (const one of open.splice(0)) one.stop();
  document.body.replaceChildren();
});

/**
 * Creates a scanner whose prefilter has a given delay, so that a small page takes several slices.
 *
 * @param painted Called after each paint of marks, before the next slice.
 */
function createTestScanner(slowMs = 0, painted = () => {}) {
  const marks = createMarks(() => queueMicrotask(painted));
  let looks = 0;
  let settle = () => {};
  const scanner = createScanner({
    prefilter(text, from = 0, to = text.length) {
      looks++;
      for (
        const until = performance.now() + slowMs;
        performance.now() < until;
      );
      return /\d{6}/.test(text.slice(from, to));
    },
    client: answerRequests,
    marks,
    site: () => ({ host: 'forum.example', path: '/', provider: null }),
    isSuppressed: () => false,
    onHidden: () => {},
    onSettled: () => settle(),
  });
  open.push(scanner, { stop: marks.destroy });
  const read = (node: Node) =>
    new Promise<string[]>((done) => {
      settle = () =>
        done(
          marks
            .inOrder()
            .map(({ text, nodes }) => `${text} in ${nodes[0].data}`),
        );
      scanner.scan(node);
    });
  return { scanner, read, looks: () => looks };
}

test('reads each text on its own, whatever surrounds it', async () => {
  document.body.innerHTML = `
    <p>error 13</p><!-- 1047 --><p>1047</p><p></p>
    <script type="text/plain">error 131</script><style>p::after { content: '131026' }</style>
    <template><p>error 131026</p></template>
    <p>error 131047</p><p>131</p><p>049</p><p>error 131049</p>`;
  expect(await createTestScanner().read(document)).toEqual([
    '131047 in error 131047',
    '131049 in error 131049',
  ]);
});

test('a text that cannot be read does not block the others', async () => {
  const failed = vi.fn((event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  });
  window.addEventListener('unhandledrejection', failed, true);
  document.body.innerHTML = '<p>error 131026</p><p>error 131047</p>';
  const { scanner, read } = createTestScanner();
  const style = vi.spyOn(window, 'getComputedStyle').mockImplementation(() => {
    throw new Error('unreadable');
  });
  scanner.scan(document.body.firstElementChild as Node);
  await expect.poll(() => failed.mock.calls.length).toBe(1);
  style.mockRestore();
  window.removeEventListener('unhandledrejection', failed, true);
  expect(scanner.isReading()).toBe(false);
  expect(await read(document.body.lastElementChild as Node)).toEqual([
    '131047 in error 131047',
  ]);
});

/** Waits for tasks of the page, and not for a time in which a scan may end. */
async function waitForTasks(count: number): Promise<void> {
  for (let at = 0; at < count; at++)
    await new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(null);
    });
}

test('a page that changes during the scan is scanned correctly', async () => {
  document.body.innerHTML =
    createPlainParagraphs(400) + '<p>error 131047</p>'.repeat(20);
  const { scanner, read } = createTestScanner(0.2);
  const observer = new MutationObserver(scanner.handleChanges);
  observer.observe(document, {
    childList: true,
    characterData: true,
    subtree: true,
  });
  const reading = read(document);
  await waitForTasks(3);
  expect(scanner.isReading()).toBe(true);
  document.body.children[399]?.replaceChildren(
    'a much longer text than the one before',
  );
  expect(await reading).toEqual(
    Array.from({ length: 20 }, () => '131047 in error 131047'),
  );
  observer.disconnect();
});

test('scans the rest of a subtree that loses the current text', async () => {
  document.body.innerHTML = `<main>${createPlainParagraphs(400)}${'<p>error 131047</p>'.repeat(20)}</main>`;
  const main = document.querySelector('main') as HTMLElement;
  const { scanner, read } = createTestScanner(0.2);
  const observer = new MutationObserver(scanner.handleChanges);
  observer.observe(document, { childList: true, subtree: true });
  const reading = read(main);
  await waitForTasks(3);
  expect(scanner.isReading()).toBe(true);
  for (const paragraph of [...main.children].slice(0, 399)) paragraph.remove();
  expect(await reading).toEqual(
    Array.from({ length: 20 }, () => '131047 in error 131047'),
  );
  observer.disconnect();
});

test.each(['100%', '20%'])(
  'what is in view is underlined before the rest is read, %s wide',
  async (width) => {
    const rows = createPlainParagraphs(3_000);
    document.body.innerHTML = `<main style="width: ${width}">${rows}<p>error 131047</p><p id="seen">error 131049</p>${rows}<p>error 131026</p></main>`;
    document.getElementById('seen')?.scrollIntoView({ block: 'center' });
    const paints: { codes: string[]; looks: number }[] = [];
    const { read, looks } = createTestScanner(0.1, () =>
      paints.push({ codes: getUnderlinedTexts(), looks: looks() }),
    );
    await read(document);
    expect(paints.map(({ codes }) => codes)).toEqual([
      ['131047', '131049'],
      ['131026', '131047', '131049'],
    ]);
    expect(paints[0]?.looks).toBeLessThan(looks() / 10);
  },
);

test('marks text that scrolls into view first, on a large page', async () => {
  const rows = createPlainParagraphs(3_000);
  document.body.innerHTML = `${rows}<p id="seen">error 131049</p>${rows}<p>error 131026</p>`;
  window.scrollTo(0, 0);
  const paints: { codes: string[]; looks: number }[] = [];
  const { scanner, read, looks } = createTestScanner(0.1, () =>
    paints.push({ codes: getUnderlinedTexts(), looks: looks() }),
  );
  scanner.followScroll(document);
  const reading = read(document);
  await new Promise((later) => setTimeout(later, 30));
  document.getElementById('seen')?.scrollIntoView({ block: 'center' });
  await reading;
  expect(paints.map(({ codes }) => codes)).toEqual([
    ['131049'],
    ['131026', '131049'],
  ]);
  expect(paints[0]?.looks).toBeLessThan(looks() / 3);
});

test('finds the codes between texts that repeat', async () => {
  const rows = `${'<p>delivered to the phone</p>'.repeat(500)}<p>delivered as error 131047</p>`;
  document.body.innerHTML = rows.repeat(2);
  const { read } = createTestScanner();
  expect(await read(document)).toEqual([
    '131047 in delivered as error 131047',
    '131047 in delivered as error 131047',
  ]);
});

/** Returns paragraphs with unique texts. */
const createPlainParagraphs = (count: number) =>
  Array.from({ length: count }, (_, at) => `<p>nothing ${at}</p>`).join('');

const getUnderlinedTexts = () =>
  [...CSS.highlights]
    .filter(([name]) => name.startsWith('errata'))
    .flatMap(([, ranges]) => [...ranges].map(String))
    .sort();
