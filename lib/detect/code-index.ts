import type { CatalogueData, Console, EntryKey } from '../../data/schema.ts';
import { createByCode } from '../catalogue/by-code.ts';
import { MARKS, type Mark, markOf } from '../catalogue/mark.ts';

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

export function openIndex(data: CodeIndexData): CodeIndex {
  const byCode = createByCode<Meaning>();
  for (const [name, rows] of data.registries) {
    const [provider = '', api = ''] = name.split('/');
    for (const [code, title, mark, flags, symbols, suffix] of Array.isArray(rows) ? rows : unpack(rows)) {
      const meaning: Meaning = {
        key: `${name}/${code}${suffix}`,
        provider,
        api,
        code,
        title,
        mark: MARKS[mark] ?? 'nobody',
        state: (flags & 1) !== 0,
        success: (flags & 2) !== 0,
      };
      byCode.file(code, symbols, meaning);
    }
  }
  return {
    meaningsOf: byCode.meaningsOf,
    symbols: [...byCode.words()].filter((code) => /^[A-Za-z]/.test(code)),
    consoles: data.consoles,
    words: data.words,
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

function unpack({ codes, titles, marks, flags, symbols, suffixes }: Packed): Row[] {
  const title = titles.split('\n');
  const words = symbols.split('\n');
  const suffix = suffixes.split('\n');
  let last = 0;
  return codes.split('\n').map((step, at) => {
    if (!step.startsWith('=')) last += Number.parseInt(step, 36);
    const code = step.startsWith('=') ? step.slice(1) : String(last);
    const own = words[at] ? words[at].split(',') : [];
    return [
      code,
      title[at] || implied(code, own),
      Number(marks[at]),
      Number(flags[at]),
      own,
      suffix[at] ?? '',
    ];
  });
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
