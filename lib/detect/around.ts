import type { Lexicon } from './lexicon.ts';
import { stemsOf } from './stems.ts';
import { type Topic, wordOf } from './topics.ts';

/** What the text around says: a heading, a label, the rest of a row. */
export interface Around {
  /** A word of the topic. */
  word(topic: Topic): string | null;
  vendors(): ReadonlySet<string>;
  stems(): ReadonlySet<number>;
}

/** More than a table's headings and the rows in work need not be kept. */
const KEPT = 300;
const kept = new WeakMap<Lexicon, Map<string, Around>>();

/** Made once for each text around: all cells of a column have the same heading, all of a row the same row. */
export function aroundOf(text: string, lexicon: Lexicon): Around {
  let known = kept.get(lexicon);
  if (!known) {
    known = new Map();
    kept.set(lexicon, known);
  }
  const old = known.get(text);
  if (old) return old;
  if (known.size >= KEPT) known.clear();
  const made = read(text, lexicon);
  known.set(text, made);
  return made;
}

function read(text: string, lexicon: Lexicon): Around {
  const words = new Map<Topic, string | null>();
  let vendors: ReadonlySet<string> | null = null;
  let stems: ReadonlySet<number> | null = null;
  return {
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
