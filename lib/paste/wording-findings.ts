import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Hit, TextContext } from '../detect/hit.ts';
import { findBlockAround, findSharedBlock } from '../explain/code-block.ts';
import { explain } from '../explain/explain.ts';
import type { FindingDraft } from './finding.ts';
import type { WordingHit } from './wording-index.ts';

/**
 * Explains the entry that matches a wording best, or returns null. `phrases` are all of the text, in order: the block
 * ends before one of another entry.
 */
export function createDraftFromWording(
  phrase: WordingHit,
  phrases: readonly WordingHit[],
  text: string,
  catalogue: Catalogue,
  context: TextContext,
): FindingDraft | null {
  const { entries, start, end, confidence } = phrase;
  const [entry, ...others] = entries;
  if (!entry) return null;
  const { code, subcode, key } = entry;
  const rivals = phrases.filter((other) => !other.entries.includes(entry));
  const before = rivals.findLast((other) => other.end <= start);
  const after = rivals.find((other) => end <= other.start);
  const nearby = findBlockAround(text, phrase, before, after);
  const meanings = [{ key, score: 0 }];
  return {
    ...explain({ ...context, code, subcode, meanings, nearby }, catalogue),
    // Without a number nothing speaks for a retired code.
    others: others.filter(({ deprecated }) => !deprecated),
    cause: null,
    wording: { text: text.slice(start, Math.min(end, start + 160)), confidence },
  };
}

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
