/** Returns the index of the first of these sorted offsets that is not below `offset`; binary search. */
export function findFirstFrom(places: ArrayLike<number>, offset: number, count = places.length): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
