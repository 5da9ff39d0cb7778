import { figurePlaces } from './figures.ts';
import type { Lexicon } from './lexicon.ts';
import type { Piece } from './line-key.ts';
import type { Sayings } from './line-sayings.ts';
import { own } from './own.ts';
import { type Spot, spotsOf } from './spots.ts';
import { noStems, type Stems } from './stems.ts';
import { type Traits, traitsOf } from './traits.ts';
import { goesBeyondAscii } from './words/letters.ts';
import { fileLists } from './words/vocabulary.ts';

/** Lines that differ in nothing but their digits, and what is known of all of them. */
export interface Template {
  id: number;
  hash: number;
  /** The line, with every digit as the same. */
  units: Uint16Array;
  spots: readonly Spot[];
  stems: Stems;
  traits: Traits;
  /** Where its digits may be part of a word. */
  figures: readonly { from: number; to: number }[];
  /** What the lines say, by those digits; see `line-sayings.ts`. */
  sayings: Map<string, Sayings>;
  /** Parts of the line, by where they are cut; see `line-key.ts`. */
  pieces: Map<number, Piece>;
}

/** Any digit is written as this one. */
const DIGIT = 0x30;
/** The units of ASCII as templates have them. */
export const FOLDED = Uint16Array.from({ length: 0x80 }, (_, unit) =>
  unit >= DIGIT && unit <= DIGIT + 9 ? DIGIT : unit,
);

const folded = (unit: number): number => (unit < 0x80 ? (FOLDED[unit] ?? 0) : unit);

/** Longer lines have no template. */
export const LONGEST_LINE = 1000;
/** More are not kept: a few megabytes. */
const MOST = 2000;
const MOST_UNITS = 300_000;
const SLOTS = 8192;
let lastId = 0;

/** The templates that were met with one index. A line that comes for the second time makes one. */
export class Templates {
  private readonly slots: (Template | undefined)[] = Array.from({ length: SLOTS });
  private readonly seen = new Int32Array(SLOTS);
  private size = 0;
  private length = 0;

  /**
   * The template of a line, if there is one.
   *
   * @param hash Of the folded units.
   * @param units Holds the line between `from` and `to`, where it begins in the text at `start`.
   */
  of(
    hash: number,
    units: Uint16Array,
    from: number,
    to: number,
    text: string,
    start: number,
    lexicon: Lexicon,
  ): Template | null {
    let slot = hash & (SLOTS - 1);
    for (let known = this.slots[slot]; known; known = this.slots[slot]) {
      if (known.hash === hash && isSame(known.units, units, from, to)) return known;
      slot = (slot + 1) & (SLOTS - 1);
    }
    const first = hash & (SLOTS - 1);
    if (this.seen[first] !== hash) {
      this.seen[first] = hash;
      return null;
    }
    if (this.size >= MOST || this.length >= MOST_UNITS) {
      this.slots.fill(undefined);
      this.size = 0;
      this.length = 0;
      slot = first;
    }
    const template = templateOf(
      hash,
      units.subarray(from, to),
      text.slice(start, start + to - from),
      lexicon,
    );
    this.slots[slot] = template;
    this.size++;
    this.length += to - from;
    return template;
  }
}

function isSame(known: Uint16Array, units: Uint16Array, from: number, to: number): boolean {
  if (known.length !== to - from) return false;
  for (let at = from; at < to; at++) if (known[at - from] !== folded(units[at] ?? 0)) return false;
  return true;
}

function templateOf(hash: number, units: Uint16Array, line: string, lexicon: Lexicon): Template {
  // Facts are told by the words that are filed.
  fileLists(goesBeyondAscii(line));
  const stems = noStems();
  // Concatenated, it is no piece of the text and keeps nothing of it in memory.
  const spots = spotsOf(`\n${line}\n`, lexicon, stems);
  return {
    id: ++lastId,
    hash,
    units: units.map(folded),
    spots,
    stems: { at: stems.at.map((at) => at - 1), stems: stems.stems },
    traits: traitsOf(own(line)),
    figures: figurePlaces(line),
    sayings: new Map(),
    pieces: new Map(),
  };
}
