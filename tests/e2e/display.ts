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
      const corner = await cornerOf(tab, (x, y) => tool('mousemove', x, y));
      const before = windows();
      const frame = () => tab.run(() => new Promise(requestAnimationFrame));
      tool('mousemove', Math.round(corner.x + at.x), Math.round(corner.y + at.y), 'click', 3);
      while (windows() <= before) await frame();
      // A menu that still comes up misses the key.
      while (windows() > before) {
        tool('key', letter);
        await frame();
      }
    },
    close: () => void server.kill(),
  };
}

/** Where the page begins on the screen: the bars of the browser above it come and go, so a move of the pointer tells. */
async function cornerOf(tab: Tab, moveTo: (x: number, y: number) => void): Promise<Point> {
  await tab.run(() =>
    addEventListener(
      'mousemove',
      ({ clientX: x, clientY: y }) => {
        globalThis.pointer = { x, y };
      },
      true,
    ),
  );
  for (let step = 0; ; step++) {
    const at = { x: 640 + (step % 9), y: 500 + (step % 7) };
    moveTo(at.x, at.y);
    await tab.run(() => new Promise(requestAnimationFrame));
    const seen = await tab.run(() => globalThis.pointer ?? null);
    if (seen) return { x: at.x - seen.x, y: at.y - seen.y };
  }
}

declare global {
  var pointer: Point | undefined;
}
