import { expect, test } from 'vitest';
import { getOwn } from './get-own.ts';

test.each(['constructor', '__proto__', 'toString', 'b'])(
  '%s is no key of a record that lacks it',
  (key) => expect(getOwn({ a: 1 }, key)).toBeUndefined(),
);

test('a key of a record has its value', () =>
  expect(getOwn(JSON.parse('{"constructor":1}'), 'constructor')).toBe(1));
