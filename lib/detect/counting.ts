import { folded, isDigit, isLetter } from './words/letters.ts';
import { written } from './words/vocabulary.ts';

/**
 * Which digits of a surrounding count. Rules read a digit as a digit, whichever it is, but for few: those of words (24 of `24 hours`, 2 of
 * `2fa`), statuses from 400 on, escapes (`%3A`), the code itself (`INVALID_131047 = 131047`). `never`: only the length of the run counts. Of
 * others `isCounted` decides; a larger number is the letter before the run, with which it may be part of a word (`win32`).
 */
export const COUNTS = { never: 0, some: 1, always: 2 } as const;

/** No code is longer. */
const ID = 8;

/**
 * How a run of digits counts, whatever its digits: told from what stands around it between two offsets.
 *
 * @param all Rules compare figures here: a title of the code holds some.
 */
export function countOf(
  text: string,
  from: number,
  start: number,
  end: number,
  to: number,
  all: boolean,
): number {
  if (isTold(text, from, start, end, to)) return COUNTS.never;
  const before = start > from ? text.charCodeAt(start - 1) : Number.NaN;
  if (all || before === 0x25) return COUNTS.always;
  const length = end - start;
  const { endings } = figures();
  const isLong = length >= ID;
  for (const { letter, size } of endings)
    if (size <= length && (letter === (before | 0x20) || (letter === 0 && !isLong)))
      return letter || COUNTS.always;
  return isLong ? COUNTS.never : COUNTS.some;
}

/**
 * Whether a run of digits counts, with this value and this length, beside this code.
 *
 * @param how What `countOf` says of it.
 */
export function isCounted(how: number, value: number, length: number, code: number): boolean {
  if (how === COUNTS.never || how === COUNTS.always) return how === COUNTS.always;
  if (value === code) return true;
  if (length === 3 && value >= 400 && value < 600) return true;
  const { whole, endings } = figures();
  if (whole.has(value * ID + length)) return true;
  if (how === COUNTS.some) return false;
  return endings.some(
    ({ letter, size, figure }) =>
      letter === how && size <= length && Math.floor(value / 10 ** (length - size)) === figure,
  );
}

/** Parts of times and dates, long numbers, `worker-3]`. */
function isTold(text: string, from: number, start: number, end: number, to: number): boolean {
  const length = end - start;
  const unit = (at: number) => (at >= from && at < to ? text.charCodeAt(at) : Number.NaN);
  const after = unit(end);
  const before = unit(start - 1);
  // Behind a letter it may be part of a word all the same: the 8 of `flake800000000`.
  if (length >= ID) return !isLetter(before);
  if (length <= 2) {
    // `09:12`
    if (after === 0x3a && isDigit(unit(end + 1))) return true;
    if (before === 0x3a && isDigit(unit(start - 2))) return after === 0x2e || after === 0x5a;
    // `-11-20T`, `-20T`
    if (before === 0x2d && isDigit(unit(start - 2)))
      return (after === 0x2d || after === 0x54) && isDigit(unit(end + 1));
    // `[worker-12]`
    return before === 0x2d && isLetter(unit(start - 2)) && after === 0x5d;
  }
  if (length === 3)
    return before === 0x2e && isDigit(unit(start - 2)) && after === 0x5a && !isLetter(unit(end + 1));
  return length === 4 && after === 0x2d && isDigit(unit(end + 1)) && unit(end + 3) === 0x2d;
}

interface Figures {
  /** Runs of digits that are a part of a word, as value and length. */
  whole: ReadonlySet<number>;
  /** Those that end a word: more digits may follow. By the letter before them; 0 where any may stand there. */
  endings: readonly { letter: number; size: number; figure: number }[];
}

let known: Figures = { whole: new Set(), endings: [] };
let knownOf = -1;

function figures(): Figures {
  if (knownOf === written.length) return known;
  knownOf = written.length;
  const whole = new Set<number>();
  const endings: { letter: number; size: number; figure: number }[] = [];
  for (const word of written) {
    for (const { 0: digits, index } of word.matchAll(/\d+/g)) {
      const before = folded(word).charCodeAt(index - 1);
      const after = word.charAt(index + digits.length);
      if (after === '' || after === '*')
        endings.push({
          letter: isLetter(before) && before < 0x80 ? before : 0,
          size: digits.length,
          figure: Number(digits),
        });
      whole.add(Number(digits) * ID + digits.length);
    }
  }
  known = { whole, endings };
  return known;
}
