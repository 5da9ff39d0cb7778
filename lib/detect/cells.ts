import { aroundOf } from './around.ts';
import type { Hit, TextContext } from './hit.ts';
import type { Lexicon } from './lexicon.ts';
import { own } from './own.ts';
import { MAX_NEARBY } from './reading.ts';

/** A longer text does not come again. */
const SHORT = 64;
/** More are not kept. */
const MOST = 2000;

const kept = new WeakMap<Lexicon, Map<string, readonly Hit[]>>();

/**
 * What is found in a cell. A table says the same again and again, but for the figures of its rows: then it is looked for once.
 *
 * @param find Looks at the text; what it finds depends on the text and the context alone.
 */
export function foundInCell(text: string, context: TextContext, lexicon: Lexicon, find: () => Hit[]): Hit[] {
  if (text.length > SHORT || !context.nearby) return find();
  const row = aroundOf(context.nearby.slice(0, MAX_NEARBY), lexicon).number;
  if (row === 0) return find();
  const { host, path, provider, header, label, asked } = context;
  const cell = JSON.stringify([text, row, header, label, host, path, provider, asked]);
  let cells = kept.get(lexicon);
  if (!cells) {
    cells = new Map();
    kept.set(lexicon, cells);
  }
  const known = cells.get(cell);
  if (known) return [...known];
  const found = find();
  if (cells.size >= MOST) cells.clear();
  cells.set(cell, found.map(ownHit));
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
