import type { Candidate } from './candidates.ts';
import type { CodeIndex, Meaning } from './code-index.ts';
import { consoleAt } from './consoles.ts';
import { type Form, formOf } from './form.ts';
import { stemsOf } from './stems.ts';
import { slotOf } from './title-window.ts';
import { readWords } from './words/read-words.ts';
import { PROVIDER_NAMES } from './words/topic.ts';
import { listed } from './words/vocabulary.ts';

/** What the rules need of an index, made once for each. */
export interface Lexicon {
  index: CodeIndex;
  /** Symbols that contain no blank. */
  symbols: ReadonlySet<string>;
  /** False where no symbol, nor the first word of one, begins and ends with these units and is as long. */
  maySymbol(first: number, last: number, length: number): boolean;
  /** Symbols with blanks, by their first word, longest first. */
  phrases: ReadonlyMap<string, readonly string[]>;
  /** Providers that a text names by words of their own, in the order of the text. */
  vendorsIn(text: string): readonly { at: number; word: string }[];
  /** What the index knows of a number by its value and as it is written, at most seven digits. */
  numberOf(value: number, text: string, start: number, end: number): Known;
  /** Stems of the content words of a meaning's title. */
  titleStems(meaning: Meaning): readonly number[];
  /** Stems of the titles of meanings, as slots; see `title-window.ts`. */
  titleSlots(meanings: readonly Meaning[]): readonly Uint16Array[];
  /** The constants among the names of the meanings: `REJECTED_SOURCE`. */
  constantsOf(meanings: readonly Meaning[]): readonly string[];
  /** A title or a constant of one of the meanings holds figures, or a word has a number: what stands there is compared with the text. */
  holdFigures(meanings: readonly Meaning[], kind: Candidate['kind']): boolean;
  /** The console at an address. */
  consoleAt(host: string, path?: string): CodeIndex['consoles'][number] | undefined;
}

/** A number of the index, or one that it does not know. */
export interface Known {
  code: string;
  meanings: readonly Meaning[];
  form: Form;
}

/** A log holds the same numbers again and again. */
const MAX_KNOWN = 20_000;
const CONSTANT = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;

const SHAPES = 1 << 16;
const shapeOf = (first: number, last: number, length: number) =>
  (first * 1021 + last * 67 + length) & (SHAPES - 1);

const lexicons = new WeakMap<CodeIndex, Lexicon>();

export function lexiconOf(index: CodeIndex): Lexicon {
  const known = lexicons.get(index);
  if (known) return known;
  const symbols = new Set<string>();
  const phrases = new Map<string, string[]>();
  for (const symbol of index.symbols) {
    const blank = symbol.indexOf(' ');
    if (blank < 0) symbols.add(symbol);
    else phrases.set(symbol.slice(0, blank), [...(phrases.get(symbol.slice(0, blank)) ?? []), symbol]);
  }
  for (const list of phrases.values()) list.sort((a, b) => b.length - a.length);

  const shapes = new Uint8Array(SHAPES);
  for (const word of [...symbols, ...phrases.keys()])
    shapes[shapeOf(word.charCodeAt(0), word.charCodeAt(word.length - 1), word.length)] = 1;

  const words = new Map(
    Object.entries(PROVIDER_NAMES).map(([id, names]) => [
      id,
      id === 'meta' ? [...names] : names.flatMap(inCapitals),
    ]),
  );
  for (const [id, own] of index.words) words.set(id, [...(words.get(id) ?? []), ...own]);
  const isVendors = listed([...words.values()].flat(), true);
  const vendors = [...words].map(([provider, own]) => ({ provider, isOwn: listed(own, true) }));
  const byWord = new Map<number, readonly string[]>();
  function providersOf(id: number): readonly string[] {
    let named = byWord.get(id);
    if (!named) {
      named = vendors.filter(({ isOwn }) => isOwn(id)).map(({ provider }) => provider);
      byWord.set(id, named);
    }
    return named;
  }
  const titles = new Map<string, readonly number[]>();
  const numbers = new Map<number, Known>();
  const titled = new Map<readonly Meaning[], readonly Uint16Array[]>();
  const constants = new Map<readonly Meaning[], readonly string[]>();
  const figured = new Map<readonly Meaning[], boolean>();
  let lastHost: string | undefined;
  let lastPath: string | undefined;
  let last: CodeIndex['consoles'][number] | undefined;
  function titleStems({ title }: Meaning): readonly number[] {
    let stems = titles.get(title);
    if (!stems) {
      stems = [...stemsOf(title)];
      titles.set(title, stems);
    }
    return stems;
  }
  const lexicon: Lexicon = {
    index,
    symbols,
    maySymbol: (first, last, length) => shapes[shapeOf(first, last, length)] === 1,
    phrases,
    vendorsIn(text) {
      const places: { at: number; word: string }[] = [];
      for (const { start, id } of readWords(text)) {
        if (isVendors(id)) for (const word of providersOf(id)) places.push({ at: start, word });
      }
      return places;
    },
    numberOf(value, text, start, end) {
      const key = value * 8 + end - start;
      let known = numbers.get(key);
      if (!known) {
        const digits = text.slice(start, end);
        const meanings = index.meaningsOf(digits);
        known = { code: digits, meanings, form: formOf({ code: digits, kind: 'number', meanings }) };
        if (numbers.size >= MAX_KNOWN) numbers.clear();
        numbers.set(key, known);
      }
      return known;
    },
    titleStems,
    titleSlots(meanings) {
      let slots = titled.get(meanings);
      if (!slots) {
        slots = meanings.map((meaning) => Uint16Array.from(titleStems(meaning), slotOf));
        if (titled.size >= MAX_KNOWN) titled.clear();
        titled.set(meanings, slots);
      }
      return slots;
    },
    constantsOf(meanings) {
      let names = constants.get(meanings);
      if (!names) {
        names = meanings.flatMap(({ title, code }) => [title, code]).filter((name) => CONSTANT.test(name));
        if (constants.size >= MAX_KNOWN) constants.clear();
        constants.set(meanings, names);
      }
      return names;
    },
    holdFigures(meanings, kind) {
      let hold = figured.get(meanings);
      if (hold === undefined) {
        hold = meanings.some(
          ({ title, code }) =>
            /\d/.test(title) || (/\d/.test(code) && (kind === 'symbol' || /[A-Z]/.test(code))),
        );
        if (figured.size >= MAX_KNOWN) figured.clear();
        figured.set(meanings, hold);
      }
      return hold;
    },
    consoleAt(host, path) {
      // The texts of one page come one after the other.
      if (host !== lastHost || path !== lastPath) {
        last = consoleAt(index.consoles, host, path);
        lastHost = host;
        lastPath = path;
      }
      return last;
    },
  };
  lexicons.set(index, lexicon);
  return lexicon;
}

/** Lets go of what is remembered of the texts that were read with an index: all of it hangs on the lexicon. */
export function forgetTexts(index: CodeIndex): void {
  const lexicon = lexicons.get(index);
  if (lexicon) lexicons.set(index, { ...lexicon });
}

/** As constants have it: `GUPSHUP`. A shorter name is another word in capitals. */
const inCapitals = (name: string): string[] =>
  /^[A-Za-z]{5,}$/.test(name) ? [name, name.toUpperCase()] : [name];
