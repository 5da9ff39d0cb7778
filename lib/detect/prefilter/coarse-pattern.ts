import type { CatalogueData } from '../../../data/schema.ts';
import table from '../../../data/state-forms.json' with { type: 'json' };
import { FOREIGN_DIGIT, SPLIT_NUMBER } from '../../core/digits.ts';
import { createTriePattern } from '../../core/trie-pattern.ts';
import type { CodeIndex } from '../code-index.ts';
import { UNIT_PATTERN } from '../unit-pattern.ts';
import { GROUPS } from './filter-patterns.ts';
import {
  EVERYDAY_WORD,
  listEverydayStates,
  listFirstWords,
  listHarmfulStates,
  listNumbers,
  packVendorHosts,
} from './prefilter-pack.ts';

/** The sources of the patterns of the coarse filter. Built at build time. */
export interface CoarsePatterns {
  /** Matches what has the form of a code. */
  candidates: string;
  /** Matches what a mention of codes makes one. */
  besideCue: string;
  /** Matches a line with the beginning of a harmful state. Ignores case. */
  states: string;
  /** The hosts of the consoles that show states, by `packWords`. */
  vendorHosts: string;
}

/** Units of a word or a state by which the patterns know it. */
const WORD_UNITS = 5;
const STATE_UNITS = 4;

const CONSTANT = '[A-Z][A-Z\\d]*_[A-Z]';
const AFTER_WORD = '(?![\\w]|-\\w)';
/** At most one other word on either side, in a short line. */
const LINE_START = '(?<=(?:^|\\n)\\s{0,40}[^ \\n]{0,40} {0,9}[a-z]{1,20})';
const LINE_END = '(?= {0,9}[^ \\n]{0,40}\\s{0,40}(?:\\n|$))';

/** Nothing before a number that makes it a part of a word: not for the `n` of an escaped line break, nor the `E` of `E131047`. */
const BEFORE_NUMBER = '(?<![\\d+]|(?<!\\\\)(?!(?<!\\w)[Ee])[A-Za-z])';

/**
 * A number as long as a code, or a listed one: not of a time, an amount or a date; and of one or two digits, not after a lower-case word.
 * With `_` after it, any number.
 */
const createNumber = (numbers: readonly string[]): string =>
  [
    BEFORE_NUMBER,
    '(?:(?:\\d{6,7}|(?<!\\d[.:])',
    '(?!(?<=\\d[-/]|(?<![A-Za-z\\x80-\\uffff])[a-z][A-Za-z]* )\\d\\d?(?!\\d))',
    '(?!(?<!\\d[-/])\\d{1,4}[-/]\\d(?![^]\\d)|\\d\\d?\\.\\d)',
    `0{0,4}${createTriePattern(numbers)}`,
    '(?!:\\d|\\.(?!0(?![\\w.]))\\d))',
    `(?!\\d|${UNIT_PATTERN})|\\d+_)`,
  ].join('');

const FLOAT = '^\\d\\d?\\.0$';
const BLANK_SEPARATORS = ' \\xa0\\u2009\\u202f';
const GROUPED = `(?<!\\d)${GROUPS.replace(BLANK_SEPARATORS, '')}`;
const BLANK_GROUPED = `^\\d{1,3}(?:[${BLANK_SEPARATORS}]\\d{3}){1,2}(?:[.,]0{1,3})?$`;

const shorten = (words: readonly string[], units: number): string[] => [
  ...new Set(words.map((word) => word.slice(0, units))),
];

/** A word of several parts, by its beginning: `error-system`, `SmscReject`. */
const createPartedWords = (words: readonly string[]): string =>
  `(?<![A-Za-z])(?=${createTriePattern(shorten(words, WORD_UNITS))})[A-Za-z\\d]+(?:[_-]\\w|(?<=[a-z])[A-Z])`;

/** A word alone in its line. An everyday state that fills its text says nothing. */
function createLoneWords(
  words: readonly string[],
  states: readonly string[],
): string {
  const others = words.filter((word) => !states.includes(word));
  const state = `${createTriePattern(states)}(?:(?<!^\\s*[a-z]+)|(?!\\s*$))`;

  return `(?<![A-Za-z])(?:${createTriePattern(others)}|${state})${AFTER_WORD}${LINE_START}${LINE_END}`;
}

/** Each matches at least what `createPrefilter` passes on for the same catalogue, but for words that only have the hash of a code. */
export function createCoarsePatterns(
  index: CodeIndex,
  data: Partial<CatalogueData> = {},
): CoarsePatterns {
  const isConstant = new RegExp(CONSTANT);

  const words = listFirstWords(index).filter(
    // The prefilter reads no other words.
    (word) => /^[\w-]+$/.test(word) && !isConstant.test(word),
  );

  const everyday = words.filter((word) => EVERYDAY_WORD.test(word));
  const capitals = words.filter((word) => /^[A-Z\d]+$/.test(word));

  const parted = words.filter(
    (word) => !everyday.includes(word) && !capitals.includes(word),
  );

  const harmful = [
    ...listHarmfulStates(data),
    ...table.heads.everyday.split('|'),
  ].map((state) => state.toLowerCase());

  const short = harmful.filter((state) => state.length <= STATE_UNITS);
  const long = harmful.filter((state) => state.length > STATE_UNITS);

  return {
    candidates: [
      // Before its first group: its capture is the only one.
      GROUPED,
      createNumber(listNumbers(index).map(String)),
      BLANK_GROUPED,
      FLOAT,
      CONSTANT,
      `(?<![A-Za-z])${createTriePattern(capitals)}${AFTER_WORD}`,
      createLoneWords(everyday, listEverydayStates(index)),
      createPartedWords(parted),
      FOREIGN_DIGIT,
      SPLIT_NUMBER,
    ].join('|'),
    besideCue: `\\d{3}|(?<![A-Za-z\\d])\\d|(?<=\\\\[a-z])\\d|(?<![A-Za-z])${createTriePattern(everyday)}${AFTER_WORD}`,
    // `In review`, `in_review`.
    states:
      `(?:^|[^\\w\\s,.;!?])[\\s"']{0,60}(?:${createTriePattern(shorten(long, STATE_UNITS))}|${createTriePattern(short)}(?![a-z\\xdf-\\uffff]))[^\\n\\d]{0,60}$`.replaceAll(
        '_',
        '.',
      ),
    vendorHosts: packVendorHosts(data),
  };
}
