import { getNodeProperty, getTextBox, isTextNode } from '../dom/nodes.ts';

/** Elements across which a number may continue. */
const INLINE = new Set(
  'span b i em strong code a u mark font small kbd samp var'.split(' '),
);

const isInlineElement = ({ localName }: Partial<Element>): boolean =>
  localName !== undefined && INLINE.has(localName);

/** Returns true for a text, or an element across which a number may continue. */
export const isInline = (node: Node): boolean =>
  isTextNode(node) || isInlineElement(node as Partial<Element>);

/** Returns true for a UTF-16 code unit at which a number may continue in an adjacent text. */
export const isNumeral = (unit: number) =>
  (unit >= 0x30 && unit <= 0x39) || unit === 0x5f;
const hasNumeral = (text: Text, atEnd: boolean) =>
  isNumeral(text.data.charCodeAt(atEnd ? text.length - 1 : 0));

/** Returns true if a number continues in an adjacent text: `131` and `047` in two elements are one code. */
export const continuesNumber = (text: Text): boolean =>
  continuesTowards(text, true) || continuesTowards(text, false);

/** Checks one side. The neighbour first, because most texts have none, and reading a text is slower. */
export function continuesTowards(text: Text, forward: boolean): boolean {
  const beside = getNeighbourText(text, forward);
  return (
    beside !== null && hasNumeral(beside, !forward) && hasNumeral(text, forward)
  );
}

/** Texts that follow each other without a gap may overlap or part by rounding. */
const MAX_GAP_PX = 1;

/**
 * Returns true if a number continues from a block into its neighbour without a gap, as in flex items with a digit each.
 * They are one line to the eye, although each is a block.
 */
export const continuesNumberBeside = (block: Element): boolean =>
  joinsNumber(block, false) || joinsNumber(block, true);

function joinsNumber(block: Element, forward: boolean): boolean {
  const text = getNodeProperty(block, forward ? 'lastChild' : 'firstChild');
  if (!text || !isTextNode(text) || !hasNumeral(text, forward)) return false;

  const next = getNodeProperty(
    block,
    forward ? 'nextElementSibling' : 'previousElementSibling',
  );
  const beside =
    next && getNodeProperty(next, forward ? 'firstChild' : 'lastChild');
  if (!beside || !isTextNode(beside) || !hasNumeral(beside, !forward))
    return false;

  const [one, other] = [getTextBox(text), getTextBox(beside)];
  const isInLine = one.top < other.bottom && other.top < one.bottom;
  const gap = Math.max(one.left - other.right, other.left - one.right);

  return isInLine && Math.abs(gap) <= MAX_GAP_PX;
}

/** Returns the adjacent text, across the boundaries of inline elements. */
function getNeighbourText(text: Text, forward: boolean): Text | null {
  let node: Node = text;
  let beside = getSibling(node, forward);

  while (!beside) {
    const parent: Element | null = node.parentElement;
    if (!parent || !isInlineElement(parent)) return null;
    node = parent;
    beside = getSibling(node, forward);
  }

  while (beside && isInline(beside)) {
    if (isTextNode(beside)) return beside;
    beside = forward ? beside.firstChild : beside.lastChild;
  }

  return null;
}

/** Uses fixed property names, because computed names are slower. */
const getSibling = (node: Node, forward: boolean) =>
  forward ? node.nextSibling : node.previousSibling;
