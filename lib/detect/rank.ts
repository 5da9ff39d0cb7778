import type { Entry, VendorConsole } from '../../data/schema.ts';
import { getRegistryId, OWN_CODES_API } from '../core/entry-key.ts';
import type { AnalyzedCandidate, AnalyzedText } from './analyzed-text.ts';
import type { Meaning } from './code-index.ts';
import type { LabelKind } from './field-label.ts';
import { findPayloadApis, type PayloadApi, scorePayloadApi } from './payload-api.ts';
import { isNamedNear } from './printed-codes.ts';
import { mentionsSubcode } from './subcode.ts';
import { matchTitle } from './title-match.ts';

/** One meaning of a code, as the index or the catalogue has it. */
type Rankable = Pick<Entry, 'key' | 'provider' | 'api'>;

export interface Ranked<M> {
  entry: M;
  /** About 1 for a prior, 4 or more for evidence, 12 for the provider that the user set. */
  score: number;
}

/** The origin of a code, independent of the text around it. */
export interface PageOrigin {
  provider?: string | undefined;
  console?: Pick<VendorConsole, 'codesOf'> | undefined;
  /** The providers whose codes appear here. Null: those of any provider. */
  lists: readonly string[] | null;
}

/** What the text around a code says. */
export interface TextEvidence<M> {
  payload: PayloadApi;
  subcode: string | null;
  /** True if the text suggests that the code is a subcode. */
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
const NAME_SCORE = 4;
/** Meta is named in texts about any provider. */
const META_NAME_SCORE = 1;
/** Outweighs all evidence. */
const FOREIGN_PENALTY = 100;

/**
 * Returns the origin of a code. A provider that is named binds: the one that the user set, else the one that the console
 * belongs to, else the one that the page names near the code.
 *
 * @param named The provider that the page names.
 */
export function createPageOrigin(
  provider: string | undefined,
  place: Pick<VendorConsole, 'codesOf' | 'provider' | 'kind'> | undefined,
  getLists: (provider: string) => readonly string[],
  named: () => string | undefined = () => undefined,
): PageOrigin {
  const isOfOne = place !== undefined && place.kind !== 'inbox' && place.kind !== 'automation';
  const ofConsole = isOfOne ? getLists(place.provider) : [];
  const owner = provider ?? (ofConsole.length > 0 ? undefined : named());
  const lists = owner ? getLists(owner) : ofConsole;
  return { provider: owner, console: place, lists: lists.length > 0 ? lists : null };
}

/**
 * Ranks the meanings of a code, best first, by their origin and the text. Where a provider binds, meanings of others that
 * the text does not name come last: see `dropForeign`.
 */
export function rank<M extends Rankable>(
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
      const isListed = !lists || lists.includes(provider) || entry.api === OWN_CODES_API;
      const isForeign = !isListed && !isNamed && !(provider === 'meta' && text.payload);
      const score =
        getPrior(entry, origin) +
        (isNamed ? (provider === 'meta' ? META_NAME_SCORE : NAME_SCORE) : 0) +
        scorePayloadApi(entry, text.payload) +
        scoreSubcode(key, code, text.subcode, isOpen) +
        (text.scoreFields?.(entry) ?? 0);
      return { entry, score: isForeign ? score - FOREIGN_PENALTY : score };
    })
    .sort((a, b) => b.score - a.score);
}

/** A name of several words is no coincidence, as a number is: `REJECTED_NOT_ENOUGH_CREDITS`. */
const COMPOUND_NAME = /^[A-Za-z]\w{0,60}[_.]\w/;

/** Returns the meanings, or none if the provider that binds lists none of them: then the code is unknown. */
export const dropForeign = <M>(code: string, ranked: readonly Ranked<M>[]): readonly Ranked<M>[] =>
  ranked[0] && ranked[0].score < -FOREIGN_PENALTY / 2 && !COMPOUND_NAME.test(code) ? [] : ranked;

/**
 * Scores a registry by its origin alone: about 1 for a common one, up to 6 for the console's own codes, 12 for the
 * user's provider.
 */
export function getPrior(
  meaning: Omit<Rankable, 'key'> & { key?: string },
  { provider, console: place }: PageOrigin,
): number {
  const name = getRegistryId(meaning);
  const habit =
    COMMON_REGISTRY_SCORES[meaning.key ?? ''] ??
    COMMON_REGISTRY_SCORES[name] ??
    COMMON_REGISTRY_SCORES[meaning.provider] ??
    0;
  const at = place ? place.codesOf.findIndex((of) => of === name || of === meaning.provider) : -1;
  const ofConsole = at < 0 ? 0 : at === 0 ? 6 : Math.max(3, 5 - at * 0.5);
  return (
    (meaning.api === OWN_CODES_API ? OWN_SCORE : habit) +
    (provider === meaning.provider ? USER_CHOICE_BONUS : 0) +
    ofConsole
  );
}

/** Scores this close differ only by priors, not by evidence. */
const CLOSE_SCORE_GAP = 1.5;

/** Scores how many of an entry's own words are near the code: 0 for none. */
export type ScoreWording = (entry: Entry) => number;

/**
 * Moves meanings whose own words are nearby to the front: within the API of the best meaning, and among meanings that
 * only priors have ordered.
 */
export function moveByWording(
  ranked: readonly Ranked<Entry>[],
  origin: PageOrigin,
  scoreWording: ScoreWording,
): readonly Ranked<Entry>[] {
  const [best] = ranked;
  if (!best || ranked.length < 2) return ranked;
  const isOpen = (other: Ranked<Entry>) =>
    getRegistryId(other.entry) === getRegistryId(best.entry) || !isDecided(best, other, origin);
  const wording = new Map(ranked.map((each) => [each, isOpen(each) ? scoreWording(each.entry) : 0]));
  return [...ranked].sort((a, b) => (wording.get(b) ?? 0) - (wording.get(a) ?? 0));
}

/** Returns what the evidence does not decide between the best meaning and the others. Null if it is certain. */
export function findUndecided(
  [best, ...others]: readonly Ranked<Entry>[],
  origin: PageOrigin,
  scoreWording: ScoreWording,
): 'provider' | 'registry' | 'variant' | null {
  if (!best || others.length === 0) return null;
  const own = scoreWording(best.entry);
  const rivals = others.filter(({ entry }) => scoreWording(entry) >= own);
  const isSibling = ({ entry }: Ranked<Entry>) => getRegistryId(entry) === getRegistryId(best.entry);
  const open = rivals.filter((rival) => !isSibling(rival) && !isDecided(best, rival, origin));
  if (open.some(({ entry }) => entry.provider !== best.entry.provider)) return 'provider';
  if (open.length > 0) return 'registry';
  return best.entry.variant && rivals.some((one) => one.entry.variant && isSibling(one)) ? 'variant' : null;
}

/** Returns true if the page or the evidence ranks one meaning above the other. */
function isDecided(best: Ranked<Entry>, other: Ranked<Entry>, origin: PageOrigin): boolean {
  const gap = best.score - other.score;
  const priorGap = getPrior(best.entry, origin) - getPrior(other.entry, origin);
  if (best.entry.provider === other.entry.provider) {
    if (best.entry.title.toLowerCase() === other.entry.title.toLowerCase()) return true;
    // The more common API of one provider decides, except a retired one.
    return gap > (priorGap > 0 && !best.entry.deprecated ? 0 : CLOSE_SCORE_GAP);
  }
  // The codes of the named provider are its own before they are those that it passes on.
  if (origin.lists?.[0] === best.entry.provider) return true;
  // A retired API is not more likely because its codes are listed here: only nearby text counts.
  const isRetired = best.entry.deprecated !== undefined && other.entry.deprecated === undefined;
  return gap - (isRetired && origin.lists === null ? priorGap : 0) > CLOSE_SCORE_GAP;
}

const getSubcode = (key: string) => /\.(\d+)(?:~|$)/.exec(key)?.[1];

/** Scores entries with a subcode: `meta/graph/190.463` needs its subcode, next to the code or as the code itself. */
function scoreSubcode(key: string, code: string, subcode: string | null, isOpen: boolean): number {
  const own = getSubcode(key);
  if (!own) return 0;
  if (own === subcode) return 5;
  return own !== code ? -3 : isOpen ? 0 : 5;
}

/** Returns true if a number is a subcode of one provider and a code of another: `463` is Graph's or WhatsApp Web's. */
function isContested(code: string, meanings: readonly Rankable[]): boolean {
  const getProviders = (wanted: boolean) =>
    new Set(meanings.flatMap(({ key, provider }) => ((getSubcode(key) === code) === wanted ? provider : [])));
  const subcodes = getProviders(true);
  const codes = getProviders(false);
  return subcodes.size > 0 && codes.size > 0 && codes.isDisjointFrom(subcodes);
}

/** `WhatsApp` names the messenger, whoever sends. */
const META_NAME = /\b(?:Meta|Facebook|(?:cloud|graph|on-premises) api)\b/i;
/** A longer field of a row is a sentence, which may name a provider by chance. */
const MAX_FIELD_UNITS = 40;
const MAX_ROW_UNITS = 1_000;

/** Returns the only provider that the heading above a code or a field of its row names. */
function findNamedProvider({ context, index, text }: AnalyzedText): string | undefined {
  const { heading = '', label = '', row = '' } = context;
  const fields = row.slice(0, MAX_ROW_UNITS).split(/[\t\n|]/);
  const near = [
    heading,
    label,
    ...fields.filter((field) => field.length <= MAX_FIELD_UNITS && field !== text),
  ];
  const names = near.join('\n');
  if (!/\p{L}/u.test(names)) return undefined;
  const others = index.words.flatMap(([id]) =>
    id !== 'meta' && isNamedNear(id, names, 0, index) ? [id] : [],
  );
  return others.length > 0
    ? others.length === 1
      ? others[0]
      : undefined
    : META_NAME.test(names)
      ? 'meta'
      : undefined;
}

/**
 * Ranks the meanings of a code that the engine found: besides its origin, by words that only one provider prints, the
 * title next to the code, and the names of its fields.
 */
export function rankMeanings(
  one: AnalyzedCandidate,
  subcode: string | null,
): readonly (Meaning & { score: number })[] {
  const { meanings, source, start, end, window } = one;
  if (meanings.length === 0) return [];
  const { context, console: place, text, topics, index } = source;
  const isMetas = meanings.some(({ provider }) => provider === 'meta');
  const onPage = `${context.heading ?? ''}\n${context.label ?? ''}`;
  const payload = isMetas
    ? (source.getPayloadApiAt(start, end) ?? findPayloadApis(onPage)(0, onPage.length))
    : null;
  const getLists = (id: string) => index.listsOf(id);
  const origin = createPageOrigin(context.provider, place, getLists, () => findNamedProvider(source));
  const isNamed = (provider: string) => topics.isNamed(provider, start);
  const namesMeta = isMetas && isNamed('meta');
  const findLabel = (wanted: LabelKind) => one.labels.find(({ kind }) => kind === wanted)?.name ?? null;
  const [key, owner] = [findLabel('key'), findLabel('owner')];
  function scoreFields(meaning: Meaning): number {
    const registry = getRegistryId(meaning);
    const title = matchTitle(meaning, window);
    // A long sentence contains words of many titles, so they are weaker evidence for others if Meta is named.
    const near = isNamed(meaning.provider) || !namesMeta || title.near < 0.5 ? title.near : title.near / 2;
    let score = Math.max(title.adjacent * 5, title.near >= 0.5 ? near * 3.5 : 0);
    if (registry === 'meta/onprem' && owner === 'errors' && payload !== 'graph') score += 0.9;
    if (registry === 'messagebird/rest' && owner === 'errors' && isMessageBirds(text, start, end)) score += 3;
    return score + scoreRegistry(owner, key, registry);
  }
  const isSubcode = mentionsSubcode(one);
  const ranked = rank(one.code, meanings, origin, { isNamed, payload, subcode, isSubcode, scoreFields });
  return dropForeign(one.code, ranked).map(({ entry, score }) => ({ ...entry, score }));
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
