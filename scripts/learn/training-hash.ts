import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../build/run.ts';

const CORPUS =
  'tuning.jsonl collisions.jsonl daily-life.jsonl shapes.jsonl fields.yaml look-alikes.yaml made.yaml'
    .split(' ')
    .map((name) => `tests/corpus/${name}`);

/**
 * Returns a hash of what the model is trained on: corpora, word lists and the learner. Catalogue entries are left out:
 * a new code is one edit and needs no training.
 */
export function computeTrainingHash(): string {
  const learner = readdirSync(join(ROOT, 'scripts/learn'))
    .filter((name) => !name.includes('.test.'))
    .sort()
    .map((name) => `scripts/learn/${name}`);

  const hash = createHash('sha256');

  for (const file of [...CORPUS, 'data/word-lists.json', ...learner])
    hash.update(`${file}\n`).update(readFileSync(join(ROOT, file)));

  return hash.digest('hex').slice(0, 16);
}
