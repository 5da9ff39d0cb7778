import { type Candidate, findCandidates } from './candidates.ts';
import { foundInCell } from './cells.ts';
import type { CodeIndex } from './code-index.ts';
import { addCompany, mayVouch } from './company.ts';
import { asciiDigits, digitValue } from './digits.ts';
import { knownFacts } from './facts-of.ts';
import type { Evidence, Hit, TextContext } from './hit.ts';
import type { Judged } from './judged.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import { candidatesInLines, hasLines } from './lines.ts';
import { rankMeanings } from './rank.ts';
import { type Reading, readingOf } from './reading.ts';
import { recalled, SEARCHES } from './recall.ts';
import { type Scene, sceneOf } from './scene.ts';
import {
  allEvidenceFor,
  evidenceAgainst,
  evidenceFor,
  type Found,
  isIdle,
  keptOf,
  STRONG,
  STRONG_ODDS,
  strengthOf,
  sumOf,
  WEAK,
  WEAK_ODDS,
} from './score.ts';
import { noStems } from './stems.ts';

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
  return foundInCell(text, context, lexicon, () => find(text, lexicon, context));
}

function find(text: string, lexicon: Lexicon, context: TextContext): Hit[] {
  const ascii = asciiDigits(text);
  const stems = noStems();
  const { candidates, lines } = hasLines(ascii, context)
    ? candidatesInLines(ascii, lexicon, stems)
    : { candidates: findCandidates(ascii, lexicon, stems), lines: null };
  if (candidates.length === 0) return [];
  const reading = readingOf(ascii, context, lexicon, stems, lines);
  const looked = candidates.map((candidate) => look(candidate, reading));
  const lively: Judged[] = [];
  for (const { scene, facts } of looked) {
    const one = scene && !isIdle(scene.form, facts) ? judge(scene) : null;
    if (one) lively.push(one);
  }
  if (!lively.some(accepted) && !mayVouch(candidates))
    return lively.filter(({ sum }) => sum >= WEAK_ODDS).map(hitOf);
  const scenes = looked.map(({ candidate, scene, facts }) => scene ?? sceneOf(candidate, reading, facts));
  const judged = lively.length === scenes.length ? lively : withIdle(scenes, lively);
  addCompany(judged, accepted, weigh);
  return judged.filter(({ sum }) => sum >= WEAK_ODDS).map(hitOf);
}

/** A candidate whose facts are known; no scene where they are known of its line, and make it idle. */
interface Looked {
  candidate: Candidate;
  facts: number;
  scene: Scene | null;
}

function look(candidate: Candidate, reading: Reading): Looked {
  const facts = knownFacts(candidate, reading);
  if (facts >= 0 && isIdle(candidate.form, facts)) return { candidate, facts, scene: null };
  const scene = sceneOf(candidate, reading, facts);
  return { candidate, facts: scene.facts, scene };
}

const accepted = ({ sum }: Judged) => sum >= STRONG_ODDS;

/** What is to be said of a candidate alone; no evidence where what stands beside it does not make it a hit: it is left to its company. */
interface Verdict {
  found: readonly Found[] | null;
  sum: number;
  weighed: boolean;
}

function judge(scene: Scene): Judged | null {
  const { found, sum, weighed } = recalled(
    scene,
    SEARCHES.verdict,
    () => verdictOn(scene),
    (verdict) => {
      const found = verdict.found && keptOf(verdict.found, scene);
      return verdict.found && !found ? null : { ...verdict, found };
    },
  );
  return found && { scene, found, sum, looked: true, weighed };
}

function verdictOn(scene: Scene): Verdict {
  const found = evidenceFor(scene);
  if (!found) return { found, sum: 0, weighed: false };
  const one: Judged = { scene, found, sum: 0, looked: true, weighed: false };
  weigh(one);
  return { found: one.found, sum: one.sum, weighed: one.weighed };
}

/** Those that were left alone stand in line with the others again. */
function withIdle(scenes: readonly Scene[], lively: readonly Judged[]): Judged[] {
  let next = 0;
  return scenes.map((scene) => {
    const one = lively[next];
    if (one?.scene !== scene)
      return { scene, found: [], sum: sumOf(scene.form, []), looked: false, weighed: false };
    next++;
    return one;
  });
}

/** Sums the evidence up; looks for evidence against only where that for it would make a hit. */
function weigh(one: Judged): void {
  const { scene } = one;
  if (!one.looked) one.found = [...one.found, ...allEvidenceFor(scene)];
  one.looked = true;
  one.sum = sumOf(scene.form, one.found);
  if (one.weighed || one.sum < WEAK_ODDS) return;
  one.weighed = true;
  one.found = [...one.found, ...evidenceAgainst(scene)];
  one.sum = sumOf(scene.form, one.found);
}

function hitOf({ scene, found, sum }: Judged): Hit {
  const subcode = subcodeOf(scene);
  return {
    start: scene.start,
    end: scene.end,
    code: scene.code,
    subcode,
    meanings: rankMeanings(scene, subcode),
    strength: strengthOf(sum),
    evidence: evidenceOf(found),
  };
}

const evidences = new WeakMap<readonly Found[], readonly Evidence[]>();

/** Strongest first; the same for the same that was found, as logs say it again and again. */
function evidenceOf(found: readonly Found[]): readonly Evidence[] {
  let evidence = evidences.get(found);
  if (!evidence) {
    evidence = found.map((one) => one.evidence).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
    evidences.set(found, evidence);
  }
  return evidence;
}

const SUBCODE = /sub_?code\\{0,3}["'`]?(?:&quot;)?\s{0,3}(?::|=>?)\s{0,3}\\{0,3}["'`]?(\d{1,7})(?!\d)/i;

/** Mostly there is none, and it takes less to see that. */
const MENTION = /sub_?code/i;

/** `error_subcode` of the object that the code is a value of. */
function subcodeOf({ key, start, end, code, reading }: Scene): string | null {
  const { text } = reading;
  if (!key || /sub/i.test(key) || !reading.shows(MENTION, Math.max(0, start - 200), end + 500)) return null;
  const after = text.slice(end, end + 500).split(/[}\]]\s*[,}\]]?\s*[{[]/, 1)[0] ?? '';
  const behind = SUBCODE.exec(after)?.[1];
  if (behind && behind !== code) return behind;
  const before =
    text
      .slice(Math.max(0, start - 200), start)
      .split('{')
      .at(-1) ?? '';
  return SUBCODE.exec(before)?.[1] ?? null;
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
