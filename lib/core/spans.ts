/** A range of a text, as offsets in UTF-16 code units. */
export interface Span {
  start: number;
  end: number;
}

/** Replaces each span with NUL characters of the same length. */
export function blankSpans(text: string, found: readonly Span[]): string {
  let done = 0;
  let rest = '';

  for (const { start, end } of found) {
    rest += text.slice(done, start) + '\0'.repeat(end - start);
    done = end;
  }

  return rest + text.slice(done);
}

/** Sorts spans and merges those that overlap. A merged span keeps the fields of the first. */
export function mergeSpans<T extends Span>(found: Iterable<T>): T[] {
  const merged: T[] = [];

  for (const span of [...found].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  )) {
    const last = merged.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }

  return merged;
}

/** Removes spans that overlap any of the others. Both lists must be sorted. */
export function dropOverlaps<T extends Span>(
  found: readonly T[],
  others: readonly Span[],
): T[] {
  let at = 0;

  return found.filter(({ start, end }) => {
    while (at < others.length && (others[at]?.end ?? 0) <= start) at++;
    return (others[at]?.start ?? Number.POSITIVE_INFINITY) >= end;
  });
}

/** Returns the spans that overlap a range. They must be sorted and must not overlap each other. */
export function findOverlaps<T extends Span>(
  spans: readonly T[],
  { start, end }: Span,
): T[] {
  let low = 0;
  let high = spans.length;

  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }

  const first = low;

  while (low < spans.length && (spans[low]?.start ?? end) < end) low++;

  return spans.slice(first, low);
}
