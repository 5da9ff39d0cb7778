import { aroundOf, MAX_NEARBY } from './around.ts';
import type { Hit, TextContext } from './hit.ts';
import type { Lexicon } from './lexicon.ts';
import type { Memory } from './memory.ts';
import { own } from './own.ts';

/** A longer text does not come again. */
const SHORT = 64;
/** More are not kept. */
const MOST = 2000;

/** What was found in cells with one text in rows that are alike. */
interface Cell {
  place: TextContext;
  hits: readonly Hit[];
}

/** What a verdict depends on besides text and row. */
const PLACE = ['header', 'label', 'host', 'path', 'provider', 'asked'] as const;

/** Those that were met with one index. */
export interface Cells {
  of: Map<string, Cell[]>;
  size: number;
}

export const noCells = (): Cells => ({ of: new Map(), size: 0 });

/**
 * What is found in a cell. A table says the same again and again, but for the figures of its rows: then it is looked for once.
 *
 * @param find Looks at the text; what it finds depends on the text and the context alone.
 */
export function foundInCell(
  text: string,
  context: TextContext,
  lexicon: Lexicon,
  { cells, arounds }: Memory,
  find: () => Hit[],
): Hit[] {
  if (text.length > SHORT || !context.nearby) return find();
  const row = aroundOf(context.nearby.slice(0, MAX_NEARBY), lexicon, arounds).number;
  if (row === 0) return find();
  const name = `${row} ${text}`;
  const alike = cells.of.get(name) ?? [];
  const known = alike.find(({ place }) => PLACE.every((part) => place[part] === context[part]));
  if (known) return [...known.hits];
  const found = find();
  const place = Object.fromEntries(PLACE.map((part) => [part, context[part]]));
  if (cells.size >= MOST) Object.assign(cells, noCells());
  alike.push({ place, hits: found.map(ownHit) });
  cells.of.set(name, alike);
  cells.size++;
  return found;
}

/** Holds nothing of a text that is longer than what it quotes. */
function ownHit(hit: Hit): Hit {
  return {
    ...hit,
    code: own(hit.code),
    evidence: hit.evidence.map((one) => (one.text === undefined ? one : { ...one, text: own(one.text) })),
  };
}
