import { expect, it } from 'vitest';
import { unpackTagger } from '../../lib/masking/tagger.ts';
import { TAGGER_BITS } from '../../lib/masking/tagger-tokens.ts';
import { packTagger } from './train-tagger.ts';

it('packs weights that are read as they were, but for rounding', () => {
  const weights = new Float32Array(1 << TAGGER_BITS);

  weights[0] = 1.18;
  weights[1] = -0.58;
  weights[500] = 99;
  weights[weights.length - 1] = -99;

  const {
    bias,
    weights: read,
    isName,
  } = unpackTagger(packTagger({ bias: -2.5, weights }, ['ottokar', 'quirin']));

  expect(bias).toBe(-2.5);
  expect(read[0]).toBeCloseTo(1.2);
  expect(read[1]).toBeCloseTo(-0.6);
  expect(read[2]).toBe(0);
  expect(read[500]).toBeCloseTo(2.1);
  expect(read.at(-1)).toBeCloseTo(-2.1);
  expect(isName('quirin')).toBe(true);
  expect(isName('template')).toBe(false);
});
