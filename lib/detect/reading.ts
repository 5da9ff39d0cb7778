import { aloneIn, type Candidate, findCandidates } from './candidates.ts';
import type { CodeIndex } from './code-index.ts';
import { consoleAt } from './consoles.ts';
import { asciiText } from './digits.ts';
import { unescaped } from './escapes.ts';
import type { TextContext } from './hit.ts';
import { type PayloadAt, payloadsOf } from './payload.ts';
import { type Slot, slotsOf } from './slot.ts';
import { type Cell, tablesOf } from './tables.ts';
import { matchTitle, type TitleMatch, type TitleWindow, titleWindow } from './title.ts';
import { BREAK, type Tokens, tokenAt, tokensOf } from './tokens.ts';
import { type Topics, topicsOf } from './topic.ts';
import { WordClasses } from './words.ts';

/** A piece of text with the classes of its words. */
export interface Read {
  tokens: Tokens;
  classes: WordClasses;
}

/** A text on its way through the engine, and what is known of it besides. */
export interface Reading extends Read {
  /** With ASCII digits and without escapes. */
  text: string;
  index: CodeIndex;
  context: TextContext;
  console: CodeIndex['consoles'][number] | undefined;
  topics: Topics;
  cellAt(offset: number): Cell | null;
  payloadAt: PayloadAt;
  /** The rest of its row on the page. */
  row: Read | null;
}

/** A candidate with all that is evidence for it or against it. */
export interface ReadCandidate extends Candidate {
  reading: Reading;
  /** Its first and last token. */
  first: number;
  last: number;
  cell: Cell | null;
  slots: readonly Slot[];
  window: TitleWindow;
  /** Of the meaning whose title fits best. */
  title: TitleMatch;
}

/** Labels, headings and rows come again with each cell of a table. */
const read = new Map<string, Read>();
const MOST_READ = 2_000;
const MAX_ROW = 1_000;

export function readText(text: string): Read {
  let known = read.get(text);
  if (!known) {
    const tokens = tokensOf(text);
    known = { tokens, classes: new WordClasses(tokens) };
    if (read.size >= MOST_READ) read.clear();
    read.set(text, known);
  }
  return known;
}

function readingOf(text: string, index: CodeIndex, context: TextContext): Reading {
  const tokens = tokensOf(text);
  const classes = new WordClasses(tokens);
  const { host, path, row } = context;
  return {
    text,
    tokens,
    classes,
    index,
    context,
    console: host ? consoleAt(index.consoles, host, path) : undefined,
    topics: topicsOf(tokens, classes, index, context.asked),
    cellAt: tablesOf(text).cellAt,
    payloadAt: payloadsOf(text),
    row: row && row.trim() !== text.trim() ? readText(row.slice(0, MAX_ROW)) : null,
  };
}

function readCandidate(candidate: Candidate, reading: Reading): ReadCandidate {
  const { tokens, context, row } = reading;
  const first = tokenAt(tokens, candidate.start);
  const last = Math.max(first, tokenAt(tokens, candidate.end + (candidate.decimals ?? 0) - 1));
  const cell = reading.cellAt(candidate.start);
  const isAlone = tokens.count <= last - first + 8;
  const around = row ? [row.tokens] : [];
  if (isAlone && context.label) around.push(readText(context.label).tokens);
  const window = titleWindow(tokens, first, last, around);
  let title: TitleMatch = { beside: 0, near: 0 };
  for (const meaning of candidate.meanings) {
    const match = matchTitle(meaning, window);
    if (match.near + match.beside > title.near + title.beside) title = match;
  }
  return {
    ...candidate,
    reading,
    first,
    last,
    cell,
    slots: slotsOf(candidate, tokens, first, cell, context),
    window,
    title,
  };
}

/** The candidates of a text, and where they stand in the text as it was. */
export interface Candidates {
  all: ReadCandidate[];
  /** UTF-16 offsets of a candidate with the escapes of the text. */
  place(one: Candidate): { start: number; end: number };
}

/** Reads a text without its escapes and with ASCII digits, and what stands around each candidate. */
export function candidatesIn(text: string, index: CodeIndex, context: TextContext): Candidates {
  const plain = unescaped(text);
  const ascii = asciiText(plain?.text ?? text);
  const candidates = findCandidates(ascii, index);
  const alone = candidates.length === 0 && context.asked && context.header ? aloneIn(ascii) : null;
  if (alone) candidates.push(alone);
  const reading = candidates.length > 0 ? readingOf(ascii, index, context) : null;
  return {
    all: reading ? candidates.map((candidate) => readCandidate(candidate, reading)) : [],
    place: ({ start, end }) =>
      plain ? { start: plain.original(start), end: plain.original(end - 1) + 1 } : { start, end },
  };
}

/** The text comes from a console: one that the catalogue lists, or a site that the user added or chose a provider for. */
export const isConsole = ({ console: place, context }: Reading): boolean =>
  place !== undefined || context.provider !== undefined || context.isConsole === true;

/** The tokens of a candidate's line: the first, and the one behind the last. */
export function lineOf({ kind, count }: Tokens, first: number, most = 60): [number, number] {
  let from = first;
  while (from > 0 && first - from < most && kind[from - 1] !== BREAK) from--;
  let to = first;
  while (to < count && to - first < most && kind[to] !== BREAK) to++;
  return [from, to];
}
