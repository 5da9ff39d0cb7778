import { afterEach, expect, test } from 'vitest';
import {
  getTransformToOuter,
  hasForeignAncestor,
  isDocumentShown,
  toFramePoint,
  transformBox,
} from './frames.ts';

afterEach(() => document.body.replaceChildren());

const BOX =
  'position: fixed; left: 240px; top: 220px; width: 200px; height: 100px; border: 3px solid; padding: 12px 8px';
/** Allows for rounding by the browser. */
const isNear = (value: number, real: number) =>
  expect(Math.abs(value - real)).toBeLessThan(2);
const createFrame = (style: string) => {
  const frame = document.createElement('iframe');
  frame.style = style;
  document.body.append(frame);
  return frame;
};

test.each([
  ['as it is', ''],
  ['larger', 'transform: scale(1.6)'],
  ['about a corner', 'transform: scale(0.7, 2); transform-origin: 0 0'],
  ['stretched', 'scale: 1.5 0.5; transform: translate(5px, 7px)'],
  ['zoomed', 'zoom: 1.5'],
  ['in what is larger', '', 'transform: scale(1.25)'],
  ['in what is zoomed', 'transform: scale(1.2)', 'zoom: 0.8'],
])(
  'a place in a frame is found from outside, and the other way round: %s',
  (_, style, around = '') => {
    document.body.innerHTML = `<div style="width: 500px; height: 400px; ${around}"><iframe></iframe><div><p></p></div></div>`;
    const [frame, twin] = (document.body.firstElementChild as Element)
      .children as unknown as [HTMLIFrameElement, HTMLElement];
    for (const one of [frame, twin])
      one.style = `${BOX}; box-sizing: content-box; ${style}`;
    // Measured by the browser: an element in a container with the same box and styles.
    const code = twin.firstElementChild as HTMLElement;
    code.style =
      'width: 40px; height: 10px; margin: 20px 0 0 50px; display: flow-root; float: left';
    const real = code.getBoundingClientRect();
    const inner = frame.contentWindow as Window;
    const box = transformBox(
      getTransformToOuter(inner, window),
      new DOMRect(50, 20, 40, 10),
    );
    for (const side of ['left', 'top', 'right', 'bottom'] as const)
      isNear(box[side], real[side]);
    const event = new MouseEvent('mousemove', {
      clientX: (real.left + real.right) / 2,
      clientY: (real.top + real.bottom) / 2,
      view: window,
    });
    const { x, y } = toFramePoint(event, inner);
    isNear(x, 70);
    isNear(y, 25);
    expect(toFramePoint(event, window)).toEqual({
      x: event.clientX,
      y: event.clientY,
    });
  },
);

test('a document is shown until its frame, or one around it, goes or shows another page', async () => {
  const frame = createFrame('width: 200px');
  const document = frame.contentDocument as Document;
  const inner = document.body.appendChild(document.createElement('iframe'));
  const innermost = inner.contentDocument as Document;
  expect([isDocumentShown(document), isDocumentShown(innermost)]).toEqual([
    true,
    true,
  ]);
  frame.src = 'about:blank?other';
  await new Promise((done) =>
    frame.addEventListener('load', done, { once: true }),
  );
  expect([isDocumentShown(document), isDocumentShown(innermost)]).toEqual([
    false,
    false,
  ]);
  const other = frame.contentDocument as Document;
  expect(isDocumentShown(other)).toBe(true);
  frame.remove();
  expect(isDocumentShown(other)).toBe(false);
});

test.each([
  ['the page itself', false, null],
  ['a frame of its origin', false, { srcdoc: '<p>' }],
  ['a frame with an origin of its own', true, { sandbox: '', srcdoc: '<p>' }],
])('whether another origin is around: %s', async (_, expected, attributes) => {
  const frame = createFrame('');
  if (attributes) {
    const loaded = new Promise((done) => frame.addEventListener('load', done));
    Object.assign(frame, attributes);
    await loaded;
  }
  expect(
    hasForeignAncestor((attributes ? frame.contentWindow : window) as Window),
  ).toBe(expected);
});
