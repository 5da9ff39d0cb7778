import { expect, it, vi } from 'vitest';
import { memoizeTexts } from './get-or-insert.ts';

it('remembers a text that is asked again, also if it is the only one', () => {
  const make = vi.fn((text: string) => text.length);
  const measure = memoizeTexts(make, 1);

  expect(['ab', 'ab', 'abc', 'ab'].map(measure)).toEqual([2, 2, 3, 2]);
  expect(make).toHaveBeenCalledTimes(3);
});
