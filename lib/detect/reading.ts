import type { CodeIndex } from './code-index.ts';
import { consoleAt } from './consoles.ts';
import type { TextContext } from './hit.ts';
import { type Layout, layoutOf } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import { anyOf } from './words/pattern.ts';
import { FOREIGN, FOREIGN_NAMES, META, TRADE, WHATSAPP } from './words/topic.ts';

/** How far from a code a word still says what the text is about. */
const REACH = 800;

export type Topic = 'whatsapp' | 'trade' | 'foreign';

/** The same inside names of a program: `classifyWhatsAppError`, `metaApiCode`. */
const IDENTIFIERS = /whats_?app|meta_?(?:err|api|cloud|code|graph|hata|fehler)|waba(?=[_A-Z])/giu;

const TOPICS: Readonly<Record<Topic, readonly RegExp[]>> = {
  whatsapp: [new RegExp(anyOf(WHATSAPP), 'giu'), new RegExp(anyOf(META), 'gu'), IDENTIFIERS],
  trade: [new RegExp(anyOf(TRADE), 'giu')],
  foreign: [new RegExp(anyOf(FOREIGN), 'giu'), new RegExp(anyOf(FOREIGN_NAMES), 'gu')],
};

/** One text as the rules read it; what concerns the whole text is worked out once, when first asked for. */
export interface Reading {
  /** With ASCII digits; offsets as in the text given. */
  text: string;
  context: TextContext;
  lexicon: Lexicon;
  layout: Layout;
  /** The console that the page belongs to. */
  console: CodeIndex['consoles'][number] | undefined;
  /** A word of the topic within reach of an offset, nearest first, or null. */
  topicNear(topic: Topic, offset: number, reach?: number): string | null;
  /** Providers named within reach, in the text or around it. */
  vendorsNear(offset: number): ReadonlySet<string>;
}

interface Place {
  at: number;
  word: string;
}

export function readingOf(text: string, context: TextContext, lexicon: Lexicon): Reading {
  const topics = new Map<Topic, Place[]>();
  const around = [context.header, context.label, context.nearby?.slice(0, 1000)].filter(Boolean).join(' ');
  const vendorPlaces: { provider: string; places: Place[] }[] = [];
  let vendorsRead = false;

  const placesOf = (topic: Topic): Place[] => {
    const known = topics.get(topic);
    if (known) return known;
    const places = placesIn(text, TOPICS[topic]);
    topics.set(topic, places);
    return places;
  };

  return {
    text,
    context,
    lexicon,
    layout: layoutOf(text),
    console: context.host ? consoleAt(lexicon.index.consoles, context.host, context.path) : undefined,
    topicNear(topic, offset, reach = REACH) {
      const word = nearest(placesOf(topic), offset, reach);
      if (word || around === '' || topic === 'foreign') return word;
      return placesIn(around, TOPICS[topic])[0]?.word ?? null;
    },
    vendorsNear(offset) {
      if (!vendorsRead) {
        vendorsRead = true;
        const whole = `${text}\n${around}`;
        if (lexicon.anyVendor.test(whole)) {
          for (const { provider, pattern } of lexicon.vendors) {
            const places = placesIn(text, [pattern]);
            if (placesIn(around, [pattern]).length > 0) places.unshift({ at: -1, word: provider });
            if (places.length > 0) vendorPlaces.push({ provider, places });
          }
        }
      }
      return new Set(
        vendorPlaces
          .filter(({ places }) => places[0]?.at === -1 || nearest(places, offset, REACH))
          .map(({ provider }) => provider),
      );
    },
  };
}

function placesIn(text: string, patterns: readonly RegExp[]): Place[] {
  const places: Place[] = [];
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) places.push({ at: match.index, word: match[0] });
  }
  return patterns.length > 1 ? places.sort((a, b) => a.at - b.at) : places;
}

function nearest(places: readonly Place[], offset: number, reach: number): string | null {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.at ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  const before = places[low - 1];
  const after = places[low];
  const distance = (place: Place | undefined) =>
    place ? Math.abs(place.at - offset) : Number.POSITIVE_INFINITY;
  const best = distance(before) <= distance(after) ? before : after;
  return best && distance(best) <= reach ? best.word : null;
}
