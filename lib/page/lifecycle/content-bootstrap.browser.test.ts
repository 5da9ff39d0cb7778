import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { testIndex, testPageState } from '../../../tests/fixtures/engine.ts';
import { createCoarseFilter } from '../../detect/prefilter/coarse-filter.ts';
import { createCoarsePatterns } from '../../detect/prefilter/coarse-pattern.ts';
import type { Prefilter } from '../../detect/prefilter/prefilter.ts';
import type { PageState } from '../../settings/settings.ts';
import type { Annotator, PageApi } from '../marking/page-api.ts';
import { yieldToMain } from '../text/yield-to-main.ts';
import { bootstrapContent } from './content-bootstrap.ts';

const filter = createCoarseFilter(createCoarsePatterns(testIndex), '');
const api = {
  codes: vi.fn(() => [{ code: '131047', key: null, count: 1 }]),
  isReading: vi.fn(() => false),
  navigate: vi.fn(async () => true),
  goTo: vi.fn(async () => true),
  readMarkTexts: vi.fn(async () => []),
  isNavigating: vi.fn(() => true),
  explainSelection: vi.fn(async () => {}),
} satisfies PageApi;
const destroyed = vi.fn();
const startAnnotator = vi.fn(
  (_: PageState | null): Annotator => ({
    api,
    destroy: destroyed,
  }),
);

const runAnnotatorScript = async () => {
  globalThis.errataAnnotator = {
    start: startAnnotator,
    findLowConfidenceHits: vi.fn(),
    explainSelection: vi.fn(),
  };
  frame?.api.onAnnotatorReady();
  return testPageState;
};
const judge = vi.fn(async (_: readonly Text[]) => false);
const onRestored = vi.fn();
const loadAnnotator =
  vi.fn<() => Promise<PageState | false>>(runAnnotatorScript);
const closed = new Map<Element, ShadowRoot>();
let frame: ReturnType<typeof bootstrapContent> | undefined;

const startBootstrap = (passes: Prefilter = filter.passes) => {
  frame = bootstrapContent({
    filter: { ...filter, passes },
    getShadowRoot: (host) => closed.get(host) ?? null,
    loadAnnotator,
    async loadJudge() {
      globalThis.errataJudge = judge;
    },
    onRestored,
  });
  return frame;
};
const setBody = (html: string) => {
  document.body.innerHTML = html;
};
const openPage = (html: string) => {
  setBody(html);
  startBootstrap();
};
const openPageWithMarksOff = async () => {
  loadAnnotator.mockResolvedValue(false);
  openPage('131047');
  await expect.poll(() => frame?.api.isOff()).toBe(true);
};
const isCalm = () => expect.poll(() => frame?.api.isReading()).toBe(false);
/** Longer than the throttle delay of changes. */
const waitUntilSettled = async () => {
  await new Promise((done) => setTimeout(done, 150));
  await isCalm();
};
const expectStart = () =>
  expect.poll(() => startAnnotator.mock.calls.length).toBe(1);

beforeEach(() => {
  vi.clearAllMocks();
  judge.mockResolvedValue(false);
  loadAnnotator.mockImplementation(runAnnotatorScript);
  setBody('<p>All 12 messages were delivered at 14:02.</p>');
});
afterEach(() => {
  frame?.destroy();
  globalThis.errataAnnotator = undefined;
  globalThis.errataJudge = undefined;
  globalThis.errataWithOwnTexts = undefined;
  document.body.replaceChildren();
});

describe('in a frame without codes', () => {
  test('requests nothing, whatever else changes there', async () => {
    startBootstrap();
    await waitUntilSettled();
    document.body.append('Read at 15:30', document.createElement('table'));
    await waitUntilSettled();
    expect(loadAnnotator).not.toHaveBeenCalled();
    expect(frame?.api.codes).toBeUndefined();
  });

  test('ignores source code of the page', async () => {
    setBody(
      '<script type="application/json">{"code":131047}</script><style>.x::after{content:"131047"}</style>',
    );
    const script = document.createElement('script');
    script.type = 'text/plain';
    // The last two texts of the page.
    script.append('1310', '4700');
    document.body.append(script);
    startBootstrap();
    await waitUntilSettled();
    expect(loadAnnotator).not.toHaveBeenCalled();
  });

  test('reads more than one slice of texts', async () => {
    const many = '<p>delivered</p>'.repeat(20_000);
    openPage(many);
    await isCalm();
    expect(loadAnnotator).not.toHaveBeenCalled();
    setBody(`${many}<p>131047</p>`);
    await expect.poll(() => startAnnotator.mock.calls.length).toBe(1);
  });

  test('reads text that changes before its turn', async () => {
    const delays = vi.spyOn(globalThis, 'setTimeout');
    startBootstrap();
    document.body.append('131047');
    await Promise.resolve();
    expect(delays.mock.calls.map(([, ms]) => ms)).toEqual([60]);
    delays.mockRestore();
  });

  test('reads the current version of text that changes during the scan', async () => {
    openPage('<p>delivered</p>'.repeat(20_000));
    for (let change = 0; change < 20; change++) {
      await new Promise((done) => setTimeout(done, 4));
      document.body.firstElementChild?.remove();
    }
    document.body.lastElementChild?.append(' 131047');
    await expect.poll(() => startAnnotator.mock.calls.length).toBe(1);
  });
});

test('requests nothing after it is stopped, even during the scan', async () => {
  const read = vi.fn<(text: string) => void>();
  startBootstrap((text, ...span) => {
    read(text);
    if (text === 'a long one') {
      // Runs before the deferred work of the prescan.
      void yieldToMain().then(() => frame?.destroy());
      for (const since = performance.now(); performance.now() - since < 10; );
    }
    return filter.passes(text, ...span);
  });
  await waitUntilSettled();
  document.body.append('a long one', '131047');
  await expect.poll(() => read).toHaveBeenCalledWith('a long one');
  await waitUntilSettled();
  expect(loadAnnotator).not.toHaveBeenCalled();
});

describe('loads the annotator once', () => {
  test.each([
    ['a code', () => setBody('<p>Error 131047</p>')],
    ['a code in two texts', () => setBody('<p><b>131</b><i>047</i></p>')],
    [
      'a code within a word',
      () => setBody('<p>Code MESSAGE_UNDELIVERABLE_131026</p>'),
    ],
  ])('for %s', async (_, change) => {
    judge.mockResolvedValue(true);
    change();
    startBootstrap();
    await expectStart();
    expect(loadAnnotator).toHaveBeenCalledTimes(1);
  });

  test.each<[string, string, (at: Element) => void]>([
    ['is added', '', (at) => at.append('131047')],
    [
      'is written into a text',
      'none',
      (at) => at.firstChild?.replaceWith('131047'),
    ],
    [
      'takes the place of another text',
      'none',
      (at) => {
        if (at.firstChild) at.firstChild.nodeValue = '131047';
      },
    ],
    [
      'is completed before',
      '<i>047</i>',
      (at) => at.insertAdjacentHTML('afterbegin', '<b>131</b>'),
    ],
    [
      'is completed behind',
      '<i>131</i>',
      (at) => at.insertAdjacentHTML('beforeend', '<u><b>047</b> ms</u>'),
    ],
    [
      'grows together',
      '<b>131</b><em>, </em><i>047</i>',
      (at) => at.querySelector('em')?.remove(),
    ],
  ])('where a code %s', async (_, html, change) => {
    openPage(`<p id="at">${html}</p>`);
    await waitUntilSettled();
    expect(loadAnnotator).not.toHaveBeenCalled();
    change(document.querySelector('#at') as Element);
    await expectStart();
    expect(loadAnnotator).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['a comment', () => document.createComment('view')],
    [
      'an instruction',
      () => document.createProcessingInstruction('view', '131'),
    ],
    [
      'a drawing',
      () => document.createElementNS('http://www.w3.org/2000/svg', 'svg'),
    ],
    [
      'an element of no kind',
      () => document.createElementNS('urn:view', 'view'),
    ],
  ])('for a code that comes after %s', async (_, make) => {
    startBootstrap();
    await waitUntilSettled();
    document.body.append(make());
    await waitUntilSettled();
    document.body.append('131047');
    await expectStart();
  });

  test('for a code after a text that cannot be read', async () => {
    const failed = vi.fn((event: Event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
    });
    window.addEventListener('unhandledrejection', failed, true);
    startBootstrap((text, from, to) => {
      if (text.includes('unreadable')) throw new Error('unreadable');
      return filter.passes(text, from, to);
    });
    await waitUntilSettled();
    document.body.append('unreadable');
    await expect.poll(() => failed.mock.calls.length).toBe(1);
    window.removeEventListener('unhandledrejection', failed, true);
    document.body.append('131047');
    await expectStart();
  });

  test('for a code in a closed root that is attached later', async () => {
    openPage('<x-log></x-log>');
    await waitUntilSettled();
    const host = document.querySelector('x-log') as Element;
    const root = host.attachShadow({ mode: 'closed' });
    closed.set(host, root);
    root.innerHTML = '<p>131047</p>';
    await expectStart();
  });

  test('and answers from then on', async () => {
    openPage('131047');
    await expectStart();
    expect(frame?.api.codes?.()).toEqual(api.codes());
    expect(await frame?.api.navigate?.(1)).toBe(true);
    expect(frame?.api.isNavigating?.()).toBe(true);
    document.body.append('131026');
    await waitUntilSettled();
    expect(loadAnnotator).toHaveBeenCalledTimes(1);
  });

  test('at the request of a user, if nothing was found', async () => {
    startBootstrap();
    await waitUntilSettled();
    await runAnnotatorScript();
    frame?.api.onAnnotatorReady(true);
    await frame?.api.explainSelection?.('131047');
    expect(api.explainSelection).toHaveBeenCalledWith('131047');
    expect(startAnnotator).toHaveBeenCalledWith(null, filter.hasCandidate);
  });
});

describe('if the annotator does not load', () => {
  test('the next code requests it again', async () => {
    loadAnnotator.mockRejectedValue(new Error('refused'));
    openPage('131047');
    await expect.poll(() => loadAnnotator.mock.calls.length).toBe(2);
    await isCalm();
    expect(frame?.api.explainSelection).toBeUndefined();
    const before = loadAnnotator.mock.calls.length;
    loadAnnotator.mockImplementation(runAnnotatorScript);
    document.body.append('131026');
    await expectStart();
    expect(loadAnnotator).toHaveBeenCalledTimes(before + 1);
  });

  test('requests it once more, because the background may have been stopped', async () => {
    loadAnnotator.mockRejectedValueOnce(
      new Error('The message port closed before a response was received.'),
    );
    openPage('131047');
    await expectStart();
    expect(loadAnnotator).toHaveBeenCalledTimes(2);
  });

  test('starts with the settings of the response', async () => {
    openPage('131047');
    await expectStart();
    expect(startAnnotator).toHaveBeenCalledWith(
      testPageState,
      filter.hasCandidate,
    );
  });

  test('does not start one that is no longer needed', async () => {
    startBootstrap();
    await waitUntilSettled();
    await runAnnotatorScript();
    expect(startAnnotator).not.toHaveBeenCalled();
    document.body.append('131047');
    await expectStart();
    expect(loadAnnotator).not.toHaveBeenCalled();
  });
});

test('loads nothing until marks are turned on', async () => {
  await openPageWithMarksOff();
  // The popup asks every frame for more, which loads the annotator.
  await runAnnotatorScript();
  document.body.append('131026');
  await waitUntilSettled();
  expect(loadAnnotator).toHaveBeenCalledTimes(1);
  expect(startAnnotator).not.toHaveBeenCalled();
  frame?.api.lookAgain();
  await expectStart();
});

test("looks for the team's own texts once their script has run", async () => {
  openPage('Gateway says: quota used up');
  await waitUntilSettled();
  expect(loadAnnotator).not.toHaveBeenCalled();
  globalThis.errataWithOwnTexts = (before) => (text, from, to) =>
    before(text, from, to) || text.slice(from, to).includes('quota used up');
  frame?.api.lookAgain();
  await expectStart();
});

test('prescans again if marks were turned on while the page was in the back-forward cache', async () => {
  const dispatchPageShow = (persisted: boolean) =>
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted }));
  await openPageWithMarksOff();
  loadAnnotator.mockImplementation(runAnnotatorScript);
  dispatchPageShow(false);
  await waitUntilSettled();
  expect(loadAnnotator).toHaveBeenCalledTimes(1);
  expect(onRestored).not.toHaveBeenCalled();
  dispatchPageShow(true);
  expect(onRestored).toHaveBeenCalledTimes(1);
  await expectStart();
});

test('where marks are switched off, it looks out again at another part of the site, and not at a new address of the same', async () => {
  const before = location.href;
  await openPageWithMarksOff();
  for (let turn = 0; turn < 5; turn++)
    history.replaceState(turn, '', `${before.split('#')[0]}#${turn}`);
  await waitUntilSettled();
  expect(loadAnnotator).toHaveBeenCalledTimes(1);
  loadAnnotator.mockImplementation(runAnnotatorScript);
  history.replaceState(null, '', '/elsewhere');
  await expectStart();
  history.replaceState(null, '', before);
});

test('a page that goes on to another part of its site while it is asked about is asked about again', async () => {
  const before = location.href;
  loadAnnotator.mockImplementationOnce(async () => {
    history.replaceState(null, '', '/elsewhere');
    return false;
  });
  openPage('131047');
  await expectStart();
  history.replaceState(null, '', before);
});

test('explains a selection although marks are turned off', async () => {
  await openPageWithMarksOff();
  await runAnnotatorScript();
  frame?.api.onAnnotatorReady(true);
  await frame?.api.explainSelection?.('131047');
  expect(api.explainSelection).toHaveBeenCalledWith('131047');
  frame?.api.lookAgain();
  await waitUntilSettled();
  expect(startAnnotator).toHaveBeenCalledTimes(1);
});

test('when it leaves, the reader leaves with it, and none begins', async () => {
  openPage('131047');
  await expectStart();
  frame?.destroy();
  expect(destroyed).toHaveBeenCalledTimes(1);
  globalThis.errataAnnotator = undefined;
  openPage('');
  await waitUntilSettled();
  frame?.destroy();
  document.body.append('131047');
  await waitUntilSettled();
  expect(startAnnotator).toHaveBeenCalledTimes(1);
});
