import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../build/run.ts';
import {
  addFeatures,
  addSpeechFeatures,
} from '../../lib/masking/tagger-features.ts';
import { createTokenReader } from '../../lib/masking/tagger-tokens.ts';
import { createExamples } from './examples.ts';
import { LEARNING } from './train-tagger.ts';

/** What the examples are generated from, and texts that people wrote. */
const CORPUS = [
  'people.yaml',
  'sentences.yaml',
  'private-parts.yaml',
  'private-training.jsonl',
  'words-of-texts.yaml',
  'fields.yaml',
  'look-alikes.yaml',
  'tuning.jsonl',
  'shapes.jsonl',
  'daily-life.jsonl',
  'collisions.jsonl',
];
/** Examples whose features are hashed. */
const EXAMPLES = 300;

/**
 * Returns a hash of what the tagger is trained on, and of what the learner does: its settings, its examples and their features. Names
 * and comments may change, and so may the catalogue, the project's documents and the interface's translations: a new text needs no
 * training.
 */
export function computeTaggerHash(): string {
  const hash = createHash('sha256');

  for (const name of CORPUS)
    hash.update(readFileSync(join(ROOT, 'tests/corpus', name)));

  hash.update(JSON.stringify(LEARNING));

  const read = createTokenReader(
    { isCode: (code) => /^1310\d\d$/.test(code), isKnown: () => false },
    (word) => word.startsWith('a'),
  );

  for (const { text } of createExamples().slice(0, EXAMPLES)) {
    const tokens = read({ text, found: [], kept: [] });
    const buckets: number[] = [];

    tokens.forEach(({ word }, at) => {
      buckets.push(...word.buckets);
      addFeatures(tokens, at, false, (bucket) => buckets.push(bucket));
      addSpeechFeatures(tokens, at, false, (bucket) => buckets.push(bucket));
    });

    hash.update(text).update(Int32Array.from(buckets));
  }

  return hash.digest('hex').slice(0, 16);
}
