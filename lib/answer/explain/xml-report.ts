import type { Span } from '../../core/spans.ts';

const MAX_UNITS = 8_000;
const NAME = String.raw`[\w.:-]{1,60}`;
const STRING = String.raw`(?:"[^"]{0,4000}"|'[^']{0,4000}')`;
const ATTRIBUTES = String.raw`(?:\s{1,99}${NAME}=${STRING}){0,60}\s{0,99}`;
/** A tag of XML. Its attributes may have signs of tags in their values. */
const TAG = new RegExp(
  String.raw`(?<!#)<(\/?)([A-Za-z_]${NAME})(${ATTRIBUTES}\/?)>`,
  'g',
);

interface Element {
  name: string;
  start: number;
}

/** Returns true if two equal codes are in one element of XML, in children with different names: the parts of one event. */
export function isInOneElement(
  text: string,
  first: Span,
  second: Span,
): boolean {
  if (second.start - first.end > MAX_UNITS) return false;

  // Most texts are no XML: this is asked first.
  const after = text.slice(second.end, second.end + MAX_UNITS);
  if (!after.includes('</')) return false;

  const from = Math.max(0, first.start - MAX_UNITS);

  const [one, other] = findElements(text.slice(from, second.end + MAX_UNITS), [
    first.start - from,
    second.start - from,
  ]);

  if (!one || !other) return false;

  const depth = one.findIndex(({ start }, at) => start !== other[at]?.start);
  const level = depth < 0 ? one.length : depth;
  const parent = one[level - 1];
  if (!parent || !after.includes(`</${parent.name}>`)) return false;

  const [name, otherName] = [one[level]?.name, other[level]?.name];

  // Both in one tag, or one beside the other's element.
  return name === undefined || name !== otherName;
}

/** Returns the elements around each of some offsets in order, outermost first, with the tag that an offset is in. */
function findElements(text: string, offsets: readonly number[]): Element[][] {
  const open: Element[] = [];
  const found: Element[][] = [];

  for (const {
    0: tag,
    1: slash,
    2: name = '',
    3: rest = '',
    index,
  } of text.matchAll(TAG)) {
    while (
      found.length < offsets.length &&
      (offsets[found.length] ?? 0) < index
    )
      found.push([...open]);

    if (found.length === offsets.length) return found;

    const end = index + tag.length;
    const element = { name, start: index };

    while (found.length < offsets.length && (offsets[found.length] ?? 0) < end)
      found.push([...open, element]);

    if (slash) closeElement(open, name);
    else if (!rest.endsWith('/')) open.push(element);
  }

  return found;
}

function closeElement(open: Element[], name: string): void {
  const at = open.findLastIndex((one) => one.name === name);
  if (at >= 0) open.length = at;
}
