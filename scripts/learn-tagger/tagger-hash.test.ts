import { expect, test } from 'vitest';
import { TAGGER_HASH } from '../../lib/masking/tagger-weights.ts';
import { computeTaggerHash } from './tagger-hash.ts';

test('the committed weights of the tagger were learnt from the committed corpora and learner', () => {
  expect(
    computeTaggerHash(),
    'run npm run learn -- --masking, and commit lib/masking/tagger-weights.ts',
  ).toBe(TAGGER_HASH);
});
