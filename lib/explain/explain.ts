import type { Entry, EntryKey } from '../../data/schema.ts';
import { placedSteps } from '../catalogue/borrowed-steps.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { familyOf, subcodeFamilyOf } from '../catalogue/family.ts';
import { registryOf } from '../catalogue/key.ts';
import {
  type CodeContext,
  entriesOfPair,
  entriesWithin,
  placeScore,
  type Ranked,
  rankedMeanings,
} from '../catalogue/ranked.ts';
import { consoleAt } from '../detect/consoles.ts';
import { type Beside, besideOf, detailFound, readBeside, sharpened } from './detail.ts';
import type { Explanation } from './explanation.ts';
import { innerOf, parentOf } from './linked-codes.ts';
import { momentNear } from './moment.ts';
import { ownObjects } from './object-around.ts';
import { readSighting } from './sighting.ts';
import { whenIn } from './when.ts';

/** A code and its context. */
export interface Question extends CodeContext {
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

/** Scores this close differ only by priors, not by evidence; see `prior.ts`. */
const CLOSE = 1.5;

/**
 * Explains a code: picks the entry of code and subcode if there is one, else the meaning that fits the context best.
 * Among several meanings of one provider, the one whose own words are nearby wins. An unknown code or subcode never
 * gets the meaning of another. Never throws.
 */
export function explain(question: Question, catalogue: Catalogue): Explanation {
  const { code } = question;
  const beside = besideOf(question.nearby ?? '');
  const subcode = question.subcode && question.subcode !== code ? question.subcode : null;
  const ranked = byWording(order(question, catalogue), question, beside, catalogue);
  const own = subcode ? (entriesOfPair(code, subcode, catalogue)[0] ?? null) : null;
  // The meaning of another subcode does not apply to this one.
  const fitting = ranked.filter(({ entry }) => !entry.subcode || entry.code !== code);
  const entry = own ?? (fitting[0] ?? ranked[0])?.entry ?? null;
  const undecided = own ? null : undecidedAmong(fitting, question, beside, catalogue);
  const read = readOwn(entry, question, beside, catalogue);
  const around = `${beside.text}\n${question.labelled ?? ''}`;
  const { moment = () => momentBeside(code, beside) } = question;
  const { recipient = () => recipientBeside(code, question.nearby ?? '') } = question;
  return {
    code,
    subcode,
    entry: entry && read ? placed(sharpened(entry, read), question, catalogue) : null,
    others: (subcode ? fitting : ranked).map((other) => other.entry).filter((other) => other !== entry),
    ambiguous: undecided !== null,
    undecided,
    detail: read?.detail ?? null,
    said: read?.said ?? null,
    when: entry && read ? whenIn(entry, read.found, around, moment, recipient) : null,
    family: entry ? null : familyOf(code),
    inner: entry ? innerOf(entry, question, catalogue) : null,
    parent: entry ? null : parentOf(code, question, catalogue),
    within: entry ? [] : entriesWithin(code, question, catalogue),
    subcodeFamily:
      subcode && entry && !own
        ? subcodeFamilyOf(code, subcode, withSubcode(subcode, entry, catalogue))
        : null,
  };
}

/** Replaces names of Meta's screens in the steps if the code appears in a provider's console. */
function placed(entry: Entry, { provider, host, path }: Question, catalogue: Catalogue): Entry {
  if (entry.provider !== 'meta' || !entry.steps) return entry;
  const own = provider ?? (host ? consoleAt(catalogue.consoles, host, path)?.provider : undefined);
  const places = own ? catalogue.provider(own)?.places : undefined;
  return places ? { ...entry, steps: placedSteps(entry.steps, places) } : entry;
}

/** Reads the object of the code, then the object around it, but never another payload nearby. */
function readOwn(entry: Entry | null, question: Question, beside: Beside, catalogue: Catalogue) {
  const { code, subcode, nearby = '' } = question;
  let innermost: ReturnType<typeof readBeside> | null = null;
  for (const text of ownObjects(nearby, subcode && nearby.includes(subcode) ? subcode : code)) {
    const read = readBeside(entry, text === nearby ? beside : besideOf(text), catalogue);
    if (read.detail !== null || read.said !== null) return read;
    innermost ??= read;
  }
  return innermost;
}

/** Returns the engine's ranking if there is one, else ranks by context. */
function order({ meanings, ...question }: Question, catalogue: Catalogue): readonly Ranked[] {
  if (!meanings) return rankedMeanings(question.code, catalogue, question);
  return meanings.flatMap(({ key, score }) => {
    const entry = catalogue.byKey.get(key);
    return entry ? [{ entry, score }] : [];
  });
}

/**
 * Promotes meanings whose own words are nearby: within the API of the best meaning, and among meanings that only priors
 * have ordered.
 */
function byWording(
  ranked: readonly Ranked[],
  question: Question,
  beside: Beside,
  catalogue: Catalogue,
): readonly Ranked[] {
  const [best] = ranked;
  if (!best || ranked.length < 2 || beside.text === '') return ranked;
  const open = (other: Ranked) =>
    registryOf(other.entry) === registryOf(best.entry) || !isDecided(best, other, question, catalogue);
  const wording = new Map(ranked.map((each) => [each, open(each) ? wordingScore(each.entry, beside) : 0]));
  return [...ranked].sort((a, b) => (wording.get(b) ?? 0) - (wording.get(a) ?? 0));
}

/** Returns true if the page or the engine's evidence ranks one meaning above the other. */
function isDecided(best: Ranked, other: Ranked, question: Question, catalogue: Catalogue): boolean {
  const { provider, host, path } = question;
  if (best.entry.provider === other.entry.provider) return isDecidedWithin(best, other, question, catalogue);
  if (best.entry.provider === provider) return true;
  const place = host ? consoleAt(catalogue.consoles, host, path) : undefined;
  // A provider's own console shows its own codes. An inbox for several providers is no evidence.
  const isInbox = !place || place.kind === 'inbox' || place.kind === 'automation';
  const printsCodes = !isInbox && (catalogue.provider(place.provider)?.apis.length ?? 0) > 0;
  if (!provider && !printsCodes && isRetiredBesideLive(best, other)) {
    // A retired API is not more likely because its codes are listed here: only nearby text counts.
    const evidence = evidenceIn(question, catalogue);
    return evidence(best) - evidence(other) > CLOSE;
  }
  if (best.score - other.score > CLOSE) return true;
  return !isInbox && best.entry.provider === place.provider;
}

/**
 * The same decision between two APIs of one provider. A prior for the page decides if it ranks one API first, except
 * for a retired code. Otherwise the evidence decides.
 */
function isDecidedWithin(best: Ranked, other: Ranked, question: Question, catalogue: Catalogue): boolean {
  if (best.entry.title.toLowerCase() === other.entry.title.toLowerCase()) return true;
  const habit = placeScore(catalogue, question);
  const isUsual = habit(best.entry) > habit(other.entry) && !best.entry.deprecated;
  return best.score - other.score > (isUsual ? 0 : CLOSE);
}

const isRetiredBesideLive = (best: Ranked, other: Ranked) =>
  best.entry.deprecated !== undefined && other.entry.deprecated === undefined;

/** Returns the part of a score that comes from nearby text, not from the page. */
function evidenceIn(question: Question, catalogue: Catalogue): (ranked: Ranked) => number {
  const ofPlace = placeScore(catalogue, question);
  return ({ entry, score }) => score - ofPlace(entry);
}

/** Scores how many of an entry's own words are nearby. */
function wordingScore(entry: Entry, beside: Beside): number {
  const holds = (words: string) => words.length > 2 && beside.folded.includes(words.toLowerCase());
  const title = holds(entry.title) ? 2 : 0;
  const symbol = entry.symbols?.some(holds) ? 3 : 0;
  const detail = detailFound(entry.details ?? [], beside) ? 2 : 0;
  return title + symbol + detail;
}

function undecidedAmong(
  [best, ...others]: readonly Ranked[],
  question: Question,
  beside: Beside,
  catalogue: Catalogue,
): Explanation['undecided'] {
  if (!best) return null;
  const own = wordingScore(best.entry, beside);
  const rivals = others.filter(({ entry }) => wordingScore(entry, beside) >= own);
  const open = rivals.filter(
    (rival) =>
      registryOf(rival.entry) !== registryOf(best.entry) && !isDecided(best, rival, question, catalogue),
  );
  if (open.some(({ entry }) => entry.provider !== best.entry.provider)) return 'provider';
  if (open.length > 0) return 'registry';
  const sibling = rivals.some(({ entry }) => entry.variant && registryOf(entry) === registryOf(best.entry));
  return sibling && best.entry.variant ? 'variant' : null;
}

function recipientBeside(code: string, text: string): string | null {
  const start = text.indexOf(code);
  return start < 0 ? null : readSighting(text, { start, end: start + code.length }).recipient;
}

/** More occurrences than this are a list. */
const MOST_PLACES = 8;

/** Returns the time of the failure in milliseconds since the Unix epoch. Returns null unless all occurrences of the code agree. */
function momentBeside(code: string, { text }: Beside): number | null {
  const moments = new Set<number | null>();
  let at = text.indexOf(code);
  for (let places = 0; at >= 0; at = text.indexOf(code, at + 1)) {
    if (++places > MOST_PLACES) return null;
    moments.add(momentNear(text, at, text));
  }
  const [moment = null] = moments;
  return moments.size === 1 ? moment : null;
}

/** Finds the entry of the subcode with any code of the same provider. */
const withSubcode = (subcode: string, { provider }: Entry, { meaningsOf }: Catalogue) =>
  meaningsOf(subcode).find((entry) => entry.subcode === subcode && entry.provider === provider);
