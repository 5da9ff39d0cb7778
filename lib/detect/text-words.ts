import { primeWords, readWords, type Said } from './words/read-words.ts';

/** The words of a long text, read piece by piece and only where someone asks; a window of it need not be read again. */
export interface TextWords {
  /** Makes known what stands in a window of the text, so that cues find it without reading. */
  prime(window: string, from: number): void;
  /** A piece of the text with its margins, ready to be searched. */
  piece(number: number): Piece;
}

export interface Piece {
  /** Where the piece begins and ends in the text. */
  from: number;
  to: number;
  /** The same with the margins. */
  start: number;
  text: string;
}

export const PIECE = 4096;
/** Overlap: no word is longer. */
const MARGIN = 64;

export function textWordsOf(text: string): TextWords {
  const pieces = new Map<number, Piece & { words: readonly Said[] }>();

  function read(number: number): Piece & { words: readonly Said[] } {
    let piece = pieces.get(number);
    if (piece) return piece;
    const from = number * PIECE;
    const to = from + PIECE;
    const start = Math.max(0, from - MARGIN);
    const part = text.slice(start, to + MARGIN);
    piece = { from, to, start, text: part, words: readWords(part) };
    pieces.set(number, piece);
    return piece;
  }

  return {
    prime(window, from) {
      const until = from + window.length;
      const within: Said[] = [];
      for (let number = Math.floor(from / PIECE); number * PIECE < until; number++) {
        const { start, words, to } = read(number);
        const first = Math.max(from, number * PIECE);
        for (let at = firstFrom(words, first - start); at < words.length; at++) {
          const word = words[at];
          if (!word || word.start + start >= Math.min(until, to)) break;
          if (word.end + start <= until)
            within.push({ start: word.start + start - from, end: word.end + start - from, id: word.id });
        }
      }
      primeWords(window, within);
    },
    piece(number) {
      const piece = read(number);
      primeWords(piece.text, piece.words);
      return piece;
    },
  };
}

/** Number of the first word that begins at an offset or behind it. */
function firstFrom(words: readonly Said[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
