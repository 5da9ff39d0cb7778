import { expect, test } from 'vitest';
import { bare } from './bare-scripts.ts';

const wrapped = (body: string) => `(function () {\n  'use strict';\n\n${body}\n\n})();\n`;
/** As a browser runs a script, with what it leaves in `out`. */
const outOf = (script: string) => {
  const out: string[] = [];
  new Function('out', script)(out);
  return out;
};

test('a script runs without the function around it, and leaves no name behind', () => {
  const script = bare(wrapped('  const word = "a";\n  function say() { out.push(word); }\n  say();'));
  expect(script).not.toContain('(function');
  expect(outOf(`${script}\nout.push(typeof word, typeof say);`)).toEqual(['a', 'undefined', 'undefined']);
});

test('it stays strict', () => {
  expect(outOf(bare(wrapped('out.push(String((function () { return this; })()));')))).toEqual(['undefined']);
});

test('what is not done at once runs when it is begun, its modules once', () => {
  const atOnce = 'out.push("read");\nbegin();\nout.push(begin());';
  const script = bare(
    wrapped(`out.push("ran");\nlet times = 0;\nfunction begin() { return String(++times); }\n${atOnce}`),
    atOnce,
  );
  expect(outOf(script)).toEqual(['read', 'ran', '2']);
});

test.each([
  ['is no function that is called', 'var page = 1;', ''],
  ['does nothing at once', wrapped('function begin() {}'), 'begin();'],
])('a script that %s is none', (what, script, atOnce) => {
  expect(() => bare(script, atOnce)).toThrow(what);
});
