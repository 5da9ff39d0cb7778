/** Returns the index of the first of the `sorted` values that is at least `offset`, or their number if there is none. Binary search. */
export function findFirstFrom<Value extends number | string>(
  sorted: ArrayLike<Value>,
  offset: Value,
  count = sorted.length,
): number {
  let low = 0;
  let high = count;

  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as Value) < offset) low = middle + 1;
    else high = middle;
  }

  return low;
}
