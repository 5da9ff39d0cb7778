import { getOrInsert } from '../core/get-or-insert.ts';
import {
  BREAK_TOKEN,
  NUMBER_TOKEN,
  SIGN_TOKEN,
  type Tokens,
  WORD_TOKEN,
} from '../core/tokens.ts';
import { hashWord } from '../core/word-hash.ts';
import type { AnalyzedCandidate, AnalyzedText } from './analyzed-text.ts';
import { isRareOrSubcode, looksLikeProviderCode } from './code-form.ts';
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
  ...`near most, near mean, near rare most, near members, before, behind, same provider most, subcode of, has subcode,
  list rare, frame rare, consecutive, consecutive unknown`.split(/,\s+/),
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

/**
 * Groups the candidates of one text, in text order, with the first-pass score of each, in log-odds.
 *
 * @returns A function that writes the features of a candidate from an index on, and returns the next index.
 */
export function findNeighbourGroups(
  all: readonly AnalyzedCandidate[],
  scores: ArrayLike<number>,
  { tokens, cellAt, index }: AnalyzedText,
) {
  const tallies = new Map<number, Tally>();
  /** For each candidate, the key of its group of each kind, or 0. */
  const keys = new Int32Array(all.length * NEIGHBOUR_GROUPS.length);
  const own = new Int32Array(NEIGHBOUR_GROUPS.length);
  const owner = new Int32Array(tokens.count).fill(-1);
  const subcodes = all.map(findSubcodeKeys);

  const isRare = all.map(
    ({ form, code }) => isRareOrSubcode(form) || looksLikeProviderCode(code),
  );

  all.forEach(({ first, last }, at) => {
    owner.fill(at, first, last + 1);
  });

  // One pass over the tokens finds lines, lists, and unknown numbers.
  let line = 0;
  let list = 0;
  let between = MAX_TOKENS_BETWEEN + 1;
  const isShort = tokens.text.length <= MAX_COLUMN_TEXT_LENGTH;
  const withColumns = isShort && all.some(({ cell }) => cell);

  for (let token = 0; token < tokens.count; token++) {
    const kind = tokens.kind[token];
    const at = owner[token] ?? -1;
    const one = all[at];
    const length = (tokens.end[token] ?? 0) - (tokens.start[token] ?? 0);

    if (kind === BREAK_TOKEN) {
      line++;
      between += 2;
      continue;
    }

    if (!one && (kind !== NUMBER_TOKEN || length < MIN_UNKNOWN_DIGITS)) {
      // Words between two list members are few and short: `131047, 190 and 131042`.
      between +=
        kind === SIGN_TOKEN
          ? 0.5
          : kind === WORD_TOKEN && length > 5
            ? 3
            : kind === WORD_TOKEN
              ? 1.5
              : 1;

      continue;
    }

    if (one && one.first !== token) continue;
    if (between > MAX_TOKENS_BETWEEN) list++;
    between = 0;

    const cell = one
      ? one.cell
      : withColumns
        ? cellAt(tokens.start[token] ?? 0)
        : null;

    own[0] = combineHashes(1, line);
    own[1] = combineHashes(2, hashFrame(tokens, token, one?.last ?? token));
    own[2] = combineHashes(3, list);

    own[3] = cell
      ? combineHashes(
          4,
          cell.column,
          combineHashes(cell.kind.charCodeAt(0), cell.header?.length ?? 0),
        )
      : 0;

    own[4] = one ? combineHashes(5, hashWord(one.code)) : 0;
    if (one) keys.set(own, at * NEIGHBOUR_GROUPS.length);

    for (const key of own) {
      if (key === 0) continue;

      const group = getOrInsert(tallies, key, createTally);

      if (one) {
        group.scores.push(scores[at] ?? 0);
        group.sum += scores[at] ?? 0;
        group.rare += Number(isRare[at]);
      } else group.unknown++;
    }
  }

  for (const group of tallies.values()) group.scores.sort((a, b) => a - b);

  const values =
    isShort && tokens.count > 2 ? collectNumbers(tokens) : new Set<number>();

  /** Returns the length of the run of consecutive numbers around a code, and how many of them are unknown. */
  function measureRun({ code, kind }: AnalyzedCandidate): [number, number] {
    let run = 0;
    let unknown = 0;

    if (kind === 'number' && code.length >= MIN_RUN_DIGITS)
      for (const step of [1, -1])
        for (
          let value = Number(code) + step;
          values.has(value) && run < MAX_COUNTED_MEMBERS;
          value += step
        ) {
          run++;
          if (index.meaningsOf(String(value)).length === 0) unknown++;
        }

    return [run, unknown];
  }

  return (at: number, out: Float32Array, from: number): number => {
    let next = from;
    const one = all[at];
    if (!one) return next;

    const groups = Array.from(
      keys.subarray(
        at * NEIGHBOUR_GROUPS.length,
        (at + 1) * NEIGHBOUR_GROUPS.length,
      ),
      (key) => tallies.get(key),
    );

    const score = scores[at] ?? 0;

    for (const group of groups) {
      const sorted = group?.scores ?? [];
      const others = Math.max(0, sorted.length - 1);

      if (group && others > 0) {
        // Without its own score.
        const highest = sorted.at(sorted.at(-1) === score ? -2 : -1) ?? 0;
        out[next++] = Math.max(NO_NEIGHBOUR_SCORE, highest);
        out[next++] = sorted[sorted[0] === score ? 1 : 0] ?? 0;
        out[next++] = (group.sum - score) / others;
      } else
        for (let none = 0; none < 3; none++) out[next++] = NO_NEIGHBOUR_SCORE;

      out[next++] = Math.min(others, MAX_COUNTED_MEMBERS);
      out[next++] = Math.min(group?.unknown ?? 0, MAX_COUNTED_MEMBERS);
    }

    let highest = NO_NEIGHBOUR_SCORE;
    let highestRare = NO_NEIGHBOUR_SCORE;
    let sameProvider = NO_NEIGHBOUR_SCORE;
    let sum = 0;
    let members = 0;
    let isSubcode = 0;
    let hasSubcode = 0;
    const last = Math.min(all.length - 1, at + MAX_NEAR_CANDIDATES);

    for (
      let other = Math.max(0, at - MAX_NEAR_CANDIDATES);
      other <= last;
      other++
    ) {
      const neighbour = all[other];
      if (other === at || !neighbour || neighbour.code === one.code) continue;
      if (Math.abs(neighbour.start - one.start) > MAX_NEAR_UNITS) continue;

      const neighbourScore = scores[other] ?? 0;

      members++;
      sum += neighbourScore;
      highest = Math.max(highest, neighbourScore);

      if (isRareOrSubcode(neighbour.form))
        highestRare = Math.max(highestRare, neighbourScore);

      if (neighbourScore > sameProvider && haveSameProvider(one, neighbour))
        sameProvider = neighbourScore;

      if (isUnder(subcodes[at], one, neighbour))
        isSubcode = Math.max(isSubcode, neighbourScore > 0 ? 2 : 1);

      if (isUnder(subcodes[other], neighbour, one)) hasSubcode = 1;
    }

    const countRare = (group: Tally | undefined) =>
      Math.min((group?.rare ?? 0) - Number(isRare[at]), MAX_COUNTED_MEMBERS);

    const rest = [
      highest,
      members > 0 ? sum / members : NO_NEIGHBOUR_SCORE,
      highestRare,
      members,
      scores[at - 1] ?? NO_NEIGHBOUR_SCORE,
      scores[at + 1] ?? NO_NEIGHBOUR_SCORE,
      sameProvider,
      isSubcode,
      hasSubcode,
      countRare(groups[2]),
      countRare(groups[1]),
      ...measureRun(one),
    ];

    out.set(rest, next);

    return next + rest.length;
  };
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
  of: AnalyzedCandidate,
) => keys.some((key) => key.endsWith(`/${of.code}.${code}`));
