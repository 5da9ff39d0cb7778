import type { Entry, EntryKey } from '../../data/schema.ts';
import { adaptStepsToConsole } from '../catalogue/borrowed-steps.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { describeUnknownCode, describeUnknownSubcode } from '../catalogue/code-ranges.ts';
import {
  type CodeContext,
  createPlaceScorer,
  findEntriesForSubcode,
  findEntriesInRange,
  type RankedEntry,
  rankEntries,
} from '../catalogue/rank-meanings.ts';
import { getRegistryId } from '../core/entry-key.ts';
import { findConsole } from '../detect/find-console.ts';
import { findOwnObjects } from '../structure/object-around.ts';
import {
  findDetail,
  type NormalizedContext,
  normalizeContext,
  readContext,
  withDetailVerdict,
} from './detail-verdict.ts';
import type { Explanation } from './explanation.ts';
import { findParentEntry, findWrappedEntry } from './linked-codes.ts';
import { extractMessageContext } from './message-context.ts';
import { findTimeBound } from './time-bound.ts';
import { findTimestampNear } from './timestamps.ts';

/** A code and its context. */
export interface CodeQuestion extends CodeContext {
  code: string;
  subcode?: string | null | undefined;
  /** The engine's ranking of the meanings, best first. The engine has already read the nearby words. */
  meanings?: readonly { key: EntryKey; score: number }[] | undefined;
  /** More text of the surroundings, to find labelled times of the conversation. */
  labelled?: string | undefined;
  /**
   * Returns the time of the failure in milliseconds since the Unix epoch. For callers that know more than `nearby`.
   * Null if uncertain.
   */
  moment?: (() => number | null) | undefined;
  /** Returns the recipient's phone number. For callers that know more than `nearby`. */
  recipient?: (() => string | null) | undefined;
}

/** Scores this close differ only by priors, not by evidence; see `registry-score.ts`. */
const CLOSE_SCORE_GAP = 1.5;

/**
 * Explains a code: picks the entry of code and subcode if there is one, else the meaning that fits the context best.
 * Among several meanings of one provider, the one whose own words are nearby wins. An unknown code or subcode never
 * gets the meaning of another. Never throws.
 */
export function explain(question: CodeQuestion, catalogue: Catalogue): Explanation {
  const { code } = question;
  const nearbyContext = normalizeContext(question.nearby ?? '');
  const subcode = question.subcode && question.subcode !== code ? question.subcode : null;
  const ranked = moveByWording(orderMeanings(question, catalogue), question, nearbyContext, catalogue);
  const own = subcode ? (findEntriesForSubcode(code, subcode, catalogue)[0] ?? null) : null;
  // The meaning of another subcode does not apply to this one.
  const fitting = ranked.filter(({ entry }) => !entry.subcode || entry.code !== code);
  const entry = own ?? (fitting[0] ?? ranked[0])?.entry ?? null;
  const undecided = own ? null : findUndecided(fitting, question, nearbyContext, catalogue);
  const read = readOwnContext(entry, question, nearbyContext, catalogue);
  const around = `${nearbyContext.text}\n${question.labelled ?? ''}`;
  const { moment = () => findMoment(code, nearbyContext) } = question;
  const { recipient = () => findRecipient(code, question.nearby ?? '') } = question;
  return {
    code,
    subcode,
    entry: entry && read ? adaptToConsole(withDetailVerdict(entry, read), question, catalogue) : null,
    others: (subcode ? fitting : ranked).map((other) => other.entry).filter((other) => other !== entry),
    ambiguous: undecided !== null,
    undecided,
    detail: read?.detail ?? null,
    said: read?.said ?? null,
    when: entry && read ? findTimeBound(entry, read.found, around, moment, recipient) : null,
    family: entry ? null : describeUnknownCode(code),
    inner: entry ? findWrappedEntry(entry, question, catalogue) : null,
    parent: entry ? null : findParentEntry(code, question, catalogue),
    within: entry ? [] : findEntriesInRange(code, question, catalogue),
    subcodeFamily:
      subcode && entry && !own
        ? describeUnknownSubcode(code, subcode, findWithSubcode(subcode, entry, catalogue))
        : null,
  };
}

/** A code as a list of the page names it: with its best meaning, and with all if there are several. */
export interface ListedCode {
  code: string;
  key: EntryKey | null;
  meanings?: CodeQuestion['meanings'];
}

/** Returns the question that a listed code leaves open without the text around it. Null if it is decided, or not in the catalogue. */
export function explainUndecided(
  { code, key, meanings }: ListedCode,
  catalogue: Catalogue,
  { host, path, provider }: CodeContext,
): Explanation | null {
  const subcode = key && catalogue.byKey.get(key)?.subcode;
  const found = meanings && explain({ host, path, provider, code, subcode, meanings }, catalogue);
  return found?.ambiguous ? found : null;
}

/** Replaces names of Meta's screens in the steps if the code appears in a provider's console. */
function adaptToConsole(entry: Entry, { provider, host, path }: CodeQuestion, catalogue: Catalogue): Entry {
  if (entry.provider !== 'meta' || !entry.steps) return entry;
  const own = provider ?? (host ? findConsole(catalogue.consoles, host, path)?.provider : undefined);
  const places = own ? catalogue.provider(own)?.places : undefined;
  return places ? { ...entry, steps: adaptStepsToConsole(entry.steps, places) } : entry;
}

/** Reads the object of the code, then the object around it, but never another payload nearby. */
function readOwnContext(
  entry: Entry | null,
  question: CodeQuestion,
  nearbyContext: NormalizedContext,
  catalogue: Catalogue,
) {
  const { code, subcode, nearby = '' } = question;
  let innermost: ReturnType<typeof readContext> | null = null;
  for (const text of findOwnObjects(nearby, subcode && nearby.includes(subcode) ? subcode : code)) {
    const read = readContext(entry, text === nearby ? nearbyContext : normalizeContext(text), catalogue);
    if (read.detail !== null || read.said !== null) return read;
    innermost ??= read;
  }
  return innermost;
}

/** Returns the engine's ranking if there is one, else ranks by context. */
function orderMeanings(
  { meanings, ...question }: CodeQuestion,
  catalogue: Catalogue,
): readonly RankedEntry[] {
  if (!meanings) return rankEntries(question.code, catalogue, question);
  return meanings.flatMap(({ key, score }) => {
    const entry = catalogue.byKey.get(key);
    return entry ? [{ entry, score }] : [];
  });
}

/**
 * Promotes meanings whose own words are nearby: within the API of the best meaning, and among meanings that only priors
 * have ordered.
 */
function moveByWording(
  ranked: readonly RankedEntry[],
  question: CodeQuestion,
  nearbyContext: NormalizedContext,
  catalogue: Catalogue,
): readonly RankedEntry[] {
  const [best] = ranked;
  if (!best || ranked.length < 2) return ranked;
  const open = (other: RankedEntry) =>
    getRegistryId(other.entry) === getRegistryId(best.entry) || !isDecided(best, other, question, catalogue);
  const wording = new Map(
    ranked.map((each) => [each, open(each) ? scoreWording(each.entry, nearbyContext) : 0]),
  );
  return [...ranked].sort((a, b) => (wording.get(b) ?? 0) - (wording.get(a) ?? 0));
}

/** Returns true if the page or the engine's evidence ranks one meaning above the other. */
function isDecided(
  best: RankedEntry,
  other: RankedEntry,
  question: CodeQuestion,
  catalogue: Catalogue,
): boolean {
  const { provider, host, path } = question;
  if (best.entry.provider === other.entry.provider) return isDecidedWithin(best, other, question, catalogue);
  if (best.entry.provider === provider) return true;
  const place = host ? findConsole(catalogue.consoles, host, path) : undefined;
  // A provider's own console shows its own codes. An inbox for several providers is no evidence.
  const isInbox = !place || place.kind === 'inbox' || place.kind === 'automation';
  const printsCodes = !isInbox && (catalogue.provider(place.provider)?.apis.length ?? 0) > 0;
  if (!provider && !printsCodes && isRetiredBesideLive(best, other)) {
    // A retired API is not more likely because its codes are listed here: only nearby text counts.
    const evidence = createEvidenceScorer(question, catalogue);
    return evidence(best) - evidence(other) > CLOSE_SCORE_GAP;
  }
  if (best.score - other.score > CLOSE_SCORE_GAP) return true;
  return !isInbox && best.entry.provider === place.provider;
}

/**
 * The same decision between two APIs of one provider. A prior for the page decides if it ranks one API first, except
 * for a retired code. Otherwise the evidence decides.
 */
function isDecidedWithin(
  best: RankedEntry,
  other: RankedEntry,
  question: CodeQuestion,
  catalogue: Catalogue,
): boolean {
  if (best.entry.title.toLowerCase() === other.entry.title.toLowerCase()) return true;
  const habit = createPlaceScorer(catalogue, question);
  const isUsual = habit(best.entry) > habit(other.entry) && !best.entry.deprecated;
  return best.score - other.score > (isUsual ? 0 : CLOSE_SCORE_GAP);
}

const isRetiredBesideLive = (best: RankedEntry, other: RankedEntry) =>
  best.entry.deprecated !== undefined && other.entry.deprecated === undefined;

/** Returns the part of a score that comes from nearby text, not from the page. */
function createEvidenceScorer(question: CodeQuestion, catalogue: Catalogue): (ranked: RankedEntry) => number {
  const ofPlace = createPlaceScorer(catalogue, question);
  return ({ entry, score }) => score - ofPlace(entry);
}

/** Scores how many of an entry's own words are nearby. */
function scoreWording(entry: Entry, nearbyContext: NormalizedContext): number {
  const isNearby = (words: string) => words.length > 2 && nearbyContext.folded.includes(words.toLowerCase());
  const title = isNearby(entry.title) ? 2 : 0;
  const symbol = entry.symbols?.some(isNearby) ? 3 : 0;
  const detail = findDetail(entry.details ?? [], nearbyContext) ? 2 : 0;
  return title + symbol + detail;
}

function findUndecided(
  [best, ...others]: readonly RankedEntry[],
  question: CodeQuestion,
  nearbyContext: NormalizedContext,
  catalogue: Catalogue,
): Explanation['undecided'] {
  if (!best) return null;
  const own = scoreWording(best.entry, nearbyContext);
  const rivals = others.filter(({ entry }) => scoreWording(entry, nearbyContext) >= own);
  const open = rivals.filter(
    (rival) =>
      getRegistryId(rival.entry) !== getRegistryId(best.entry) &&
      !isDecided(best, rival, question, catalogue),
  );
  if (open.some(({ entry }) => entry.provider !== best.entry.provider)) return 'provider';
  if (open.length > 0) return 'registry';
  const sibling = rivals.some(
    ({ entry }) => entry.variant && getRegistryId(entry) === getRegistryId(best.entry),
  );
  return sibling && best.entry.variant ? 'variant' : null;
}

function findRecipient(code: string, text: string): string | null {
  const start = text.indexOf(code);
  return start < 0 ? null : extractMessageContext(text, { start, end: start + code.length }).recipient;
}

/** More occurrences than this are a list. */
const MAX_PLACES = 8;

/** Returns the time of the failure in milliseconds since the Unix epoch. Returns null unless all occurrences of the code agree. */
function findMoment(code: string, { text }: NormalizedContext): number | null {
  const moments = new Set<number | null>();
  let at = text.indexOf(code);
  for (let places = 0; at >= 0; at = text.indexOf(code, at + 1)) {
    if (++places > MAX_PLACES) return null;
    moments.add(findTimestampNear(text, at, text));
  }
  const [moment = null] = moments;
  return moments.size === 1 ? moment : null;
}

/** Finds the entry of the subcode with any code of the same provider. */
const findWithSubcode = (subcode: string, { provider }: Entry, { meaningsOf }: Catalogue) =>
  meaningsOf(subcode).find((entry) => entry.subcode === subcode && entry.provider === provider);
