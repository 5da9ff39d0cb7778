// `npm run learn -- CORPUS…`: learns from labelled text what words stand around codes, and writes `lib/detect/learnt-weights.ts`. To be run again when the
// corpora have grown; the same corpora and rules give the same file.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { indexData, openIndex } from '../lib/detect/code-index.ts';
import { SLOTS, signOf } from '../lib/detect/learnt-model.ts';
import { pack } from '../lib/detect/rising.ts';
import { catalogueOrExit } from './catalogue-or-exit.ts';
import { argumentsGiven, readGiven } from './command-line.ts';
import { parseCorpus } from './corpus.ts';
import { examplesOf, strangersOf } from './learn/examples.ts';
import { learn, randomFrom } from './learn/ftrl.ts';
import { ROOT } from './run.ts';

const OWN = ['tuning', 'collisions', 'daily-life', 'shapes'].map((name) =>
  join(ROOT, `tests/corpus/${name}.jsonl`),
);
const { positionals } = argumentsGiven(
  { allowPositionals: true },
  'Usage: npm run learn [-- CORPUS.jsonl …]',
);
const files = positionals.length > 0 ? positionals : OWN;
const index = openIndex(indexData(catalogueOrExit()));
const random = randomFrom(7);
const examples = files
  .flatMap((file) => readGiven(file, parseCorpus))
  .filter(({ ambiguous }) => !ambiguous)
  .flatMap((line) => [...examplesOf(line, index), ...strangersOf(line, index, random)]);
const { bias, weights } = learn(examples, SLOTS);
const slots = Array.from(weights.keys()).filter((slot) => weights[slot] !== 0);
const levels = slots.map((slot) => signOf(weights[slot] ?? 0)).join('');
/** As the formatter writes it. */
const quoted = (text: string) => (text.includes("'") ? `"${text}"` : `'${text}'`);
const source = `import type { PackedModel } from './learnt-model.ts';

/** Written by \`npm run learn\`. */
export const LEARNT: PackedModel = {
  bias: ${bias.toFixed(3)},
  slots:
    ${quoted(pack(slots))},
  levels:
    ${quoted(levels)},
};
`;
writeFileSync(join(ROOT, 'lib/detect/learnt-weights.ts'), source);
const codes = examples.filter(({ isCode }) => isCode).length;
console.log(`${examples.length} places, ${codes} of them codes: ${slots.length} weights`);
