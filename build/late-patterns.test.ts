import { expect, test } from 'vitest';
import { withLatePatterns } from './late-patterns.ts';

test('a pattern that asks for a property is made once, and late', () => {
  const code = 'const A = /^\\p{L}+/u;\nexport const f = (t) => /^\\p{L}+/u.test(t) || /"\\p{N}/iu.test(t);';
  expect(withLatePatterns(code)?.split('\n').slice(1)).toEqual([
    'const latePattern0 = new LatePattern("\\"\\\\p{N}", "iu");',
    'const latePattern1 = new LatePattern("^\\\\p{L}+", "u");',
    'const A = latePattern1;',
    'export const f = (t) => latePattern1.test(t) || latePattern0.test(t);',
  ]);
});

test('patterns that are cheap to read, or have a state of their own, stay', () => {
  expect(withLatePatterns('const A = /[a-z]/; const B = "\\\\p{L}";')).toBeUndefined();
  expect(withLatePatterns('const A = /\\p{L}/gu; const B = /\\p{L}/uy;')).toBeUndefined();
});
