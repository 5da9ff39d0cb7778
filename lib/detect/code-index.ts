import type { CatalogueData, EntryKey, VendorConsole } from '../../data/schema.ts';
import { createCodeMap, parseCodeRange } from '../core/code-map.ts';
import { getRegistryId } from '../core/entry-key.ts';
import { getMarkKind, MARK_KINDS, type MarkKind } from '../core/mark-kind.ts';
import { isLetter } from './letters.ts';
import {
  getImpliedTitle,
  getSymbolsAt,
  type IndexRow,
  type PackedRows,
  packRows,
  type RowColumns,
  toColumns,
  unpackRows,
} from './packed-rows.ts';

/** How the lists of one provider print their codes: `[provider/api, certain forms, forms that count only if the provider is named]`. */
export type PrintForms = readonly [registry: string, certain: readonly string[], ifNamed: readonly string[]];

/** What the engine and the page need of an entry: no prose. */
export interface Meaning {
  key: EntryKey;
  provider: string;
  api: string;
  code: string;
  /** Its first 40 characters or so: enough to know it again. */
  title: string;
  mark: MarkKind;
  /** An everyday word too: needs proof beside it. */
  state: boolean;
  success: boolean;
}

/** `CodeIndex` as JSON, small enough for the content script. Made at build time. */
export interface CodeIndexData {
  /** Per registry: its name `provider/api` and its rows. */
  registries: [string, IndexRow[] | PackedRows][];
  consoles: Pick<VendorConsole, 'hosts' | 'paths' | 'provider' | 'codesOf'>[];
  /** What names a provider, and what only it prints: `[provider, words]`. */
  words: [string, string[]][];
  /** How lists print their codes that have a form of their own. */
  forms?: PrintForms[];
}

/** The codes that the catalogue knows, without its prose. */
export interface CodeIndex {
  /** Meanings of exactly this code or symbol, and of ranges that hold it. Empty where unknown. */
  meaningsOf(code: string): readonly Meaning[];
  /** Number of codes with this many digits, those of ranges included. */
  countByDigits(digits: number): number;
  /** Meanings with this number that are filed under a name, since much else has the number. */
  numbered(code: string): readonly Meaning[];
  /** Every symbolic code (letters), for the scan. */
  symbols: readonly string[];
  /** Words that are codes only where one list prints them: `FAILED` in `session.status`. */
  printedWords: readonly string[];
  consoles: CodeIndexData['consoles'];
  words: CodeIndexData['words'];
  forms: readonly PrintForms[];
}

/** Marks the number of an entry that is filed under its name. */
const NUMBER_MARK = '#';

export function createCodeIndexData({ entries, consoles, providers }: CatalogueData): CodeIndexData {
  const words = providers.flatMap(({ id, words }) => (words ? [[id, words] as [string, string[]]] : []));
  const registries = new Map<string, IndexRow[]>();
  for (const entry of entries) {
    const name = getRegistryId(entry);
    const rows = registries.get(name) ?? [];
    registries.set(name, rows);
    const flags = (entry.state ? 1 : 0) + (entry.success ? 2 : 0);
    const base = `${name}/${entry.code}`;
    rows.push([
      entry.code,
      entry.title,
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
    consoles: consoles.map(({ hosts, paths, provider, codesOf }) => ({
      hosts,
      ...(paths && { paths }),
      provider,
      codesOf,
    })),
    words,
    forms: providers.flatMap(({ id, apis }) =>
      apis.flatMap((api): PrintForms[] => {
        const { prints = [], printsIfNamed = [] } = api;
        return prints.length + printsIfNamed.length > 0 ? [[`${id}/${api.id}`, prints, printsIfNamed]] : [];
      }),
    ),
  };
}

/** Opens an index. Only codes and words are filed; a meaning is made when it is first asked for. */
export function createCodeIndex(data: CodeIndexData): CodeIndex {
  const byCode = createCodeMap<number>();
  const registries: { from: number; name: string; columns: RowColumns }[] = [];
  let from = 0;
  for (const [name, rows] of data.registries) {
    const columns = Array.isArray(rows) ? toColumns(rows) : unpackRows(rows);
    registries.push({ from, name, columns });
    columns.codes.forEach((code, at) => {
      byCode.add(code, getSymbolsAt(columns, at), from + at);
    });
    from += columns.codes.length;
  }
  let counts: Map<number, number> | undefined;
  const made: Meaning[] = [];
  const asked = new Map<string, readonly Meaning[]>();

  function meaningAt(row: number): Meaning {
    const registry = registries.findLast((one) => one.from <= row);
    if (!registry) throw new RangeError(`no row ${row}`);
    return createMeaning(registry.name, registry.columns, row - registry.from);
  }

  function meaningsOf(code: string): readonly Meaning[] {
    const known = asked.get(code);
    if (known) return known;
    const rows = byCode.meaningsOf(code);
    if (rows.length === 0) return NO_MEANINGS;
    const meanings = rows.map((row) => {
      made[row] ??= meaningAt(row);
      return made[row];
    });
    asked.set(code, meanings);
    return meanings;
  }

  return {
    meaningsOf,
    numbered: (code) => meaningsOf(NUMBER_MARK + code),
    countByDigits(digits) {
      counts ??= countNumbers(byCode.words());
      return counts.get(digits) ?? 0;
    },
    symbols: Array.from(byCode.words()).filter((word) => isLetter(word.charCodeAt(0))),
    printedWords: Array.from(byCode.words()).flatMap((word) =>
      word.startsWith(NUMBER_MARK) && isLetter(word.charCodeAt(1)) ? [word.slice(1)] : [],
    ),
    consoles: data.consoles,
    words: data.words,
    forms: data.forms ?? [],
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
  return {
    key: `${name}/${code}${columns.suffixes[at] ?? ''}`,
    provider,
    api,
    code,
    title: columns.titles[at] || getImpliedTitle(code, getSymbolsAt(columns, at)),
    mark: MARK_KINDS[Number(columns.marks[at])] ?? 'nobody',
    state: (flags & 1) !== 0,
    success: (flags & 2) !== 0,
  };
}
