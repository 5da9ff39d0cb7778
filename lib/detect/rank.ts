import { getRegistryId } from '../core/entry-key.ts';
import type { AnalyzedCandidate } from './analyzed-text.ts';
import type { Meaning } from './code-index.ts';
import type { LabelKind } from './field-label.ts';
import { scorePayloadApi } from './payload-api.ts';
import { getPrior, isContested, scoreSubcode } from './registry-score.ts';
import { mentionsSubcode } from './subcode.ts';
import { matchTitle } from './title-match.ts';

/** Meanings of a code, most likely first, with their scores. */
export type Ranking = readonly (Meaning & { score: number })[];

/**
 * Ranks the meanings of a code by the user's provider, the page's console, words that only one provider prints, the
 * title next to the code, and the structure of the payload.
 */
export function rankMeanings(one: AnalyzedCandidate, subcode: string | null): Ranking {
  const { meanings, source, start, end, window } = one;
  if (meanings.length === 0) return [];
  const { context, console: place, topics, text } = source;
  const isMetas = meanings.some(({ provider }) => provider === 'meta');
  const payload = isMetas ? source.getPayloadApiAt(start, end) : null;
  const namesMeta = isMetas && topics.isNamed('meta', start);
  const findLabel = (wanted: LabelKind) => one.labels.find(({ kind }) => kind === wanted)?.name ?? null;
  const key = findLabel('key');
  const isOpen =
    isContested(
      one.code,
      meanings.map((meaning) => meaning.key),
    ) && !mentionsSubcode(one);
  const owner = findLabel('owner');
  return meanings
    .map((meaning) => {
      const { provider } = meaning;
      const registry = getRegistryId(meaning);
      let score = getPrior(meaning, { provider: context.provider, console: place });
      const isNamed = topics.isNamed(provider, start);
      if (isNamed) score += provider === 'meta' ? 1 : 4;
      const title = matchTitle(meaning, window);
      // A long sentence contains words of many titles, so they are weaker evidence for others if Meta is named.
      const near = isNamed || !namesMeta || title.near < 0.5 ? title.near : title.near / 2;
      score += Math.max(title.adjacent * 5, title.near >= 0.5 ? near * 3.5 : 0);
      score += scorePayloadApi(meaning, payload);
      if (registry === 'meta/onprem' && owner === 'errors' && payload !== 'graph') score += 0.9;
      score += scoreRegistry(owner, key, registry);
      if (registry === 'messagebird/rest' && owner === 'errors' && isMessageBirds(text, start, end))
        score += 3;
      score += scoreSubcode(meaning.key, one.code, subcode, isOpen);
      return { ...meaning, score };
    })
    .sort((a, b) => b.score - a.score);
}

/** Maximum length of one element of an error list. */
const MAX_ELEMENT_UNITS = 240;

/**
 * Returns true for MessageBird's REST API, which has no name in its payload:
 * `"errors":[{"code":9,"description":"…","parameter":"recipients"}]`.
 */
function isMessageBirds(text: string, start: number, end: number): boolean {
  const element = text.slice(Math.max(0, start - MAX_ELEMENT_UNITS), end + MAX_ELEMENT_UNITS);
  return (
    /\bdescription["'\\]{1,4}\s{0,4}[:=]/.test(element) && /\bparameter["'\\]{1,4}\s{0,4}[:=]/.test(element)
  );
}

/** 8x8 uses numbers from 1000 with two meanings: a delivery receipt has `errorCode`, an API response `code`. */
const KEYS_OF_8X8: Readonly<Record<string, string>> = {
  '8x8/rest': 'code',
  '8x8/delivery-receipt': 'errorcode',
};

/**
 * Distinguishes registries of one provider by the name of the object or the key. Not evidence for the provider: all
 * have an `error`.
 */
function scoreRegistry(owner: string | null, key: string | null, registry: string): number {
  const wanted = KEYS_OF_8X8[registry];
  if (wanted && key) return key.toLowerCase() === wanted ? 1 : -6;
  const name = `${owner} ${key}`;
  const kind = /[/-]status$/.test(registry) ? 'status' : /\/error-|-error$/.test(registry) ? 'error' : null;
  if (kind === null) return 0;
  const [own, other] = kind === 'status' ? [/status/i, /error/i] : [/error/i, /status/i];
  return other.test(name) && !own.test(name) ? -2 : 0;
}
