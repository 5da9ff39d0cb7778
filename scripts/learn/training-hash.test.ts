import { expect, test } from 'vitest';
import { TRAINING_HASH } from '../../lib/detect/weights.ts';
import { computeTrainingHash } from './training-hash.ts';

test('the committed weights were learnt from the committed corpora, word lists and learner', () => {
  expect(
    computeTrainingHash(),
    'run npm run learn, and commit lib/detect/weights.ts',
  ).toBe(TRAINING_HASH);
});
