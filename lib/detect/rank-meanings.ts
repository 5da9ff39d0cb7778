import type { Entry, VendorConsole } from '../../data/schema.ts';
import { getRegistryId, OWN_CODES_API } from '../core/entry-key.ts';
import type { PageOrigin } from './page-origin.ts';
import type { PayloadApi } from './payload-api.ts';

/** One meaning of a code, as the index or the catalogue has it. */
type Rankable = Pick<Entry, 'key' | 'provider' | 'api'>;

export interface Ranked<M> {
  entry: M;
  /** About 1 for a prior, 4 or more for evidence, 12 for the provider that the user set. */
  score: number;
}

/** What the text around a code says. */
export interface TextEvidence<M> {
  payload: PayloadApi;
  subcode: string | null;
  isSubcode: boolean;
  /** Returns true if the text names the provider near the code. Only the engine reads names, titles and fields. */
  isNamed?(provider: string): boolean;
  scoreFields?(meaning: M): number;
}

/** The most common registries rank first if there is no other evidence. */
const COMMON_REGISTRY_SCORES: Readonly<Record<string, number>> = {
  'meta/cloud': 1,
  'meta/graph': 0.9,
  'meta/management': 0.7,
  'meta/groups': 0.6,
  'meta/calling': 0.5,
  'meta/flows': 0.5,
  'meta/webhook': 0.4,
  'meta/onprem': 0.6,
  // Only in an early list; otherwise it is an HTTP status.
  'meta/onprem/401': -1,
  twilio: 0.5,
  // Named `WhatsApp`, as Meta's own is.
  'whatsapp-web': 0.5,
};
/** The team's own codes are listed first. The card still asks if another meaning is as common. */
const OWN_SCORE = 2;
/** Outweighs the console together with any one other kind of evidence. */
const USER_CHOICE_BONUS = 12;
/** The text names the provider, or has its form of payload. */
const NAME_SCORE = 4;
/** Meta is named in texts about any provider. */
const META_NAME_SCORE = 1;
/** Outweighs all evidence. */
const FOREIGN_PENALTY = 100;

/** Ranks the meanings of a code, best first. If a provider binds, those of others come last. */
export function rankMeanings<M extends Rankable>(
  code: string,
  meanings: readonly M[],
  origin: PageOrigin,
  text: TextEvidence<M>,
): readonly Ranked<M>[] {
  const { lists } = origin;
  const isOpen = !text.isSubcode && isContested(code, meanings);

  return meanings
    .map((entry) => {
      const { provider, key } = entry;
      const isNamed = text.isNamed?.(provider) === true;

      const isListed =
        !lists || lists.includes(provider) || entry.api === OWN_CODES_API;

      const isPayload = provider === 'meta' && text.payload !== null;

      const isPayloadApi =
        isPayload && (text.payload === 'onprem') === (entry.api === 'onprem');

      const isForeign = !isListed && !isNamed && !isPayload;

      const score =
        getPrior(entry, origin) +
        (isNamed ? getNameScore(provider) : 0) +
        (isPayloadApi ? NAME_SCORE : 0) +
        scoreSubcode(key, code, text.subcode, isOpen) +
        (text.scoreFields?.(entry) ?? 0);

      return { entry, score: isForeign ? score - FOREIGN_PENALTY : score };
    })
    .sort((a, b) => b.score - a.score);
}

const getNameScore = (provider: string): number =>
  provider === 'meta' ? META_NAME_SCORE : NAME_SCORE;

/** A name of several words is no coincidence, as a number is: `REJECTED_NOT_ENOUGH_CREDITS`. */
const COMPOUND_NAME = /^[A-Za-z]\w{0,60}[_.]\w/;

/** Returns the meanings, or none if the provider that binds lists none of them: then the code is unknown. */
export function dropForeign<M>(
  code: string,
  ranked: readonly Ranked<M>[],
): readonly Ranked<M>[] {
  const isForeign =
    ranked[0] !== undefined && ranked[0].score < -FOREIGN_PENALTY / 2;
  return isForeign && !COMPOUND_NAME.test(code) ? [] : ranked;
}

/** Returns the position of a meaning's list among those of a console, or -1. */
export const getConsoleRank = (
  vendorConsole: Pick<VendorConsole, 'codesOf'> | undefined,
  meaning: Omit<Rankable, 'key'>,
): number =>
  vendorConsole?.codesOf.findIndex(
    (of) => of === meaning.provider || of === getRegistryId(meaning),
  ) ?? -1;

/** Scores an origin: about 1 for a common registry, up to 6 for the console's, 12 for the user's provider. */
export function getPrior(
  meaning: Omit<Rankable, 'key'> & { key?: string },
  { provider, console: vendorConsole }: PageOrigin,
): number {
  const name = getRegistryId(meaning);

  const habit =
    COMMON_REGISTRY_SCORES[meaning.key ?? ''] ??
    COMMON_REGISTRY_SCORES[name] ??
    COMMON_REGISTRY_SCORES[meaning.provider] ??
    0;

  const at = getConsoleRank(vendorConsole, meaning);

  return (
    (meaning.api === OWN_CODES_API ? OWN_SCORE : habit) +
    (provider === meaning.provider ? USER_CHOICE_BONUS : 0) +
    scoreConsoleRank(at)
  );
}

/** @param rank The position of a meaning's list among those of a console, or -1. */
function scoreConsoleRank(rank: number): number {
  if (rank < 0) return 0;
  return rank === 0 ? 6 : Math.max(3, 5 - rank * 0.5);
}

const getSubcode = (key: string) => /\.(\d+)(?:~|$)/.exec(key)?.[1];

/** Scores entries with a subcode: `meta/graph/190.463` needs its subcode, next to the code or as the code itself. */
function scoreSubcode(
  key: string,
  code: string,
  subcode: string | null,
  isOpen: boolean,
): number {
  const own = getSubcode(key);
  if (!own) return 0;
  if (own === subcode) return 5;
  if (own !== code) return -3;

  return isOpen ? 0 : 5;
}

/** Returns true if a number is a subcode of one provider and a code of another: `463` is Graph's or WhatsApp Web's. */
function isContested(code: string, meanings: readonly Rankable[]): boolean {
  const getProviders = (wanted: boolean) =>
    new Set(
      meanings.flatMap(({ key, provider }) =>
        (getSubcode(key) === code) === wanted ? provider : [],
      ),
    );

  const subcodes = getProviders(true);
  const codes = getProviders(false);

  return (
    subcodes.size > 0 &&
    codes.size > 0 &&
    [...codes].every((one) => !subcodes.has(one))
  );
}
