import { getOrInsert } from '../core/get-or-insert.ts';
import {
  BREAK_TOKEN,
  NUMBER_TOKEN,
  SIGN_TOKEN,
  type Tokens,
  WORD_TOKEN,
} from '../core/tokens.ts';
import { hashWord } from '../core/word-hash.ts';
import type { TextCell } from '../structure/text-tables.ts';
import type { AnalyzedCandidate, AnalyzedText } from './analyzed-text.ts';
import { isRareOrSubcode, looksLikeProviderCode } from './code-form.ts';
import type { CodeIndex } from './code-index.ts';
import { combineHashes } from './hashing.ts';

/** A candidate's groups: its line, equal surrounding tokens (`frame`), its list, its column, equal codes. */
export const NEIGHBOUR_GROUPS = [
  'line',
  'frame',
  'list',
  'column',
  'same',
] as const;
const GROUP_STATISTICS = [
  'most',
  'least',
  'mean',
  'members',
  'unknown',
] as const;

/** Names of the neighbour features: statistics of the first-pass scores of each group's other members. */
export const GROUP_FEATURES = [
  ...NEIGHBOUR_GROUPS.flatMap((group) =>
    GROUP_STATISTICS.map((what) => `${group} ${what}`),
  ),
  'near most',
  'near mean',
  'near rare most',
  'near members',
  'before',
  'behind',
  'same provider most',
  'subcode of',
  'has subcode',
  'list rare',
  'frame rare',
  'consecutive',
  'consecutive unknown',
];

const NO_NEIGHBOUR_SCORE = -20;
/** Limits for near candidates: their number on each side, and their distance in UTF-16 units. */
const MAX_NEAR_CANDIDATES = 8;
const MAX_NEAR_UNITS = 600;
/** Shorter unknown numbers are not counted, because they are too frequent. */
const MIN_UNKNOWN_DIGITS = 3;
/** Longer texts are logs, whose columns of unknown numbers are not evidence. */
const MAX_COLUMN_TEXT_LENGTH = 30_000;
const MAX_TOKENS_BETWEEN = 5;
/** Longer words seldom join the members of a list. */
const MAX_LIST_WORD_LENGTH = 5;
/** Limit of the counts: a log has thousands of members. */
const MAX_COUNTED_MEMBERS = 10;

type Tally = ReturnType<typeof createTally>;

const createTally = () => ({
  /** The scores of its members; sorted when they are complete. */
  scores: [] as number[],
  sum: 0,
  rare: 0,
  unknown: 0,
});

/** Where a token is: its line, and the list that it belongs to. */
class ListCursor {
  line = 0;
  list = 0;
  #between = MAX_TOKENS_BETWEEN + 1;

  passBreak(): void {
    this.line++;
    this.#between += 2;
  }

  /** Words between two list members are few and short: `131047, 190 and 131042`. */
  passToken(kind: number | undefined, length: number): void {
    if (kind === SIGN_TOKEN) this.#between += 0.5;
    else if (kind !== WORD_TOKEN) this.#between += 1;
    else this.#between += length > MAX_LIST_WORD_LENGTH ? 3 : 1.5;
  }

  enterMember(): void {
    if (this.#between > MAX_TOKENS_BETWEEN) this.list++;
    this.#between = 0;
  }
}

/** A candidate, or a number that is none, and where it is. */
interface Member {
  one: AnalyzedCandidate | undefined;
  /** Index of the candidate, or -1. */
  at: number;
  token: number;
  line: number;
  list: number;
}

/** Yields the candidates and the unknown numbers of a text, in one pass over its tokens. */
function* findMembers(
  all: readonly AnalyzedCandidate[],
  { kind, start, end, count }: Tokens,
): Generator<Member> {
  const owner = new Int32Array(count).fill(-1);
  const cursor = new ListCursor();

  all.forEach(({ first, last }, at) => {
    owner.fill(at, first, last + 1);
  });

  for (let token = 0; token < count; token++) {
    const at = owner[token] ?? -1;
    const one = all[at];
    const length = (end[token] ?? 0) - (start[token] ?? 0);

    const isUnknown =
      !one && kind[token] === NUMBER_TOKEN && length >= MIN_UNKNOWN_DIGITS;

    if (kind[token] === BREAK_TOKEN) cursor.passBreak();
    else if (isUnknown || one?.first === token) {
      cursor.enterMember();
      yield {
        one,
        at,
        token,
        line: cursor.line,
        list: cursor.list,
      };
    } else if (!one) cursor.passToken(kind[token], length);
  }
}

/**
 * Assigns the candidates of one text, and its unknown numbers, to groups.
 *
 * @returns For a candidate, its group of each kind, in the order of `NEIGHBOUR_GROUPS`.
 */
function tallyGroups(
  all: readonly AnalyzedCandidate[],
  scores: ArrayLike<number>,
  { tokens, cellAt }: AnalyzedText,
): (at: number) => readonly (Tally | undefined)[] {
  const tallies = new Map<number, Tally>();
  /** For each candidate, the key of its group of each kind, or 0. */
  const keys = new Int32Array(all.length * NEIGHBOUR_GROUPS.length);

  const withColumns =
    tokens.text.length <= MAX_COLUMN_TEXT_LENGTH &&
    all.some(({ cell }) => cell);

  const findCell = (token: number) =>
    withColumns ? cellAt(tokens.start[token] ?? 0) : null;

  for (const { one, at, token, line, list } of findMembers(all, tokens)) {
    const own = [
      combineHashes(1, line),
      combineHashes(2, hashFrame(tokens, token, one?.last ?? token)),
      combineHashes(3, list),
      hashColumn(one ? one.cell : findCell(token)),
      one ? combineHashes(5, hashWord(one.code)) : 0,
    ];

    if (one) keys.set(own, at * NEIGHBOUR_GROUPS.length);

    for (const key of own)
      if (key !== 0)
        addMember(getOrInsert(tallies, key, createTally), one, scores[at]);
  }

  for (const group of tallies.values()) group.scores.sort((a, b) => a - b);

  return (at) =>
    Array.from(
      keys.subarray(
        at * NEIGHBOUR_GROUPS.length,
        (at + 1) * NEIGHBOUR_GROUPS.length,
      ),
      (key) => tallies.get(key),
    );
}

/** @param one Undefined for an unknown number. */
function addMember(
  group: Tally,
  one: AnalyzedCandidate | undefined,
  score = 0,
): void {
  if (!one) {
    group.unknown++;
    return;
  }

  group.scores.push(score);
  group.sum += score;
  group.rare += Number(isRareCode(one));
}

const isRareCode = ({ form, code }: AnalyzedCandidate): boolean =>
  isRareOrSubcode(form) || looksLikeProviderCode(code);

/** Hashes the column of a cell, 0 for none. */
const hashColumn = (cell: TextCell | null): number =>
  cell
    ? combineHashes(
        4,
        cell.column,
        combineHashes(cell.kind.charCodeAt(0), cell.header?.length ?? 0),
      )
    : 0;

/**
 * Groups the candidates of one text, in text order, with the first-pass score of each, in log-odds.
 *
 * @returns A function that writes the features of a candidate from an index on, and returns the next index.
 */
export function findNeighbourGroups(
  all: readonly AnalyzedCandidate[],
  scores: ArrayLike<number>,
  source: AnalyzedText,
) {
  const { tokens, index } = source;
  const getGroups = tallyGroups(all, scores, source);
  const subcodes = all.map(findSubcodeKeys);

  const values =
    tokens.text.length <= MAX_COLUMN_TEXT_LENGTH && tokens.count > 2
      ? collectNumbers(tokens)
      : new Set<number>();

  return (at: number, out: Float32Array, from: number): number => {
    const one = all[at];
    if (!one) return from;

    const groups = getGroups(at);
    const score = scores[at] ?? 0;
    const near = findNear(all, at);

    const getHighest = (isWanted: (neighbour: AnalyzedCandidate) => boolean) =>
      near
        .filter((other) => isWanted(all[other] as AnalyzedCandidate))
        .reduce(
          (highest, other) => Math.max(highest, scores[other] ?? 0),
          NO_NEIGHBOUR_SCORE,
        );

    const sum = near.reduce((total, other) => total + (scores[other] ?? 0), 0);

    const owners = near.filter((other) =>
      isUnder(subcodes[at], one, all[other]),
    );

    const countRare = (group: Tally | undefined) =>
      Math.min(
        (group?.rare ?? 0) - Number(isRareCode(one)),
        MAX_COUNTED_MEMBERS,
      );

    const row = [
      ...groups.flatMap((group) => measureGroup(group, score)),
      getHighest(() => true),
      near.length > 0 ? sum / near.length : NO_NEIGHBOUR_SCORE,
      getHighest(({ form }) => isRareOrSubcode(form)),
      near.length,
      scores[at - 1] ?? NO_NEIGHBOUR_SCORE,
      scores[at + 1] ?? NO_NEIGHBOUR_SCORE,
      getHighest((neighbour) => haveSameProvider(one, neighbour)),
      // 2 if the code of which it is the subcode is likely one.
      Math.max(0, ...owners.map((other) => ((scores[other] ?? 0) > 0 ? 2 : 1))),
      Number(
        near.some((other) =>
          isUnder(subcodes[other], all[other] as AnalyzedCandidate, one),
        ),
      ),
      countRare(groups[2]),
      countRare(groups[1]),
      ...measureRun(one, values, index),
    ];

    out.set(row, from);

    return from + row.length;
  };
}

/** Returns the values of `GROUP_STATISTICS` for a group's other members. */
function measureGroup(group: Tally | undefined, score: number): number[] {
  const sorted = group?.scores ?? [];
  const others = Math.max(0, sorted.length - 1);

  const counts = [
    Math.min(others, MAX_COUNTED_MEMBERS),
    Math.min(group?.unknown ?? 0, MAX_COUNTED_MEMBERS),
  ];

  if (!group || others === 0)
    return [
      NO_NEIGHBOUR_SCORE,
      NO_NEIGHBOUR_SCORE,
      NO_NEIGHBOUR_SCORE,
      ...counts,
    ];

  // Without its own score.
  const highest = sorted.at(sorted.at(-1) === score ? -2 : -1) ?? 0;
  const lowest = sorted[sorted[0] === score ? 1 : 0] ?? 0;

  return [
    Math.max(NO_NEIGHBOUR_SCORE, highest),
    lowest,
    (group.sum - score) / others,
    ...counts,
  ];
}

/** Returns the indexes of the candidates near one that are other codes. */
function findNear(all: readonly AnalyzedCandidate[], at: number): number[] {
  const one = all[at];
  const first = Math.max(0, at - MAX_NEAR_CANDIDATES);

  return all
    .slice(first, at + MAX_NEAR_CANDIDATES + 1)
    .flatMap((neighbour, index) =>
      one &&
      neighbour.code !== one.code &&
      Math.abs(neighbour.start - one.start) <= MAX_NEAR_UNITS
        ? first + index
        : [],
    );
}

/** Returns the length of the run of consecutive numbers around a code, and how many of them are unknown. */
function measureRun(
  { code, kind }: AnalyzedCandidate,
  values: ReadonlySet<number>,
  index: CodeIndex,
): [number, number] {
  if (kind !== 'number' || code.length < MIN_RUN_DIGITS) return [0, 0];

  let run = 0;
  let unknown = 0;

  for (const step of [1, -1]) {
    let value = Number(code) + step;

    while (values.has(value) && run < MAX_COUNTED_MEMBERS) {
      run++;
      if (index.meaningsOf(String(value)).length === 0) unknown++;
      value += step;
    }
  }

  return [run, unknown];
}

/** Shorter numbers don't count as consecutive ids. */
const MIN_RUN_DIGITS = 4;

function collectNumbers({
  text,
  start,
  end,
  kind,
  count,
}: Tokens): Set<number> {
  const values = new Set<number>();

  for (let at = 0; at < count; at++) {
    const length = (end[at] ?? 0) - (start[at] ?? 0);
    if (kind[at] === NUMBER_TOKEN && length >= MIN_RUN_DIGITS && length <= 7)
      values.add(Number(text.slice(start[at], end[at])));
  }

  return values;
}

/** Hashes the tokens around a number: equal for keys of a map, branches of a switch, cells of a column. */
function hashFrame(
  { kind, hash }: Tokens,
  first: number,
  last: number,
): number {
  const hashAt = (at: number) =>
    kind[at] === NUMBER_TOKEN ? 0x77 : (hash[at] ?? 0);
  return combineHashes(hashAt(first - 1), hashAt(first - 2), hashAt(last + 1));
}

function haveSameProvider(
  { meanings }: AnalyzedCandidate,
  other: AnalyzedCandidate,
): boolean {
  return meanings.some(({ provider, api }) =>
    other.meanings.some(
      (meaning) =>
        meaning.provider === provider &&
        (provider !== 'meta' || isSameList(meaning.api, api)),
    ),
  );
}

const isSameList = (one: string, other: string) =>
  (one === 'onprem') === (other === 'onprem');

/** Returns the keys in which a code is the subcode: `meta/graph/190.463`. */
const findSubcodeKeys = ({
  code,
  meanings,
}: AnalyzedCandidate): readonly string[] =>
  meanings.flatMap(({ key }) => (key.endsWith(`.${code}`) ? [key] : []));

const isUnder = (
  keys: readonly string[] = [],
  { code }: AnalyzedCandidate,
  of: AnalyzedCandidate | undefined,
) => keys.some((key) => key.endsWith(`/${of?.code}.${code}`));
