import type { Prefilter } from '../detect/prefilter.ts';
import { goesOn, mayContinue } from './split-numbers.ts';

/** So many texts are looked at in one go, or fewer where they are long. */
const STRIDE = 256;
const STRIDE_UNITS = 64_000;
/** Fewer texts are each asked for their own. */
const FEW = 8;
/** A longer text is seldom met again. */
const LONG = 64;
/** Of `NodeFilter`. */
const SHOW_TEXT = 4;
const DIGIT = 0x30;
/** Letters of all scripts, and no digit; nor an underscore, with which a number may go on. */
const LETTER = 0x41;
const UNDERSCORE = 0x5f;

/** The texts below a node, on the way through them. */
export interface TextWalk {
  texts: Pick<NodeIterator, 'nextNode'>;
  /** From the first to the last text of a stride; made when one is long enough, as a browser corrects each range at every change. */
  range: Range | null;
  /** The texts of the stride, and where each ends in what was read. Reused, to leave less to collect. */
  stride: Text[];
  ends: number[];
  /** Texts that held no code, by their length: a column says the same again and again. */
  plain: string[];
  /** Last character of the text before. It begins as a digit, because one may stand before the first text. */
  last: number;
}

export interface TextSorter {
  prefilter: Prefilter;
  /** The text may hold a code. */
  keep(text: Text): void;
  /** It holds none. Null where nobody needs to know. */
  forget: ((text: Text) => void) | null;
}

/**
 * A page or shadow root, or what of it changed. A TreeWalker loses its way where the page removes the node that it stands on. A NodeIterator never does,
 * but takes a tenth longer for each text, and a browser keeps each up to date with every removal until it is collected.
 *
 * @param again The page changed on the way.
 */
export function walkOver(node: Node, again: boolean): TextWalk {
  const texts = again ? document.createNodeIterator(node, SHOW_TEXT) : textsOf(node);
  return { texts, range: null, stride: [], ends: [], plain: [], last: DIGIT };
}

/** Loses its way where the page changes. */
export const textsOf = (node: Node) => document.createTreeWalker(node, SHOW_TEXT);

/** Looks at the next texts; false behind the last. No generator, as a browser compiles those late. */
export function walkOn(walk: TextWalk, { prefilter, keep, forget }: TextSorter): boolean {
  const { texts, stride, ends, plain } = walk;
  let count = 0;
  let units = 0;
  let text = texts.nextNode() as Text | null;
  for (; text; text = texts.nextNode() as Text | null) {
    units += text.length;
    stride[count] = text;
    ends[count++] = units;
    if (count === STRIDE || units >= STRIDE_UNITS) break;
  }
  const data = textOf(walk, count, units);
  let to = 0;
  for (let at = 0; at < count; at++) {
    const one = stride[at] as Text;
    const from = to;
    to = ends[at] as number;
    if (from === to) {
      forget?.(one);
      continue;
    }
    const first = data.charCodeAt(from);
    const known = plain[to - from];
    if (known && data.startsWith(known, from)) forget?.(one);
    else if (prefilter(data, from, to) || (mayContinue(walk.last, first) && goesOn(one, false))) keep(one);
    else {
      forget?.(one);
      if (first >= LETTER && first !== UNDERSCORE && to - from <= LONG)
        plain[to - from] = data.slice(from, to);
    }
    walk.last = data.charCodeAt(to - 1);
  }
  return text !== null;
}

/** Joins the texts. Many are read at once, through a range, unless the range holds other text too. */
function textOf(walk: TextWalk, count: number, units: number): string {
  const { stride } = walk;
  if (count >= FEW) {
    walk.range ??= document.createRange();
    const last = stride[count - 1] as Text;
    walk.range.setStart(stride[0] as Text, 0);
    walk.range.setEnd(last, last.length);
    const text = walk.range.toString();
    // A copy: the browser keeps the page's own text elsewhere, where each unit takes longer to ask for.
    if (text.length === units) return [text, ''].join('');
  }
  return stride
    .slice(0, count)
    .map(({ data }) => data)
    .join('');
}
