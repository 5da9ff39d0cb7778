import { arbitrate, mayArbitrate } from './arbiter.ts';
import { findCandidates } from './candidates.ts';
import type { CodeIndex } from './code-index.ts';
import { addCompany, mayVouch } from './company.ts';
import { asciiText } from './digits.ts';
import { unescaped } from './escapes.ts';
import type { Hit, TextContext } from './hit.ts';
import { accepted, judge, weigh, weighWhole, withIdle } from './judge.ts';
import type { Judged } from './judged.ts';
import { isLed, LEAST } from './led-lists.ts';
import { lexiconOf } from './lexicon.ts';
import { memoryOf } from './memory.ts';
import { sceneOf } from './place.ts';
import { readingOf } from './reading.ts';
import { PRIOR } from './score.ts';
import { noStems } from './stems.ts';
import { fileLists } from './words/vocabulary.ts';

/** What was made of a place, hit or none. The evidence begins with how ordinary its form is. */
export type Considered = Pick<Hit, 'start' | 'end' | 'code' | 'strength' | 'evidence'>;

/**
 * What `detect` makes of every place that could be a code by its form, with all that was found for and against it, however little
 * comes of it: for who asks why a place is no hit. Takes its time, as nothing is turned down early.
 *
 * @returns In text order. What is not among them is none by its form: part of an address, an amount, an id; or nobody's code.
 */
export function consider(text: string, index: CodeIndex, context: TextContext = {}): Considered[] {
  const plain = unescaped(text);
  const judged = judgedIn(asciiText(plain?.text ?? text), index, context);
  return judged.map(({ scene, verdict }) => {
    const { strength, evidence } = weighWhole(scene, verdict);
    const { start, end, code, form } = scene;
    const ordinary = { rule: 'form', weight: PRIOR[form], text: form };
    const place = plain ? { start: plain.original(start), end: plain.original(end - 1) + 1 } : { start, end };
    return { ...place, code, strength, evidence: [ordinary, ...evidence] };
  });
}

function judgedIn(ascii: string, index: CodeIndex, context: TextContext): readonly Judged[] {
  fileLists(true);
  const lexicon = lexiconOf(index);
  const stems = noStems();
  const candidates = findCandidates(ascii, lexicon, stems);
  const reading = readingOf(ascii, context, lexicon, stems, null, memoryOf(lexicon));
  const scenes = candidates.map((candidate) => sceneOf(candidate, reading));
  const lively = scenes.map(judge).filter((one) => one !== null);
  const judged = withIdle(scenes, lively);
  const mayHelp = lively.some(accepted) || (candidates.length >= LEAST && lively.some(isLed));
  if (mayHelp || mayVouch(candidates, ascii)) addCompany(judged, accepted, weigh);
  if (mayArbitrate(ascii)) arbitrate(judged);
  return judged;
}
