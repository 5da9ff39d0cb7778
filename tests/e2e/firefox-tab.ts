import { writeFile } from 'node:fs/promises';
import type { Bidi } from './bidi.ts';
import type { Point, Tab } from './browser.ts';
import { readCard, readMarks } from './in-page.ts';
import { readShadow } from './shadow-bidi.ts';

export interface FirefoxTab extends Tab {
  /** Its browsing context. */
  readonly context: string;
  rightClick(at: Point): Promise<void>;
}

const KEYS: Record<string, string> = {
  Escape: '\uE00C',
  Tab: '\uE004',
  Enter: '\uE006',
  Backspace: '\uE003',
  Home: '\uE011',
  End: '\uE010',
  ArrowUp: '\uE013',
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
};

/** Creates a Firefox tab on plain BiDi, because puppeteer does not expose extension pages as a `Page`. */
export function tabOf(bidi: Bidi, context: string): FirefoxTab {
  const run = ((work, argument) =>
    bidi.call(context, work.toString(), argument)) as Tab['run'];

  const getMarks = () => run(readMarks);
  let pointer: Point = { x: 0, y: 0 };

  const performActions = (
    type: 'pointer' | 'key' | 'wheel',
    actions: object[],
  ) =>
    bidi.send<void>('input.performActions', {
      context,
      actions: [
        {
          type,
          id: type,
          ...(type === 'pointer' && { parameters: { pointerType: 'mouse' } }),
          actions,
        },
      ],
    });

  const createMoves = (to: Point, steps: number) => {
    const from = pointer;

    pointer = { x: Math.round(to.x), y: Math.round(to.y) };

    return Array.from({ length: steps }, (_, step) => {
      const part = (step + 1) / steps;

      return {
        type: 'pointerMove',
        x: Math.round(from.x + (pointer.x - from.x) * part),
        y: Math.round(from.y + (pointer.y - from.y) * part),
        duration: 0,
      };
    });
  };

  const createPress = (button: number) => [
    { type: 'pointerDown', button },
    { type: 'pointerUp', button },
  ];

  const createStroke = (key: string) => {
    const keys =
      key.length > 1 ? key.split('+').map((name) => KEYS[name] ?? name) : [key];

    return [
      ...keys.map((value) => ({ type: 'keyDown', value })),
      ...keys.reverse().map((value) => ({ type: 'keyUp', value })),
    ];
  };

  const move: Tab['move'] = (to, steps = 8) =>
    performActions('pointer', createMoves(to, steps));

  return {
    context,
    run,
    marks: getMarks,
    codes: async () => (await getMarks()).map(({ text }) => text).sort(),
    card: () => run(readCard),
    cardTree: () => readShadow(bidi, context),
    async pointOf(code) {
      const mark = (await getMarks()).find(
        ({ text, x }) => text === code && !Number.isNaN(x),
      );

      if (!mark) throw new Error(`${code} is not underlined`);

      return { x: mark.x, y: mark.y };
    },
    move,
    click: (at) =>
      performActions('pointer', [...createMoves(at, 1), ...createPress(0)]),
    tap: ({ x, y }) =>
      bidi.send<void>('input.performActions', {
        context,
        actions: [
          {
            type: 'pointer',
            id: 'finger',
            parameters: { pointerType: 'touch' },
            actions: [
              {
                type: 'pointerMove',
                x: Math.round(x),
                y: Math.round(y),
                duration: 0,
              },
              ...createPress(0),
            ],
          },
        ],
      }),
    rightClick: (at) =>
      performActions('pointer', [...createMoves(at, 1), ...createPress(2)]),
    mouse: (state) =>
      performActions('pointer', [
        { type: state === 'down' ? 'pointerDown' : 'pointerUp', button: 0 },
      ]),
    press: (key) => performActions('key', createStroke(key)),
    type: (text) => performActions('key', [...text].flatMap(createStroke)),
    scroll: (by) =>
      performActions('wheel', [
        { type: 'scroll', ...pointer, deltaX: 0, deltaY: by },
      ]),
    address: () => run(() => location.href),
    async screenshot(file) {
      const { data } = await bidi.send<{ data: string }>(
        'browsingContext.captureScreenshot',
        { context },
      );

      await writeFile(file, Buffer.from(data, 'base64'));
    },
    reload: async () =>
      void (await bidi.send('browsingContext.reload', {
        context,
        wait: 'complete',
      })),
    async leave() {
      await bidi.send('input.releaseActions', { context });
      await move({ x: 0, y: 0 }, 1);

      await bidi.send('browsingContext.navigate', {
        context,
        url: 'about:blank',
        wait: 'complete',
      });
    },
    close: async () =>
      void (await bidi.send('browsingContext.close', { context })),
  };
}
