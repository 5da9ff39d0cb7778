import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Point, Tab } from './browser.ts';

/** Whether a display without a screen can be had here: native menus need one. */
export const HAS_DISPLAY = ['Xvfb', 'xdotool'].every((tool) => existsSync(`/usr/bin/${tool}`));

/** An X display that nobody sees, with a real pointer and keyboard. */
export interface Display {
  name: string;
  /** Right-clicks on a point of the page, and chooses the one item of the browser's own menu that begins with this letter. */
  choose(tab: Tab, at: Point, letter: string): Promise<void>;
  /** Types into the browser's own address bar, as it stands in front. */
  enter(parts: readonly string[]): void;
  close(): void;
}

export async function startDisplay(): Promise<Display> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const name = await new Promise<string>((done, fail) => {
    server.stdio[3]?.once('data', (number: Buffer) => done(`:${String(number).trim()}`));
    server.once('error', fail);
    server.once('exit', (code) => fail(new Error(`Xvfb ended with ${code}`)));
  });
  const tool = (...args: readonly (string | number)[]) =>
    execFileSync('xdotool', args.map(String), { env: { ...process.env, DISPLAY: name }, encoding: 'utf8' });
  const windows = () => tool('search', '--onlyvisible', '--name', '.*').trim().split('\n').length;

  return {
    name,
    async choose(tab, at, letter) {
      const before = windows();
      const isOpen = () => windows() > before;
      // A page just loaded drops a click, a menu just opened a key, and a bar of the browser may move the page in between.
      for (let attempt = 0; attempt < 5; attempt++) {
        const corner = await cornerOf(tab, (x, y) => tool('mousemove', x, y));
        tool('mousemove', Math.round(corner.x + at.x), Math.round(corner.y + at.y), 'click', 3);
        if (!(await soon(isOpen))) continue;
        tool('key', letter);
        if (await soon(() => !isOpen())) return;
        tool('key', 'Escape');
        await soon(() => !isOpen());
      }
      throw new Error(`The browser's menu has no item on "${letter}"`);
    },
    enter(parts) {
      tool('key', 'ctrl+l');
      for (const part of parts) tool('type', '--delay', 20, part);
      tool('key', 'Return');
    },
    close: () => void server.kill(),
  };
}

/** Whether something comes true within about a second. */
async function soon(isTrue: () => boolean): Promise<boolean> {
  for (let look = 0; look < 30; look++) {
    if (isTrue()) return true;
    await new Promise((next) => setTimeout(next, 30));
  }
  return false;
}

/** Where the page begins on the screen: the bars of the browser above it come and go, so a move of the pointer tells. */
async function cornerOf(tab: Tab, moveTo: (x: number, y: number) => void): Promise<Point> {
  await tab.run(() => {
    globalThis.pointer = undefined;
    addEventListener('mousemove', ({ clientX: x, clientY: y }) => {
      globalThis.pointer = { x, y };
    });
  });
  for (let step = 0; ; step++) {
    // One pixel to and fro: a move that is read late is wrong by no more.
    const at = { x: 640 + (step % 2), y: 500 };
    moveTo(at.x, at.y);
    const seen = await tab.run(() => globalThis.pointer ?? null);
    if (seen) return { x: at.x - seen.x, y: at.y - seen.y };
  }
}

declare global {
  var pointer: Point | undefined;
}
