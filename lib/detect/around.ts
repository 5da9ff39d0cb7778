import { goesBeyondAscii } from './ascii.ts';
import type { Lexicon } from './lexicon.ts';
import { stemsOf } from './stems.ts';
import { type Topic, wordOf } from './topics.ts';
import { isLetter } from './words/letters.ts';
import { fileLists, mayBeSaid, maySayFigures } from './words/vocabulary.ts';

/** What the text around says: a heading, a label, the rest of a row. */
export interface Around {
  /** The same for texts that differ only in figures which say nothing; 0 where that cannot be told. */
  readonly number: number;
  /** The text, with the figures of the first one met. */
  readonly text: string;
  /** A word of the topic. */
  word(topic: Topic): string | null;
  vendors(): ReadonlySet<string>;
  stems(): ReadonlySet<number>;
}

/** So much of a row counts. */
export const MAX_NEARBY = 1000;
/** More than a table's headings and the rows in work need not be kept. */
const KEPT = 300;
let lastNumber = 0;

/** Those that were met with one index. */
export interface Arounds {
  kept: Map<string, Around>;
  /** The cells of a row come one after the other. */
  last: { text: string; around: Around } | null;
}

export const noArounds = (): Arounds => ({ kept: new Map(), last: null });

/** Stands for a digit. */
const FOLDED = '\u0001';
/** A digit beside a letter, or beside anything beyond ASCII. */
const TOUCHED = /\d[A-Za-z\u0080-\uffff]|[A-Za-z\u0080-\uffff]\d/;

/**
 * Made once for each text around: all cells of a column have the same heading, all of a row the same row, and the rows of a log differ
 * in their figures only.
 */
export function aroundOf(text: string, lexicon: Lexicon, arounds: Arounds): Around {
  const { kept, last } = arounds;
  if (last?.text === text) return last.around;
  const folded = withoutFigures(text);
  let around = kept.get(folded ?? text);
  if (!around) {
    if (kept.size >= KEPT) kept.clear();
    around = read(text, lexicon, folded === null ? 0 : ++lastNumber);
    kept.set(folded ?? text, around);
  }
  arounds.last = { text, around };
  return around;
}

/** The text with one sign for each digit of a number that is no part of a word. Null where the sign stands there already. */
function withoutFigures(text: string): string | null {
  fileLists(goesBeyondAscii(text));
  if (text.includes(FOLDED)) return null;
  if (!TOUCHED.test(text) && !maySayFigures(text)) return text.replace(/\d/g, FOLDED);
  return text.replace(/\d+/g, (digits, at: number) => {
    const touches = isLetter(text.charCodeAt(at - 1)) || isLetter(text.charCodeAt(at + digits.length));
    return touches || mayBeSaid(digits) ? digits : FOLDED.repeat(digits.length);
  });
}

function read(text: string, lexicon: Lexicon, number: number): Around {
  const words = new Map<Topic, string | null>();
  let vendors: ReadonlySet<string> | null = null;
  let stems: ReadonlySet<number> | null = null;
  return {
    number,
    text,
    word(topic) {
      let word = words.get(topic);
      if (word === undefined) {
        word = wordOf(text, topic);
        words.set(topic, word);
      }
      return word;
    },
    vendors() {
      vendors ??= new Set(lexicon.vendorsIn(text).map(({ word }) => word));
      return vendors;
    },
    stems() {
      stems ??= stemsOf(text);
      return stems;
    },
  };
}
