/** Offsets into a text, in UTF-16 units. */
interface Span {
  start: number;
  end: number;
}

/** An object of a payload: its place, and what it says itself on both sides, without what its other members hold. */
export interface ObjectAround extends Span {
  before: string;
  after: string;
}

/**
 * The innermost object around a stretch of a text, by its brackets alone: the text may be JSON, a dict, a log, or broken.
 *
 * @param within How far to look. An object that ends beyond it ends there.
 * @param brackets Whether a list is an object of its own, or text of the object that holds it.
 * @returns Null where none begins within.
 */
export function objectAround(
  text: string,
  inner: Span,
  within: Span,
  brackets: '{}' | '{}[]',
): ObjectAround | null {
  const lists = brackets === '{}[]';
  const isOpener = (unit: number) => unit === 0x7b || (lists && unit === 0x5b);
  const isCloser = (unit: number) => unit === 0x7d || (lists && unit === 0x5d);

  const first = Math.max(0, within.start);
  const before: string[] = [];
  let depth = 0;
  let kept = inner.start;
  let start = inner.start - 1;
  for (; start >= first; start--) {
    const unit = text.charCodeAt(start);
    if (isCloser(unit)) {
      if (depth++ === 0) before.unshift(text.slice(start + 1, kept));
    } else if (isOpener(unit)) {
      if (--depth < 0) break;
      if (depth === 0) kept = start;
    }
  }
  if (start < first) return null;
  before.unshift(text.slice(start + 1, kept));

  const last = Math.min(text.length, within.end);
  const after: string[] = [];
  depth = 0;
  kept = inner.end;
  let end = inner.end;
  for (; end < last; end++) {
    const unit = text.charCodeAt(end);
    if (isOpener(unit)) {
      if (depth++ === 0) after.push(text.slice(kept, end));
    } else if (isCloser(unit)) {
      if (--depth < 0) break;
      if (depth === 0) kept = end + 1;
    }
  }
  if (depth <= 0) after.push(text.slice(kept, end));
  return { start, end: Math.min(last, end + 1), before: before.join(' '), after: after.join(' ') };
}
