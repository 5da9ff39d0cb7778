import { findFirstFrom } from './find-first-from.ts';
import {
  foldUnit,
  isDigit,
  isIgnorableMark,
  isLetter,
  isUnspaced,
} from './letters.ts';
import { HASH_SEED, hashStep } from './word-hash.ts';

export const WORD_TOKEN = 1;
export const NUMBER_TOKEN = 2;
export const SIGN_TOKEN = 3;
/** A line break. */
export const BREAK_TOKEN = 4;
/** A tab, or several spaces. */
export const GAP_TOKEN = 5;

/** Length of a stem, which represents all forms of a word. */
const STEM_LETTERS = 5;

export type Tokens = ReturnType<typeof splitTokens>;

/**
 * Returns the tokens of a text: words (`errorCode` is two; one letter each in scripts without spaces), digit runs, single
 * signs, line breaks and wide gaps. Typed arrays, because a log has millions of tokens.
 *
 * @param text With ASCII digits.
 */
export function splitTokens(text: string) {
  /** UTF-16 offsets. */
  const start = new Int32Array(text.length);
  const end = new Int32Array(text.length);
  const kind = new Uint8Array(text.length);
  /** Hash of a word without case and accents, of a number's length, or of a sign. */
  const hash = new Int32Array(text.length);
  const stem = new Int32Array(text.length);
  let count = 0;

  const add = (
    from: number,
    to: number,
    what: number,
    own: number,
    root: number,
  ) => {
    start[count] = from;
    end[count] = to;
    kind[count] = what;
    hash[count] = own;
    stem[count++] = root;
  };

  for (let at = 0; at < text.length; ) {
    const from = at;
    const unit = text.charCodeAt(at);

    if (isLetter(unit)) {
      let own = HASH_SEED;
      let root = 0;
      let letters = 0;
      const alone = isUnspaced(unit);
      let last = 0;

      for (let next = unit; ; next = text.charCodeAt(at)) {
        if (
          !isLetter(next) ||
          (at > from && alone) ||
          (letters > 0 && isUnspaced(next))
        )
          break;

        // `errorCode`
        const isCapital = next >= 0x41 && next <= 0x5a;
        if (isCapital && last >= 0x61 && last <= 0x7a) break;
        last = next;
        at++;
        if (isIgnorableMark(next)) continue;
        own = hashStep(own, foldUnit(next));
        if (++letters === STEM_LETTERS) root = own;
      }

      add(from, at, WORD_TOKEN, own, root === 0 ? own : root);
    } else if (isDigit(unit)) {
      while (isDigit(text.charCodeAt(at))) at++;
      const own = hashStep(0x9e37, Math.min(at - from, 8));
      add(from, at, NUMBER_TOKEN, own, own);
    } else if (unit === 0x0a || unit === 0x0d) {
      at++;
      if (count === 0 || kind[count - 1] !== BREAK_TOKEN)
        add(from, at, BREAK_TOKEN, 0x0a, 0x0a);
    } else if (unit === 0x09) {
      at++;
      add(from, at, GAP_TOKEN, 0x09, 0x09);
    } else if (unit <= 0x20) {
      while (text.charCodeAt(at) === 0x20 || (at === from && unit <= 0x20))
        at++;
      if (at - from > 1) add(from, at, GAP_TOKEN, 0x09, 0x09);
    } else {
      at++;

      add(
        from,
        at,
        SIGN_TOKEN,
        hashStep(HASH_SEED, unit),
        hashStep(HASH_SEED, unit),
      );
    }
  }

  return {
    text,
    count,
    start,
    end,
    kind,
    hash,
    stem,
    previous: findPreviousSame(hash, count),
  };
}

/** Returns the index of the previous token with the same hash, or -1. */
function findPreviousSame(hash: Int32Array, count: number): Int32Array {
  const previous = new Int32Array(count);
  const last = new Map<number, number>();

  for (let at = 0; at < count; at++) {
    const own = hash[at] ?? 0;
    previous[at] = last.get(own) ?? -1;
    last.set(own, at);
  }

  return previous;
}

/** Returns the token at an offset, or the first one after it. */
export function findTokenAt({ end, count }: Tokens, offset: number): number {
  return findFirstFrom(end, offset + 1, count);
}
