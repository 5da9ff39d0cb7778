import { FACTS, writeFacts } from './facts.ts';
import { GROUP_FACTS, groupsOf } from './group.ts';
import { bucketOf, PHRASE_BITS, SLOT_BITS } from './hashing.ts';
import { eachFeatureAround, eachNameFeature, NAME_PART, PHRASE_PARTS, rarityOf } from './phrase.ts';
import type { ReadCandidate } from './reading.ts';
import type { Slot } from './slot.ts';

/** Trees of decisions, all nodes in a row: a node asks whether a fact is at most a bound, a leaf has a value. */
export interface Trees {
  bias: number;
  /** Number of the fact, or -1 for a leaf. */
  fact: Int16Array;
  /** The bound of a node, or the value of a leaf. */
  value: Float32Array;
  /** Where a node goes on: `left` at most the bound, `left + 1` above. */
  left: Int16Array;
  /** First node of each tree. */
  roots: Int32Array;
}

export interface Model {
  phraseBias: number;
  phrase: Float32Array;
  slotBias: number;
  slot: Float32Array;
  trees: Trees;
  /** Log-odds from which on a candidate is a hit. */
  threshold: number;
  /** What names said that were met. */
  names: Map<string, NameScore>;
}

/** What the trees are asked: the phrase by parts, facts, facts of neighbours. */
export const COLUMNS = [...PHRASE_PARTS.map((part) => `phrase ${part}`), 'phrase', ...FACTS, ...GROUP_FACTS];

const GROUP_MOST = ['line most', 'frame most', 'list most', 'column most', 'same most'].map((name) =>
  COLUMNS.indexOf(name),
);

/** The most that the first pass made of a neighbour in one of a candidate's groups. */
export const groupMost = (row: Float32Array): number =>
  Math.max(...GROUP_MOST.map((column) => row[column] ?? 0));

export const phraseWeight = (feature: number, { phrase }: Model): number =>
  phrase[bucketOf(feature, PHRASE_BITS)] ?? 0;

/** What the model makes of a candidate. */
export interface Prediction {
  odds: number;
  /** What the phrase alone says, by part. */
  phrase: Float32Array;
  slots: readonly number[];
  row: Float32Array;
}

/** What a name says: by itself, and as part of the phrase. */
interface NameScore {
  slot: number;
  phrase: number;
}

const MOST_NAMES = 5_000;
/** No part of a phrase says more, in log-odds. */
const MOST_SAID = 6;

/** Names come again with each line of a log and each row of a table. */
function nameScore(slot: Slot, rarity: number, model: Model): NameScore {
  const key = `${slot.kind}${rarity}${slot.name}`;
  let score = model.names.get(key);
  if (!score) {
    score = { slot: model.slotBias, phrase: 0 };
    const { slot: weights, phrase } = model;
    const own = score;
    eachNameFeature(slot, rarity + 1, (feature) => {
      own.slot += weights[bucketOf(feature, SLOT_BITS)] ?? 0;
      own.phrase += phrase[bucketOf(feature, PHRASE_BITS)] ?? 0;
    });
    if (model.names.size >= MOST_NAMES) model.names.clear();
    model.names.set(key, score);
  }
  return score;
}

function phraseSums(
  one: ReadCandidate,
  names: readonly NameScore[],
  { phrase, phraseBias }: Model,
): Float32Array {
  const sums = new Float32Array(PHRASE_PARTS.length + 1);
  eachFeatureAround(one, (part, feature) => {
    sums[part] = (sums[part] as number) + (phrase[bucketOf(feature, PHRASE_BITS)] as number);
  });
  for (const name of names) sums[NAME_PART] = (sums[NAME_PART] as number) + name.phrase;
  return withTotal(sums, phraseBias);
}

/** Sums by part, bounded, and behind them their total. */
export function withTotal(sums: Float32Array, bias: number): Float32Array {
  let total = bias;
  for (let part = 0; part < PHRASE_PARTS.length; part++) {
    // A text that says the same thirty times says it once.
    sums[part] = Math.max(-MOST_SAID, Math.min(MOST_SAID, sums[part] as number));
    total += sums[part] as number;
  }
  sums[PHRASE_PARTS.length] = total;
  return sums;
}

/**
 * Rows of facts for the trees, of the candidates of one text.
 *
 * @param isWanted A row is made only where it holds; the others are empty.
 */
export function rowsOf(
  all: readonly ReadCandidate[],
  phrases: readonly Float32Array[],
  slots: readonly (readonly number[])[],
  isWanted: (at: number) => boolean = () => true,
): Float32Array[] {
  const [one] = all;
  if (!one) return [];
  const groups = groupsOf(
    all,
    phrases.map((sums) => sums[PHRASE_PARTS.length] ?? 0),
    one.reading.tokens,
  );
  const table = new Float32Array(all.length * COLUMNS.length);
  return all.map((each, at) => {
    if (!isWanted(at)) return table.subarray(0, 0);
    const row = table.subarray(at * COLUMNS.length, (at + 1) * COLUMNS.length);
    row.set(phrases[at] ?? [], 0);
    const next = writeFacts(each, slots[at] ?? [], row, PHRASE_PARTS.length + 1);
    groups.write(at, row, next);
    return row;
  });
}

/** No code of the corpora has a phrase that says so little, no name and no title: nine of ten numbers of a log. */
const HOPELESS = -6;

export function predict(all: readonly ReadCandidate[], model: Model): Prediction[] {
  const names = all.map((one) => one.slots.map((slot) => nameScore(slot, rarityOf(one), model)));
  const phrases = all.map((one, at) => phraseSums(one, names[at] ?? [], model));
  const slots = names.map((own) => own.map(({ slot }) => slot));
  const mayBeCode = (at: number) =>
    (phrases[at]?.[PHRASE_PARTS.length] ?? 0) >= HOPELESS ||
    (slots[at] ?? []).some((score) => score >= 0) ||
    (all[at]?.title.near ?? 0) > 0;
  if (!all.some((_, at) => mayBeCode(at))) return all.map((_, at) => hopeless(phrases[at], slots[at]));
  const rows = rowsOf(all, phrases, slots, mayBeCode);
  return rows.map((row, at) =>
    row.length === 0
      ? hopeless(phrases[at], slots[at])
      : {
          odds: oddsOf(row, model.trees),
          phrase: phrases[at] ?? NOTHING,
          slots: slots[at] ?? [],
          row,
        },
  );
}

const NOTHING: Float32Array = new Float32Array();

const hopeless = (phrase = NOTHING, slots: readonly number[] = []): Prediction => ({
  odds: Number.NEGATIVE_INFINITY,
  phrase,
  slots,
  row: NOTHING,
});

export function oddsOf(row: Float32Array, { bias, fact, value, left, roots }: Trees): number {
  let odds = bias;
  for (let tree = 0; tree < roots.length; tree++) {
    const root = roots[tree] as number;
    let node = root;
    for (let asked = fact[node] as number; asked >= 0; asked = fact[node] as number)
      node = root + (left[node] as number) + ((row[asked] as number) <= (value[node] as number) ? 0 : 1);
    odds += value[node] as number;
  }
  return odds;
}
