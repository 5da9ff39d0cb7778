import type { Entry, EntryKey } from '../../data/schema.ts';
import { parseCodeRange } from '../core/code-map.ts';
import { getRegistryId } from '../core/entry-key.ts';
import { getOrInsert } from '../core/get-or-insert.ts';
import { findConsole } from '../detect/find-console.ts';
import { findPayloadApis, type PayloadApi, scorePayloadApi } from '../detect/payload-api.ts';
import {
  getPrior,
  isContested,
  type PageOrigin,
  scoreSubcode,
  USER_CHOICE_BONUS,
} from '../detect/registry-score.ts';
import type { Catalogue } from './catalogue.ts';

export interface CodeContext {
  host?: string | undefined;
  path?: string | undefined;
  provider?: string | undefined;
  /** Text around the code. */
  nearby?: string | undefined;
}

export interface RankedEntry {
  entry: Entry;
  /** Score of the engine's ranking: about 1 for a prior, 4 or more for evidence, 12 for the user's own choice. */
  score: number;
}

/**
 * Returns every meaning of a code, best first, ranked by page and surrounding payload. Uses the engine's ranking
 * without the evidence of nearby words, which only a hit has.
 */
export function rankEntries(
  code: string,
  catalogue: Catalogue,
  place: CodeContext = {},
): readonly RankedEntry[] {
  const whereabouts = getPageOrigin(place, catalogue);
  const payload = findPayloadApi(code, place.nearby ?? '');
  const named = place.provider ? catalogue.numbered(code, place.provider) : [];
  const meanings = [...catalogue.meaningsOf(code), ...named];
  const isOpen =
    payload === null &&
    isContested(
      code,
      meanings.map(({ key }) => key),
    );
  return meanings
    .map((entry) => {
      const prior = getPrior(entry, whereabouts) + scorePayloadApi(entry, payload);
      return { entry, score: prior + scoreSubcode(entry.key, code, null, isOpen) };
    })
    .sort((a, b) => b.score - a.score);
}

/** Re-ranks the engine's meanings after the user has selected a provider. */
export function rankForProvider<M extends { key: EntryKey; score: number }>(
  provider: string,
  meanings: readonly M[],
): readonly M[] {
  return meanings
    .map((meaning) => {
      const isTheirs = meaning.key.startsWith(`${provider}/`);
      return isTheirs ? { ...meaning, score: meaning.score + USER_CHOICE_BONUS } : meaning;
    })
    .sort((a, b) => b.score - a.score);
}

/** Returns a function that scores how well an entry fits a page, regardless of its code. Same scale as `RankedEntry.score`. */
export function createPlaceScorer(catalogue: Catalogue, place: CodeContext): (entry: Entry) => number {
  const whereabouts = getPageOrigin(place, catalogue);
  const scores = new Map<string, number>();
  return ({ provider, api }) =>
    getOrInsert(scores, getRegistryId({ provider, api }), () => getPrior({ provider, api }, whereabouts));
}

function getPageOrigin({ host, path, provider }: CodeContext, { consoles }: Catalogue): PageOrigin {
  return { provider, console: host ? findConsole(consoles, host, path) : undefined };
}

function findPayloadApi(code: string, nearby: string): PayloadApi {
  const start = nearby.indexOf(code);
  if (start < 0 || nearby === '') return null;
  return findPayloadApis(nearby)(start, start + code.length);
}

/** Minimum digits of a subcode that means the same with every code of its provider: Meta documents template subcodes separately. */
const UNIQUE_SUBCODE_DIGITS = 7;

/** Returns the meanings of a code with a subcode: 190 with 463, 100 with 2494179. Returns `[]` for an unknown pair. */
export function findEntriesForSubcode(
  code: string,
  subcode: string,
  { entries, meaningsOf }: Catalogue,
): readonly Entry[] {
  const pairs = entries.filter((entry) => entry.code === code && entry.subcode === subcode);
  if (pairs.length > 0 || subcode.length < UNIQUE_SUBCODE_DIGITS) return pairs;
  const providers = new Set(meaningsOf(code).map(({ provider }) => provider));
  return meaningsOf(subcode).filter((entry) => entry.code === subcode && providers.has(entry.provider));
}

/**
 * Expands a range such as `1005-1006`. Returns the best entry for each known number in it, in numeric order. Returns
 * `[]` if `code` is not a range.
 */
export function findEntriesInRange(code: string, place: CodeContext, catalogue: Catalogue): Entry[] {
  const range = parseCodeRange(code);
  if (!range) return [];
  const isInRange = (number: number) => number >= range.from && number <= range.to;
  const numbers = new Set(
    catalogue.entries.map((entry) => (/^\d+$/.test(entry.code) ? Number(entry.code) : Number.NaN)),
  );
  return [...numbers]
    .filter(isInRange)
    .sort((a, b) => a - b)
    .flatMap((number) => rankEntries(String(number), catalogue, place)[0]?.entry ?? []);
}
