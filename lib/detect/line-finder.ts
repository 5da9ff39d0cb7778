import { shared } from './own.ts';
import { Sums } from './sums.ts';
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
  const slot = slotOf(saying);
  const sums = new Sums();

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
      const sayings = sayingsOf(template, text, start);
      said = sayings[slot];
      if (!said) {
        said = saidIn(placesIn(unit).map(({ at, word }) => ({ at, word: shared(word) })));
        sayings[slot] = said;
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
      const first = unitAt(Math.max(0, offset - reach));
      let last = first < sums.to && sums.to < units.length ? sums.to : first;
      while (last > first && (units[last]?.start ?? 0) > offset + reach) last--;
      while (last + 1 < units.length && (units[last + 1]?.start ?? 0) <= offset + reach) last++;
      // The outer ones may lie within reach in part.
      sums.slide(first + 1, last, saidAt);
      const summed = sums.others === 0 && last > first;
      let mask = summed ? sums.mask : 0;
      let more: Set<string> | null = null;
      for (let number = first; number <= last; number = summed && number === first ? last : number + 1) {
        const { start } = units[number] ?? NO_UNIT;
        for (const { at, word } of saidAt(number).places) {
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

/** What a line with these figures says, by the slots of what is looked for. */
function sayingsOf({ figures, sayings }: Template, text: string, start: number): (Said | undefined)[] {
  let key = '';
  for (const { from, to } of figures) key += `${text.slice(start + from, start + to)}\n`;
  let known = sayings.get(key);
  if (!known) {
    if (sayings.size >= MOST_FIGURES) sayings.clear();
    known = [];
    sayings.set(key, known);
  }
  return known;
}

const slots = new Map<Saying, number>();

function slotOf(saying: Saying): number {
  const slot = slots.get(saying) ?? slots.size;
  slots.set(saying, slot);
  return slot;
}
