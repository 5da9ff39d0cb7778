import type { CatalogueData, Console, EntryKey } from '../../data/schema.ts';
import { MARKS, type Mark, markOf } from '../catalogue/mark.ts';

/** What the engine and the page need of an entry: no prose. */
export interface Meaning {
  key: EntryKey;
  provider: string;
  api: string;
  code: string;
  title: string;
  mark: Mark;
  /** An everyday word too: needs proof beside it. */
  state: boolean;
  success: boolean;
}

/** `CodeIndex` as JSON, small enough for the content script. Made at build time. */
export interface CodeIndexData {
  /** Per registry: `[provider/api, [code, title, mark, flags, symbols, suffix][]]`. */
  registries: [string, [string, string, number, number, string[], string][]][];
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
  const registries = new Map<string, CodeIndexData['registries'][0][1]>();
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
    registries: [...registries],
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
  const byCode = new Map<string, Meaning[]>();
  const ranges: { from: number; to: number; meaning: Meaning }[] = [];
  for (const [name, rows] of data.registries) {
    const [provider = '', api = ''] = name.split('/');
    for (const [code, title, mark, flags, symbols, suffix] of rows) {
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
      for (const word of [code, ...symbols]) {
        const found = byCode.get(word);
        if (found) found.push(meaning);
        else byCode.set(word, [meaning]);
      }
      const [, from, to] = /^(\d+)-(\d+)$/.exec(code) ?? [];
      if (from && to) ranges.push({ from: Number(from), to: Number(to), meaning });
    }
  }
  return {
    meaningsOf(code) {
      const exact = byCode.get(code) ?? [];
      if (ranges.length === 0 || !/^\d{1,7}$/.test(code)) return exact;
      const number = Number(code);
      const within = ranges.filter(({ from, to }) => number >= from && number <= to);
      return within.length === 0 ? exact : [...exact, ...within.map(({ meaning }) => meaning)];
    },
    symbols: [...byCode.keys()].filter((code) => /^[A-Za-z]/.test(code)),
    consoles: data.consoles,
    words: data.words,
  };
}
