import { own } from './own.ts';
import type { Template } from './templates.ts';
import type { Finder, Place } from './topics.ts';
import type { Unit, Units } from './units.ts';
import { bitOf, setOf } from './word-sets.ts';
import { primeWords, readWords } from './words/read-words.ts';

/** What is looked for in lines, under a name of its own. */
export type Saying = string;

/** How many lines of one template are told apart by figures that are part of a word. */
const MOST_FIGURES = 16;

export interface LineFinder extends Finder {
  /** One of the words stands between two offsets. */
  holds(from: number, to: number): boolean;
}

/**
 * As `finderOf`; what a line says is kept with its template.
 *
 * @param find Places in a piece of the text, in order, whatever the digits that are no part of a word.
 */
export function lineFinder(
  text: string,
  { all: units, at: unitAt }: Units,
  saying: Saying,
  find: (piece: string) => readonly Place[],
): LineFinder {
  const found: (Said | undefined)[] = [];

  /** Words of all lists are read in one go, for all who look for some. */
  function placesIn(unit: Unit): readonly Place[] {
    if (!unit.read) {
      const piece = text.slice(unit.start, unit.end);
      unit.read = { text: piece, words: readWords(piece) };
    }
    primeWords(unit.read.text, unit.read.words);
    return find(unit.read.text);
  }

  function saidAt(number: number): Said {
    const known = found[number];
    if (known) return known;
    const unit = units[number];
    if (!unit) return NOTHING;
    const { start, template } = unit;
    let said: Said | undefined;
    if (template) {
      const figures = figuresIn(template, text, start);
      let sayings = template.sayings.get(figures);
      if (!sayings) {
        if (template.sayings.size >= MOST_FIGURES) template.sayings.clear();
        sayings = new Map();
        template.sayings.set(figures, sayings);
      }
      said = sayings.get(saying);
      if (!said) {
        said = saidIn(placesIn(unit).map(({ at, word }) => ({ at, word: own(word) })));
        sayings.set(saying, said);
      }
    } else said = saidIn(placesIn(unit));
    found[number] = said;
    return said;
  }

  return {
    nearest(offset, reach) {
      const here = unitAt(offset);
      let before: Place | null = null;
      let after: Place | null = null;
      let far = 0;
      let near = 0;
      for (let number = here; number >= 0 && !before; number--) {
        const { start, end } = units[number] ?? NO_UNIT;
        if (end < offset - reach) break;
        before = lastBefore(saidAt(number).places, offset - start);
        if (before) far = offset - start - before.at;
      }
      for (let number = here; number < units.length && !after; number++) {
        const { start } = units[number] ?? NO_UNIT;
        if (start > offset + reach || (before && start - offset >= far)) break;
        after = firstFrom(saidAt(number).places, offset - start);
        if (after) near = after.at + start - offset;
      }
      if (before && far <= reach && (!after || far <= near)) return before.word;
      return after && near <= reach ? after.word : null;
    },
    within(offset, reach) {
      let mask = 0;
      let more: Set<string> | null = null;
      for (let number = unitAt(Math.max(0, offset - reach)); number < units.length; number++) {
        const { start, end } = units[number] ?? NO_UNIT;
        if (start > offset + reach) break;
        const said = saidAt(number);
        if (said.mask >= 0 && start >= offset - reach && end <= offset + reach) {
          mask |= said.mask;
          continue;
        }
        for (const { at, word } of said.places) {
          if (Math.abs(at + start - offset) > reach) continue;
          const bit = bitOf(word);
          if (bit > 0) mask |= bit;
          else {
            more ??= new Set();
            more.add(word);
          }
        }
      }
      return more ? new Set([...setOf(mask), ...more]) : setOf(mask);
    },
    holds(from, to) {
      for (let number = unitAt(Math.max(0, from)); number < units.length; number++) {
        const { start } = units[number] ?? NO_UNIT;
        if (start >= to) break;
        for (const { at, word } of saidAt(number).places)
          if (at + start >= from && at + start + word.length <= to) return true;
      }
      return false;
    },
  };
}

export interface Said {
  /** Counted from the begin of the unit. */
  places: readonly Place[];
  /** Bits of the words; -1 where one has none. */
  mask: number;
}

const NO_UNIT: Unit = { start: 0, end: 0, template: null, read: null };
const NOTHING: Said = { places: [], mask: 0 };

function saidIn(places: readonly Place[]): Said {
  let mask = 0;
  for (const { word } of places) {
    const bit = bitOf(word);
    if (bit === 0) return { places, mask: -1 };
    mask |= bit;
  }
  return { places, mask };
}

function lastBefore(places: readonly Place[], at: number): Place | null {
  for (let i = places.length - 1; i >= 0; i--) {
    const place = places[i];
    if (place && place.at < at) return place;
  }
  return null;
}

function firstFrom(places: readonly Place[], at: number): Place | null {
  for (const place of places) if (place.at >= at) return place;
  return null;
}

function figuresIn({ figures }: Template, text: string, start: number): string {
  let key = '';
  for (const { from, to } of figures) key += `${text.slice(start + from, start + to)}\n`;
  return key;
}
