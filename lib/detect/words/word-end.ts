import { isBlank, isGluing, isJoint, isLetter } from './letters.ts';

/** A `*` takes up to this many letters. */
const ENDING = 6;

/**
 * Where the rest of a word ends that goes on at an offset, or -1. A blank stands for up to three blanks, hyphens or underscores, `*`
 * for any ending.
 */
export function endOfWord(text: string, offset: number, word: string, from: number, glued: boolean): number {
  let at = offset;
  for (let place = from; place < word.length; place++) {
    const unit = word.charCodeAt(place);
    if (unit === 0x20) {
      const first = at;
      while (at - first < 3 && isJoint(text.charCodeAt(at))) at++;
      if (at === first) return -1;
    } else if (unit === 0x2a) {
      let taken = 0;
      while (taken < ENDING && at + taken < text.length && !isBlank(text.charCodeAt(at + taken))) taken++;
      for (; taken >= 0; taken--) {
        const end = endOfWord(text, at + taken, word, place + 1, glued);
        if (end >= 0 && (glued || place + 1 < word.length || allLetters(text, at, end))) return end;
      }
      return -1;
    } else if (text.charCodeAt(at++) !== unit) return -1;
  }
  const unit = text.charCodeAt(at);
  return glued || !isLetter(unit) || isGluing(unit) ? at : -1;
}

function allLetters(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isLetter(text.charCodeAt(at))) return false;
  return true;
}
