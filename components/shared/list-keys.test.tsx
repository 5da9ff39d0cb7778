import { expect, test } from 'vitest';
import { getFocusAfterKey } from './list-keys.ts';

const first = { active: 0, isNavigating: false };

test.each([
  ['ArrowDown goes to the next row', 'ArrowDown', first, 1],
  [
    'ArrowDown goes to the first row where none is active',
    'ArrowDown',
    { active: -1, isNavigating: false },
    0,
  ],
  [
    'ArrowDown wraps from the last row',
    'ArrowDown',
    { active: 4, isNavigating: true },
    0,
  ],
  ['ArrowUp wraps from the first row', 'ArrowUp', first, 4],
  [
    'End goes to the last row when walking',
    'End',
    { active: 3, isNavigating: true },
    4,
  ],
  [
    'Home goes to the first row when walking',
    'Home',
    { active: 3, isNavigating: true },
    0,
  ],
] as const)('%s', (_, key, place, active) => {
  expect(getFocusAfterKey(key, place, 5)).toEqual({
    active,
    isNavigating: true,
  });
});

test.each([
  ['Home belongs to the text while typing', 'Home'],
  ['End belongs to the text while typing', 'End'],
  ['letters belong to the text', 'a'],
] as const)('%s', (_, key) =>
  expect(getFocusAfterKey(key, first, 5)).toBeNull(),
);

test('does nothing in an empty list', () =>
  expect(getFocusAfterKey('ArrowDown', first, 0)).toBeNull());
