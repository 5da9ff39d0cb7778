import type { Catalogue } from '../catalogue/catalogue.ts';
import { getOrInsert } from '../detect/get-or-insert.ts';
import type { Hit } from '../detect/hit.ts';
import { aroundBy } from './block.ts';
import { explanationOf } from './explanation.ts';
import type { Found } from './finding.ts';
import { openWordingIndex, type WordingHit } from './wording-index.ts';

const phrases = new WeakMap<Catalogue, (text: string) => readonly WordingHit[]>();

/** Returns the wording index of a catalogue, built once. */
export const wordingIndexOf = (catalogue: Catalogue) => getOrInsert(phrases, catalogue, openWordingIndex);

/** Returns the finding for a wording without a number: the entry that matches best. Returns null if there is none. */
export function byWording({ entries, start, end, confidence }: WordingHit, text: string): Found | null {
  const [entry, ...others] = entries;
  if (!entry) return null;
  return {
    ...explanationOf(entry.code, { subcode: entry.subcode ?? null, entry, others }),
    cause: null,
    wording: { text: text.slice(start, Math.min(end, start + 160)), confidence },
  };
}

/** Returns true if the wording belongs to a failure that one of the hits already reports. */
export function isSaid(phrase: WordingHit, hits: readonly Hit[], text: string): boolean {
  const near = hits.filter((hit) => {
    const [from, to] = between(phrase, hit);
    return to - from <= 1_500;
  });
  // Usually such a hit is on the same line, which is cheap to check.
  return near.some((hit) => isInLine(phrase, hit, text)) || near.some((hit) => isSaidOf(phrase, hit, text));
}

function between(phrase: WordingHit, hit: Hit): [number, number] {
  return phrase.start < hit.start ? [phrase.end, hit.start] : [hit.end, phrase.start];
}

function isInLine(phrase: WordingHit, hit: Hit, text: string): boolean {
  return !text.slice(...between(phrase, hit)).includes('\n');
}

function isSaidOf(phrase: WordingHit, hit: Hit, text: string): boolean {
  if (aroundBy(text, hit, phrase) !== null || aroundBy(text, phrase, hit) !== null) return true;
  return (
    hit.meanings.some(({ key }) => phrase.entries.some((entry) => entry.key === key)) &&
    !text.slice(...between(phrase, hit)).includes('\n\n')
  );
}
