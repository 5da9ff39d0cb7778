import type { Entry, EntryKey } from '../../data/schema.ts';
import { consoleAt } from '../detect/consoles.ts';
import { getOrInsert } from '../detect/get-or-insert.ts';
import { type Payload, payloadScore, payloadsOf } from '../detect/payload.ts';
import {
  isContested,
  priorOf,
  SET_BY_READER,
  subcodeScore,
  type Whereabouts,
} from '../detect/registry-score.ts';
import { rangeOf } from './by-code.ts';
import type { Catalogue } from './catalogue.ts';
import { registryOf } from './key.ts';

/** The context of a code or query. */
export interface CodeContext {
  host?: string | undefined;
  path?: string | undefined;
  /** Provider that the user selected. */
  provider?: string | undefined;
  /** Text around the code. */
  nearby?: string | undefined;
}

export interface Ranked {
  entry: Entry;
  /** Score of the engine's ranking: about 1 for a prior, 4 or more for evidence, 12 for the user's own choice. */
  score: number;
}

/**
 * Returns every meaning of a code, best first, ranked by page and surrounding payload. Uses the engine's ranking
 * without the evidence of nearby words, which only a hit has.
 */
export function rankedMeanings(
  code: string,
  catalogue: Catalogue,
  place: CodeContext = {},
): readonly Ranked[] {
  const whereabouts = whereaboutsOf(place, catalogue);
  const payload = payloadBeside(code, place.nearby ?? '');
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
      const prior = priorOf(entry, whereabouts) + payloadScore(entry, payload);
      return { entry, score: prior + subcodeScore(entry.key, code, null, isOpen) };
    })
    .sort((a, b) => b.score - a.score);
}

/** Re-ranks the engine's meanings after the user has selected a provider. */
export function rankedFor<M extends { key: EntryKey; score: number }>(
  provider: string,
  meanings: readonly M[],
): readonly M[] {
  return meanings
    .map((meaning) => {
      const isTheirs = meaning.key.startsWith(`${provider}/`);
      return isTheirs ? { ...meaning, score: meaning.score + SET_BY_READER } : meaning;
    })
    .sort((a, b) => b.score - a.score);
}

/** Returns a function that scores how well an entry fits a page, regardless of its code. Same scale as `Ranked.score`. */
export function placeScore(catalogue: Catalogue, place: CodeContext): (entry: Entry) => number {
  const whereabouts = whereaboutsOf(place, catalogue);
  const scores = new Map<string, number>();
  return ({ provider, api }) =>
    getOrInsert(scores, registryOf({ provider, api }), () => priorOf({ provider, api }, whereabouts));
}

function whereaboutsOf({ host, path, provider }: CodeContext, { consoles }: Catalogue): Whereabouts {
  return { provider, console: host ? consoleAt(consoles, host, path) : undefined };
}

function payloadBeside(code: string, nearby: string): Payload {
  const start = nearby.indexOf(code);
  if (start < 0 || nearby === '') return null;
  return payloadsOf(nearby)(start, start + code.length);
}

/** Minimum digits of a subcode that means the same with every code of its provider: Meta documents template subcodes separately. */
const OWN_MEANING = 7;

/** Returns the meanings of a code with a subcode: 190 with 463, 100 with 2494179. Returns `[]` for an unknown pair. */
export function entriesOfPair(
  code: string,
  subcode: string,
  { entries, meaningsOf }: Catalogue,
): readonly Entry[] {
  const pairs = entries.filter((entry) => entry.code === code && entry.subcode === subcode);
  if (pairs.length > 0 || subcode.length < OWN_MEANING) return pairs;
  const providers = new Set(meaningsOf(code).map(({ provider }) => provider));
  return meaningsOf(subcode).filter((entry) => entry.code === subcode && providers.has(entry.provider));
}

/**
 * Expands a range such as `1005-1006`. Returns the best entry for each known number in it, in numeric order. Returns
 * `[]` if `code` is not a range.
 */
export function entriesWithin(code: string, place: CodeContext, catalogue: Catalogue): Entry[] {
  const range = rangeOf(code);
  if (!range) return [];
  const inRange = (number: number) => number >= range.from && number <= range.to;
  const numbers = new Set(
    catalogue.entries.map((entry) => (/^\d+$/.test(entry.code) ? Number(entry.code) : Number.NaN)),
  );
  return [...numbers]
    .filter(inRange)
    .sort((a, b) => a - b)
    .flatMap((number) => rankedMeanings(String(number), catalogue, place)[0]?.entry ?? []);
}
