import * as v from 'valibot';
import type { Span } from '../lib/core/spans.ts';
import type { Masker } from '../lib/masking/mask-text.ts';

/** A text in which `⟦…⟧` is private, and `⟪…⟫` is needed by support. */
const lineSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    id: v.string(),
    kind: v.picklist(['doc', 'line', 'odd', 'stay']),
    lang: v.string(),
    text: v.string(),
  }),
);

export type MaskingLine = v.InferOutput<typeof lineSchema>;

interface Tally {
  texts: number;
  private: number;
  left: number;
  needed: number;
  destroyed: number;
  changed: number;
}

export interface MaskingMiss {
  id: string;
  what: 'left' | 'destroyed' | 'changed';
  text: string;
}

/** Words before a name that identify nobody. */
const TITLES = new Set(
  'mr mrs ms dr bu pak frau herr hanım bey जी 女士 أم and de van der di la'.split(
    ' ',
  ),
);
const WORD = /\p{Script=Han}|[\p{L}\p{M}\p{N}]+/gu;
/** A longer text is left if more than this share of its words is. */
const MAX_LEFT_SHARE = 0.25;
const MIN_WORDS_OF_TEXT = 5;
const MARKS = /[⟦⟧⟪⟫]/;

export const parseMaskingCorpus = (content: string): MaskingLine[] =>
  content
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => v.parse(lineSchema, line));

/** Counts what masking leaves of private parts, and destroys of needed ones. Each text is masked alone. */
export function evaluateMasking(lines: readonly MaskingLine[], masker: Masker) {
  const tallies = new Map<string, Tally>();
  const misses: MaskingMiss[] = [];

  for (const line of lines) {
    const { kind, id } = line;
    const tally = tallies.get(kind) ?? createTally();
    const found = judgeLine(line, masker, tally);

    tallies.set(kind, tally);
    misses.push(...found.map((miss) => ({ id, ...miss })));
  }

  return { tallies, misses };
}

const createTally = (): Tally => ({
  texts: 0,
  private: 0,
  left: 0,
  needed: 0,
  destroyed: 0,
  changed: 0,
});

function judgeLine(
  line: MaskingLine,
  masker: Masker,
  tally: Tally,
): Omit<MaskingMiss, 'id'>[] {
  const { text, spans } = readPrivateMarks(line.text);
  const isMasked = maskUnits(text, masker);
  const misses: Omit<MaskingMiss, 'id'>[] = [];

  tally.texts++;

  for (const { start, end, isPrivate } of spans) {
    const own = text.slice(start, end);
    tally[isPrivate ? 'private' : 'needed']++;

    if (isPrivate && isLeft(own, start, isMasked)) {
      tally.left++;
      misses.push({ what: 'left', text: own });
    }

    if (!isPrivate && isMasked.subarray(start, end).includes(1)) {
      tally.destroyed++;
      misses.push({ what: 'destroyed', text: own });
    }
  }

  if (line.kind === 'stay' && isMasked.includes(1)) {
    tally.changed++;
    misses.push({ what: 'changed', text });
  }

  return misses;
}

export function readPrivateMarks(marked: string) {
  const spans: (Span & { isPrivate: boolean })[] = [];
  let text = '';
  let start = 0;

  for (const part of marked.split(/([⟦⟧⟪⟫])/)) {
    if (!MARKS.test(part)) text += part;
    else if (part === '⟦' || part === '⟪') start = text.length;
    else spans.push({ start, end: text.length, isPrivate: part === '⟧' });
  }

  return { text, spans };
}

function maskUnits(text: string, masker: Masker): Uint8Array {
  const isMasked = new Uint8Array(text.length);
  let at = 0;

  for (const part of masker.splitIntoParts(text)) {
    if (part.masked) isMasked.fill(1, at, at + part.text.length);
    at += part.text.length;
  }

  return isMasked;
}

function isLeft(own: string, start: number, isMasked: Uint8Array): boolean {
  const words = [...own.matchAll(WORD)].filter(
    ({ 0: word }) => !TITLES.has(word.toLowerCase()),
  );

  const left = words.filter(({ 0: word, index }) => {
    const units = isMasked.subarray(start + index, start + index + word.length);

    const shown = units.filter((unit) => unit === 0).length;

    return shown >= Math.min(2, word.length);
  });

  return words.length < MIN_WORDS_OF_TEXT
    ? left.length > 0
    : left.length > words.length * MAX_LEFT_SHARE;
}

const formatShare = (part: number, all: number): string =>
  `${part} of ${all} (${((100 * part) / Math.max(1, all)).toFixed(1)}%)`;

export function formatMaskingEvaluation({
  tallies,
  misses,
}: ReturnType<typeof evaluateMasking>): string {
  const lines = misses.map(({ id, what, text }) => `${what}: ${id}: ${text}`);

  const rows = Array.from(tallies, ([kind, tally]) => {
    const left = formatShare(tally.left, tally.private);
    const destroyed = formatShare(tally.destroyed, tally.needed);

    return `${kind.padEnd(5)} left ${left}, destroyed ${destroyed}, changed ${tally.changed} of ${tally.texts}`;
  });

  return [...lines, ...rows].join('\n');
}
