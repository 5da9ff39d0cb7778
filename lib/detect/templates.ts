import { goesBeyondAscii } from './ascii.ts';
import { figurePlaces } from './figures.ts';
import type { Lexicon } from './lexicon.ts';
import { type LineBytes, words } from './line-bytes.ts';
import type { Piece } from './line-key.ts';
import type { Sayings } from './line-sayings.ts';
import { own } from './own.ts';
import { type Spot, spotsOf } from './spots.ts';
import { noStems, type Stems } from './stems.ts';
import { type Traits, traitsOf } from './traits.ts';
import { fileLists } from './words/vocabulary.ts';

/** Lines that differ in nothing but their digits, and what is known of all of them. */
export interface Template {
  id: number;
  hash: number;
  /** The line with every digit as 0, and as `LineBytes` writes it, in so many bytes. */
  line: string;
  bytes: number;
  words: Int32Array;
  spots: readonly Spot[];
  stems: Stems;
  traits: Traits;
  /** Where its digits may be part of a word. */
  figures: readonly { from: number; to: number }[];
  /** What the lines say, by those digits; see `line-sayings.ts`. */
  sayings: Map<string, Sayings>;
  /** Parts of the line, by how long they are; see `line-key.ts`. */
  begins: (Piece | undefined)[];
  ends: (Piece | undefined)[];
}

/** More are not kept: a few megabytes. */
const MOST = 2000;
const MOST_UNITS = 300_000;
const SLOTS = 8192;
let lastId = 0;

/** The templates that were met with one index. A line that comes for the second time makes one. */
export class Templates {
  private readonly slots: (Template | undefined)[] = new Array(SLOTS);
  private readonly seen = new Int32Array(SLOTS);
  private size = 0;
  private length = 0;

  /**
   * The template of a line, if there is one.
   *
   * @param bytes Has read the line between the offsets.
   */
  of(bytes: LineBytes, text: string, start: number, end: number, lexicon: Lexicon): Template | null {
    const { hash } = bytes;
    let slot = hash & (SLOTS - 1);
    for (let known = this.slots[slot]; known; known = this.slots[slot]) {
      if (known.hash === hash && isSame(known, bytes)) return known;
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
    const template = templateOf(bytes, text.slice(start, end), lexicon);
    this.slots[slot] = template;
    this.size++;
    this.length += end - start;
    return template;
  }
}

function isSame({ bytes, words: known }: Template, { length }: LineBytes): boolean {
  if (bytes !== length) return false;
  for (let at = 0; at < known.length; at++) if (known[at] !== words[at]) return false;
  return true;
}

function templateOf({ hash, length }: LineBytes, line: string, lexicon: Lexicon): Template {
  // Facts are told by the words that are filed.
  fileLists(goesBeyondAscii(line));
  const stems = noStems();
  // Concatenated, it is no piece of the text and keeps nothing of it in memory.
  const spots = spotsOf(`\n${line}\n`, lexicon, stems);
  return {
    id: ++lastId,
    hash,
    line: own(line.replace(/\d/g, '0')),
    bytes: length,
    words: words.slice(0, (length + 3) >> 2),
    spots,
    stems: { at: stems.at.map((at) => at - 1), stems: stems.stems },
    traits: traitsOf(own(line)),
    figures: figurePlaces(line),
    sayings: new Map(),
    begins: [],
    ends: [],
  };
}
