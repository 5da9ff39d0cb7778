import type { Entry, EntryKey } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { parseCodeRange } from '../../lib/core/code-map.ts';
import { getOrInsert } from '../../lib/core/get-or-insert.ts';
import { explain } from '../../lib/explain/explain.ts';

/** One meaning of a code at one provider: the row that a log is joined with. */
export interface CodeRow {
  provider: string;
  /** A range is expanded: 200 to 299 become one hundred rows. */
  code: string;
  /** Null for the code without a subcode. */
  subcode: string | null;
  /** 1 is the most likely meaning. A join on rank 1 keeps one row for each failure. */
  rank: number;
  meanings: number;
  /** True if only surrounding text can select the meaning. */
  ambiguous: boolean;
  key: EntryKey;
}

/** Returns every code of every provider, ranked as the engine ranks them when only the provider is known. */
export function createPublishedCodeRows(catalogue: Catalogue): CodeRow[] {
  const words = catalogue.entries.flatMap((entry) => getWords(entry).map((code) => ({ code, entry })));
  const wanted = new Map<string, typeof words>();
  for (const word of words) {
    const { provider, subcode = null } = word.entry;
    getOrInsert(wanted, JSON.stringify([provider, word.code, subcode]), () => []).push(word);
  }
  return [...wanted].flatMap(([id, own]) => {
    const [provider, code, subcode]: [string, string, string | null] = JSON.parse(id);
    const answer = explain({ code, subcode, provider }, catalogue);
    const order = [...(answer.entry ? [answer.entry] : []), ...answer.others];
    const entries = own.map(({ entry }) => entry);
    const ranked = entries.sort((a, b) => getRank(order, a) - getRank(order, b));
    return ranked.map(({ key }, at) => ({
      provider,
      code,
      subcode,
      rank: at + 1,
      meanings: ranked.length,
      ambiguous: answer.ambiguous,
      key,
    }));
  });
}

function getWords({ code, symbols = [] }: Entry): string[] {
  const range = parseCodeRange(code);
  const numbers = range
    ? Array.from({ length: range.to - range.from + 1 }, (_, at) => String(range.from + at))
    : [code];
  return [...new Set([...numbers, ...symbols])];
}

function getRank(order: readonly Entry[], entry: Entry): number {
  const at = order.indexOf(entry);
  return at < 0 ? order.length : at;
}
