import type { Entry, EntryKey } from '../../data/schema.ts';
import { rangeOf } from '../../lib/catalogue/by-code.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { explain } from '../../lib/explain/explain.ts';

/** What one code, as a log prints it, means at one provider: the row that a log is joined with. */
export interface CodeRow {
  provider: string;
  /** A number of a range stands for itself: 200 to 299 are a hundred rows. */
  code: string;
  /** Null for the code alone. */
  subcode: string | null;
  /** 1 is the likeliest meaning. A join that asks for 1 keeps every failure one row. */
  rank: number;
  /** How many meanings the code has at this provider. */
  meanings: number;
  /** Only more of the text decides between them. */
  ambiguous: boolean;
  key: EntryKey;
}

/** Every code of every provider, ranked as the engine does where it knows the provider and nothing else. */
export function codeRows(catalogue: Catalogue): CodeRow[] {
  const wanted = new Map<
    string,
    { provider: string; code: string; subcode: string | null; entries: Entry[] }
  >();
  for (const entry of catalogue.entries) {
    const { provider, subcode = null } = entry;
    for (const code of wordsOf(entry)) {
      const id = [provider, code, subcode].join('|');
      const place = wanted.get(id);
      if (place) place.entries.push(entry);
      else wanted.set(id, { provider, code, subcode, entries: [entry] });
    }
  }
  return [...wanted.values()].flatMap(({ provider, code, subcode, entries }) => {
    const answer = explain({ code, subcode, provider }, catalogue);
    const order = [...(answer.entry ? [answer.entry] : []), ...answer.others];
    const ranked = [...entries].sort((a, b) => placeIn(order, a) - placeIn(order, b));
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

function wordsOf({ code, symbols = [] }: Entry): string[] {
  const range = rangeOf(code);
  const numbers = range
    ? Array.from({ length: range.to - range.from + 1 }, (_, at) => String(range.from + at))
    : [code];
  return [...new Set([...numbers, ...symbols])];
}

function placeIn(order: readonly Entry[], entry: Entry): number {
  const at = order.indexOf(entry);
  return at < 0 ? order.length : at;
}
