import type { Entry } from '../../data/schema.ts';
import { parseCodeRange } from '../core/code-map.ts';
import { getRegistryId } from '../core/entry-key.ts';
import { getOrInsert } from '../core/get-or-insert.ts';
import { getProviderLists } from '../detect/code-index.ts';
import { findConsole } from '../detect/find-console.ts';
import { createPageOrigin, type PageOrigin } from '../detect/page-origin.ts';
import { findPayloadApis } from '../detect/payload-api.ts';
import {
  getPrior,
  type Ranked,
  rankMeanings,
} from '../detect/rank-meanings.ts';
import type { Catalogue } from './catalogue.ts';

export interface CodeContext {
  host?: string | undefined;
  path?: string | undefined;
  provider?: string | undefined;
  nearby?: string | undefined;
}

export type RankedEntry = Ranked<Entry>;

/** Returns every meaning of a code, best first. Those of providers other than the named one are last. */
export function rankEntries(
  code: string,
  catalogue: Catalogue,
  context: CodeContext = {},
) {
  const { nearby = '', provider } = context;
  const start = nearby.indexOf(code);

  const payload =
    start < 0 || nearby === ''
      ? null
      : findPayloadApis(nearby)(start, start + code.length);

  const numbered = provider ? catalogue.numbered(code, provider) : [];

  return rankMeanings(
    code,
    [...catalogue.meaningsOf(code), ...numbered],
    getPageOrigin(context, catalogue),
    {
      payload,
      subcode: null,
      isSubcode: payload !== null,
    },
  );
}

/** Returns a function that scores how well an entry fits a page, regardless of its code. Same scale as `RankedEntry.score`. */
export function createContextScorer(
  catalogue: Catalogue,
  context: CodeContext,
): (entry: Entry) => number {
  const origin = getPageOrigin(context, catalogue);
  const scores = new Map<string, number>();

  return ({ provider, api }) =>
    getOrInsert(scores, getRegistryId({ provider, api }), () =>
      getPrior({ provider, api }, origin),
    );
}

export function getPageOrigin(
  { host, path, provider }: CodeContext,
  catalogue: Catalogue,
): PageOrigin {
  const vendorConsole = host
    ? findConsole(catalogue.consoles, host, path)
    : undefined;

  return createPageOrigin(provider, vendorConsole, (id) => {
    const known = catalogue.provider(id);
    return known ? getProviderLists(known) : [];
  });
}

/** Minimum digits of a subcode that means the same with every code of its provider: Meta documents template subcodes separately. */
const UNIQUE_SUBCODE_DIGITS = 7;

/** Returns the meanings of a code with a subcode: 190 with 463, 100 with 2494179. Returns `[]` for an unknown pair. */
export function findEntriesForSubcode(
  code: string,
  subcode: string,
  { entries, meaningsOf }: Catalogue,
) {
  const pairs = entries.filter(
    (entry) => entry.code === code && entry.subcode === subcode,
  );

  if (pairs.length > 0 || subcode.length < UNIQUE_SUBCODE_DIGITS) return pairs;

  const providers = new Set(meaningsOf(code).map(({ provider }) => provider));

  return meaningsOf(subcode).filter(
    (entry) => entry.code === subcode && providers.has(entry.provider),
  );
}

/** Returns the entries of all numbers in a range such as `1005-1006`. `[]` for any other code. */
export function findAllInRange(code: string, { entries }: Catalogue): Entry[] {
  const { from, to } = parseCodeRange(code) ?? { from: 0, to: -1 };
  return entries.filter(
    (entry) => Number(entry.code) >= from && Number(entry.code) <= to,
  );
}

export function findEntriesInRange(
  code: string,
  context: CodeContext,
  catalogue: Catalogue,
): Entry[] {
  const numbers = new Set(
    findAllInRange(code, catalogue).map((entry) => Number(entry.code)),
  );

  return [...numbers]
    .sort((a, b) => a - b)
    .flatMap(
      (number) =>
        rankEntries(String(number), catalogue, context)[0]?.entry ?? [],
    );
}
