/** Number of the first place from an offset on, of places in order. */
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
