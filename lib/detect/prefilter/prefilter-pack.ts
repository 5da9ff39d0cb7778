import type { CatalogueData } from '../../../data/schema.ts';
import table from '../../../data/state-forms.json' with { type: 'json' };
import { hashWord } from '../../core/word-hash.ts';
import { looksLikeProviderCode } from '../code-form.ts';
import type { CodeIndex } from '../code-index.ts';
import {
  packAscending,
  packHashes,
  unpackAscending,
  unpackHashes,
} from './pack-ascending.ts';

/** The prefilter's view of the catalogue, small enough for every frame of a console. Built at build time. */
export interface PrefilterData {
  /** All codes of up to five digits, by `packNumbers`. */
  numbers: string;
  /** The words that are codes or begin one, by `packWords`. */
  words: string;
  /** Everyday words that are statuses of Meta's accounts and templates, each between two spaces: ` failed `. */
  states: string;
  /** A pattern of `heads`, as groups, and of the states that stop or limit sending, and the hosts of the consoles that show them, by `packWords`. */
  harmfulStates: string;
  vendorHosts: string;
}

/** Codes of up to five digits are below this. */
export const NUMBER_LIMIT = 100_000;
/** Of a hash. One other word in about 20,000 passes for one of the thousand that are codes; a page has thousands of words. */
const WORD_BITS = 24;

/** Packs ascending numbers below `NUMBER_LIMIT`: the first of each run, and the first after it. */
export function packNumbers(numbers: readonly number[]): string {
  const listed = new Set(numbers);

  return packAscending(
    numbers.flatMap((number) => [
      ...(listed.has(number - 1) ? [] : [number]),
      ...(listed.has(number + 1) ? [] : [number + 1]),
    ]),
  );
}

/** Returns 1 for each number of the set. */
export function unpackNumbers(packed: string): Uint8Array {
  const listed = new Uint8Array(NUMBER_LIMIT);
  const bounds = unpackAscending(packed);

  for (let at = 0; at < bounds.length; at += 2)
    listed.fill(1, bounds[at], bounds[at + 1]);

  return listed;
}

export const packWords = (hashes: readonly number[]): string =>
  packHashes(hashes, WORD_BITS);

/** Returns a function that returns false if a hash is not among the packed ones. True may rarely be wrong. */
export const unpackWords = (packed: string): ((hash: number) => boolean) =>
  unpackHashes(packed, WORD_BITS);

export const EVERYDAY_WORD = /^[a-z]+$/;

/** Returns the numbers of up to five digits that are codes, or look like one of a provider. */
export const listNumbers = (index: CodeIndex): number[] =>
  Array.from({ length: NUMBER_LIMIT }, (_, value) => value).filter(
    (value) =>
      looksLikeProviderCode(String(value)) ||
      index.meaningsOf(String(value)).length +
        index.meaningsOf(`-${value}`).length >
        0,
  );

/** Returns the words that are codes or begin one. */
export const listFirstWords = (index: CodeIndex): string[] => [
  ...new Set(index.symbols.map((symbol) => symbol.split(' ', 1)[0] ?? '')),
];

/** Returns everyday words that are statuses of Meta's accounts and templates. */
export const listEverydayStates = (index: CodeIndex): string[] =>
  index.symbols.filter(
    (symbol) =>
      EVERYDAY_WORD.test(symbol) &&
      index
        .meaningsOf(symbol)
        .every(({ state, api }) => state && api === 'management'),
  );

/** Returns the states that stop or limit sending, as pages write them. */
export const listHarmfulStates = ({
  stateFields = [],
}: Partial<CatalogueData>): string[] => [
  ...new Set(
    stateFields
      .flatMap(({ labels, values }) => (labels.length > 0 ? values : []))
      .filter(({ effect }) => /blocked|limited/.test(effect))
      // A sign is after the first of three words: `Activa: calidad baja`.
      .flatMap(({ value, also = [] }) =>
        [value, ...also].map((one) => one.replace(/^\S+ (?=\S+ \S+$)/, '')),
      ),
  ),
];

/** Packs the hosts of the consoles that show states. */
export const packVendorHosts = ({
  consoles = [],
}: Partial<CatalogueData>): string =>
  packWords(
    consoles
      .flatMap((one) => (one.kind === 'vendor' ? one.hosts : []))
      .map((host) => hashWord(host.replace(/^https:..(?:\*\.)?/, ''))),
  );

/** Returns true if a host, or a domain that it belongs to, is among the packed ones. */
export function isVendorHost(host: string, packed: string): boolean {
  const isKnown = unpackWords(packed);

  return host
    .split('.')
    .some((_, at, parts) => isKnown(hashWord(parts.slice(at).join('.'))));
}

export function createPrefilterData(
  index: CodeIndex,
  data: Partial<CatalogueData> = {},
): PrefilterData {
  const groups = Object.values(table.heads).map((own) => `(${own})`);

  return {
    numbers: packNumbers(listNumbers(index)),
    words: packWords(listFirstWords(index).map(hashWord)),
    states: ` ${listEverydayStates(index).join(' ')} `,
    harmfulStates: `(?:^|[^\\w\\s,.;!?])[\\s"']{0,60}(?:${[...groups, ...listHarmfulStates(data)].join('|').toLowerCase().replaceAll('_', '.+')})[\\s"',:]{0,60}$`,
    vendorHosts: packVendorHosts(data),
  };
}
