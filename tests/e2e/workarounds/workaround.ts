import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';

/** Fails once the browser no longer does what a workaround is for. The test's name begins with the file of the workaround. */
export function expectStillNeeded(isWrong: boolean): void {
  const [file] = expect.getState().currentTestName?.split(': ') ?? [];
  expect(isWrong, `The workaround in ${file} can go`).toBe(true);
}

/** Returns whether this becomes true within some seconds. */
export async function happensSoon(
  isTrue: () => Promise<boolean>,
): Promise<boolean> {
  for (const start = Date.now(); Date.now() - start < 5_000; ) {
    if (await isTrue()) return true;
    await new Promise((later) => setTimeout(later, 50));
  }

  return false;
}

/** Writes an unpacked extension of these files, with the names of their paths, and returns its folder. */
export function writeExtension(
  files: Readonly<Record<string, string | object>>,
): string {
  const folder = realpathSync(
    mkdtempSync(join(tmpdir(), 'errata-workarounds-')),
  );

  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });

    writeFileSync(
      join(folder, path),
      typeof content === 'string' ? content : JSON.stringify(content),
    );
  }

  return folder;
}

/** Runs in the page: returns true if `window.find()` finds the text of an element with this name. */
export function findsTextOf(tag: string): boolean {
  document.body.replaceChildren(document.createElement(tag));
  document.body.firstElementChild?.append('zebrafish');
  getSelection()?.removeAllRanges();

  return (window as unknown as { find(text: string): boolean }).find(
    'zebrafish',
  );
}
