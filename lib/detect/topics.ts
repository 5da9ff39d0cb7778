import { PIECE, type TextWords } from './text-words.ts';
import { ERROR, ERROR_CODE } from './words/error.ts';
import { type Cue, cue, type Match } from './words/pattern.ts';
import { FAILED } from './words/reason.ts';
import { FOREIGN, FOREIGN_NAMES, META, TRADE, WHATSAPP } from './words/topic.ts';

export type Topic = 'whatsapp' | 'trade' | 'foreign' | 'failure';

/** How far from a code a word still says what the text is about, in characters: that of WhatsApp in a whole file, others near by. */
export const REACH = { whatsapp: 800, trade: 300 } as const;

/** Names of a program too: `classifyWhatsAppError`, `metaApiCode`. */
const IDENTIFIERS =
  /whats_?app|(?:meta|graph|wa|fb)_?(?:err|api|cloud|code|graph|exception|hata|fehler|throttl|rate_?limit)|waba(?=[_A-Z])|(?<![a-z])wa[._-]?(?:outbound|inbound|sender|message|msg|webhook|deliver|template|dispatch|worker|log|hook)/gi;
/** `fix(wa): …`, `- wa: …` in a list of changes. */
const SCOPES = /(?:^|\n)[^\S\n]*(?:[-*•]\s(?:\*\*)?|(?:[-*•]\s)?[a-z]{3,8}\()wa(?=(?:\)!?|\*\*)?:)/g;

const TOPICS: Readonly<Record<Topic, readonly Pick<Cue, 'all'>[]>> = {
  whatsapp: [cue(WHATSAPP), cue(META, { exact: true }), { all: identifiersIn }],
  trade: [cue(TRADE)],
  failure: [cue([...FAILED, ...ERROR, ...ERROR_CODE])],
  foreign: [cue(FOREIGN), cue(FOREIGN_NAMES, { exact: true })],
};

function identifiersIn(text: string): Match[] {
  return [...text.matchAll(IDENTIFIERS), ...text.matchAll(SCOPES)].map(({ 0: word, index }) => ({
    word: word.trim(),
    start: index,
    end: index + word.length,
  }));
}

export interface Place {
  at: number;
  word: string;
}

/** The first word of a topic. */
export function wordOf(text: string, topic: Topic): string | null {
  return placesIn(text, TOPICS[topic])[0]?.word ?? null;
}

/** Finds words around an offset. */
export interface Finder {
  nearest(offset: number, reach: number): string | null;
}

/** A text this short may well be a number and nothing else. */
const WORDLESS = 40;
const NOTHING: Finder = { nearest: () => null };

const placesOf = (topic: Topic) => (piece: string) => placesIn(piece, TOPICS[topic]);

/** Every word of a topic in a piece of text. */
export const topicPlaces: Readonly<Record<Topic, (piece: string) => readonly Place[]>> = {
  whatsapp: placesOf('whatsapp'),
  trade: placesOf('trade'),
  failure: placesOf('failure'),
  foreign: placesOf('foreign'),
};

/** @param find Places in a piece of the text, in order. */
export function finderOf(text: string, words: TextWords, find: (piece: string) => readonly Place[]): Finder {
  if (text.length <= WORDLESS && /^[\0-@[-`{-\x7f]*$/.test(text)) return NOTHING;
  const pieces = new Map<number, readonly Place[]>();
  const placesOf = (number: number): readonly Place[] => {
    const known = pieces.get(number);
    if (known) return known;
    const { from, to, start, text: piece } = words.piece(number);
    const places = find(piece)
      .map(({ at, word }) => ({ at: at + start, word }))
      .filter(({ at }) => at >= from && at < to);
    pieces.set(number, places);
    return places;
  };
  return {
    nearest(offset, reach) {
      let best: Place | null = null;
      let least = reach + 1;
      const last = Math.floor(Math.min(text.length, offset + reach) / PIECE);
      for (let number = Math.floor(Math.max(0, offset - reach) / PIECE); number <= last; number++) {
        for (const place of neighbours(placesOf(number), offset)) {
          const distance = Math.abs(place.at - offset);
          if (distance >= least) continue;
          best = place;
          least = distance;
        }
      }
      return best?.word ?? null;
    },
  };
}

export function placesIn(text: string, cues: readonly Pick<Cue, 'all'>[]): Place[] {
  const places: Place[] = [];
  for (const one of cues) for (const { start, word } of one.all(text)) places.push({ at: start, word });
  return cues.length > 1 ? places.sort((a, b) => a.at - b.at) : places;
}

/** The last place before an offset and the first from there on. */
function neighbours(places: readonly Place[], offset: number): readonly Place[] {
  const at = indexOf(places, offset);
  return places.slice(Math.max(0, at - 1), at + 1);
}

/** Of the first place from an offset on. */
function indexOf(places: readonly Place[], offset: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.at ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
