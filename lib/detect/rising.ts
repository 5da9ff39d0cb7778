/** From `(` to `[` no sign that JSON or a string would write otherwise. */
const FIRST_SIGN = 0x28;
/** A number is written with the first so many signs; all but its last digit are as many signs further on. */
const BASE = 26;
/** Neighbours up to so many are cheaper one by one. */
const FEW = 3;

/**
 * Each number as its distance from the one before, and neighbours as nothing and how many they are.
 *
 * @param sorted Rising, from 0.
 */
export function pack(sorted: readonly number[]): string {
  let signs = '';
  let last = -1;
  for (let at = 0; at < sorted.length; ) {
    let run = 0;
    while (sorted[at + run] === last + run + 1) run++;
    const isRun = run > FEW;
    const step = isRun ? run : (sorted[at] ?? 0) - last;
    signs += isRun ? written(0) + written(run) : written(step);
    at += isRun ? run : 1;
    last += step;
  }
  return signs;
}

/** Hands over each number that was packed, in its order. */
export function unpack(signs: string, take: (value: number) => void): void {
  let last = -1;
  let step = 0;
  let isRun = false;
  for (let at = 0; at < signs.length; at++) {
    const sign = signs.charCodeAt(at) - FIRST_SIGN;
    step = step * BASE + (sign % BASE);
    if (sign >= BASE) continue;
    if (isRun) {
      for (; step > 0; step--) take(++last);
      isRun = false;
      continue;
    }
    if (step > 0) {
      last += step;
      take(last);
    } else isRun = true;
    step = 0;
  }
}

/** A number in such signs. */
function written(count: number): string {
  const digits = [count % BASE];
  for (let high = Math.floor(count / BASE); high > 0; high = Math.floor(high / BASE))
    digits.unshift((high % BASE) + BASE);
  return String.fromCharCode(...digits.map((digit) => digit + FIRST_SIGN));
}
