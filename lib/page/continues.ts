import { CELL } from './layout.ts';

const STARTS = /^[0-9_]/;
const ENDS = /[0-9_]$/;

/** A number that goes on in the neighbouring text of the same cell: `131` and `047` in two elements are one code. */
export function continues(text: Text): boolean {
  const { data } = text;
  const [starts, ends] = [STARTS.test(data), ENDS.test(data)];
  if (!starts && !ends) return false;
  return (
    (ends && touches(text, nextText(text, true), STARTS)) ||
    (starts && touches(text, nextText(text, false), ENDS))
  );
}

function touches(text: Text, other: Text | null, edge: RegExp): boolean {
  if (!other || !edge.test(other.data)) return false;
  return text.parentElement?.closest(CELL) === other.parentElement?.closest(CELL);
}

/** The nearest text of the same parent or its neighbour; null where the two are farther apart. */
function nextText(text: Text, forward: boolean): Text | null {
  let node: Node | null = text;
  for (let climbed = 0; climbed < 2 && node; climbed++) {
    const sibling: Node | null = forward ? node.nextSibling : node.previousSibling;
    if (sibling) {
      let inner: Node | null = sibling;
      while (inner && inner.nodeType === Node.ELEMENT_NODE)
        inner = forward ? inner.firstChild : inner.lastChild;
      return inner?.nodeType === Node.TEXT_NODE ? (inner as Text) : null;
    }
    node = node.parentNode;
  }
  return null;
}
