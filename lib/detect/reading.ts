import { type Around, aroundOf, MAX_NEARBY } from './around.ts';
import type { CodeIndex, Meaning } from './code-index.ts';
import type { TextContext } from './hit.ts';
import { type Layout, layoutOf } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import type { Lines } from './lines.ts';
import { type Memory, memoryOf } from './memory.ts';
import { mentionsOf } from './mentions.ts';
import type { Question } from './question.ts';
import { firstFrom, type Stems } from './stems.ts';
import { type TextWords, textWordsOf } from './text-words.ts';
import { SHORTEST_WORD, type TitleWindow, titleWindow } from './title-window.ts';
import { REACH, type Topic } from './topics.ts';

/** One text as the rules read it; what concerns the whole text is worked out once, when first asked for. */
export interface Reading {
  /** With ASCII digits; offsets as in the text given. */
  text: string;
  context: TextContext;
  lexicon: Lexicon;
  memory: Memory;
  layout: Layout;
  words: TextWords;
  /** Null where the text is read as one. */
  lines: Lines | null;
  /** Where the questions are noted that rules ask of more than the windows of a scene, while someone notes them. */
  notes: Question[] | null;
  /** Number of the page, the heading and the label; see `recall.ts`. */
  place: number | null;
  /** A pattern without a line's end, look-around or digits of its own stands somewhere between two offsets, of which the first may lie before the text. */
  shows(shape: RegExp, from: number, to: number): boolean;
  /** The text before an offset, farther than the windows of a scene reach. */
  before(offset: number, length: number): string;
  /** The console that the page belongs to. */
  console: CodeIndex['consoles'][number] | undefined;
  /** Stems of the words within so many characters of an offset. */
  stemsWithin(from: number, to: number): Set<number>;
  /** False where no title of one of the meanings can stand in a window around a candidate that ends at `end`. */
  mayTell(meanings: readonly Meaning[], from: number, end: number, to: number): boolean;
  /** The constant of one of the meanings stands somewhere in the text. */
  mayName(meanings: readonly Meaning[]): boolean;
  /** What the rest of the row says. */
  nearby(): Around | null;
  /** A word of the topic within reach of an offset, nearest first, or null. */
  topicNear(topic: Topic, offset: number, reach?: number): string | null;
  /** The provider is named within reach of an offset, in the text or around it; any, where it is null. */
  isNamed(provider: string | null, offset: number, reach?: number): boolean;
}

/** @param stems Of the text's words; not asked for where it has lines. */
export function readingOf(
  text: string,
  context: TextContext,
  lexicon: Lexicon,
  stems: Stems,
  lines: Lines | null = null,
  memory = memoryOf(lexicon),
): Reading {
  const words = textWordsOf(text);
  let around: readonly Around[] | null = null;
  let nearby: Around | null | undefined;
  let titles: TitleWindow | null = null;
  let names: boolean | null = null;
  const named = new Map<readonly Meaning[], boolean>();

  const readStems = () => lines?.stems() ?? stems;

  function readNearby(): Around | null {
    if (nearby === undefined) {
      const row = context.nearby?.slice(0, MAX_NEARBY);
      nearby = row ? aroundOf(row, lexicon, memory.arounds) : null;
    }
    return nearby;
  }

  function readAround(): readonly Around[] {
    if (around) return around;
    const parts = [context.header, context.label].flatMap((part) =>
      part ? [aroundOf(part, lexicon, memory.arounds)] : [],
    );
    const row = readNearby();
    around = row ? [...parts, row] : parts;
    return around;
  }

  const mentions = mentionsOf(text, words, lines, lexicon, readAround);
  const reading: Reading = {
    text,
    context,
    notes: null,
    place: null,
    lexicon,
    memory,
    layout: layoutOf(text),
    words,
    lines,
    console: context.host ? lexicon.consoleAt(context.host, context.path) : undefined,
    nearby: readNearby,
    stemsWithin(from, to) {
      const { at, stems } = readStems();
      const within = new Set<number>();
      for (let i = firstFrom(at, from); i < at.length; i++) {
        // What is cut off is another word.
        if ((at[i] ?? 0) + SHORTEST_WORD > to) break;
        within.add(stems[i] ?? 0);
      }
      return within;
    },
    mayName(meanings) {
      names ??= lines ? lines.mayName() : /[A-Z\d]_[A-Z\d]/.test(text);
      if (!names) return false;
      let may = named.get(meanings);
      if (may === undefined) {
        may = lexicon.constantsOf(meanings).some((name) => text.includes(name));
        named.set(meanings, may);
      }
      return may;
    },
    mayTell(meanings, from, end, to) {
      titles ??= titleWindow(readStems(), lexicon);
      return titles.mayTell(meanings, from, end, to);
    },
    shows(shape, from, to) {
      const shown = mentions.shape(shape, Math.max(0, from), to);
      reading.notes?.push({ ask: 'shows', of: shape, from, to, answer: shown });
      return shown;
    },
    before(offset, length) {
      reading.notes?.push({ ask: 'wide', of: null, from: 0, to: 0, answer: null });
      return text.slice(Math.max(0, offset - length), offset);
    },
    topicNear(topic, offset, reach = REACH.whatsapp) {
      const answer = mentions.topic(topic, offset, reach);
      reading.notes?.push({ ask: 'topic', of: topic, from: offset, to: reach, answer });
      return answer;
    },
    isNamed(provider, offset, reach = REACH.whatsapp) {
      const answer = mentions.provider(provider, offset, reach);
      reading.notes?.push({ ask: 'named', of: provider, from: offset, to: reach, answer });
      return answer;
    },
  };
  return reading;
}
