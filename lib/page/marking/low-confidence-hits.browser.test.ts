import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  testPrefilter as prefilter,
  testEngine,
} from '../../../tests/fixtures/engine.ts';
import type { DetectRequest } from '../../detect/detect-request.ts';
import {
  detectForRequest,
  type Engine,
} from '../../extension/engine/engine.ts';
import { createLowConfidenceHitFinder } from './low-confidence-hits.ts';

/** Hits in texts with `maybe` are weak. */
const engine: Engine = {
  ...testEngine,
  detect: (text, context) =>
    testEngine
      .detect(text, context)
      .map((hit) => ({ ...hit, confidence: /maybe/.test(text) ? 0.4 : 1 })),
};
const closed = new WeakMap<Element, ShadowRoot>();
const options = {
  prefilter,
  client: async (requests: readonly DetectRequest[]) =>
    requests.map((request) => detectForRequest(request, engine)),
  getShadowRoot: (host: Element) => host.shadowRoot ?? closed.get(host) ?? null,
};
const finder = createLowConfidenceHitFinder(options);
const everything = { provider: null, suppressions: [] };
const findHits = async (
  about: Parameters<typeof finder.find>[0] = everything,
) =>
  (await finder.find(about)).codes
    .map(({ why, code, count }) => `${why} ${code} ×${count}`)
    .sort();

afterEach(() => document.body.replaceChildren());

describe('low-confidence hits', () => {
  test('are the uncertain codes, with the text around them', async () => {
    document.body.innerHTML =
      '<p>Error 131047</p><p>First line<br>Here is <b>maybe</b> an error 131026, who knows</p>';
    const { codes, partial } = await finder.find(everything);
    expect(partial).toBe(false);
    expect(codes).toMatchObject([
      {
        why: 'perhaps',
        code: '131026',
        key: 'meta/cloud/131026',
        around: ['Here is maybe an error ', '131026', ', who knows'],
      },
    ]);
  });

  test('include codes of tooltips and labels', async () => {
    document.body.innerHTML = `<i title="Error 131047">!</i><button aria-label="Error 131026">?</button>
      <p hidden title="Error 131049">!</p><p title="maybe error 131049">!</p><p title="131 messages">!</p>`;
    expect(await findHits()).toEqual([
      'attribute 131026 ×1',
      'attribute 131047 ×1',
    ]);
  });

  test('are found in open and closed shadow roots, and equal ones are counted together', async () => {
    document.body.innerHTML =
      '<x-row></x-row><i title="Error 131047">!</i><p>maybe error 131026</p><p>maybe error 131026</p>';
    const host = document.querySelector('x-row') as Element;
    const root = host.attachShadow({ mode: 'closed' });
    closed.set(host, root);
    root.innerHTML = '<i title="Error 131047">!</i>';
    expect(await findHits()).toEqual([
      'attribute 131047 ×2',
      'perhaps 131026 ×2',
    ]);
  });

  test('exclude hidden, editable and suppressed text', async () => {
    document.body.innerHTML = `<p hidden>maybe error 131026</p><div contenteditable>maybe error 131026</div>
      <p>maybe error 131049 here</p>`;
    expect(await findHits()).toEqual(['perhaps 131049 ×1']);
    const suppressions = [
      {
        host: '',
        code: '131049',
        by: 'shape',
        words: 'error ‹› here',
      } as const,
    ];
    expect(await findHits({ provider: null, suppressions })).toEqual([]);
  });

  test('name, on request, every candidate that a sensitivity leaves unmarked, and why', async () => {
    document.body.innerHTML = `<p>Error 131047</p><p>maybe error 131026</p><i title="Error 131049">!</i>
      <p>Error 131049 here</p>`;
    const suppressions = [
      {
        host: '',
        code: '131049',
        by: 'shape',
        words: 'error ‹› here',
      } as const,
    ];
    const { codes } = await finder.find({
      provider: null,
      suppressions,
      judgedFor: 'normal',
    });
    expect(codes.map(({ code, rejection }) => [code, rejection])).toEqual([
      ['131049', 'in a tooltip or label'],
      ['131049', 'suppressed'],
      ['131026', 'no cue, provider unknown'],
    ]);
    // Positions in the list that the popup shows stay valid.
    expect(finder.reveal(0)).toBe(false);
  });

  test('are collected within a time limit, and a result that is cut says so', async () => {
    document.body.innerHTML = '<p>maybe error 131026</p>'.repeat(5_000);
    let now = 0;
    const clock = vi
      .spyOn(performance, 'now')
      .mockImplementation(() => (now += 100));
    expect((await finder.find(everything)).partial).toBe(true);
    clock.mockRestore();
  });
});

test('can be scrolled to while they exist', async () => {
  document.body.innerHTML =
    '<div style="height: 3000px"></div><p>maybe error 131026</p>';
  const { codes } = await finder.find(everything);
  const place = codes[0]?.place ?? -1;
  expect(finder.reveal(place)).toBe(true);
  const { top } = (
    document.querySelector('p') as Element
  ).getBoundingClientRect();
  expect(top).toBeLessThan(innerHeight);
  document.body.replaceChildren();
  expect(finder.reveal(place)).toBe(false);
});
