import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { CatalogueData } from '../data/schema.ts';
import { withBorrowedSteps } from '../lib/catalogue/borrowed-steps.ts';
import type { BundledData } from '../lib/catalogue/bundled-catalogue.ts';
import { createCatalogue } from '../lib/catalogue/catalogue.ts';
import { createTextIndexData } from '../lib/catalogue/search/text-index.ts';
import type { TextIndexData } from '../lib/catalogue/search/word-index.ts';
import { packRecords } from '../lib/core/pack-records.ts';
import { packScripts } from '../lib/core/pack-scripts.ts';
import {
  createCodeIndex,
  createCodeIndexData,
} from '../lib/detect/code-index.ts';
import { createCoarsePatterns } from '../lib/detect/prefilter/coarse-pattern.ts';
import { createPrefilterData } from '../lib/detect/prefilter/prefilter-pack.ts';
import { packVocabulary } from '../lib/masking/known.ts';
import { escapeNonAscii } from './ascii-output.ts';
import { readCatalogue } from './read-catalogue.ts';

const DATA = join(import.meta.dirname, '../data');
const MIN_LARGE_JSON_LENGTH = 10_000;
/** Files with fields that only maintainers and tests read. */
const NOTED_FILES: ReadonlySet<string> = new Set([
  'private-forms.json',
  'private-words.json',
  'word-roles.json',
  'word-lists.json',
  'support-fields.json',
  'notations.json',
  'state-forms.json',
]);
const getDataFile = (id: string): string =>
  /\/data\/([\w-]+\.json)$/.exec(id)?.[1] ?? '';

const isNotedFile = (id: string): boolean => NOTED_FILES.has(getDataFile(id));

/** Files with lists of words in many scripts. */
const isWordFile = (id: string): boolean =>
  /^(?:private-words|word-roles)\.json$/.test(getDataFile(id));

const packStrings = (value: unknown): unknown =>
  typeof value === 'string' ? packScripts(value) : value;

const NOTES = ['means', 'example', 'source'];

/** Returns the catalogue without keys and what only maintainers read. */
const createBundled = ({ entries, ...data }: CatalogueData): BundledData => ({
  ...data,
  count: entries.length,
  packed: packRecords(
    entries.map(({ key: _, checked: __, ...entry }) => entry),
  ),
});

const selectCodes = (text: string) =>
  text.match(/[\w.-]*\d{3}[\w.-]*/g)?.join(' ') ?? '';

/** Removes what only the card shows. The search reads a note for the codes that it mentions. */
export const toLibraryData = ({
  entries,
  consoles,
  ...data
}: CatalogueData): CatalogueData => ({
  ...data,
  consoles: consoles.map(({ lies: _, ...vendorConsole }) => vendorConsole),
  entries: entries.map(({ note, examples, ...entry }) => {
    const texts = examples && {
      examples: examples.map(({ text }) => ({ text })),
    };

    return {
      ...entry,
      ...(note && { note: selectCodes(note) }),
      ...texts,
    };
  }),
});

/** What the search does not read of entries, their claims and providers, and texts that only have to exist. */
const PAGE_FIELDS = [
  'adds',
  'at',
  'cause',
  'closedWindow',
  'confidence',
  'countries',
  'customer',
  'decided',
  'described',
  'desk',
  'examples',
  'list',
  'places',
  'prints',
  'printsIfNamed',
  'publishers',
  'reason',
  'remedy',
  'row',
  'says',
  'seenIn',
  'source',
  'ticket',
  'unaffected',
  'url',
  'wait',
  'where',
  'window',
];
const PAGE_TEXTS = ['do', 'next'];

/** Removes what only pages show: the site's search links to them. A filter reads who performs a step. */
export function toSearchData(data: CatalogueData): CatalogueData {
  const {
    guides,
    stateEntries,
    providers,
    preflight: _,
    deadLinks: __,
    ...all
  } = toLibraryData(data);

  const entries = withBorrowedSteps(all.entries, providers);

  const dropPageTexts = (name: string, value: unknown) => {
    if (PAGE_FIELDS.includes(name)) return undefined;
    return PAGE_TEXTS.includes(name) ? '' : value;
  };

  const read = JSON.stringify(
    {
      entries,
      guides,
      stateEntries,
      providers,
    },
    dropPageTexts,
  );

  return {
    ...all,
    sources: [],
    consoles: [],
    ...JSON.parse(read),
  };
}

/** Removes what the search reads only for words, too. A meaning keeps the codes that it mentions. */
export function toCodeData(data: CatalogueData): CatalogueData {
  const { version, providers, mostCommon, entries } = toSearchData(data);

  const own = entries.map(
    ({ aliases: _, causes, details, http, renamedFrom, steps, ...entry }) => {
      return { ...entry, claims: [], meaning: selectCodes(entry.meaning) };
    },
  );

  return {
    version,
    sources: [],
    consoles: [],
    providers,
    mostCommon,
    entries: own,
  };
}

/** Returns what the search reads only for words, to complete the data of codes in `parseBundled`. */
function createWordData(data: CatalogueData) {
  const { packed, providers: _, ...all } = createBundled(toSearchData(data));
  const { packed: codes } = createBundled(toCodeData(data));

  const isNew = ([name, column]: [string, unknown]) =>
    JSON.stringify(column) !== JSON.stringify(codes[name]);

  return {
    ...all,
    packed: Object.fromEntries(Object.entries(packed).filter(isNew)),
  };
}

/** Returns the index of the search, which the build stores. */
export function createStoredTextIndex(): TextIndexData {
  const catalogue = createCatalogue(readCatalogue(DATA));
  return createTextIndexData(catalogue.entries, catalogue);
}

/** Serves a view of `data/` as `virtual:catalogue`, and others. Invalid data fails the build with file, line and field. */
export function createCataloguePlugin(
  view = (data: CatalogueData): CatalogueData => data,
): Plugin {
  const modules: Record<string, (data?: CatalogueData) => unknown> = {
    'virtual:catalogue': () => createBundled(view(readCatalogue(DATA))),
    'virtual:words': () => createWordData(readCatalogue(DATA)),
    'virtual:codes': () => createCodeIndexData(readCatalogue(DATA)),
    'virtual:prefilter': (data = readCatalogue(DATA)) =>
      createPrefilterData(createCodeIndex(createCodeIndexData(data)), data),
    'virtual:coarse-patterns': (data = readCatalogue(DATA)) =>
      createCoarsePatterns(createCodeIndex(createCodeIndexData(data)), data),
    'virtual:text-index': () => createStoredTextIndex(),
    'virtual:vocabulary': () =>
      packVocabulary(JSON.stringify(readCatalogue(DATA))),
  };

  return {
    name: 'errata:catalogue',
    transform: {
      order: 'pre',
      handler(code, id) {
        if (this.environment.mode !== 'build' || !isNotedFile(id))
          return undefined;

        const pack = isWordFile(id) ? packStrings : (value: unknown) => value;

        return JSON.stringify(
          JSON.parse(code, (name, value) =>
            NOTES.includes(name) ? undefined : pack(value),
          ),
        );
      },
    },
    resolveId: (id) => (id in modules ? `\0${id}` : undefined),
    load(id) {
      const make = id.startsWith('\0') ? modules[id.slice(1)] : undefined;
      if (!make) return undefined;

      // Vite's dev server treats a watched file of a client module as its import, and fails on a folder.
      if (
        this.environment.name !== 'client' ||
        this.environment.mode === 'build'
      )
        this.addWatchFile(DATA);

      const made = JSON.stringify(make());
      if (made.length < MIN_LARGE_JSON_LENGTH) return `export default ${made};`;

      // A large string literal with `JSON.parse` parses faster than an object literal, and faster than the template
      // literal that a minifier makes of a string with both kinds of quotes. An ASCII text takes half the memory.
      const text = escapeNonAscii(made).replaceAll("'", '\\u0027');

      return `export const text = ${JSON.stringify(text)};\nexport default /* @__PURE__ */ JSON.parse(text);`;
    },
  };
}
