// The interface of the npm package, under semantic versioning. The package gets these declarations and comments as
// `index.d.ts`, so they refer to no internal type.

import type { Entry as InternalEntry } from '../../data/schema.ts';
import { type AnswerSetting, findMeanings } from '../../lib/answer/answer.ts';
import { answerText } from '../../lib/answer/answer-text.ts';
import { resolveProvider } from '../../lib/answer/resolve-provider.ts';
import { getBundledCatalogue } from '../../lib/catalogue/bundled-catalogue.ts';
import { findLastSeenDate } from '../../lib/catalogue/data-freshness.ts';
import { getCodeIndex } from '../../lib/catalogue/get-code-index.ts';
import { getSearch } from '../../lib/catalogue/search.ts';
import { detect, isConfident } from '../../lib/detect/detect.ts';
import type { TimeBound } from '../../lib/explain/explanation.ts';
import { toEntryJson } from '../../lib/format/entry-json.ts';
import { parseWaitSeconds } from '../../lib/format/wait-seconds.ts';
import { bundledMasking } from '../../lib/masking/bundled-masking.ts';
import { maskText } from '../../lib/masking/masked.ts';
import type { Finding as InternalFinding } from '../../lib/paste/finding.ts';
import { createPublishedCodeRows } from '../../publish/catalogue/code-rows.ts';
import type { PublishedCatalogue, PublishedEntry } from './catalogue-types.ts';
import { toInputText } from './input-text.ts';

/** Whether to send the same message again, and what to do. */
interface Verdict {
  /** Who can resolve the failure. */
  turn: PublishedEntry['turn'];
  /**
   * - `no`: never send it again.
   * - `after-fix`: only after someone has done `next`.
   * - `later`: after `waitSeconds`.
   * - `backoff`: with growing pauses, the first of `waitSeconds`.
   * - `once`: one more try, then give up.
   */
  retry: PublishedEntry['retry'];
  /** The shortest useful pause, from the failure on. Null if no time is known. */
  waitSeconds: number | null;
  /** The same as text: `24 hours`, `until the date given`. */
  wait: string | null;
  /** ISO 8601: no retry can succeed before this time. Null unless the explained text has the time of the failure. */
  notBefore: string | null;
  /** The next step: one imperative sentence. */
  next: string;
}

/** One meaning of one code at one provider. */
interface Entry extends PublishedEntry {
  verdict: Verdict;
}

/** One explained code of a text. */
interface Finding {
  code: string;
  subcode: string | null;
  /** The most likely meaning. Null if the catalogue does not have the code. */
  entry: Entry | null;
  /** The entry's verdict, adjusted for the text beside the code. Null if the catalogue does not have the code. */
  verdict: Verdict | null;
  /** True if the text does not decide between `entry` and `others`. Then pass the provider. */
  ambiguous: boolean;
  /** The code's other meanings, best first. */
  others: readonly Entry[];
  /** Number of failures in the text with this code. */
  count: number;
  /** The code of the text that this one only passes on. Its own finding comes first. */
  cause: string | null;
  /** What the text beside the code adds to the meaning. */
  detail: string | null;
  /** The sender's message beside the code, as it is in the text. Untrusted, and it can contain personal data: see `mask`. */
  said: string | null;
}

interface Answer {
  /** In order of appearance, but a cause before the code that passes it on. Act on the first. */
  findings: readonly Finding[];
  /** Statuses of messages that did not fail, as providers report them. */
  statuses: readonly Finding[];
  /** Codes that the catalogue does not have. */
  unknown: readonly string[];
  /** Entries with similar wording or a similar code, if nothing is certain. Show them to people; don't act on them. */
  suggestions: readonly Entry[];
  /** Number of failures whose kind is not listed: a text has at most 500 kinds. */
  left: number;
}

/** A code in a text. Offsets are UTF-16 units. */
interface Hit {
  start: number;
  end: number;
  code: string;
  subcode: string | null;
  /** From 0 to 1. */
  confidence: number;
  /** Keys of its meanings, best first. Empty if the catalogue does not have the code. */
  keys: readonly string[];
}

interface ProviderOption {
  /** The provider whose codes they are: `meta`, `twilio`, `gupshup`, `360dialog` … */
  provider?: string | undefined;
}

/**
 * Explains a code, an error message, a payload (text, bytes or parsed), an error of a program, or a log.
 *
 * @throws TypeError if the input has another type, RangeError if the provider is unknown.
 */
function explainInput(input: string | number | object, { provider }: ProviderOption = {}): Answer {
  const answer = answerText(toInputText(input).trim(), createSetting(provider));
  const { findings, statuses, unknown, suggestions, droppedCount } = answer;
  const near = findings.length + statuses.length > 0 ? suggestions : [...answer.entries, ...suggestions];
  return {
    findings: findings.map(toFinding),
    statuses: statuses.map(toFinding),
    unknown,
    suggestions: near.map((entry) => toEntry(entry)),
    left: droppedCount,
  };
}

/**
 * Returns all meanings of a code, best first: the given provider's, then others'.
 *
 * @param code `131047`, `MISSING_TOKEN`, `100/2494179` with a subcode, or the key of an entry.
 * @throws TypeError if the input has another type, RangeError if the provider is unknown.
 */
function lookUp(code: string | number, provider?: string): readonly Entry[] {
  expectType(code, 'string', 'number');
  return findMeanings(String(code), createSetting(provider)).map((entry) => toEntry(entry));
}

/**
 * Searches codes, titles and words, with typing errors. Filters narrow the results: `provider:`, `owner:`, `retry:`, `class:`.
 *
 * @throws TypeError if the input has another type, RangeError if the provider is unknown.
 */
function searchWords(
  words: string,
  { provider, limit = 10 }: ProviderOption & { limit?: number } = {},
): readonly Entry[] {
  expectType(words, 'string');
  const found = getSearch(getBundledCatalogue()).find(words, createSetting(provider), limit);
  return found.map(({ entry }) => toEntry(entry));
}

/**
 * Finds error codes in a text, and tells them from other numbers.
 *
 * @throws TypeError if the input has another type, RangeError if the provider is unknown.
 */
function detectCodes(text: string, { provider }: ProviderOption = {}): readonly Hit[] {
  expectType(text, 'string');
  const { catalogue, ...context } = createSetting(provider);
  const hits = detect(text, getCodeIndex(catalogue), context).filter(isConfident);
  return hits.map(({ start, end, code, subcode, confidence, meanings }) => {
    return { start, end, code, subcode, confidence, keys: meanings.map(({ key }) => key) };
  });
}

/** Masks phone numbers, secrets, names and other personal data in a text. Error codes and line breaks stay. */
function mask(text: string): string {
  expectType(text, 'string');
  return maskText(bundledMasking.splitIntoParts(text));
}

/** Returns the whole catalogue as data, in the form of `catalogue.schema.json`. */
function getCatalogue(): PublishedCatalogue {
  const catalogue = getBundledCatalogue();
  const { version, sources, providers } = catalogue;
  return {
    $schema: 'catalogue.schema.json',
    version,
    date: findLastSeenDate(sources),
    revision: import.meta.env.CATALOGUE_REVISION,
    entries: catalogue.entries.map(toEntryJson),
    codes: createPublishedCodeRows(catalogue),
    sources: [...sources],
    providers: [...providers],
  };
}

/** @throws TypeError */
function expectType(value: unknown, ...types: readonly string[]): void {
  const type = value === null ? 'null' : typeof value;
  if (!types.includes(type)) throw new TypeError(`Expected ${types.join(' or ')}, got ${type}`);
}

function createSetting(
  provider: string | undefined,
): Pick<AnswerSetting, 'catalogue'> & { provider?: string } {
  const catalogue = getBundledCatalogue();
  return { catalogue, ...(provider !== undefined && { provider: resolveProvider(provider, catalogue) }) };
}

function toEntry(entry: InternalEntry, when: TimeBound | null = null): Entry {
  const json = toEntryJson(entry);
  const { turn, retry, wait, next } = json;
  const isExact = when?.as === 'retry-from' && !when.isOwn;
  const notBefore = isExact ? new Date(when.atMs).toISOString() : null;
  return { ...json, verdict: { turn, retry, waitSeconds: parseWaitSeconds(wait), wait, notBefore, next } };
}

function toFinding({ entry, others, when, detail, ...finding }: InternalFinding): Finding {
  const { code, subcode, ambiguous, count, cause, said } = finding;
  const own = entry && toEntry(entry, when);
  return {
    code,
    subcode,
    entry: own,
    verdict: own?.verdict ?? null,
    ambiguous,
    others: others.map((other) => toEntry(other)),
    count,
    cause,
    detail: detail?.meaning ?? null,
    said: [detail?.text, said].filter(Boolean).join(' · ') || null,
  };
}

export {
  type Answer,
  detectCodes as detect,
  type Entry,
  explainInput as explain,
  type Finding,
  getCatalogue,
  type Hit,
  lookUp,
  mask,
  type ProviderOption,
  type PublishedCatalogue as Catalogue,
  searchWords as search,
  type Verdict,
};
