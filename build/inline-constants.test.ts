import { expect, test } from 'vitest';
import { inlineConstants } from './inline-constants.ts';

type Transform = (code: string, id: string) => Promise<{ code: string }> | undefined;
const { transform } = inlineConstants() as unknown as { transform: Transform };
const LOOKOUT = '/errata/lib/page/lookout.ts';

test('a number that has a name is written where it is used', async () => {
  const code = 'const SLICE_MS = 6;\nexport const isLong = (ms) => ms > SLICE_MS;';
  const inlined = await transform(code, LOOKOUT);
  // The name is then in nobody's use, and goes with what else is not.
  expect(inlined?.code).toContain('(ms) => ms > 6');
});

test('what other modules ask for keeps its name', async () => {
  const inlined = await transform('export const GATHER_MS = 60;', LOOKOUT);
  expect(inlined?.code).toContain('GATHER_MS = 60');
});

test.each([
  ['/errata/lib/bridge/tell.ts', true],
  ['/errata/lib/detect/first-look.ts', true],
  ['/errata/lib/detect/first-look-pack.ts', true],
  ['/errata/lib/detect/digits.ts', true],
  ['/errata/lib/detect/score.ts', false],
  ['/errata/components/card/card.tsx', false],
  ['/errata/node_modules/preact/dist/preact.mjs', false],
])('of %s: %s', (id, isTaken) => {
  expect(transform('const A = 1;', id) !== undefined).toBe(isTaken);
});
