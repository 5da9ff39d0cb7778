import { type Around, aroundOf } from './around.ts';
import type { CodeIndex } from './code-index.ts';
import type { TextContext } from './hit.ts';
import { type Layout, layoutOf } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import { type Finder, finderOf, type Topic, topicFinder } from './topics.ts';

/** How far from a code a word still says what the text is about. */
const REACH = 800;
const MAX_NEARBY = 1000;

/** One text as the rules read it; what concerns the whole text is worked out once, when first asked for. */
export interface Reading {
  /** With ASCII digits; offsets as in the text given. */
  text: string;
  context: TextContext;
  lexicon: Lexicon;
  layout: Layout;
  /** The console that the page belongs to. */
  console: CodeIndex['consoles'][number] | undefined;
  /** What the rest of the row says. */
  nearby(): Around | null;
  /** A word of the topic within reach of an offset, nearest first, or null. */
  topicNear(topic: Topic, offset: number, reach?: number): string | null;
  /** Providers named within reach, in the text or around it. */
  vendorsNear(offset: number): ReadonlySet<string>;
}

export function readingOf(text: string, context: TextContext, lexicon: Lexicon): Reading {
  const topics = new Map<Topic, Finder>();
  let vendors: Finder | null = null;
  let vendorsAt = -1;
  let near: ReadonlySet<string> = new Set();
  let around: readonly Around[] | null = null;
  let nearby: Around | null | undefined;

  function readNearby(): Around | null {
    if (nearby === undefined) {
      const row = context.nearby?.slice(0, MAX_NEARBY);
      nearby = row ? aroundOf(row, lexicon) : null;
    }
    return nearby;
  }

  function readAround(): readonly Around[] {
    if (around) return around;
    const parts = [context.header, context.label].flatMap((part) => (part ? [aroundOf(part, lexicon)] : []));
    const row = readNearby();
    around = row ? [...parts, row] : parts;
    return around;
  }

  return {
    text,
    context,
    lexicon,
    layout: layoutOf(text),
    console: context.host ? lexicon.consoleAt(context.host, context.path) : undefined,
    nearby: readNearby,
    topicNear(topic, offset, reach = REACH) {
      let finder = topics.get(topic);
      if (!finder) {
        finder = topicFinder(text, topic);
        topics.set(topic, finder);
      }
      const word = finder.nearest(offset, reach);
      if (word || topic === 'foreign') return word;
      for (const part of readAround()) {
        const said = part.word(topic);
        if (said) return said;
      }
      return null;
    },
    vendorsNear(offset) {
      if (offset === vendorsAt) return near;
      vendors ??= finderOf(text, lexicon.vendorsIn);
      const said = readAround().map((part) => part.vendors());
      const within = vendors.within(offset, REACH);
      near = said.every(({ size }) => size === 0)
        ? within
        : new Set([...within, ...said.flatMap((set) => [...set])]);
      vendorsAt = offset;
      return near;
    },
  };
}
