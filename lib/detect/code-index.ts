import type { CatalogueData, EntryKey, Provider, VendorConsole } from '../../data/schema.ts';
import { createCodeMap, parseCodeRange } from '../core/code-map.ts';
import { getRegistryId, OWN_CODES_API } from '../core/entry-key.ts';
import { isLetter } from '../core/letters.ts';
import { getMarkKind, MARK_KINDS, type MarkKind } from '../core/mark-kind.ts';
import { createLiteralFinder } from './literals.ts';
import {
  getImpliedTitle,
  getSymbolsAt,
  type IndexRow,
  type PackedRows,
  packRows,
  type RowColumns,
  TITLE_SEPARATOR,
  unpackRows,
} from './packed-rows.ts';

/** The forms in which a registry prints its codes: certain ones, and those that need the provider's name. */
export type PrintForms = readonly [registry: string, certain: readonly string[], ifNamed: readonly string[]];

/** The fields of an entry that the engine and the page need, without prose. */
export interface Meaning {
  key: EntryKey;
  provider: string;
  api: string;
  code: string;
  /** About its first 40 characters: enough to recognize it. */
  title: string;
  /** The beginning of the message that responses print instead of the title. Empty if they print the title. */
  message: string;
  mark: MarkKind;
  /** True if the code is also an everyday word, which needs evidence next to it. */
  state: boolean;
  success: boolean;
}

/** `CodeIndex` as JSON, small enough for a content script. Built at build time. */
export interface CodeIndexData {
  /** For each registry, its name `provider/api` and its rows. */
  registries: [string, PackedRows][];
  consoles: Pick<VendorConsole, 'hosts' | 'paths' | 'provider' | 'kind' | 'codesOf'>[];
  /** For each provider, its names and the words that only it prints. */
  words: [string, string[]][];
  /** For each provider, those whose codes are its: see `getProviderLists`. */
  lists?: [string, string[]][];
  /** The distinctive forms in which registries print their codes. */
  forms?: PrintForms[];
  /** Texts that stand for the team's own codes, which need no other evidence, and the code of each. */
  literals?: [text: string, code: string][];
}

/** The codes of the catalogue, without its prose. */
export type CodeIndex = ReturnType<typeof createCodeIndex>;

/** The source of what responses were seen to print. */
const SEEN_SOURCE = 'field';
/** Prefix of the number of an entry that is indexed by its symbol. */
const NUMBER_MARK = '#';

/** Returns the providers whose codes are a provider's: itself, and the one whose codes it passes on. Empty if it has none. */
export const getProviderLists = ({ id, apis, passesOn }: Pick<Provider, 'id' | 'apis' | 'passesOn'>) => [
  ...(apis.length > 0 ? [id] : []),
  ...(passesOn ? [passesOn] : []),
];

export function createCodeIndexData({
  entries,
  consoles,
  providers,
}: Pick<CatalogueData, 'entries' | 'consoles' | 'providers'>): CodeIndexData {
  const words = providers.flatMap(({ id, words }) => (words ? [[id, words] as [string, string[]]] : []));
  const registries = new Map<string, IndexRow[]>();
  for (const entry of entries) {
    const name = getRegistryId(entry);
    const rows = registries.get(name) ?? [];
    registries.set(name, rows);
    const flags = (entry.state ? 1 : 0) + (entry.success ? 2 : 0);
    const base = `${name}/${entry.code}`;
    const printed = entry.claims.find(({ source, title }) => source === SEEN_SOURCE && title)?.title;
    rows.push([
      entry.code,
      printed && /^\d/.test(entry.code) ? `${entry.title}${TITLE_SEPARATOR}${printed}` : entry.title,
      MARK_KINDS.indexOf(getMarkKind(entry)),
      flags,
      [
        ...(entry.symbols ?? []),
        ...(entry.subcode ? [entry.subcode] : []),
        ...(entry.number ? [NUMBER_MARK + entry.number] : []),
      ],
      entry.key.slice(base.length),
    ]);
  }
  return {
    registries: [...registries].map(([name, rows]) => [name, packRows(rows)]),
    consoles: consoles.map(({ hosts, paths, provider, kind, codesOf }) => ({
      hosts,
      ...(paths && { paths }),
      provider,
      kind,
      codesOf,
    })),
    words,
    lists: providers.map((one) => [one.id, getProviderLists(one)]),
    forms: providers.flatMap(({ id, apis }) =>
      apis.flatMap((api): PrintForms[] => {
        const { prints = [], printsIfNamed = [] } = api;
        return prints.length + printsIfNamed.length > 0 ? [[`${id}/${api.id}`, prints, printsIfNamed]] : [];
      }),
    ),
    literals: entries.flatMap(({ code, own }) =>
      own ? [code, ...own.wordings].filter(hasLetter).map((text): [string, string] => [text, code]) : [],
    ),
  };
}

/** A number needs evidence next to it, so it is no literal. */
const hasLetter = (text: string) => /\p{L}/u.test(text);

/** Creates an index that builds each meaning lazily, on first access. */
export function createCodeIndex(data: CodeIndexData) {
  const byCode = createCodeMap<number>();
  const registries: { from: number; name: string; columns: RowColumns }[] = [];
  let from = 0;
  for (const [name, rows] of data.registries) {
    const columns = unpackRows(rows);
    registries.push({ from, name, columns });
    columns.codes.forEach((code, at) => {
      byCode.add(code, getSymbolsAt(columns, at), from + at);
    });
    from += columns.codes.length;
  }
  const { literals = [] } = data;
  const lists = new Map(data.lists);
  let counts: Map<number, number> | undefined;
  const meaningsByRow: Meaning[] = [];
  const meaningsByCode = new Map<string, readonly Meaning[]>();

  function getMeaningAt(row: number): Meaning {
    const registry = registries.findLast((one) => one.from <= row);
    if (!registry) throw new RangeError(`no row ${row}`);
    return createMeaning(registry.name, registry.columns, row - registry.from);
  }

  function meaningsOf(code: string): readonly Meaning[] {
    const known = meaningsByCode.get(code);
    if (known) return known;
    const rows = byCode.meaningsOf(code);
    if (rows.length === 0) return NO_MEANINGS;
    const meanings = rows.map((row) => {
      meaningsByRow[row] ??= getMeaningAt(row);
      return meaningsByRow[row];
    });
    meaningsByCode.set(code, meanings);
    return meanings;
  }

  return {
    /** Returns the meanings of exactly this code or symbol, and of ranges that contain it. Empty if the code is unknown. */
    meaningsOf,
    /** Returns meanings that are indexed by symbol but also have this number, which is too common to index directly. */
    numbered: (code: string) => meaningsOf(NUMBER_MARK + code),
    /** Returns the number of codes with this many digits, including those in ranges. */
    countByDigits(digits: number): number {
      counts ??= countNumbers(byCode.words());
      return counts.get(digits) ?? 0;
    },
    /** Every code that begins with a letter, for the scan. */
    symbols: Array.from(byCode.words()).filter((word) => isLetter(word.charCodeAt(0))),
    /** Words that are codes only in forms that one list prints: `FAILED` in `session.status`. */
    printedWords: Array.from(byCode.words()).flatMap((word) =>
      word.startsWith(NUMBER_MARK) && isLetter(word.charCodeAt(1)) ? [word.slice(1)] : [],
    ),
    consoles: data.consoles,
    words: data.words,
    /** Returns the providers whose codes a provider's are. Empty if it has none. */
    listsOf: (provider: string): readonly string[] => lists.get(provider) ?? [],
    forms: data.forms ?? [],
    /** Finds the texts of the team's own codes. Null if there are none. */
    findLiterals: literals.length > 0 ? createLiteralFinder(literals.map(([text]) => text)) : null,
    /** Returns the meanings that such a text stands for. */
    meaningsOfLiteral: (text: string) =>
      literals
        .filter(([literal]) => literal === text)
        .flatMap(([, code]) => meaningsOf(code).filter(({ api }) => api === OWN_CODES_API || code === text)),
  };
}

const NO_MEANINGS: readonly Meaning[] = [];

function countNumbers(words: Iterable<string>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const word of words) {
    const range = parseCodeRange(word);
    const count = range ? range.to - range.from + 1 : Number(/^\d+$/.test(word));
    const digits = range ? String(range.from).length : word.length;
    if (count > 0) counts.set(digits, (counts.get(digits) ?? 0) + count);
  }
  return counts;
}

function createMeaning(name: string, columns: RowColumns, at: number): Meaning {
  const [provider = '', api = ''] = name.split('/');
  const code = columns.codes[at] ?? '';
  const flags = Number(columns.flags[at]);
  const [title = '', message = ''] = (columns.titles[at] ?? '').split(TITLE_SEPARATOR);
  return {
    key: `${name}/${code}${columns.suffixes[at] ?? ''}`,
    provider,
    api,
    code,
    title: title || getImpliedTitle(code, getSymbolsAt(columns, at)),
    message,
    mark: MARK_KINDS[Number(columns.marks[at])] ?? 'nobody',
    state: (flags & 1) !== 0,
    success: (flags & 2) !== 0,
  };
}
