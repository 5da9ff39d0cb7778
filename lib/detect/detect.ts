import { arbitrate, isFit, mayArbitrate } from './arbiter.ts';
import { goesBeyondAscii } from './ascii.ts';
import { findCandidates } from './candidates.ts';
import { foundInCell } from './cells.ts';
import type { CodeIndex } from './code-index.ts';
import { addCompany, mayVouch } from './company.ts';
import { asciiText, digitValue } from './digits.ts';
import { unescaped } from './escapes.ts';
import { knownFacts, titleFacts } from './facts-of.ts';
import type { Hit, TextContext } from './hit.ts';
import { hitOf } from './hit-of.ts';
import { accepted, judge, weigh, withIdle } from './judge.ts';
import type { Judged } from './judged.ts';
import { isLed, LEAST } from './led-lists.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import { candidatesInLines, hasLines } from './line-scan.ts';
import { type Memory, memoryOf } from './memory.ts';
import { sceneOf } from './place.ts';
import { readingOf } from './reading.ts';
import type { Scene } from './scene.ts';
import { isIdle, STRONG, WEAK, WEAK_ODDS } from './score.ts';
import { noStems } from './stems.ts';
import { fileLists } from './words/vocabulary.ts';
import { aloneIn } from './worth-a-look.ts';

export { STRONG, WEAK };

export function isStrong(hit: Pick<Hit, 'strength'>): boolean {
  return hit.strength >= STRONG;
}

/**
 * Finds the error codes in a text.
 *
 * @param text What a reader sees, not markup. Time grows with its length and no faster.
 * @returns Hits in text order, never overlapping, with a strength of `WEAK` or more; `isStrong` says which to underline.
 *   Offsets are UTF-16 units into `text`. Empty where nothing is found. Never throws.
 * @see docs/detection.md
 */
export function detect(text: string, index: CodeIndex, context: TextContext = {}): Hit[] {
  if (!mayHoldCode(text)) return [];
  const lexicon = lexiconOf(index);
  const memory = memoryOf(lexicon);
  return foundInCell(text, context, lexicon, memory, () => {
    const plain = unescaped(text);
    if (!plain) return find(text, lexicon, memory, context);
    return find(plain.text, lexicon, memory, context).map((hit) => ({
      ...hit,
      start: plain.original(hit.start),
      end: plain.original(hit.end - 1) + 1,
    }));
  });
}

function find(text: string, lexicon: Lexicon, memory: Memory, context: TextContext): Hit[] {
  const beyond = goesBeyondAscii(text);
  fileLists(beyond || goesBeyondAscii(`${context.header ?? ''}${context.label ?? ''}`));
  const ascii = beyond ? asciiText(text) : text;
  const stems = noStems();
  const { candidates, lines } = hasLines(ascii, context)
    ? candidatesInLines(ascii, lexicon, memory.templates)
    : { candidates: findCandidates(ascii, lexicon, stems), lines: null };
  const alone = candidates.length === 0 && context.asked && context.header ? aloneIn(ascii) : null;
  if (alone) candidates.push(alone);
  if (candidates.length === 0) return [];
  const reading = readingOf(ascii, context, lexicon, stems, lines, memory);
  const facts: number[] = [];
  const scenes: (Scene | null)[] = [];
  const lively: Judged[] = [];
  let sure = false;
  for (const candidate of candidates) {
    // Of a line that was met before; most candidates are turned down by that.
    let known = knownFacts(candidate, reading);
    const idle = known >= 0 && isIdle(candidate.form, known);
    if (idle) known |= titleFacts(candidate, reading);
    const scene = idle && isIdle(candidate.form, known) ? null : sceneOf(candidate, reading, known, !idle);
    facts.push(known);
    scenes.push(scene);
    const one = scene && (known >= 0 || !isIdle(scene.form, scene.facts)) ? judge(scene) : null;
    if (!one) continue;
    lively.push(one);
    sure ||= accepted(one);
  }
  const mayLead = candidates.length >= LEAST;
  const mayHelp = sure || (mayLead && lively.some(isLed)) || mayVouch(candidates, ascii);
  // Nothing is accepted yet, so that there is nothing to undo.
  if (!mayHelp && !(mayArbitrate(ascii) && candidates.some(isFit))) return hitsOf(lively);
  const judged =
    lively.length === scenes.length
      ? lively
      : withIdle(
          candidates.map((candidate, at) => scenes[at] ?? sceneOf(candidate, reading, facts[at])),
          lively,
        );
  if (mayHelp) addCompany(judged, accepted, weigh);
  if (mayArbitrate(ascii)) arbitrate(judged);
  return hitsOf(judged);
}

function hitsOf(judged: readonly Judged[]): Hit[] {
  const hits: Hit[] = [];
  for (const one of judged) if (one.verdict.sum >= WEAK_ODDS) hits.push(hitOf(one));
  return hits;
}

/**
 * A first, cheap look, for the many texts of a page that hold none: true where there is a digit of any script, a word
 * in capitals or with an underscore, nothing but one word, or a mention of codes.
 */
export function mayHoldCode(text: string): boolean {
  let capitals = 0;
  let oneWord = text.length <= 40 && text.length >= 3;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x30 && unit <= 0x39) return true;
    if (unit >= 0x41 && unit <= 0x5a) {
      if (++capitals >= 3) return true;
    } else {
      capitals = 0;
      if (unit === 0x5f) return true;
      if (unit <= 0x20) oneWord = false;
      else if (unit >= 0x0660 && digitValue(unit) >= 0) return true;
    }
  }
  // `"code":"undeliverable"`: an everyday word in a place that proves it.
  return oneWord || text.includes('code') || text.includes('Code');
}
