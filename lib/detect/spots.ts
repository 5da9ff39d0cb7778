import { cannotStand, isMinus, symbolAt } from './candidates.ts';
import type { Meaning } from './code-index.ts';
import { FACTS } from './facts.ts';
import { leftFacts, rightFacts } from './facts-beside.ts';
import type { Form } from './form.ts';
import { isPlainAfter, isPlainBefore, standsFree } from './free.ts';
import type { Lexicon } from './lexicon.ts';
import type { Reach } from './line-key.ts';
import { groupsEnd, isAsciiLetter, LONGEST_WORD, wordAt } from './runs.ts';
import { cellsOf, separatorOf, textOf } from './separators.ts';
import type { StemPlaces } from './stems.ts';
import { mayBeLed } from './words/edges.ts';
import { isDigit } from './words/letters.ts';
import { isProven } from './worth-a-look.ts';

/**
 * A place in lines that differ in their digits only, where a candidate may stand. `number` stands free, whichever its digits; of `any`
 * that has to be looked at each time.
 */
export interface Spot {
  /** Offsets in the line. */
  start: number;
  end: number;
  kind: 'number' | 'symbol' | 'any';
  symbol: { code: string; meanings: readonly Meaning[]; form: Form } | null;
  /** Only a code can stand there; undefined where the line before decides. */
  proven: boolean | undefined;
  /** Facts of what stands beside it and of its label; -1 where other lines decide. */
  left: number;
  right: number;
  label: number;
  /** How far the next line has to be looked at: not at all, as some text may stand in its begin, or as it follows at once. */
  next: 'no' | 'near' | 'beside';
  /** What `ownerInLine` says; null where nobody asked. */
  owner: { name: string | null | undefined } | null;
  /** What windows around it take of its line; null where nobody asked. */
  reach: Reach | null;
}

/** Patterns that end at a number reach no further back. */
const FURTHEST = 25;
const MAX_LEAD = 90;
const MAX_NEXT = 24;

/** Symbols with digits, such as `WA400` and `E11005`, by the letters before these and their length: few other words look so. */
const shapesOf = new WeakMap<Lexicon, ReadonlySet<string>>();
const shapeOf = (letters: string, length: number) => `${letters} ${length}`;

function figuredIn(lexicon: Lexicon): ReadonlySet<string> {
  const known = shapesOf.get(lexicon);
  if (known) return known;
  const shapes = new Set([shapeOf('E', 6)]);
  for (const symbol of [...lexicon.symbols, ...lexicon.phrases.keys()]) {
    const digit = symbol.search(/\d/);
    if (digit >= 0) shapes.add(shapeOf(symbol.slice(0, digit), symbol.length));
  }
  shapesOf.set(lexicon, shapes);
  return shapes;
}

/**
 * @param line With a line's end before and behind it; offsets of the spots are counted from the first unit between them.
 * @param stems Takes the stems of the line's words, with their offsets in `line`.
 */
export function spotsOf(line: string, lexicon: Lexicon, stems: StemPlaces): Spot[] {
  const spots: Spot[] = [];
  const figured = figuredIn(lexicon);
  for (let at = 1; at < line.length - 1; ) {
    const unit = line.charCodeAt(at);
    const start = at;
    if (isDigit(unit)) {
      while (isDigit(line.charCodeAt(at))) at++;
      if (line.charCodeAt(at) === 0x5f) {
        at = groupsEnd(line, at);
        if (at - start >= 5 && at - start <= 7) spots.push(spotAt(line, start, at, 'any'));
      } else if (at - start <= 7) {
        const kind = kindOf(line, start, at);
        if (kind) spots.push(spotAt(line, start, at, kind));
      }
    } else if (isAsciiLetter(unit)) {
      const { end, digit } = wordAt(line, start, stems);
      at = digit < 0 ? end : digit;
      if (end - start > LONGEST_WORD) continue;
      if (digit >= 0) {
        if (figured.has(shapeOf(line.slice(start, digit), end - start)))
          spots.push(spotAt(line, start, end, 'any'));
        continue;
      }
      const symbol = lexicon.maySymbol(unit, line.charCodeAt(end - 1), end - start)
        ? symbolAt(line, start, line.slice(start, end), lexicon)
        : null;
      if (!symbol) continue;
      const { code, meanings, form } = symbol;
      at = symbol.end;
      spots.push(
        /\d/.test(code)
          ? spotAt(line, start, at, 'any')
          : { ...spotAt(line, start, at, 'symbol'), symbol: { code, meanings, form } },
      );
    } else at++;
  }
  return spots;
}

/** Null where no number can stand, whichever its digits. */
function kindOf(line: string, start: number, end: number): 'number' | 'any' | null {
  const before = line.charCodeAt(start - 1);
  const after = line.charCodeAt(end);
  // A few units decide, and here they are all of this line.
  if ((start === 1 || start > 3) && cannotStand(line, start, end)) return null;
  const plain = isPlainBefore(before) && isPlainAfter(after, line.charCodeAt(end + 1));
  // Something before the line, or the digits of an escape, may decide.
  if (!plain && (start <= FURTHEST || line.slice(start - 3, end + 1).includes('%'))) return 'any';
  if (cannotStand(line, start, end)) return null;
  if (after === 0x2d || after === 0x2013 || isMinus(line, start)) return 'any';
  return standsFree(line, start, end, line.slice(start, end)) ? 'number' : null;
}

function spotAt(line: string, start: number, end: number, kind: Spot['kind']): Spot {
  const rest = line.slice(end, -1);
  const lead = line.slice(Math.max(1, start - MAX_LEAD), start);
  const isOwn = !lead.includes('<') && (start > MAX_LEAD || /\d/.test(lead));
  const symbolic = kind === 'symbol';
  const ends = /^["'`*_)\]\-:\s]{0,5}$/.test(rest);
  return {
    start: start - 1,
    end: end - 1,
    kind,
    symbol: null,
    proven: start > FURTHEST ? isProven(line, start) : undefined,
    left: isOwn ? FACTS.left | FACTS.beside | leftFacts(line, start, symbolic, () => lead) : -1,
    right: start <= 3 ? -1 : FACTS.right | FACTS.beside | rightFacts(line, start, end),
    label: labelFacts(line.slice(1, -1), start - 1),
    next: ends ? 'beside' : rest.length < MAX_NEXT ? 'near' : 'no',
    owner: null,
    reach: null,
  };
}

/** What the first of two cells says. */
function labelFacts(line: string, offset: number): number {
  const separator = separatorOf(line);
  const cells = separator ? cellsOf(line, separator) : [];
  const [first, second] = cells;
  if (cells.length !== 2 || !first || !second || offset < first.end || offset >= second.end) return 0;
  const label = textOf(line, first);
  return label === '' ? 0 : FACTS.heading | (mayBeLed(label, label.length) ? FACTS.label : 0);
}
