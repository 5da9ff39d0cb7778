import { expect, test } from 'vitest';
import { addUp } from './tab.ts';

test('the same codes of several frames are one, the most frequent first', () => {
  const frames = [
    { code: '131047', key: 'meta/cloud/131047', count: 3 },
    { code: '131026', key: 'meta/cloud/131026', count: 5 },
    { code: '131047', key: 'meta/cloud/131047', count: 4 },
  ];
  expect(addUp(frames)).toEqual([
    { code: '131047', key: 'meta/cloud/131047', count: 7 },
    { code: '131026', key: 'meta/cloud/131026', count: 5 },
  ]);
});

test('one code with two meanings on one page stays two', () => {
  const codes = [
    { code: '1003', key: 'gupshup/api/1003', count: 1 },
    { code: '1003', key: null, count: 1 },
  ];
  expect(addUp(codes)).toEqual(codes);
});
