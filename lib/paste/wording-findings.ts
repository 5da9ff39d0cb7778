import type { Catalogue } from '../catalogue/catalogue.ts';
import { getOrInsert } from '../core/get-or-insert.ts';
import type { Hit } from '../detect/hit.ts';
import { findSharedBlock } from '../explain/code-block.ts';
import { createExplanation } from '../explain/explanation.ts';
import type { FindingDraft } from './finding.ts';
import { createWordingIndex, type WordingHit } from './wording-index.ts';

const indexesByCatalogue = new WeakMap<Catalogue, (text: string) => readonly WordingHit[]>();

/** Returns the wording index of a catalogue, built once. */
export const getWordingIndex = (catalogue: Catalogue) =>
  getOrInsert(indexesByCatalogue, catalogue, createWordingIndex);

/** Returns the finding for a wording without a number: the entry that matches best. Returns null if there is none. */
export function createDraftFromWording(
  { entries, start, end, confidence }: WordingHit,
  text: string,
): FindingDraft | null {
  const [entry, ...others] = entries;
  if (!entry) return null;
  return {
    ...createExplanation(entry.code, { subcode: entry.subcode ?? null, entry, others }),
    cause: null,
    wording: { text: text.slice(start, Math.min(end, start + 160)), confidence },
  };
}

/** Minimum confidence of a wording that contains a number, such as `Got a 404 error while trying to send message`. */
const MIN_CONFIDENCE_WITH_NUMBER = 0.8;

/** Returns true if a number is a word of another entry's wording. */
export const isPartOfWording = ({ start, end, meanings }: Hit, phrases: readonly WordingHit[]): boolean =>
  phrases.some(
    (phrase) =>
      phrase.start < start &&
      end < phrase.end &&
      phrase.confidence >= MIN_CONFIDENCE_WITH_NUMBER &&
      !meanings.some(({ key }) => phrase.entries.some((entry) => entry.key === key)),
  );

/** Returns true if the wording belongs to a failure that one of the hits already reports. */
export function isAlreadyReported(phrase: WordingHit, hits: readonly Hit[], text: string): boolean {
  const near = hits.filter((hit) => {
    const [from, to] = getGap(phrase, hit);
    return to - from <= 1_500;
  });
  // Usually such a hit is on the same line, which is cheap to check.
  return (
    near.some((hit) => isInLine(phrase, hit, text)) || near.some((hit) => isReportedBy(phrase, hit, text))
  );
}

function getGap(phrase: WordingHit, hit: Hit): [number, number] {
  return phrase.start < hit.start ? [phrase.end, hit.start] : [hit.end, phrase.start];
}

function isInLine(phrase: WordingHit, hit: Hit, text: string): boolean {
  return !text.slice(...getGap(phrase, hit)).includes('\n');
}

function isReportedBy(phrase: WordingHit, hit: Hit, text: string): boolean {
  if (findSharedBlock(text, hit, phrase) !== null || findSharedBlock(text, phrase, hit) !== null) return true;
  return (
    hit.meanings.some(({ key }) => phrase.entries.some((entry) => entry.key === key)) &&
    !text.slice(...getGap(phrase, hit)).includes('\n\n')
  );
}
