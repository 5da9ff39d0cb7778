import type { LinkRecords } from '../../data/schema.ts';
import { getOrInsert } from '../../lib/core/get-or-insert.ts';
import { getLastRead, type SourceData } from './compare.ts';

/** An address that a reader of the catalogue can follow. */
export interface CitedAddress {
  url: string;
  /** The day on which somebody, or a reader of `npm run sources`, last read it. */
  read: string;
  /** Sources that give it, or whose claims do. */
  sources: readonly string[];
}

/** The HTTP status of an answer, or why there was none. */
export type LinkAnswer = { status: number } | { failure: string };

export interface LinkCheck extends CitedAddress {
  answer: LinkAnswer;
}

export type AskAddress = (url: string) => Promise<LinkAnswer>;

/** How many sites are asked at the same time. One site gets one request after the other. */
const MAX_PARALLEL_SITES = 8;
const GONE_STATUSES = [404, 410];

/** Lists the addresses of sources, of the copies that were read, and of single claims, once each. */
export function listAddresses(
  { sources, entries, reads }: SourceData,
  chosen: ReadonlySet<string> = new Set(sources.map(({ id }) => id)),
): CitedAddress[] {
  const found = new Map<string, { read: string; sources: Set<string> }>();

  const readOf = new Map(
    sources.map((source) => [source.id, getLastRead(source, reads)]),
  );

  const add = (url: string | undefined, source: string) => {
    if (!url || !chosen.has(source)) return;

    const read = readOf.get(source) ?? '';
    const one = getOrInsert(found, url, () => ({ read, sources: new Set() }));

    one.sources.add(source);
    if (read > one.read) one.read = read;
  };

  for (const { id, url, copy } of sources) {
    add(url, id);
    add(copy, id);
  }

  for (const { claims } of entries)
    for (const { source, url } of claims) add(url, source);

  return [...found]
    .map(([url, { read, sources }]) => ({ url, read, sources: [...sources] }))
    .sort((a, b) => (a.url < b.url ? -1 : 1));
}

/** Asks each address once. */
export async function checkLinks(
  addresses: readonly CitedAddress[],
  ask: AskAddress,
): Promise<LinkCheck[]> {
  const sites = [...Map.groupBy(addresses, ({ url }) => new URL(url).host)];
  const checks: LinkCheck[] = [];

  async function checkSites() {
    for (let site = sites.pop(); site; site = sites.pop())
      for (const address of site[1])
        checks.push({ ...address, answer: await ask(address.url) });
  }

  await Promise.all(Array.from({ length: MAX_PARALLEL_SITES }, checkSites));

  return checks.sort((a, b) => (a.url < b.url ? -1 : 1));
}

/** Whether the page is no longer there. A site that refuses programs may still show it to people. */
export const isPageGone = ({ answer }: LinkCheck): boolean =>
  'status' in answer
    ? GONE_STATUSES.includes(answer.status)
    : answer.failure.includes('ENOTFOUND');

/** Whether no address answered at all, so that the checks say nothing about any of them. */
export const isOffline = (checks: readonly LinkCheck[]): boolean =>
  checks.length > 0 && checks.every(({ answer }) => !('status' in answer));

/** Returns the content of `source-links.json` after a check. */
export function recordLinks(
  checks: readonly LinkCheck[],
  links: LinkRecords,
  cited: ReadonlySet<string>,
  today: string,
): string {
  const next = new Map(Object.entries(links).filter(([url]) => cited.has(url)));

  for (const check of checks) {
    const before = next.get(check.url) ?? {};

    if (isPageGone(check)) {
      const gone = before.gone ?? today;
      next.set(check.url, { ...before, gone });
    } else if ('status' in check.answer)
      next.set(check.url, { answered: today });
  }

  const sorted = [...next].sort(([a], [b]) => (a < b ? -1 : 1));

  return `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`;
}
