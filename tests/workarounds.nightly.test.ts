import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { expectStillNeeded } from './e2e/workarounds/workaround.ts';

// V8 as Node has it. See `tests/e2e/workarounds` for the workarounds for browsers.

/** Counts digits, at first within the texts. Later reads `past` characters past their end. */
const createLoop = (past: number) => `
  function countDigits(text, to) {
    let count = 0;
    for (let at = 0; at < to; at++) {
      const unit = text.charCodeAt(at);
      if (unit >= 0x30 && unit <= 0x39) count++;
    }
    return count;
  }
  const texts = Array.from({ length: 100 }, (_, at) => 'Delivered ' + at + ' of 100');
  for (const more of [0, ${past}])
    for (let round = 0; round < 20_000; round++)
      for (const text of texts) countDigits(text, text.length + more);
`;

test('lib/detect/prefilter/prefilter.ts: V8 deoptimizes a loop that reads past the end of a text', () => {
  const isDeoptimized = (past: number) =>
    /out of bounds.*countDigits/.test(
      execFileSync(
        process.execPath,
        ['--trace-deopt', '-e', createLoop(past)],
        {
          encoding: 'utf8',
        },
      ),
    );
  expect(isDeoptimized(0)).toBe(false);
  expectStillNeeded(isDeoptimized(1));
});
