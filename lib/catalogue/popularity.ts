import type { Entry } from '../../data/schema.ts';
import { memoize } from '../core/get-or-insert.ts';
import type { Catalogue } from './catalogue.ts';
import { findRelated } from './relations.ts';

/** Returns a weight by what people look for: failures, current APIs, WhatsApp and common codes first. */
export function createPopularityWeight({
  mostCommon,
}: Catalogue): (entry: Entry) => number {
  const keys = new Set(mostCommon.map(({ key }) => key));

  return memoize((entry) => {
    const { key, provider, channel, success, state } = entry;
    let weight = 1;

    if (isRetired(entry)) weight *= 0.6;
    if (channel && channel !== 'whatsapp') weight *= 0.8;
    if (provider === 'meta') weight *= 1.4;
    if (keys.has(key)) weight *= 1.3;
    if (success) weight *= 0.6;
    if (state) weight *= 0.7;

    return weight;
  });
}

/** Returns a function that ranks an entry by frequency, 0 first. Uncommon entries share the last rank. */
export function createFrequencyRank({
  mostCommon,
}: Catalogue): (entry: Entry) => number {
  const ranks = new Map(mostCommon.map(({ key }, at) => [key, at]));
  return ({ key }) => ranks.get(key) ?? ranks.size;
}

/** Meta's codes for calls, groups and Flows match only if the query mentions the subject. */
const SUBJECT_PATTERNS: Readonly<Record<string, RegExp>> = {
  calling: /^(?:call|sip|voip|rtp|webrtc|dial|ring)/,
  groups: /^(?:group|participant)/,
  flows: /^(?:flow|screen|endpoint|component|footer|routing|json|data)/,
};

export const isSubjectWord = (word: string): boolean =>
  Object.values(SUBJECT_PATTERNS).some((subject) => subject.test(word));

/** Returns a test for entries of a subject that a query does not mention. */
export function createTopicTest(
  words: readonly string[],
): (entry: Entry) => boolean {
  const others = new Set(
    Object.entries(SUBJECT_PATTERNS).flatMap(([api, subject]) =>
      words.some((word) => subject.test(word)) ? [] : api,
    ),
  );

  return ({ provider, api }) => provider === 'meta' && others.has(api);
}

export const isRetired = ({ provider, api, deprecated }: Entry) =>
  deprecated !== undefined || (provider === 'meta' && api === 'onprem');

/** Returns the successor of a retired code, or the one Meta code behind it if no provider is given. */
export function findPreferredEntry(
  entry: Entry,
  { byKey }: Catalogue,
  anywhere: boolean,
): Entry | undefined {
  const [now] = findRelated(['successor'], entry, byKey);
  if (now || !anywhere) return now;

  const behind = findRelated(['behind'], entry, byKey).filter(
    (lead) => !isRetired(lead),
  );

  return behind.length === 1 ? behind[0] : undefined;
}
