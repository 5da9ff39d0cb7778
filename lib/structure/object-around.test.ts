import { describe, expect, it, test } from 'vitest';
import { expectLinearCost } from '../../tests/growth.ts';
import {
  findObjectAround,
  findOwnObjects,
  findPayloadAround,
  getPayloadLine,
  readJsonValues,
} from './object-around.ts';

describe('the objects around a code', () => {
  it('are listed innermost first', () => {
    const text =
      '{"a":{"code":131049,"details":"healthy"}} {"error":{"code":132000,"error_subcode":2494073}}';
    expect(findOwnObjects(text, '2494073')).toEqual([
      '{"code":132000,"error_subcode":2494073}',
      '{"error":{"code":132000,"error_subcode":2494073}}',
    ]);
  });

  it('contain all occurrences of it', () => {
    const text = '{"error":{"message":"(#132000) x","data":{"code":132000}}}';
    expect(findOwnObjects(text, '132000')).toEqual([
      '{"message":"(#132000) x","data":{"code":132000}}',
      text,
    ]);
  });

  it('are the whole text if no object or more than one contains it', () => {
    for (const text of [
      'Failed: 131047',
      '{"code":131047} {"code":131047}',
      'code":131047}',
      '',
    ])
      expect(findOwnObjects(text, '131047')).toEqual([text]);
    expect(findOwnObjects('{"code":131047}', '')).toEqual(['{"code":131047}']);
  });
});

describe('the innermost object around a code', () => {
  const text =
    'x {"id":1,"list":[{"x":2},"y"],"code":470,"more":{"z":{}},"also":[5],"end":7} {"b":1}';
  const code = { start: text.indexOf('470'), end: text.indexOf('470') + 3 };
  const find = (start: number, end: number, brackets: '{}' | '{}[]' = '{}') =>
    findObjectAround(text, code, { start, end }, brackets);

  it.each([
    [
      'objects',
      '{}',
      '"id":1,"list":[ ,"y"],"code":',
      ',"more": ,"also":[5],"end":7',
    ],
    [
      'objects and lists',
      '{}[]',
      '"id":1,"list": ,"code":',
      ',"more": ,"also": ,"end":7',
    ],
  ] as const)(
    'has its own text, without that of inner %s',
    (_, brackets, before, after) =>
      expect(find(0, text.length, brackets)).toEqual({
        start: 2,
        end: 77,
        before,
        after,
      }),
  );

  it('is a list only if lists count', () => {
    const list = '[{"a":1},470,{"b":2}]';
    const whole = { start: 0, end: list.length };
    expect(
      findObjectAround(list, { start: 9, end: 12 }, whole, '{}'),
    ).toBeNull();
    expect(
      findObjectAround(list, { start: 9, end: 12 }, whole, '{}[]'),
    ).toEqual({
      ...whole,
      before: ' ,',
      after: ', ',
    });
  });

  it('is cut at the limits', () => {
    expect(find(0, 47)).toMatchObject({ end: 47, after: ',"more' });
    expect(find(0, 52)).toMatchObject({ end: 52, after: ',"more":' });
    expect(find(0, 57)).toMatchObject({ end: 57, after: ',"more": ' });
    expect(find(2, 99)).toMatchObject({ start: 2, end: 77 });
    expect(find(3, 99)).toBeNull();
  });
});

describe('the payload around a code', () => {
  const text = 'above\nat 10:00 [{"a":{"code":470}}] for Ana\nbelow';
  const code = { start: text.indexOf('470'), end: text.indexOf('470') + 3 };
  const whole = { start: 0, end: text.length };

  it('is the outermost object or list within the limit', () => {
    expect(findPayloadAround(text, code, 99)).toMatchObject({
      start: 15,
      end: 35,
    });
    expect(findPayloadAround(text, code, 13)).toMatchObject({
      start: 16,
      end: 34,
    });
    expect(findPayloadAround(text, code, 3)).toEqual(code);
  });

  it('has a line, within the limits, without itself', () => {
    expect(getPayloadLine(text, code, whole, 99)).toMatchObject({
      text: 'at 10:00   for Ana',
      start: 6,
    });
    expect(getPayloadLine(text, code, { start: 9, end: 39 }, 99)).toMatchObject(
      {
        text: '10:00   for',
        start: 6,
      },
    );
    expect(getPayloadLine(text, code, whole, 14)).toMatchObject({
      text: 'at 10:00   for Ana',
      start: 6,
    });
    expect(
      getPayloadLine('1234567890', { start: 4, end: 6 }, whole, 2),
    ).toEqual({
      text: '34 78',
      start: 2,
      end: 8,
    });
  });
});

it.each<[text: string, values: unknown[]]>([
  ['{"a":[1,{}]}', [{ a: [1, {}] }]],
  ['[2026-11-28] sent {"a":"} \\" {"} and [1]', [{ a: '} " {' }, [1]]],
  ['curl -d \'{"a": {"b": 1}}\' # {c}', [{ a: { b: 1 } }]],
  ['{"a": {"b": 1}', [{ b: 1 }]],
  ['131047', []],
  ['', []],
])('reads %j', (text, values) =>
  expect([...readJsonValues(text)]).toEqual(values),
);

test.each(['[x]', '{"a":', '{{{{', '["', '"}'])(
  'takes linear time for %j, often',
  (part) => {
    expectLinearCost(400_000, (count) => {
      const text = part.repeat(count);

      return () => expect([...readJsonValues(text)]).toEqual([]);
    });
  },
);
