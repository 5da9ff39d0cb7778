import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../build/run.ts';
import { createCatalogue } from '../../lib/catalogue/catalogue.ts';
import { getCodeIndex } from '../../lib/catalogue/get-code-index.ts';
import { createPrefilterData } from '../../lib/detect/prefilter/prefilter-pack.ts';
import {
  createCodeTest,
  createWordTest,
  packVocabulary,
} from '../../lib/masking/known.ts';
import { readNamesOfPeople } from './examples.ts';
import { computeTaggerHash } from './tagger-hash.ts';
import {
  packTagger,
  readSamples,
  type TaggerScore,
  trainTagger,
} from './train-tagger.ts';

/** Trains the tagger, writes `lib/masking/tagger-weights.ts`, and returns what it recognizes of the words that were held out. */
export function learnTagger(
  data: Parameters<typeof createCatalogue>[0],
): string {
  const catalogue = createCatalogue(data);

  const samples = readSamples(catalogue, {
    isCode: createCodeTest(createPrefilterData(getCodeIndex(catalogue))),
    isKnown: createWordTest(packVocabulary(JSON.stringify(catalogue))),
  });

  const { model, scores } = trainTagger(samples);
  const packed = packTagger(model, readNamesOfPeople());

  writeFileSync(
    join(ROOT, 'lib/masking/tagger-weights.ts'),
    [
      "import type { PackedTagger } from './tagger.ts';\n",
      '/** Written by `npm run learn`. */',
      `export const TAGGER_HASH = '${computeTaggerHash()}';\n`,
      `export const TAGGER_WEIGHTS: PackedTagger = ${JSON.stringify(packed)};\n`,
    ].join('\n'),
  );

  return `tagger: ${Math.round(packed.weights.length / 1024)} KB\n${[0, 1, 2, 3, 4, 5].map((threshold) => formatScore(scores, threshold)).join('\n')}`;
}

function formatScore(
  scores: readonly TaggerScore[],
  threshold: number,
): string {
  const row = [true, false].map((hasFound) => {
    const own = scores.filter((score) => score.hasFound === hasFound);
    const tagged = own.filter(({ odds }) => odds >= threshold);
    const right = tagged.filter(({ isPrivate }) => isPrivate).length;
    const all = own.filter(({ isPrivate }) => isPrivate).length;

    return `${hasFound ? 'beside' : 'alone'}: ${right} of ${all} private words, ${tagged.length - right} of ${own.length - all} others`;
  });

  return `threshold ${threshold}: ${row.join('; ')}`;
}
