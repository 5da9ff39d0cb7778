import { toAsciiText } from '../core/digits.ts';
import { unescapeText } from '../core/escapes.ts';
import { getOrInsert } from '../core/get-or-insert.ts';
import type { Span } from '../core/spans.ts';
import {
  BREAK_TOKEN,
  findTokenAt,
  splitTokens,
  type Tokens,
} from '../core/tokens.ts';
import { isCodeHeader } from '../structure/column-role.ts';
import { MAX_NAME_LENGTH } from '../structure/field-names.ts';
import { findLineSlots } from '../structure/line-slots.ts';
import { findTextTables } from '../structure/text-tables.ts';
import {
  type Candidate,
  findCandidates,
  findSoleCandidate,
} from './candidates.ts';
import type { CodeIndex } from './code-index.ts';
import { type FieldLabel, findFieldLabels } from './field-label.ts';
import { findConsole } from './find-console.ts';
import type { TextContext } from './hit.ts';
import { findPayloadApis } from './payload-api.ts';
import type { QuietLines } from './quiet-lines.ts';
import {
  createTitleWindow,
  getBetterMatch,
  matchTitle,
  NO_MATCH,
} from './title-match.ts';
import { findTopics } from './topics.ts';
import { WORD_CLASSES, WordClasses } from './word-classes.ts';

interface TokenizedText {
  tokens: Tokens;
  classes: WordClasses;
}

export type AnalyzedText = ReturnType<typeof analyzeText>;
export type AnalyzedCandidate = ReturnType<typeof analyzeCandidate>;

/** Caches results, because labels, headings and rows recur with each cell of a table. */
const tokenizedTexts = new Map<string, TokenizedText>();
const MAX_CACHED_TEXTS = 2_000;
const MAX_ROW_LENGTH = 1_000;

export function tokenizeText(text: string): TokenizedText {
  if (tokenizedTexts.size >= MAX_CACHED_TEXTS) tokenizedTexts.clear();

  return getOrInsert(tokenizedTexts, text, () => {
    const tokens = splitTokens(text);
    return { tokens, classes: new WordClasses(tokens) };
  });
}

/** @param text With ASCII digits and without escapes. */
function analyzeText(text: string, index: CodeIndex, context: TextContext) {
  const tokens = splitTokens(text);
  const classes = new WordClasses(tokens);
  const { host, path, row, lines } = context;

  return {
    text,
    tokens,
    classes,
    index,
    context,
    console: host ? findConsole(index.consoles, host, path) : undefined,
    topics: findTopics(tokens, classes, index, context.asked),
    cellAt: findTextTables(text).cellAt,
    getPayloadApiAt: findPayloadApis(text),
    slots: findLineSlots(
      tokens,
      lines ? tokenizeText(toAsciiText(lines)).tokens : null,
    ),
    /** The other cells of its row on the page. */
    row:
      row && row.trim() !== text.trim()
        ? tokenizeText(row.slice(0, MAX_ROW_LENGTH))
        : null,
  };
}

function analyzeCandidate(candidate: Candidate, source: AnalyzedText) {
  const { tokens, context, row } = source;
  const first = findTokenAt(tokens, candidate.start);

  const last = Math.max(
    first,
    findTokenAt(tokens, candidate.end + (candidate.decimals ?? 0) - 1),
  );

  const cell = source.cellAt(candidate.start);
  const isAlone = tokens.count <= last - first + 8;
  const labels = findFieldLabels(candidate, tokens, first, cell, context);
  const around = row ? [row.tokens] : [];

  if (isAlone && context.label) around.push(tokenizeText(context.label).tokens);

  const window = createTitleWindow(tokens, first, last, around);
  let title = NO_MATCH;

  for (const meaning of candidate.meanings)
    title = getBetterMatch(title, matchTitle(meaning, window));

  return {
    ...candidate,
    source,
    first,
    last,
    cell,
    labels: cell ? labels : dropDistantLabels(labels, source, first),
    window,
    title,
  };
}

const FAILURE_SIGN = /[❌✗✖✘⛔🚫⚠]/u;

/** Returns true for the line of one rare code that states a failure. Then no date, name or `Inbox` above it says what the number is. */
function isFailureLine({ tokens, classes, text }: AnalyzedText, first: number) {
  const [from, to] = findLineTokens(tokens, first);
  const line = text.slice(tokens.start[from], tokens.end[to - 1]);

  return (
    (line.match(/\d{5,}/g)?.length ?? 0) === 1 &&
    (classes.includes(WORD_CLASSES.failed, from, to) || FAILURE_SIGN.test(line))
  );
}

/** Drops what is above a line that states a failure. */
function dropDistantLabels(
  labels: readonly FieldLabel[],
  source: AnalyzedText,
  first: number,
) {
  const pageLabel = source.context.label?.trim().slice(-MAX_NAME_LENGTH);
  const near = labels.filter((one) => isNearLabel(one, pageLabel));
  const isOpen = near.length < labels.length && isFailureLine(source, first);

  return isOpen ? near : labels;
}

/** Returns false for a heading, and for a column or a label of the page without a name of its own kind of number. */
function isNearLabel(
  { kind, name }: FieldLabel,
  pageLabel: string | undefined,
): boolean {
  if (kind === 'heading') return false;

  const isOutside =
    kind === 'column' || (kind === 'label' && name === pageLabel);

  return !isOutside || namesOtherNumber(name) || namesCode(name);
}

const OTHER_NUMBERS =
  WORD_CLASSES.money | WORD_CLASSES.address | WORD_CLASSES.otherCode;

const namesOtherNumber = (name: string) =>
  tokenizeText(name).classes.includes(OTHER_NUMBERS);

/** Returns true if the nearest label, or the column, names codes: only that tells a number in groups from an amount. */
const isNamedCode = (labels: readonly FieldLabel[]) =>
  labels.some(
    ({ kind, name }, at) => (at === 0 || kind === 'column') && namesCode(name),
  );

function namesCode(name: string): boolean {
  const { classes } = tokenizeText(name);
  if (classes.includes(WORD_CLASSES.countName)) return false;

  return (
    classes.includes(WORD_CLASSES.errorCode) ||
    isCodeHeader(name) ||
    /^error$/i.test(name)
  );
}

/** Finds the candidates of a text and collects their evidence. Decodes escapes and converts digits to ASCII first. */
export function analyzeCandidates(
  text: string,
  index: CodeIndex,
  context: TextContext,
  quietLines?: QuietLines,
) {
  const plain = unescapeText(text);
  const ascii = toAsciiText(plain?.text ?? text);
  const found = findCandidates(ascii, index, context);
  const candidates = quietLines?.dropKnown(found, ascii) ?? found;

  const alone =
    candidates.length === 0 && context.asked && context.header
      ? findSoleCandidate(ascii)
      : null;

  if (alone) candidates.push(alone);

  const reading =
    candidates.length > 0 ? analyzeText(ascii, index, context) : null;

  return {
    all: reading
      ? candidates
          .map((candidate) => analyzeCandidate(candidate, reading))
          .filter((one) => !one.isGrouped || isNamedCode(one.labels))
      : [],
    /** Returns the UTF-16 offsets of a candidate in the original text, escapes included. */
    getPlace(one: Candidate): Span {
      const [start, end] = plain?.toOriginal(one.start, one.end) ?? [
        one.start,
        one.end,
      ];

      return { start, end };
    },
  };
}

/** Returns true on a console of the catalogue, and on a site that the user added or set a provider for. */
export const isConsole = ({
  console: vendorConsole,
  context,
}: AnalyzedText): boolean =>
  vendorConsole !== undefined ||
  context.provider !== undefined ||
  context.isConsole === true;

/** Returns the token range of a candidate's line, as `[first, end)`. */
export function findLineTokens(
  { kind, count }: Tokens,
  first: number,
  most = 60,
): [number, number] {
  let from = first;

  while (from > 0 && first - from < most && kind[from - 1] !== BREAK_TOKEN)
    from--;

  let to = first;

  while (to < count && to - first < most && kind[to] !== BREAK_TOKEN) to++;

  return [from, to];
}
