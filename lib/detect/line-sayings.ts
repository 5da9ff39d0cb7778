import { shared } from './own.ts';
import type { Template } from './templates.ts';
import type { Place } from './topics.ts';
import { Trail } from './trail.ts';
import type { Unit, Units } from './units.ts';
import { primeWords, readWords } from './words/read-words.ts';

/** What is looked for in lines, under a name of its own. */
export type Saying = string;

/** A word in a unit; the same for all lines of one template. */
export interface Said {
  /** Counted from the begin of the unit. */
  at: number;
  word: string;
}

/** What a unit says, by the slots of what is looked for. */
export type Sayings = (readonly Said[] | undefined)[];

/** How many lines of one template are told apart by figures that are part of a word. */
const MOST_FIGURES = 16;

/**
 * As `finderOf`; what a line says is kept with its template.
 *
 * @param find Places in a piece of the text, in order, whatever the digits that are no part of a word.
 */
export function lineFinder(
  text: string,
  units: Units,
  saying: Saying,
  find: (piece: string) => readonly Place[],
): Trail {
  const slot = slotOf(saying);

  /** Words of all lists are read in one go, for all who look for some. */
  function placesIn(unit: Unit): readonly Place[] {
    if (!unit.read) {
      const piece = text.slice(unit.start, unit.end);
      unit.read = { text: piece, words: readWords(piece) };
    }
    primeWords(unit.read.text, unit.read.words);
    return find(unit.read.text);
  }

  return new Trail(units, (unit) => {
    const { template, start } = unit;
    unit.sayings ??= template ? sayingsOf(template, text, start) : [];
    let said = unit.sayings[slot];
    if (!said) {
      said = placesIn(unit).map(({ at, word }) => ({ at, word: template ? shared(word) : word }));
      unit.sayings[slot] = said;
    }
    return said;
  });
}

/** What a line with these figures says. */
function sayingsOf({ figures, sayings }: Template, text: string, start: number): Sayings {
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
