import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectLinearCost } from '../../../tests/growth.ts';
import { decodeReferences } from './decode-references.ts';
import { decodeSerialized } from './decode-serialized.ts';

describe('numbers in calls of their types', () => {
  it.each([
    ['{ code: Int32(131026), n: Long("96") }', '{ code: 131026, n: 96 }'],
    ["[(np.int64(131026), Decimal('96'))]", '[(131026, 96)]'],
    ['NumberInt(96), NumberLong(-1)', '96, -1'],
  ])('become numbers: %s', (text, plain) =>
    expect(decodeSerialized(text)).toBe(plain),
  );

  it.each(['fail(131026)', 'print(96)', 'a.b.int(4)', 'varint(4)', 'int(x)'])(
    'leaves other calls: %s',
    (text) => expect(decodeSerialized(text)).toBe(text),
  );
});

describe('the output of serialize of PHP', () => {
  it.each([
    ['a:2:{i:131047;i:412;s:4:"code";i:4;}', '{131047: 412, "code": 4}'],
    ['a:1:{s:5:"error";a:1:{s:4:"code";d:4.5;}}', '{"error": {"code": 4.5}}'],
    ['O:5:"Error":1:{s:4:"code";N;}', '{"code": null}'],
    ['a:1:{i:0;s:8:"say "hi"";}', '{0: "say "hi""}'],
  ])('becomes objects: %s', (text, json) =>
    expect(decodeSerialized(`x ${text} y`)).toBe(`x ${json} y`),
  );

  it.each(['a:2:{i:131047;i:41', 'a:b:{i:1}', 'a:1:{x}'])(
    'stays if it is cut off, or something else: %s',
    (text) => expect(decodeSerialized(text)).toBe(text),
  );
});

it('reads tuples of jsonpickle as lists', () =>
  expect(decodeSerialized('[{"py/tuple": [131047, 412]}]')).toBe(
    '[[131047, 412]]',
  ));

describe('lists of which values are positions', () => {
  it.each([
    ['of devalue', '[{"to":1,"code":2},"15551234567",131026]'],
    ['of flatted', '[{"to":"1","code":131026},"15551234567"]'],
  ])('are resolved: %s', (_, text) =>
    expect(decodeReferences(text)).toBe('{"to":"15551234567","code":131026}'),
  );

  it('resolves dates, sets and maps', () =>
    expect(
      decodeReferences(
        '[{"at":1,"codes":2,"counts":4},["Date","2026-11-30"],["Set",3],131026,["Map",3,5],96]',
      ),
    ).toBe('{"at":"2026-11-30","codes":[131026],"counts":[[131026,96]]}'));

  it('ends where an item holds itself', () =>
    expect(decodeReferences('[{"self":0,"code":1},131026]')).toContain(
      '131026',
    ));

  it.each([
    '[{"code":4,"n":2}]',
    '[{"code":131047},{"code":131026}]',
    '[[131047,412],[131026,96]]',
    '[{"code":1},{"code":2},{"code":1}]',
    '[{"code":4},"text"]',
  ])('leaves other lists: %s', (text) =>
    expect(decodeReferences(text)).toBe(text),
  );
});

it('keeps the lines of any text', () => {
  const piece = fc.constantFrom(
    'a:1:{',
    's:1:"',
    'i:4;',
    '";',
    '}',
    '\n',
    '[{"a":1},4]',
    'int(',
    '4)',
  );

  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      const countLines = (one: string) => one.split('\n').length;

      expect(countLines(decodeSerialized(text))).toBeLessThanOrEqual(
        countLines(text),
      );
    }),
  );
});

it.each([
  'a:1:{i:0;',
  'a:1:{s:1:"a";i:0;}',
  'a:1:{s:1:"',
  '[{"a":1},4]\n',
  'Int32(4) ',
  'Int32(',
])('reads %j in linear time', (piece) =>
  expectLinearCost(1_600, (count) => {
    const text = piece.repeat(count);

    return () => decodeSerialized(text);
  }),
);

it('reads nested lists of PHP in linear time', () => {
  expectLinearCost(8_000, (count) => {
    const item = 'a:2:{s:4:"code";i:131047;s:1:"n";a:1:{i:0;N;}}';
    const items = Array.from({ length: count }, (_, at) => `i:${at};${item}`);
    const text = `a:${count}:{${items.join('')}}`;

    return () => decodeSerialized(text);
  });
});

it.each([
  [
    'lists that name each other twice',
    [...Array.from({ length: 29 }, (_, at) => [at + 1, at + 1]), 131047],
  ],
  ['an object that names itself twice', [{ a: 0, b: 0, code: 1 }, 131047]],
  [
    'a long string that many members name',
    [new Array(99_000).fill(1), 'x'.repeat(200_000)],
  ],
])('leaves a list as it is that would fill the memory: %s', (_, list) => {
  const text = JSON.stringify(list);

  expect(decodeSerialized(text)).toBe(text);
});
