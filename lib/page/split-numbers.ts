import { isText } from '../dom/nodes.ts';

/** Elements that a number may go on across. Others are blocks, cells or controls. No set: a prescan would make one in every frame. */
const INLINE = ' span b i em strong code a u mark font small kbd samp var ';

/** A text, or an element that a number may go on across. */
export const isInline = (node: Node): boolean =>
  isText(node) || INLINE.includes(` ${(node as Partial<Element>).localName} `);

/**
 * A number of one text may go on in the text after it: a cheap look at both, before the nodes themselves are asked.
 *
 * @param last The last UTF-16 unit of the one text.
 * @param first The first of the other.
 */
export function mayContinue(last: number, first: number): boolean {
  return isNumeral(first) && isNumeral(last);
}

const isNumeral = (unit: number) => (unit >= 0x30 && unit <= 0x39) || unit === 0x5f;
const hasNumeral = (text: Text, atEnd: boolean) =>
  isNumeral(text.data.charCodeAt(atEnd ? text.length - 1 : 0));

/** A number that goes on in the neighbouring text: `131` and `047` in two elements are one code. */
export const continues = (text: Text): boolean => goesOn(text, true) || goesOn(text, false);

/** The same on one side. The neighbour first: most have none, and to ask for what a text says takes longer. */
export function goesOn(text: Text, forward: boolean): boolean {
  const beside = neighbour(text, forward);
  return beside !== null && hasNumeral(beside, !forward) && hasNumeral(text, forward);
}

/** The text next to this one, across the edges of inline elements. */
function neighbour(text: Text, forward: boolean): Text | null {
  let node: Node = text;
  let beside = besideOf(node, forward);
  while (!beside) {
    const parent: Element | null = node.parentElement;
    if (!parent || !isInline(parent)) return null;
    node = parent;
    beside = besideOf(node, forward);
  }
  while (beside && isInline(beside)) {
    if (isText(beside)) return beside;
    beside = forward ? beside.firstChild : beside.lastChild;
  }
  return null;
}

/** Fixed property names: a computed name is slower. */
const besideOf = (node: Node, forward: boolean) => (forward ? node.nextSibling : node.previousSibling);
