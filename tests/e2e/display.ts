import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Point, Tab } from './browser.ts';

/** True if a virtual X display is available, which native menus need. */
export const HAS_DISPLAY = ['Xvfb', 'xdotool'].every((tool) =>
  existsSync(`/usr/bin/${tool}`),
);

/** A virtual X display with a real pointer and keyboard. */
export interface Display {
  name: string;
  /** Right-clicks at a point of the page and chooses the menu item that begins with this letter. */
  choose(tab: Tab, at: Point, letter: string): Promise<void>;
  /** Clicks a point of the screen. */
  click(at: Point): void;
  /** Presses keys in the notation of xdotool: `alt+shift+p`. */
  press(keys: string): void;
  /** Types into the browser's address bar, until it has an effect. */
  enter(
    parts: readonly string[],
    hasEffect: () => Promise<boolean>,
  ): Promise<void>;
  close(): void;
}

export async function startDisplay(): Promise<Display> {
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );

  const name = await new Promise<string>((done, fail) => {
    server.stdio[3]?.once('data', (number: Buffer) =>
      done(`:${String(number).trim()}`),
    );

    server.once('error', fail);
    server.once('exit', (code) => fail(new Error(`Xvfb ended with ${code}`)));
  });

  const tool = (...args: readonly (string | number)[]) =>
    execFileSync('xdotool', args.map(String), {
      env: { ...process.env, DISPLAY: name },
      encoding: 'utf8',
    });

  const countWindows = () =>
    tool('search', '--onlyvisible', '--name', '.*').trim().split('\n').length;

  return {
    name,
    async choose(tab, at, letter) {
      const before = countWindows();
      const isOpen = () => countWindows() > before;

      // A newly loaded page can drop a click, a newly opened menu a key, and an infobar can move the page in between.
      for (let attempt = 0; attempt < 5; attempt++) {
        const corner = await findCorner(tab, (x, y) => tool('mousemove', x, y));

        tool(
          'mousemove',
          Math.round(corner.x + at.x),
          Math.round(corner.y + at.y),
          'click',
          3,
        );

        if (!(await pollFor(isOpen))) continue;
        tool('key', letter);
        if (await pollFor(() => !isOpen())) return;
        tool('key', 'Escape');
        await pollFor(() => !isOpen());
      }

      throw new Error(`The browser's menu has no item on "${letter}"`);
    },
    click: ({ x, y }) =>
      void tool('mousemove', Math.round(x), Math.round(y), 'click', 1),
    press: (keys) => void tool('key', keys),
    async enter(parts, hasEffect) {
      // An address bar that is slow to get the focus drops the first keys.
      for (let attempt = 0; attempt < 5; attempt++) {
        tool('key', 'ctrl+l');
        for (const part of parts) tool('type', '--delay', 20, part);
        tool('key', 'Return');
        if (await pollFor(hasEffect)) return;
      }

      throw new Error(`Entering ${parts.join('')} had no effect`);
    },
    close: () => void server.kill(),
  };
}

/** Polls a condition for about a second. Returns false if it stays false. */
async function pollFor(
  isTrue: () => boolean | Promise<boolean>,
): Promise<boolean> {
  for (let look = 0; look < 30; look++) {
    if (await isTrue()) return true;
    await new Promise((next) => setTimeout(next, 30));
  }

  return false;
}

/** Returns the position of the page on the screen. It changes with the browser's bars, so it is measured with a pointer move. */
async function findCorner(
  tab: Tab,
  moveTo: (x: number, y: number) => void,
): Promise<Point> {
  await tab.run(() => {
    globalThis.pointer = undefined;
    addEventListener('mousemove', ({ clientX: x, clientY: y }) => {
      globalThis.pointer = { x, y };
    });
  });

  for (let step = 0; ; step++) {
    // Alternate by one pixel, so that a move that is read late causes an error of at most one pixel.
    const at = { x: 640 + (step % 2), y: 500 };
    moveTo(at.x, at.y);
    const seen = await tab.run(() => globalThis.pointer ?? null);
    if (seen) return { x: at.x - seen.x, y: at.y - seen.y };
  }
}

declare global {
  var pointer: Point | undefined;
}
