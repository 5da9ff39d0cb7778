import type { CatalogueData, Console, EntryKey } from '../../data/schema.ts';
import { createByCode } from '../catalogue/by-code.ts';
import { MARKS, type Mark, markOf } from '../catalogue/mark.ts';
import { isLetter } from './words/letters.ts';

/** What the engine and the page need of an entry: no prose. */
export interface Meaning {
  key: EntryKey;
  provider: string;
  api: string;
  code: string;
  /** Its first 40 characters or so: enough to know it again. */
  title: string;
  mark: Mark;
  /** An everyday word too: needs proof beside it. */
  state: boolean;
  success: boolean;
}

/** `[code, title, mark, flags, symbols, suffix of the key]` */
export type Row = [string, string, number, number, string[], string];
/** The same rows in columns that compress well; see `pack`. */
export type Packed = {
  codes: string;
  titles: string;
  marks: string;
  flags: string;
  symbols: string;
  suffixes: string;
};

/** `CodeIndex` as JSON, small enough for the content script. Made at build time. */
export interface CodeIndexData {
  /** Per registry: its name `provider/api` and its rows. */
  registries: [string, Row[] | Packed][];
  consoles: Pick<Console, 'hosts' | 'paths' | 'provider' | 'codesOf'>[];
  /** Words that only one provider prints: `[provider, words]`. */
  words: [string, string[]][];
}

/** The codes that the catalogue knows, without its prose. */
export interface CodeIndex {
  /** Meanings of exactly this code or symbol, and of ranges that hold it. Empty where unknown. */
  meaningsOf(code: string): readonly Meaning[];
  /** Every symbolic code (letters), for the scan. */
  symbols: readonly string[];
  consoles: CodeIndexData['consoles'];
  words: CodeIndexData['words'];
}

export function indexData({ entries, consoles, providers }: CatalogueData): CodeIndexData {
  const registries = new Map<string, Row[]>();
  for (const entry of entries) {
    const name = `${entry.provider}/${entry.api}`;
    const rows = registries.get(name) ?? [];
    registries.set(name, rows);
    const flags = (entry.state ? 1 : 0) + (entry.success ? 2 : 0);
    const base = `${name}/${entry.code}`;
    rows.push([
      entry.code,
      entry.title,
      MARKS.indexOf(markOf(entry)),
      flags,
      [...(entry.symbols ?? []), ...(entry.subcode ? [entry.subcode] : [])],
      entry.key.slice(base.length),
    ]);
  }
  return {
    registries: [...registries].map(([name, rows]) => [name, pack(rows)]),
    consoles: consoles.map(({ hosts, paths, provider, codesOf }) => ({
      hosts,
      ...(paths && { paths }),
      provider,
      codesOf,
    })),
    words: providers.flatMap(({ id, words }) => (words ? [[id, words] as [string, string[]]] : [])),
  };
}

/** Opens an index. Only codes and words are filed; a meaning is made when it is first asked for. */
export function openIndex(data: CodeIndexData): CodeIndex {
  const byCode = createByCode<number>();
  const registries: { from: number; name: string; columns: Columns }[] = [];
  let from = 0;
  for (const [name, rows] of data.registries) {
    const columns = Array.isArray(rows) ? columnsOf(rows) : unpack(rows);
    registries.push({ from, name, columns });
    columns.codes.forEach((code, at) => {
      byCode.file(code, symbolsOf(columns, at), from + at);
    });
    from += columns.codes.length;
  }
  const made: Meaning[] = [];
  const asked = new Map<string, readonly Meaning[]>();

  function meaningAt(row: number): Meaning {
    const registry = registries.findLast((one) => one.from <= row);
    if (!registry) throw new RangeError(`no row ${row}`);
    return meaningOf(registry.name, registry.columns, row - registry.from);
  }

  return {
    meaningsOf(code) {
      const known = asked.get(code);
      if (known) return known;
      const rows = byCode.meaningsOf(code);
      if (rows.length === 0) return NONE;
      const meanings = rows.map((row) => {
        made[row] ??= meaningAt(row);
        return made[row];
      });
      asked.set(code, meanings);
      return meanings;
    },
    symbols: Array.from(byCode.words()).filter((word) => isLetter(word.charCodeAt(0))),
    consoles: data.consoles,
    words: data.words,
  };
}

const NONE: readonly Meaning[] = [];

/** The rows of one registry, column by column. */
interface Columns {
  codes: readonly string[];
  titles: readonly string[];
  marks: ArrayLike<string | number>;
  flags: ArrayLike<string | number>;
  /** Joined by commas. */
  symbols: readonly string[];
  suffixes: readonly string[];
}

function meaningOf(name: string, columns: Columns, at: number): Meaning {
  const [provider = '', api = ''] = name.split('/');
  const code = columns.codes[at] ?? '';
  const flags = Number(columns.flags[at]);
  return {
    key: `${name}/${code}${columns.suffixes[at] ?? ''}`,
    provider,
    api,
    code,
    title: columns.titles[at] || implied(code, symbolsOf(columns, at)),
    mark: MARKS[Number(columns.marks[at])] ?? 'nobody',
    state: (flags & 1) !== 0,
    success: (flags & 2) !== 0,
  };
}

function symbolsOf({ symbols }: Columns, at: number): readonly string[] {
  const own = symbols[at];
  return own ? own.split(',') : [];
}

function columnsOf(rows: readonly Row[]): Columns {
  return {
    codes: rows.map(([code]) => code),
    titles: rows.map(([, title]) => title),
    marks: rows.map(([, , mark]) => mark),
    flags: rows.map(([, , , flags]) => flags),
    symbols: rows.map(([, , , , symbols]) => symbols.join(',')),
    suffixes: rows.map(([, , , , , suffix]) => suffix),
  };
}

const TITLE_LENGTH = 40;

/**
 * Rows as columns, which gzip makes a quarter smaller: numbers as their distance from the one before, in base 36; no title
 * where it only repeats the code or its symbol.
 */
function pack(rows: readonly Row[]): Packed {
  let last = 0;
  const codes = rows.map(([code]) => {
    if (!/^[1-9]\d*$/.test(code)) return `=${code}`;
    const step = Number(code) - last;
    last = Number(code);
    return step.toString(36);
  });
  const column = (of: (row: Row) => string, joint: string) => rows.map(of).join(joint);
  return {
    codes: codes.join('\n'),
    titles: column(
      ([code, title, , , symbols]) => (title === implied(code, symbols) ? '' : cut(title)),
      '\n',
    ),
    marks: column(([, , mark]) => String(mark), ''),
    flags: column(([, , , flags]) => String(flags), ''),
    symbols: column(([, , , , symbols]) => symbols.join(','), '\n'),
    suffixes: column(([, , , , , suffix]) => suffix, '\n'),
  };
}

function unpack({ codes, titles, marks, flags, symbols, suffixes }: Packed): Columns {
  let last = 0;
  return {
    codes: codes.split('\n').map((step) => {
      if (step.startsWith('=')) return step.slice(1);
      last += Number.parseInt(step, 36);
      return String(last);
    }),
    titles: titles.split('\n'),
    marks,
    flags,
    symbols: symbols.split('\n'),
    suffixes: suffixes.split('\n'),
  };
}

/** `ATTACHMENT_REJECTED` is entitled "Attachment rejected" where the provider prints no title. */
function implied(code: string, symbols: readonly string[]): string {
  const symbol = symbols.find((word) => /^[A-Z]/.test(word));
  if (symbol) return symbol;
  const words = code.replace(/[_-]/g, ' ').toLowerCase();
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

function cut(title: string): string {
  return title.length <= TITLE_LENGTH ? title : title.slice(0, TITLE_LENGTH + 1).replace(/\s\S*$/, '');
}
