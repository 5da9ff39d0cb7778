import { getDiagnostics } from '../../core/diagnostics.ts';
import type { Prefilter } from '../../detect/prefilter/prefilter.ts';
import { createNodeIterator, createTreeWalker } from '../dom/nodes.ts';
import { continuesTowards, isNumeral } from './split-numbers.ts';

/** Maximum texts that are read in one go, and their maximum total length in UTF-16 code units. */
const MAX_TEXTS_PER_STRIDE = 256;
const MAX_UNITS_PER_STRIDE = 64_000;
/** Fewer texts are read one by one. */
const MAX_SINGLE_READS = 8;
const SHOW_TEXT = 4;
const DIGIT = 0x30;

type TextWalk = ReturnType<typeof createTextWalk>;

export interface TextSorter {
  prefilter: Prefilter;
  keep(text: Text): void;
  /** Called for a text without a code. Null if not needed. */
  forget: ((text: Text) => void) | null;
}

/**
 * Creates a walk over a page, a shadow root or a changed node. A TreeWalker gets lost if the page removes its current node. A
 * NodeIterator does not, but it is 10% slower for each text, and browsers update it at every removal until it is collected.
 *
 * @param again True if the page changed during the previous walk.
 */
export const createTextWalk = (node: Node, again: boolean) => ({
  texts: again ? createNodeIterator(node, SHOW_TEXT) : createTextWalker(node),
  /** From the first to the last text of a long stride, because browsers update each range at every DOM change. */
  range: null as Range | null,
  /** The texts of the stride, and their ends in the joined string. Reused, to reduce garbage. */
  stride: [] as Text[],
  ends: [] as number[],
  /** Last character of the previous text. Initially a digit, because a digit may precede the first text. */
  last: DIGIT,
});

export const createTextWalker = (node: Node) =>
  createTreeWalker(node, SHOW_TEXT);

/** Reads the next texts. Returns false at the end. Not a generator, because browsers optimize generators late. */
export function advanceTextWalk(
  walk: TextWalk,
  { prefilter, keep, forget }: TextSorter,
): boolean {
  const { texts, stride, ends } = walk;
  let count = 0;
  let units = 0;
  let text = texts.nextNode() as Text | null;

  for (; text; text = texts.nextNode() as Text | null) {
    units += text.length;
    stride[count] = text;
    ends[count++] = units;
    if (count === MAX_TEXTS_PER_STRIDE || units >= MAX_UNITS_PER_STRIDE) break;
  }

  getDiagnostics().counts.texts += count;

  const data = joinTexts(walk, count, units);
  let to = 0;

  for (let at = 0; at < count; at++) {
    const one = stride[at] as Text;
    const from = to;

    to = ends[at] as number;

    if (from === to) {
      forget?.(one);
      continue;
    }

    const mayContinue =
      isNumeral(walk.last) && isNumeral(data.charCodeAt(from));

    // The nodes are slower to check than the characters.
    if (
      prefilter(data, from, to) ||
      (mayContinue && continuesTowards(one, false))
    )
      keep(one);
    else forget?.(one);

    walk.last = data.charCodeAt(to - 1);
  }

  return text !== null;
}

/** Joins the texts of a stride. Reads many at once through a range, unless the range contains other text. */
function joinTexts(walk: TextWalk, count: number, units: number): string {
  const { stride } = walk;

  if (count >= MAX_SINGLE_READS) {
    walk.range ??= new Range();

    const last = stride[count - 1] as Text;

    walk.range.setStart(stride[0] as Text, 0);
    walk.range.setEnd(last, last.length);

    const text = walk.range.toString();
    // Copy the string: browsers return it in another representation, in which each character access is slower.
    if (text.length === units) return [text, ''].join('');
  }

  return stride
    .slice(0, count)
    .map(({ data }) => data)
    .join('');
}
