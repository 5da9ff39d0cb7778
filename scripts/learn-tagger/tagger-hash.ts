import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../build/run.ts';

const CORPUS = [
  'people.yaml',
  'sentences.yaml',
  'words-of-texts.yaml',
  'fields.yaml',
  'look-alikes.yaml',
  'tuning.jsonl',
];

/**
 * Returns a hash of what the tagger is trained on, and of the learner. The catalogue and the interface's translations are left out: a new
 * text needs no training.
 */
export function computeTaggerHash(): string {
  const learner = readdirSync(join(ROOT, 'scripts/learn-tagger'))
    .filter((name) => !name.includes('.test.'))
    .sort()
    .map((name) => `scripts/learn-tagger/${name}`);

  const files = [
    ...CORPUS.map((name) => `tests/corpus/${name}`),
    ...learner,
    'scripts/learn/linear.ts',
    'lib/masking/tagger-tokens.ts',
  ];

  const hash = createHash('sha256');

  for (const file of files)
    hash.update(`${file}\n`).update(readFileSync(join(ROOT, file)));

  return hash.digest('hex').slice(0, 16);
}
