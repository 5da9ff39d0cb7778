import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { COVERED_TEXTS } from '../../../tests/fixtures/covered-texts.ts';
import { testEngine } from '../../../tests/fixtures/engine.ts';
import { clobberForm } from '../../../tests/fixtures/form.ts';
import { createMarks } from '../marking/marks.ts';
import { getMarkRange } from '../marking/page-mark.ts';
import { createShadowRootGetter } from '../text/shadow-roots.ts';
import { findMarkAt, findMarkNear } from './hit-test.ts';

const marks = createMarks(() => undefined);
afterEach(() => {
  document.body.replaceChildren();
  marks.sweep([], true);
});

/** Marks every code of a text and returns the rectangles. */
function markCodes(text: Text): DOMRect[] {
  marks.replace(
    [text],
    testEngine
      .detect(text.data, { header: 'error' })
      .map((hit) => ({ hit, nodes: [text], start: hit.start, end: hit.end })),
  );
  return [...marks.all].flatMap((one) => [
    ...getMarkRange(one).getClientRects(),
  ]);
}

const findCodeAt = (
  { x, y, width, height }: DOMRect,
  openRoot: (host: Element) => ShadowRoot | null = () => null,
) =>
  findMarkAt(x + width / 2, y + height / 2, marks, openRoot)?.hit.code ?? null;

function showMarkup(markup: string): Text {
  document.body.innerHTML = markup;
  return document.querySelector('#it')?.firstChild as Text;
}

describe('the code under a point', () => {
  test('is found in a form with fields of any name', () => {
    const [box] = markCodes(showMarkup('<form><p id=it>131047</p></form>'));
    clobberForm(document.forms[0] as HTMLFormElement);
    expect(
      findCodeAt(
        box as DOMRect,
        createShadowRootGetter(() => null),
      ),
    ).toBe('131047');
    const [sticks] = markCodes(
      showMarkup(
        '<form style="width:10px"><div style="width:0"><b id=it>131049</b></div></form>',
      ),
    );
    clobberForm(document.forms[0] as HTMLFormElement);
    expect(
      findCodeAt(
        sticks as DOMRect,
        createShadowRootGetter(() => null),
      ),
    ).toBe('131049');
  });

  test.each([
    ['0', '131047'],
    ['7em', null],
  ])(
    'in a box without pointer events that clips what overflows, %s to the right',
    (left, code) => {
      const [box] = markCodes(
        showMarkup(
          `<div style="position:relative"><div style="pointer-events:none"><div style="overflow:hidden;width:6em"><p id=it style="margin-left:${left}">131047</p></div></div></div>`,
        ),
      );
      expect(findCodeAt(box as DOMRect)).toBe(code);
    },
  );

  test('is found on each of its lines, and not in the blank between them', () => {
    const text = showMarkup(
      '<p id=it style="width:3ch;font:16px/40px monospace;word-break:break-all">131047</p>',
    );
    const [first, second] = markCodes(text);
    if (!first || !second) throw new Error('the code stands on one line');
    expect([findCodeAt(first), findCodeAt(second)]).toEqual([
      '131047',
      '131047',
    ]);
    expect(
      findMarkAt(
        first.x + 5,
        (first.bottom + second.top) / 2,
        marks,
        () => null,
      ),
    ).toBeNull();
  });

  test('is found under a transparent element, but not under an opaque one', () => {
    const text = showMarkup(
      '<p id=it>131047</p><div id=over style="position:fixed;inset:0"></div>',
    );
    const [box] = markCodes(text);
    if (!box) throw new Error('no box');
    expect(findCodeAt(box)).toBe('131047');
    const over = document.querySelector<HTMLElement>('#over');
    if (over) over.style.background = 'white';
    expect(findCodeAt(box)).toBeNull();
  });

  test.each([
    ['is found where it sticks out of its box', '', '131047'],
    ['is not found where that is cut off', 'overflow:hidden', null],
  ])('%s', (_, style, code) => {
    document.body.style.background = 'white';
    const text = showMarkup(
      `<p id=it style="width:20px;white-space:nowrap;${style}">Some error 131047</p>`,
    );
    const [box] = markCodes(text);
    if (!box) throw new Error('no box');
    expect(findCodeAt(box)).toBe(code);
    document.body.style.background = '';
  });

  test.each(
    COVERED_TEXTS.map(
      ({ name, markup, isReadable }) => [isReadable, name, markup] as const,
    ),
  )('is found if it can be read (%s): %s', (isReadable, _, markup) => {
    document.body.innerHTML = markup;
    const texts = document.createTreeWalker(
      document.body,
      NodeFilter.SHOW_TEXT,
    );

    while (texts.nextNode())
      if (texts.currentNode.nodeValue?.includes('131047')) break;
    const [box] = markCodes(texts.currentNode as Text);
    expect(findCodeAt(box as DOMRect)).toBe(isReadable ? '131047' : null);
  });

  test('is found in a closed shadow root', () => {
    document.body.innerHTML = '<div id=host></div>';
    const host = document.querySelector('#host') as Element;
    const root = host.attachShadow({ mode: 'closed' });
    root.textContent = '131047';
    const [box] = markCodes(root.firstChild as Text);
    if (!box) throw new Error('no box');
    expect(findCodeAt(box, (element) => (element === host ? root : null))).toBe(
      '131047',
    );
  });

  test('is recognized after the page renders it again', () => {
    const [box] = markCodes(showMarkup('<p id=it>131047</p>'));
    if (!box) throw new Error('no box');
    markCodes(showMarkup('<p id=it>131047</p>'));
    expect(findMarkNear(box, '131047', marks)?.hit.code).toBe('131047');
    expect(findMarkNear(box, '131049', marks)).toBeNull();
    markCodes(showMarkup('<p>a</p><p>b</p><p id=it>131047</p>'));
    expect(findMarkNear(box, '131047', marks)).toBeNull();
  });

  /** In Chromium since 140; not in TypeScript's types. */
  const oracle = CSS.highlights as typeof CSS.highlights & {
    highlightsFromPoint(
      x: number,
      y: number,
    ): { highlight: Highlight; ranges: Range[] }[];
  };

  test('is the one that the browser finds in its highlight, on random pages', () => {
    const codes = ['131047', '131026', '131049', '131000', '130472', '132000'];
    const style = fc.record({
      left: fc.nat(200),
      top: fc.nat(90),
      width: fc.integer({ min: 20, max: 120 }),
      angle: fc.constantFrom(0, 0, 0, 90, 180),
      rest: fc.constantFrom(
        '',
        'background:white',
        'overflow:hidden',
        'pointer-events:none',
        'word-break:break-all',
        'z-index:1',
      ),
    });
    let hits = 0;
    fc.assert(
      fc.property(fc.array(style, { minLength: 2, maxLength: 6 }), (styles) => {
        marks.sweep([], true);
        document.body.innerHTML = styles
          .map(
            ({ left, top, width, angle, rest }, at) =>
              `<p style="position:absolute;left:${left}px;top:${top}px;width:${width}px;rotate:${angle}deg;${rest}">${codes[at]} now</p>`,
          )
          .join('');
        for (const one of document.querySelectorAll('p'))
          markCodes(one.firstChild as Text);
        const ranges = new Map(
          [...marks.all].map((mark) => [getMarkRange(mark), mark] as const),
        );
        CSS.highlights.set('oracle', new Highlight(...ranges.keys()));
        const boxes = [...ranges.keys()].flatMap((range) => [
          ...range.getClientRects(),
        ]);
        for (const box of boxes) {
          const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
          // At an edge, the tolerance for thin underlines decides.
          const isAtEdge = boxes.some(
            ({ left, right, top, bottom }) =>
              Math.min(
                Math.abs(x - left),
                Math.abs(x - right),
                Math.abs(y - top),
                Math.abs(y - bottom),
              ) < 4,
          );
          const [found] = oracle.highlightsFromPoint(x, y);
          if (!found || isAtEdge) continue;
          hits++;
          expect(
            found.ranges.map((one) => ranges.get(one)?.hit.code),
          ).toContain(findCodeAt(box));
        }
      }),
      { numRuns: 200, seed: 45 },
    );
    expect(hits).toBeGreaterThan(200);
    CSS.highlights.delete('oracle');
  });
});
