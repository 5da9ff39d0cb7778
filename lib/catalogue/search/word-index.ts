/**
 * An inverted index of documents with fields, whose data need no work before the first search: they are parsed with the catalogue. It ranks as
 * MiniSearch does, which takes a hundred times as long to load its own (see docs/decisions/028-a-packed-index.md).
 */

import { findFirstFrom } from '../../core/find-first-from.ts';
import { getOrInsert } from '../../core/get-or-insert.ts';
import { createDistance } from './typos.ts';

/** A part of an index, as JSON. Its documents are numbered from 0. */
export interface WordIndexData {
  /** Number of documents. */
  count: number;
  /** Sorted by UTF-16 code units, separated by spaces. */
  terms: string;
  /**
   * For each term the number of its fields, then for each of these its number, its number of documents, and the documents: the
   * distance from the one before, times `factor`, plus how often it has the term.
   */
  postings: readonly number[];
  factor: number;
  /** Of each document, the number of different words in each field. */
  lengths: readonly number[];
}

/** The index of a catalogue as the build stores it, made of its first entries: a team's own codes are after them. */
export interface TextIndexData {
  words: WordIndexData;
  /** The names of each entry. See `readNames`. */
  names: readonly (readonly string[])[];
}

/** A document that contains a word. */
export interface WordMatch {
  document: number;
  score: number;
  /** It has the word itself, or one that begins with it. */
  isPrefix: boolean;
}

export interface WordOptions {
  /** Longer words match, too. */
  prefix: boolean;
  /** Number of letters that may differ. */
  maxTypos: number;
}

/** Parameters of BM25+: of the frequency of a term, the length of the field, and for each match. */
const FREQUENCY_WEIGHT = 1.2;
const LENGTH_WEIGHT = 0.7;
const MATCH_WEIGHT = 0.5;
/** Weights of words that only begin with the term, and of those that differ from it. */
const PREFIX_WEIGHT = 0.375;
const PREFIX_LENGTH_WEIGHT = 0.3;
const TYPO_WEIGHT = 0.45;

/**
 * Makes the data of an index.
 *
 * @param documents The words of each field of each document.
 * @param getTerms Returns the terms of a word. They have no spaces.
 */
export function createWordIndexData(
  documents: readonly (readonly (readonly string[])[])[],
  getTerms: (word: string) => readonly string[],
): WordIndexData {
  const index: TermIndex = new Map();

  for (const [document, fields] of documents.entries())
    for (const [field, words] of fields.entries())
      for (const term of words.flatMap(getTerms))
        addToIndex(index, term, field, document);

  const terms = [...index.keys()].sort();

  const frequencies = [...index.values()].flatMap((fields) =>
    [...fields.values()].flatMap((found) => [...found.values()]),
  );

  const factor = frequencies.reduce((a, b) => Math.max(a, b), 1) + 1;

  return {
    count: documents.length,
    terms: terms.join(' '),
    postings: terms.flatMap((term) => packFields(index.get(term), factor)),
    factor,
    lengths: documents.flatMap((fields) =>
      fields.map((words) => new Set(words).size),
    ),
  };
}

/** By document. */
type Frequencies = Map<number, number>;
/** By term, by field. */
type TermIndex = Map<string, Map<number, Frequencies>>;

function addToIndex(
  index: TermIndex,
  term: string,
  field: number,
  document: number,
): void {
  const fields = getOrInsert(index, term, () => new Map());
  const found: Frequencies = getOrInsert(fields, field, () => new Map());
  found.set(document, (found.get(document) ?? 0) + 1);
}

const packFields = (
  fields: ReadonlyMap<number, Frequencies> = new Map(),
  factor = 1,
): number[] => [
  fields.size,
  ...[...fields].flatMap(([field, found]) => [
    field,
    found.size,
    ...packDocuments(found, factor),
  ]),
];

function packDocuments(found: Frequencies, factor: number): number[] {
  let last = 0;

  return Array.from(found, ([document, frequency]) => {
    const step = (document - last) * factor + frequency;
    last = document;
    return step;
  });
}

type Part = ReturnType<typeof openPart>;

/** @param first Number of the first document in the whole index. */
function openPart(data: WordIndexData, first: number) {
  const { postings } = data;
  const terms = data.terms === '' ? [] : data.terms.split(' ');
  let at = 0;

  /** Where the postings of each term begin. */
  const starts = terms.map(() => {
    const start = at;
    let fields = postings[at++] ?? 0;
    for (; fields > 0; fields--) at += 2 + (postings[at + 1] ?? 0);
    return start;
  });

  return {
    ...data,
    terms,
    starts,
    letters: Int32Array.from(terms, getLetters),
    first,
  };
}

/** Calls `visit` with the field, the document and the frequency of each posting of a term. */
function readPostings(
  { postings, starts, factor, first }: Part,
  term: number,
  visit: (field: number, document: number, frequency: number) => void,
): void {
  let at = starts[term] ?? 0;

  for (let fields = postings[at++] ?? 0; fields > 0; fields--) {
    const field = postings[at++] ?? 0;
    let document = first;

    for (let left = postings[at++] ?? 0; left > 0; left--) {
      const step = postings[at++] ?? 0;
      document += Math.floor(step / factor);
      visit(field, document, step % factor);
    }
  }
}

/** Opens an index that consists of several parts. @param boosts The weight of each field. */
export function openWordIndex(
  data: readonly WordIndexData[],
  boosts: readonly number[],
) {
  let count = 0;

  const parts = data.map((one) => {
    count += one.count;
    return openPart(one, count - one.count);
  });

  const lengths = data.flatMap((one) => one.lengths);

  const averages = boosts.map((_, field) => {
    let sum = 0;
    for (let at = field; at < lengths.length; at += boosts.length)
      sum += lengths[at] ?? 0;
    return sum / Math.max(1, count);
  });

  /** Returns the score of a term in a field of a document. @param documents Number of documents with the term in this field. */
  function rate(
    frequency: number,
    field: number,
    document: number,
    documents: number,
  ): number {
    const rarity = Math.log(1 + (count - documents + 0.5) / (documents + 0.5));
    const length = lengths[document * boosts.length + field] ?? 0;

    const relativeLength =
      1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * length) / (averages[field] || 1);

    const saturated =
      (frequency * (FREQUENCY_WEIGHT + 1)) /
      (frequency + FREQUENCY_WEIGHT * relativeLength);

    return (boosts[field] ?? 1) * rarity * (MATCH_WEIGHT + saturated);
  }

  function addTerm(
    term: string,
    weight: number,
    isPrefix: boolean,
    matches: Map<number, WordMatch>,
  ): void {
    const found: [field: number, document: number, frequency: number][] = [];
    const documents = boosts.map(() => 0);

    for (const part of parts) {
      const at = findFirstFrom(part.terms, term);
      if (part.terms[at] !== term) continue;

      readPostings(part, at, (field, ...posting) => {
        found.push([field, ...posting]);
        documents[field] = (documents[field] ?? 0) + 1;
      });
    }

    for (const [field, document, frequency] of found) {
      const match = getOrInsert(matches, document, () => ({
        document,
        score: 0,
        isPrefix: false,
      }));

      match.score +=
        weight * rate(frequency, field, document, documents[field] ?? 0);
      match.isPrefix ||= isPrefix;
    }
  }

  return {
    /** Returns the documents with a term, unsorted. */
    search(word: string, { prefix, maxTypos }: WordOptions): WordMatch[] {
      const matches = new Map<number, WordMatch>();
      const typos = new Map<string, number>();

      for (const part of parts)
        if (maxTypos > 0)
          for (const [term, distance] of findSimilarTerms(part, word, maxTypos))
            typos.set(term, distance);

      const longer = parts.flatMap(({ terms }) =>
        prefix ? listTermsWith(terms, word) : [],
      );

      addTerm(word, 1, true, matches);

      for (const term of new Set(longer)) {
        typos.delete(term);

        const weight =
          (PREFIX_WEIGHT * term.length) /
          (term.length + PREFIX_LENGTH_WEIGHT * (term.length - word.length));

        addTerm(term, weight, true, matches);
      }

      for (const [term, distance] of typos) {
        const weight = (TYPO_WEIGHT * term.length) / (term.length + distance);
        addTerm(term, weight, term.startsWith(word), matches);
      }

      return [...matches.values()];
    },
    /** Returns true if `search` finds a document. */
    has: (word: string, { prefix, maxTypos }: WordOptions): boolean =>
      parts.some((part) => {
        const next = part.terms[findFirstFrom(part.terms, word)];
        const isTerm = prefix ? next?.startsWith(word) : next === word;
        if (isTerm || maxTypos === 0) return isTerm === true;

        return !findSimilarTerms(part, word, maxTypos).next().done;
      }),
  };
}

/** Returns the terms that begin with a word and are longer. */
function listTermsWith(terms: readonly string[], word: string): string[] {
  const found: string[] = [];

  for (let at = findFirstFrom(terms, word); ; at++) {
    const term = terms[at];
    if (!term?.startsWith(word)) return found;
    if (term !== word) found.push(term);
  }
}

/** Returns a bit for each letter of a word; several letters share one. */
function getLetters(word: string): number {
  let bits = 0;

  for (let at = 0; at < word.length; at++) bits |= 1 << word.charCodeAt(at);

  return bits;
}

/** Returns true if at most `max` bits are set. */
function hasFewBits(bits: number, max: number): boolean {
  let rest = bits;

  for (let left = max; left > 0 && rest !== 0; left--) rest &= rest - 1;

  return rest === 0;
}

/** Yields terms that differ from a word in few letters, and in how many. Few of the others are compared. */
function* findSimilarTerms(
  { terms, letters }: Pick<Part, 'terms' | 'letters'>,
  word: string,
  max: number,
): Generator<[term: string, distance: number]> {
  const own = getLetters(word);
  const measureDistance = createDistance(word, max);

  for (let at = 0; at < terms.length; at++) {
    const other = letters[at] ?? 0;

    // A letter that only one of them has is one that differs.
    if (!hasFewBits(own & ~other, max) || !hasFewBits(other & ~own, max))
      continue;

    const term = terms[at] ?? '';
    const distance = measureDistance(term);

    if (distance > 0 && distance <= max) yield [term, distance];
  }
}
