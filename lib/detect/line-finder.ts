import type { Lines } from './lines.ts';
import { own } from './own.ts';
import type { Template } from './templates.ts';
import type { Finder, Place } from './topics.ts';
import { written } from './words/vocabulary.ts';

/** Lines that belong together: a word of several parts may go on from one to the next. */
export interface Unit {
  start: number;
  /** Behind its last line. */
  end: number;
  /** Of its only line. */
  template: Template | null;
}

/** What is looked for in lines, under a name of its own. */
export type Saying = string;

/** A text with longer units is no log. */
const LONGEST_UNIT = 4096;
/** How many lines of one template are told apart by figures that are part of a word. */
const MOST_FIGURES = 16;

/** The units of a text. Null where they are too long. */
export function unitsOf(text: string, lines: Lines): readonly Unit[] | null {
  const units: Unit[] = [];
  let unit: Unit | null = null;
  for (let line = 0; line < lines.count; line++) {
    const start = lines.start(line);
    const end = line + 1 < lines.count ? lines.start(line + 1) : text.length;
    if (unit && !lines.traits(line).apart) {
      unit.end = end;
      unit.template = null;
    } else {
      unit = { start, end, template: lines.template(line) };
      units.push(unit);
    }
    if (unit.end - unit.start > LONGEST_UNIT) return null;
  }
  return units;
}

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
  units: readonly Unit[],
  saying: Saying,
  find: (piece: string) => readonly Place[],
): LineFinder {
  const found: (Said | undefined)[] = [];

  function saidAt(number: number): Said {
    const known = found[number];
    if (known) return known;
    const unit = units[number];
    if (!unit) return NOTHING;
    const { start, end, template } = unit;
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
        // Concatenated, it is no piece of the text.
        said = saidIn(
          find(`\n${text.slice(start, end)}`).map(({ at, word }) => ({ at: at - 1, word: own(word) })),
        );
        sayings.set(saying, said);
      }
    } else said = saidIn(find(text.slice(start, end)));
    found[number] = said;
    return said;
  }

  /** Number of the unit that an offset stands in. */
  function unitAt(offset: number): number {
    let low = 0;
    let high = units.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((units[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
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

const NO_UNIT: Unit = { start: 0, end: 0, template: null };
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

/** Words with digits in them, whichever the digits. */
let figured = /(?!)/g;
let figuredOf = -1;

/** Where digits of a line may be part of a word. */
export function figurePlaces(line: string): readonly { from: number; to: number }[] {
  if (figuredOf !== written.length) {
    figuredOf = written.length;
    const forms = written.flatMap((word) =>
      /\d/.test(word)
        ? [
            word
              .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
              .replace(/\d/g, '\\d')
              .replaceAll(' ', '[\\s_-]{1,3}')
              .replaceAll('*', '\\S{0,6}'),
          ]
        : [],
    );
    figured = new RegExp(`(?<!\\d)(?:${[...forms, ...FIGURED].join('|')})`, 'gi');
  }
  return Array.from(line.matchAll(figured), ({ 0: { length }, index }) => ({
    from: index,
    to: index + length,
  }));
}

/** Digits that other sayings ask for. */
const FIGURED = ['v\\d(?=/)'];

function figuresIn({ figures }: Template, text: string, start: number): string {
  let key = '';
  for (const { from, to } of figures) key += `${text.slice(start + from, start + to)}\n`;
  return key;
}

/** One bit for each word, as long as there are any. */
const bits = new Map<string, number>();
const MOST_BITS = 30;
const sets = new Map<number, ReadonlySet<string>>();
const MOST_SETS = 1000;

/** 0 where there are no more. */
function bitOf(word: string): number {
  let bit = bits.get(word);
  if (bit === undefined) {
    bit = bits.size < MOST_BITS ? 1 << bits.size : 0;
    bits.set(word, bit);
  }
  return bit;
}

function setOf(mask: number): ReadonlySet<string> {
  let set = sets.get(mask);
  if (!set) {
    set = new Set([...bits].flatMap(([word, bit]) => ((bit & mask) === 0 ? [] : [word])));
    if (sets.size >= MOST_SETS) sets.clear();
    sets.set(mask, set);
  }
  return set;
}
