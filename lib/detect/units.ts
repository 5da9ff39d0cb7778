import type { Sayings } from './line-sayings.ts';
import type { Lines } from './lines.ts';
import type { Template } from './templates.ts';
import type { Said as Word } from './words/read-words.ts';

/** Lines that belong together: a word of several parts may go on from one to the next. */
export interface Unit {
  start: number;
  /** Behind its last line. */
  end: number;
  /** Of its only line. */
  template: Template | null;
  /** What it says, as soon as someone asked; see `line-sayings.ts`. */
  sayings: Sayings | null;
  /** Its text and words, as soon as someone looks for some. */
  read: { text: string; words: readonly Word[] } | null;
}

/** The units of a text, in order. */
export interface Units {
  all: readonly Unit[];
  /** Number of the unit that an offset stands in. */
  at(offset: number): number;
}

/** A text with longer units is no log. */
const LONGEST_UNIT = 4096;
/** So many units are tried one by one. */
const NEAR = 8;

/** The units of a text. Null where they are too long. */
export function unitsOf(text: string, lines: Lines): Units | null {
  const units: Unit[] = [];
  let unit: Unit | null = null;
  for (let line = 0; line < lines.count; line++) {
    const start = lines.start(line);
    const end = line + 1 < lines.count ? lines.start(line + 1) : text.length;
    if (unit && !lines.traits(line).apart) {
      unit.end = end;
      unit.template = null;
    } else {
      unit = { start, end, template: lines.template(line), sayings: null, read: null };
      units.push(unit);
    }
    if (unit.end - unit.start > LONGEST_UNIT) return null;
  }
  let asked = -1;
  let known = 0;
  return {
    all: units,
    at(offset) {
      // Several questions are asked of one place, and then of one a little further on.
      if (offset === asked) return known;
      let low = 0;
      let high = units.length - 1;
      if (offset > asked) {
        low = Math.max(0, known);
        while (low < high && low < known + NEAR && (units[low + 1]?.start ?? 0) <= offset) low++;
        if (low < known + NEAR) high = low;
      }
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((units[middle]?.start ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      asked = offset;
      known = low;
      return low;
    },
  };
}
