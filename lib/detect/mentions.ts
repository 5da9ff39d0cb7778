import type { Around } from './around.ts';
import type { Lexicon } from './lexicon.ts';
import { lineFinder, type Saying } from './line-sayings.ts';
import type { Lines } from './lines.ts';
import type { TextWords } from './text-words.ts';
import { type Finder, finderOf, type Place, type Topic, topicPlaces } from './topics.ts';
import type { Trail } from './trail.ts';
import { type Units, unitsOf } from './units.ts';

/** What a text mentions near an offset, and what is said around it. */
export interface Mentions {
  /** The nearest word of the topic. */
  topic(topic: Topic, offset: number, reach: number): string | null;
  /** A name of the provider, of any where it is null. */
  provider(provider: string | null, offset: number, reach: number): boolean;
  shape(shape: RegExp, from: number, to: number): boolean;
}

/** @param around What is said around the text: told when first asked for. */
export function mentionsOf(
  text: string,
  words: TextWords,
  lines: Lines | null,
  lexicon: Lexicon,
  around: () => readonly Around[],
): Mentions {
  let units: Units | null | undefined;
  const topics = new Map<Topic, Finder>();
  const providers = new Map<string | null, Finder>();
  const shapes = new Map<RegExp, Trail>();

  function readUnits(): Units | null {
    if (units === undefined) units = lines && unitsOf(text, lines);
    return units;
  }

  function finderFor(saying: Saying, find: (piece: string) => readonly Place[]): Finder {
    const parts = readUnits();
    return parts ? lineFinder(text, parts, saying, find) : finderOf(text, words, find);
  }

  function topicFinder(topic: Topic): Finder {
    const made = finderFor(topic, topicPlaces[topic]);
    topics.set(topic, made);
    return made;
  }

  function providerFinder(provider: string | null): Finder {
    const made = finderFor(`named ${provider}`, (piece) => {
      const places = lexicon.vendorsIn(piece);
      return provider === null ? places : places.filter(({ word }) => word === provider);
    });
    providers.set(provider, made);
    return made;
  }

  function shapeTrail(shape: RegExp, parts: Units): Trail {
    const every = new RegExp(shape, `${shape.flags}g`);
    const made = lineFinder(text, parts, shape.source, (piece) =>
      Array.from(piece.matchAll(every), ({ 0: word, index }) => ({ at: index, word })),
    );
    shapes.set(shape, made);
    return made;
  }

  return {
    topic(topic, offset, reach) {
      const word = (topics.get(topic) ?? topicFinder(topic)).nearest(offset, reach);
      if (word || topic === 'foreign') return word;
      for (const part of around()) {
        const said = part.word(topic);
        if (said) return said;
      }
      return null;
    },
    provider(provider, offset, reach) {
      const finder = providers.get(provider) ?? providerFinder(provider);
      if (finder.nearest(offset, reach) !== null) return true;
      return around().some((part) =>
        provider === null ? part.vendors().size > 0 : part.vendors().has(provider),
      );
    },
    shape(shape, from, to) {
      const parts = readUnits();
      if (!parts) return shape.test(text.slice(from, to));
      return (shapes.get(shape) ?? shapeTrail(shape, parts)).holds(from, to);
    },
  };
}
