import { describe, expect, it } from 'vitest';
import {
  readElementCount,
  readFieldCount,
  readLineCount,
  readWordedCount,
} from './counted-line.ts';

/** Reads a line whose code is between the marks `‹` and `›`. */
function read(line: string) {
  const [before = '', rest = ''] = line.split('‹');
  const [, after = ''] = rest.split('›');
  return readLineCount(before, after);
}

describe('the count of a line', () => {
  it.each([
    ['‹131047›', 1],
    ['- (#‹131047›)', 1],
    ['12 ‹131047›', 12],
    ['    812 ‹131047›', 812],
    ['12,‹131047›', 12],
    ['- [x] ‹131047› (12)', 12],
    ['- **‹131047›** – **12**', 12],
    ['• `‹131047›`: \u200b*12*\u200b', 12],
    ['‹131047›;12', 12],
    ['‹131047› | 12', 12],
  ])('is read of "%s"', (line, count) =>
    expect(read(line)).toEqual({
      count,
      isAlone: true,
      isMarked: /^ {3}/.test(line),
    }),
  );

  it('is read after the words of its code', () => {
    const counted = { count: 412, isAlone: false, isMarked: true };

    expect(read('1. ‹131047› – Re-engagement message – 412')).toEqual(counted);
    expect(read('‹131047› | Re-engagement message | 412')).toEqual(counted);
    expect(read('‹131047› – Re-engagement message - 412').count).toBe(1);
    expect(read('At 12 ‹131047› – Sent to – 412').count).toBe(1);
  });

  it.each([
    ['12 x ‹131047›', 12],
    ['12x ‹131047›', 12],
    ['‹131047› ×12', 12],
    ['‹131026›: 214 messages', 214],
    ['‹131026› - 214 mensagens', 214],
  ])('is marked in "%s"', (line, count) =>
    expect(read(line)).toEqual({ count, isAlone: true, isMarked: true }),
  );

  it.each([
    ['    812 send failed: ‹131026›', 812],
    ['12 × (#‹131047›) Re-engagement message', 12],
    ['‹131047› (Re-engagement message): 12', 12],
  ])('is marked beside words in "%s"', (line, count) =>
    expect(read(line)).toEqual({ count, isAlone: false, isMarked: true }),
  );

  it.each([
    '12 failed: ‹131026›',
    'order 12: ‹131026›',
    '‹131,›026',
    '10:15 ‹131026›',
    '12 ‹131047› 3',
  ])('is not in "%s"', (line) =>
    expect(read(line)).toEqual({ count: 1, isAlone: false, isMarked: false }),
  );
});

describe('the count in the fields of a line', () => {
  it.each([
    ['code=', ' count=31', 31],
    ['code:', ' count:31', 31],
    ['count=31 code=', ' status=400', 31],
    ['level=error code="', '" count="31"', 31],
    ['code=', ' code=131026 count=4', null],
    ['code=', ' to=491555501234 count=31', null],
    ['error="POST /messages: 400 Bad Request (code ', ')"', null],
    ['code=', ' retry_count=3', null],
  ])('of %s131047%s is %s', (before, after, count) =>
    expect(readFieldCount(before, after)).toBe(count),
  );
});

it.each([
  [': 31 times', 31],
  [' (31 messages) and', 31],
  [') – 31 mensagens', 31],
  ['`: **31** messages', 31],
  [' x 31', null],
  [': 31 seconds', null],
  [', 3 attempts', null],
])('the words after a code, “%s”, count %s', (after, count) =>
  expect(readWordedCount(after)).toBe(count),
);

it.each([
  ['</field>\n<field name="messages">31</field>', 31],
  ['</code><count>31</count></row>', 31],
  ['</code><share>0.4</share><n>31</n>', 31],
  ['</code><to>491555501234</to><count>31</count>', null],
  ['</code></row><row><count>31</count>', null],
])('the elements after a code, %s, count %s', (after, count) =>
  expect(readElementCount(after)).toBe(count),
);
