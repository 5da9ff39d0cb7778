import { expect, it } from 'vitest';
import { findColumnKinds } from './find-column-kinds.ts';

const isCode = (code: string) => /^1310\d\d$/.test(code);

const findKinds = (rows: readonly string[][]) => [
  ...(findColumnKinds(
    (rows[0] ?? []).map(() => ''),
    rows,
    isCode,
  ) ?? []),
];

it('the only number beside a code is its count', () =>
  expect(
    findKinds([
      ['131047', '412'],
      ['131026', '96'],
    ]),
  ).toEqual([
    [0, 'code'],
    [1, 'count'],
  ]));

it('an order in a row of one message is no count', () =>
  expect(
    findKinds([
      ['129348', '27911816734', 'failed', '131049'],
      ['130450', '449144895924', 'failed', '131047'],
    ]),
  ).toEqual([[3, 'code']]));
