import { expect, test } from 'vitest';
import { getFocusAfterKey } from './list-keys.ts';

const typing = { isAtStart: false, isAtEnd: true };
const inside = { isAtStart: false, isAtEnd: false };
const first = { active: 0, isNavigating: false };

test.each([
  ['ArrowDown goes to the next row', 'ArrowDown', first, typing, 1],
  [
    'ArrowDown goes to the first row where none is active',
    'ArrowDown',
    { active: -1, isNavigating: false },
    typing,
    0,
  ],
  ['ArrowDown wraps from the last row', 'ArrowDown', { active: 4, isNavigating: true }, typing, 0],
  ['ArrowUp wraps from the first row', 'ArrowUp', first, typing, 4],
  ['End goes to the last row when the caret is at the end', 'End', first, typing, 4],
  ['Home goes to the first row when walking', 'Home', { active: 3, isNavigating: true }, typing, 0],
] as const)('%s', (_, key, place, caret, active) => {
  expect(getFocusAfterKey(key, place, 5, caret)).toEqual({ active, isNavigating: true });
});

test.each([
  ['Home belongs to the text while typing', 'Home', first, typing],
  ['End belongs to the text when the caret is inside it', 'End', first, inside],
  ['letters belong to the text', 'a', first, typing],
] as const)('%s', (_, key, place, caret) => expect(getFocusAfterKey(key, place, 5, caret)).toBeNull());

test('does nothing in an empty list', () =>
  expect(getFocusAfterKey('ArrowDown', first, 0, typing)).toBeNull());
