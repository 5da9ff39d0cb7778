import { runInThisContext } from 'node:vm';
import { expect, test } from 'vitest';
import { escapeNonAscii } from './ascii-output.ts';

test.each([
  ['a string', "'Erreur n° 131047 – échec'"],
  ['a template', '`код 131047 错误`'],
  ['letters of two units', "[...'🙂x'].length"],
  ['a pattern', '/[.!?…]$/.test("so…") && /n[°º]/.exec("n° 5")[0]'],
  [
    'a pattern that reads letters of two units as one',
    '/^[🙂-🙃]$/u.test("🙃")',
  ],
])('%s has the same value', (_, script) => {
  expect(escapeNonAscii(script)).toMatch(/^[\n -~]*$/);
  expect(runInThisContext(escapeNonAscii(script))).toEqual(
    runInThisContext(script),
  );
});
