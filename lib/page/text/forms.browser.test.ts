import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  answerRequests,
  testPrefilter as prefilter,
  testEngine,
  testPageState,
} from '../../../tests/fixtures/engine.ts';
import {
  clobberForm,
  createClobberingImages,
} from '../../../tests/fixtures/form.ts';
import { PATIENT } from '../../../tests/patience.ts';
import { detectForRequest } from '../../extension/engine/engine.ts';
import { createAnnotatorController } from '../lifecycle/annotator-controller.ts';
import { startPrescan } from '../lifecycle/prescan.ts';
import { createLowConfidenceHitFinder } from '../marking/low-confidence-hits.ts';
import { getSuppressionAt } from './suppression-of-mark.ts';
import { getSampleAt } from './text-sample.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
  document.body.replaceChildren();
});

const getMarkedTexts = () =>
  [...CSS.highlights]
    .filter(([name]) => name.startsWith('errata'))
    .flatMap(([, highlight]) => [...highlight] as Range[]);

function startReading() {
  const asked = vi.fn(answerRequests);
  const page = createAnnotatorController({
    prefilter,
    detect: asked,
    getShadowRoot: () => null,
    loadCard: async () => {},
    onCodesChanged() {},
  });
  ends.push(page.destroy);
  page.configure({ ...testPageState, hoverDelayMs: 30 });
  return { page, asked };
}

function showForm(html: string, named: boolean): HTMLFormElement {
  document.body.innerHTML = html;
  const form = document.forms[0] as HTMLFormElement;
  if (named) clobberForm(form);
  return form;
}

const CELLS = '<i role=cell>sent</i><i role=cell>131047</i>';
const forms: [string, string][] = [
  [
    'around a page',
    '<form><h2>Errors</h2><p>Error 131047</p><ul><li>131049</li></ul></form>',
  ],
  [
    'within a text',
    '<div>Error <form style="display: inline">131047</form> and <b>131049</b></div>',
  ],
  ['between texts', '<p>error</p><form>131047</form><p>131026</p>'],
  [
    'around a table',
    '<form><table><tr><th>To</th><th>Error</th></tr><tr><td>a</td><td>131047</td></tr></table></form>',
  ],
  [
    'as a grid',
    `<form role=grid><div role=row><i role=columnheader>To</i><i role=columnheader>Error</i></div><div role=row>${CELLS}</div></form>`,
  ],
  [
    'as a row',
    `<div role=grid><div role=row><i role=columnheader>To</i><i role=columnheader>Error</i></div><form role=row>${CELLS}</form></div>`,
  ],
  [
    'as a cell',
    '<div role=row><i role=rowheader>Error</i><form role=cell>131047</form></div>',
  ],
  [
    'as a list',
    '<h3>Errors</h3><form role=list><div role=listitem>131047 <b>4</b></div></form>',
  ],
  [
    'as an item',
    '<h3>Errors</h3><div role=list><form role=listitem><b>131047</b> 4</form></div>',
  ],
  ['as a label', '<div><form>Error</form><div>131047</div></div>'],
  [
    'that is labelled',
    '<p id=name>Error</p><div><form aria-labelledby=name>131047</form></div>',
  ],
  [
    'as a payload',
    '<form><div>{</div><div>"error": {</div><div>"code": 131047</div><div>}</div></form>',
  ],
  [
    'without a box',
    '<form style="display: contents">Error 131047<details open>131049</details></form>',
  ],
  [
    'that is edited',
    '<p>Error 131047</p><form contenteditable>Error 131049<p contenteditable=false>Error 131026</p></form>',
  ],
];

describe('a form with fields of any name', () => {
  test.each(forms)('%s is read as any other', async (_, html) => {
    const readings: unknown[] = [];
    for (const named of [false, true]) {
      showForm(html, named);
      const { page, asked } = startReading();
      await expect.poll(page.api.isReading).toBe(false);
      const codes = getMarkedTexts().map((range) => [
        `${range}`,
        getSuppressionAt(range, `${range}`, ''),
        getSampleAt(range),
      ]);
      readings.push([asked.mock.calls, codes]);
      page.destroy();
    }
    expect(readings[1]).toEqual(readings[0]);
    expect(JSON.stringify(readings)).toContain('131047');
  });

  test('is rescanned when it changes', async () => {
    const form = showForm(
      '<form><h2>Codes</h2><ul><li>131047</li></ul></form>',
      true,
    );
    startReading();
    const heading = document.querySelector('h2') as Element;
    heading.append(' of errors');
    await expect.poll(() => getMarkedTexts().join()).toBe('131047');
    HTMLFormElement.prototype.append.call(form, 'Error 131049');
    await expect.poll(() => getMarkedTexts().join()).toBe('131047,131049');
    document.body.append(form);
    document.body.prepend('Error 131026');
    await expect.poll(() => getMarkedTexts().join()).toContain('131026');
    Element.prototype.remove.call(form);
    await expect.poll(() => getMarkedTexts().join()).toBe('131026');
  });

  test('is prescanned, also if it is added later', async () => {
    const onMatch = vi.fn();
    showForm('<form></form>', true);
    const prescan = startPrescan({
      prefilter,
      isSure: () => true,
      getShadowRoot: () => null,
      judge: async () => false,
      onMatch,
    });
    ends.push(prescan.stop);
    await expect.poll(prescan.isLooking).toBe(false);
    const form = document.forms[0] as HTMLFormElement;
    document.body.append(form);
    const line = document.createElement('p');
    Node.prototype.appendChild.call(form, line);
    line.textContent = 'Error 131047';
    await expect.poll(() => onMatch.mock.calls.length).toBe(1);
  });

  test('reports its low-confidence hits', async () => {
    showForm('<form title="Error 131047">Error 131026</form>', true);
    const engine = { ...testEngine, isConfident: () => false };
    const finder = createLowConfidenceHitFinder({
      prefilter,
      client: async (requests) =>
        requests.map((request) => detectForRequest(request, engine)),
      getShadowRoot: () => null,
    });
    const { codes } = await finder.find({ provider: null, suppressions: [] });
    expect(codes.map(({ code }) => code)).toContain('131026');
    expect(finder.reveal(codes[0]?.place ?? -1)).toBe(true);
  });
});

test('a page is read as any other if its images have the names of the properties of documents', async () => {
  const page = document.body;

  const html =
    '<h2>Errors</h2><table><tr><th>To</th><th>Error</th></tr><tr><td>a</td><td>131047</td></tr></table>' +
    '<p>Error <b>131</b><b>049</b></p>';

  const readings: unknown[] = [];

  for (const images of ['', createClobberingImages([])]) {
    page.innerHTML = html + images;

    if (images !== '')
      expect(document.createTreeWalker).toBeInstanceOf(HTMLImageElement);

    const { page: started, asked } = startReading();

    await vi.waitFor(
      () => expect(started.api.isReading()).toBe(false),
      PATIENT,
    );

    const added = Document.prototype.createElement.call(document, 'p');

    added.textContent = 'Error 131026';
    page.append(added);
    await vi.waitFor(
      () => expect(getMarkedTexts().join()).toContain('131026'),
      PATIENT,
    );

    readings.push([asked.mock.calls, getMarkedTexts().map(String)]);
    started.destroy();
    page.replaceChildren();
  }

  expect(readings[1]).toEqual(readings[0]);
  expect(JSON.stringify(readings[1])).toContain('131047');
});
