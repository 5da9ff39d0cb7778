import { expect, test } from 'vitest';
import { inlineConstants } from './inline-constants.ts';

type Transform = (code: string, id: string) => Promise<{ code: string }> | undefined;
const { transform } = inlineConstants() as unknown as { transform: Transform };
const inlined = async (code: string) =>
  (await transform(code, '/errata/lib/page/prescan.ts'))?.code.replace(/\/\/#.*|\n/g, '');

test.each([
  ['in a module of its own', 'const SLICE_MS = 6;\nexport const isLong = (ms) => ms > SLICE_MS;'],
  [
    'in one that asks for others',
    'import "./roots.ts";\nconst SLICE_MS = 6;\nexport const isLong = (ms) => ms > SLICE_MS;',
  ],
  ['below its use', 'export const isLong = (ms) => ms > SLICE_MS;\nconst SLICE_MS = 0x6;'],
  ['with its thousands apart', 'const LONG = 6_000;\nexport const isLong = (ms) => ms > LONG;'],
])('a number that has a name is written where it is used: %s', async (_, code) => {
  expect(await inlined(code)).toMatch(/export const isLong = \(ms\) => ms > (?:6|6e3);$/);
  expect(await inlined(code)).not.toMatch(/SLICE_MS|LONG\b/);
});

test('a property, a text and a variable within a function keep the name', async () => {
  const code = await inlined(
    'const A = 6;\nexport const f = (x) => x.A + "A";\nexport const g = (A) => A;\nexport const h = { A };',
  );
  expect(code).toBe('export const f = (x) => x.A + "A", g = (A2) => A2, h = { A: 6 };');
});

test('what other modules ask for keeps its name', async () => {
  expect(await inlined('export const GATHER_MS = 60;')).toBe('export const GATHER_MS = 60;');
});

test.each([
  ['/errata/lib/bridge/tell.ts', true],
  ['/errata/lib/detect/prefilter.ts', true],
  ['/errata/lib/detect/prefilter-pack.ts', true],
  ['/errata/lib/detect/digits.ts', true],
  ['/errata/lib/detect/score.ts', false],
  ['/errata/components/card/card.tsx', false],
  ['/errata/node_modules/preact/dist/preact.mjs', false],
])('of %s: %s', (id, isTaken) => {
  expect(transform('const A = 1;', id) !== undefined).toBe(isTaken);
});
