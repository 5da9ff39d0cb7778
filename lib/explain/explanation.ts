import type { Entry, EntryKey, TimeWindow } from '../../data/schema.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { familyOf } from '../catalogue/family.ts';
import { type CodeContext, rankedMeanings } from '../catalogue/ranked.ts';

/** Until when, or since when, as far as the text tells. */
export interface When {
  as: TimeWindow['as'];
  atMs: number;
  /** What it was counted from; null where the text names the moment itself. */
  fromMs: number | null;
  /** The text names no time zone: the moment is read in the reader's own, and only offered as an answer. */
  isOwn?: boolean;
  confidence: TimeWindow['confidence'];
}

/** Everything that the card, the popup and the command line show of one code. */
export interface Explanation {
  code: string;
  subcode: string | null;
  /** The meaning held most likely, with the verdict that the text beside it leads to; null where the catalogue does not know the code. */
  entry: Entry | null;
  /** The code's other meanings, best first. */
  others: readonly Entry[];
  /** Evidence does not decide between `entry` and `others`: the reader is asked. */
  ambiguous: boolean;
  /** What the reader is asked for, where `ambiguous`: which provider, which of its lists, or which of several meanings in one. */
  undecided: 'provider' | 'registry' | 'variant' | null;
  /** A detail text found beside the code that sharpens the meaning, or adds to it. */
  detail: { text: string; meaning: string; adds?: true; next: string | null } | null;
  /** What the sender wrote beside the code, in whatever language, and no `detail` reads. Untrusted text. */
  said: string | null;
  /** Until when it lasts, where the text beside the code names a time that is sure. See `whenLine`. */
  when: When | null;
  /** For an unknown code: what its range or family tells, in one sentence or two. */
  family: string | null;
  /** Of a provider's code that only wraps one of Meta: the entry of the inner one, which is the cause. */
  inner?: Entry | null;
  /** For an unlisted subcode: the entry of the code that it stands with. Its meaning is the parent's, not the subcode's. */
  parent?: Entry | null;
  /** For a range that the catalogue does not have as one: the entries of the codes in it, by number. */
  within?: readonly Entry[];
  /** For a subcode that has no entry of its own: what its range tells. Its meaning is never borrowed from another. */
  subcodeFamily: string | null;
}

/** A code of which nothing more is known than is given. */
export function explanationOf(code: string, more: Partial<Explanation> = {}): Explanation {
  return {
    code,
    subcode: null,
    entry: null,
    others: [],
    ambiguous: false,
    undecided: null,
    detail: null,
    said: null,
    when: null,
    family: null,
    subcodeFamily: null,
    ...more,
  };
}

/**
 * The explanation of an entry that the reader picked: nothing is left to decide.
 *
 * @param key Null for a code that the catalogue does not know; one that is gone counts as that.
 * @param place Ranks the code's other meanings.
 */
export function explainEntry(
  { code, key }: { code: string; key: EntryKey | null },
  catalogue: Catalogue,
  place: CodeContext,
): Explanation {
  const entry = key === null ? undefined : catalogue.byKey.get(key);
  if (!entry) return explanationOf(code, { family: familyOf(code) });
  const meanings = rankedMeanings(entry.code, catalogue, place).map((ranked) => ranked.entry);
  const others = meanings.filter((other) => other.key !== entry.key);
  return explanationOf(entry.code, { subcode: entry.subcode ?? null, entry, others });
}
