import type { PageReader, SourceRecord } from '../../data/schema.ts';
import {
  compareSource,
  fingerprint,
  type PageRow,
  type SourceData,
  UnreadableError,
} from './compare.ts';
import { readPage } from './read-page.ts';

export interface SourceCheck {
  id: string;
  url: string;
  rows: readonly PageRow[];
  differences: ReturnType<typeof compareSource>;
  unreadable?: string;
}

/** Returns the text of a page. Throws an UnreadableError if there is none. */
export type LoadPage = (
  id: string,
  url: string,
  index: number,
) => string | Promise<string>;

type ReadSource = SourceRecord & { read: PageReader };

export const listReadSources = ({
  sources,
}: Pick<SourceData, 'sources'>): ReadSource[] =>
  sources.filter((source): source is ReadSource =>
    Boolean(source.read && 'format' in source.read),
  );

/** Reads one source after the other, so that no site gets two requests at once, and compares each with its claims. */
export async function checkSources(
  sources: readonly ReadSource[],
  data: SourceData,
  load: LoadPage,
) {
  const checks: SourceCheck[] = [];

  for (const { id, url: home = '', read } of sources) {
    const urls = [read.url ?? home].flat();
    const url = urls.join(' ');

    try {
      const rows: PageRow[] = [];

      for (const [index, page] of urls.entries())
        rows.push(...readPage(await load(id, page, index), read));

      checks.push({
        id,
        url,
        rows,
        differences: compareSource(id, rows, data),
      });
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;

      checks.push({
        id,
        url,
        rows: [],
        differences: [],
        unreadable: error.message,
      });
    }
  }

  return checks;
}

export function recordReads(
  checks: readonly SourceCheck[],
  { reads }: SourceData,
  today: string,
): string {
  const next = { ...reads };

  for (const { id, rows, unreadable } of checks) {
    if (unreadable) continue;

    const codes = [...Map.groupBy(rows, ({ code }) => code)].map(
      ([code, own]) => [code, fingerprint(own)] as const,
    );

    next[id] = { read: today, codes: Object.fromEntries(codes) };
  }

  const sorted = Object.entries(next).sort(([a], [b]) => (a < b ? -1 : 1));

  return `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`;
}
