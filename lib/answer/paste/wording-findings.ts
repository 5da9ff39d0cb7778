import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Hit, TextContext } from '../../detect/hit.ts';
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
    ...explain(
      {
        ...context,
        code,
        subcode,
        meanings,
        nearby,
      },
      catalogue,
    ),
    // Without a number nothing speaks for a retired code.
    others: others.filter(({ deprecated }) => !deprecated),
    wording: {
      text: text.slice(start, Math.min(end, start + 160)),
      confidence,
    },
  };
}

/** A blank line, but none above a section of the same record, as in TOML. */
const BLANK_LINE = /\n\n(?!\[)/;

export function isAlreadyReported(
  phrase: WordingHit,
  hits: readonly Hit[],
  text: string,
): boolean {
  const near = hits.flatMap((hit) => {
    const [from, to] =
      phrase.start < hit.start
        ? [phrase.end, hit.start]
        : [hit.end, phrase.start];

    return to - from <= 1_500 ? [{ hit, between: text.slice(from, to) }] : [];
  });

  // Usually such a hit is on the same line, which is cheap to check.
  if (near.some(({ between }) => !between.includes('\n'))) return true;

  return near.some(
    ({ hit, between }) =>
      findSharedBlock(text, hit, phrase) !== null ||
      findSharedBlock(text, phrase, hit) !== null ||
      (!BLANK_LINE.test(between) &&
        hit.meanings.some(({ key }) =>
          phrase.entries.some((entry) => entry.key === key),
        )),
  );
}
