import { expect, test } from 'vitest';
import { bundledMasking } from './bundled-masking.ts';
import { maskStream, splitLongText } from './mask-stream.ts';

/** By day a third of the rows, objects and units, which are still more than one piece. */
const SCALE = process.env.NIGHTLY ? 1 : 6;

async function maskAll(pieces: readonly string[]): Promise<string> {
  let out = '';
  for await (const text of maskStream(
    (async function* () {
      yield* pieces;
    })(),
    bundledMasking,
  ))
    out += text;
  return out;
}

test('masks a key block and a JSON value across chunk boundaries, and keeps the lines', async () => {
  const key = `${'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj\n'.repeat(20)}`;
  const one = `131047 failed\n-----BEGIN PRIVATE KEY-----\n${key}-----END PRIVATE KEY-----\n{\n  "access_token":\n    "q1w2e3r4t5"\n}\n`;
  const text = one.repeat(600);
  const pieces = text.match(/[\s\S]{1,65536}/g) ?? [];
  const out = await maskAll(pieces);
  expect(out).not.toMatch(/MIIE|q1w2/);
  expect(out.split('\n').length).toBe(text.split('\n').length);
});

test('masks the rows of a table far below its head', async () => {
  const rows = Array.from(
    { length: 30_000 / SCALE },
    (_, at) => `${at},Maria,131026,lieve buurvrouw`,
  );
  const out = await maskAll([`id,first_name,code,note\n`, rows.join('\n')]);
  expect(out).not.toMatch(/Maria|buurvrouw/);
  expect(out.match(/131026/g)?.length).toBe(rows.length);
  expect(out.split('\n').length).toBe(rows.length + 1);
});

test('masks one line of megabytes', async () => {
  const one = '{"to":"5511987654321","code":131047,"name":"Ana Souza"},';
  const count = 21_000 / SCALE;
  const out = await maskAll(one.repeat(count).match(/[\s\S]{1,262144}/g) ?? []);
  expect(out).not.toMatch(/551198|Ana|Souza/);
  expect(out.match(/131047/g)?.length).toBe(count);
});

test('masks megabytes without a line break at once', () => {
  const length = 6_000_000 / SCALE;
  const parts = bundledMasking.splitIntoParts('A'.repeat(length));
  expect(parts.reduce((sum, { text }) => sum + text.length, 0)).toBe(length);
});

test.each([
  '5511987654321,131047,',
  '5511987654321 131047 ',
  '"to":"5511987654321","code":131047,',
])('splits no number of an endless line: %s', (unit) => {
  const chunks = splitLongText(unit.repeat(Math.ceil(5_000_000 / unit.length)));
  expect(chunks.length).toBeGreaterThan(2);
  for (const chunk of chunks.slice(0, -1)) expect(chunk).toMatch(/[, ]$/);
});

/** Returns the lengths of the pieces that are masked at a time. */
async function cut(text: string): Promise<number[]> {
  const lengths: number[] = [];
  const splitIntoParts = (piece: string) => {
    lengths.push(piece.length);
    return [];
  };
  for await (const _ of maskStream(
    (async function* () {
      yield text;
    })(),
    { splitIntoParts },
  ));
  return lengths;
}

const LINES = 'x'.repeat(99).concat('\n').repeat(2_700);

test.each([
  ['a line', 'y', 270_000],
  ['a line that goes on', '  y', 269_900],
  ['a closing bracket', '}', 269_900],
  ['an open value', 'a:\ny', 270_000],
  ['an open key block', '-----BEGIN KEY-----\ny\nz', 269_900],
  [
    'a closed key block',
    '-----BEGIN KEY-----\ny\n-----END KEY-----\nz',
    270_040,
  ],
])('cuts a text before %s', async (_, end, at) => {
  expect(await cut(LINES + end)).toEqual([at, LINES.length + end.length - at]);
});

test('waits for more of a short text or a value without end, up to two megabytes', async () => {
  expect(await cut('x\n'.repeat(100))).toEqual([200]);
  const line = 'ab'.repeat(150_000);
  expect(await cut(line)).toEqual([300_000]);
  expect(await cut(`${'ab'.repeat(1 << 20)}, cd`)).toEqual([(1 << 21) + 1, 3]);
  expect(await cut('ab'.repeat(1 << 20))).toEqual([
    (1 << 21) - (1 << 12),
    1 << 12,
  ]);
  expect(await cut(`a:\n${'ab'.repeat(1 << 20)}`)).toEqual([
    3,
    (1 << 21) - (1 << 12),
    1 << 12,
  ]);
});
