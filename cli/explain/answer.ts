import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { findNearestCodes } from '../../lib/catalogue/neighbours.ts';
import { findEntriesForSubcode } from '../../lib/catalogue/rank-meanings.ts';
import { getSearch } from '../../lib/catalogue/search.ts';
import { parseFilters } from '../../lib/catalogue/search-filters.ts';
import { getQueryVocabulary, parseQuery } from '../../lib/catalogue/search-query.ts';
import { selectSignificantWords, tokenizeQuery } from '../../lib/catalogue/tokenize.ts';
import { explain } from '../../lib/explain/explain.ts';
import { describeMessageId } from '../../lib/format/message-id.ts';
import { decodePaste } from '../../lib/paste/decode-paste.ts';
import type { Finding } from '../../lib/paste/finding.ts';
import { CUT_OFF_TEXT } from '../../lib/paste/finding.ts';
import { findTitleBelowState } from '../../lib/paste/title-below.ts';

export interface CommandAnswer {
  /** Best meaning first. */
  entries: readonly Entry[];
  /** Codes that the catalogue does not know. */
  unknown: readonly string[];
  /** Explanations of the codes in the text. Empty after a search by words. */
  findings: readonly Finding[];
  /** Number of failures in a long text whose kind was dropped. */
  left?: number;
  /** Suggestions similar to an unknown code. Not part of the answer. */
  neighbours: readonly Entry[];
  /** Set if the entries are guesses: the text has no code (`none`), or a number that may be anything (`unsure`). */
  guessed?: 'none' | 'unsure';
  /** Why nothing can be found: `There is no provider "nobody". Known: …`, or the text is a message id. */
  faults?: readonly string[];
}

export interface AnswerSetting {
  catalogue: Catalogue;
  provider?: string;
}

/**
 * Maximum length of a text whose words are searched: a one-line question, or a title below a message state. A log is not searched.
 */
const MAX_WORDS_LENGTH = 300;
const MAX_RESULTS = 10;
/** If the best entry has less than this share of the words, nothing matches well, and only the nearest are worth a look. */
const MIN_MET_SHARE = 0.66;
const MAX_NEAR_RESULTS = 2;

/** Answers a code, a message, a payload or words. */
export function answerText(text: string, setting: AnswerSetting): CommandAnswer {
  const { catalogue, provider } = setting;
  const named = catalogue.byKey.get(text);
  if (named) return { entries: [named], unknown: [], findings: [], neighbours: [] };
  const id = describeMessageId(text);
  if (id) return { ...answerFindings([], setting), faults: [`${id.title} ${id.text}`] };
  // A payload can be truncated inside its code.
  const isPayload = /[{[]\s?"/.test(text);
  const isLine = text.length <= MAX_WORDS_LENGTH && !/[\r\n]/.test(text.trim());
  const bare = isLine ? answerCodes(text, setting) : null;
  if (bare && !isPayload) return bare;
  // A filter is part of a search, never of a payload.
  const isSearch = text.length <= MAX_WORDS_LENGTH && /(?:^|\s)provider:\w/.test(text);
  const findings = isSearch ? [] : decodePaste(text, catalogue, provider ? { provider } : {});
  if (findings.length > 0) return answerFindings(findings, setting);
  if (bare) return bare;
  const words = isLine ? text : findTitleBelowState(text);
  return words === null ? answerFindings([], setting) : answerWords(words, setting);
}

/**
 * Answers the arguments of a command. If each is a code, a payload or a quoted text, answers each separately; otherwise
 * joins them to one text.
 */
export function answerEach(texts: readonly string[], setting: AnswerSetting): readonly CommandAnswer[] {
  const whole = texts.join(' ').trim();
  const standsAlone = (text: string) =>
    /[\s{[]/.test(text.trim()) || setting.catalogue.byKey.has(text) || answerCodes(text, setting) !== null;
  const isOne = texts.length < 2 || whole.startsWith('+') || answerCodes(whole, setting) !== null;
  if (isOne || !texts.every(standsAlone)) return [answerText(whole, setting)];
  return texts.map((text) => answerText(text.trim(), setting));
}

export function mergeAnswers(answers: readonly CommandAnswer[]): CommandAnswer {
  const isGuessed = answers.every(({ guessed }) => guessed);
  const guessed = isGuessed ? answers[0]?.guessed : undefined;
  return {
    entries: removeDuplicates(answers.flatMap(({ entries }) => entries)),
    unknown: [...new Set(answers.flatMap(({ unknown }) => unknown))],
    findings: answers.flatMap(({ findings }) => findings),
    left: answers.reduce((sum, { left = 0 }) => sum + left, 0),
    neighbours: [],
    ...(guessed && { guessed }),
  };
}

/** Returns true if a code, a key or a filter found an entry, not words alone. */
export const isFound = ({ entries, guessed }: CommandAnswer): boolean => entries.length > 0 && !guessed;

/** Matches text that can only be a code, although the catalogue lacks it: a long number, a constant, a Bird code, a range. */
const CODE_SHAPE = /^(?:#?\d{8,30}|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|E\d{5}|\d{3,7}-\d{3,7})$/;

/**
 * Returns true for symbols such as `PENDING` and `InvalidParameter.TextNotEmpty`. Everyday words such as `expired`
 * count only if the provider is given.
 */
function isWholeCode(text: string, { catalogue, provider }: AnswerSetting): boolean {
  const meanings = /\D/.test(text) ? catalogue.meaningsOf(text) : [];
  if (meanings.length === 0) return false;
  return /[^a-z]/.test(text) || meanings.some((entry) => entry.provider === provider);
}

/** Answers a text that consists only of codes, which needs no evidence. Returns null for any other text. */
function answerCodes(text: string, setting: AnswerSetting): CommandAnswer | null {
  const { catalogue } = setting;
  const { codes, words, provider: said } = parseQuery(text, getQueryVocabulary(catalogue));
  if (isWholeCode(text, setting)) return answerFindings([createCodeFinding(text, null, setting)], setting);
  if (codes.length === 0 || words !== '') {
    return CODE_SHAPE.test(text) && codes.length === 0
      ? answerFindings([createCodeFinding(text, null, setting)], setting)
      : null;
  }
  const inner = setting.provider ?? said ?? undefined;
  const place = { ...setting, ...(inner && { provider: inner }) };
  const [code = '', subcode, ...more] = codes;
  const isPair = subcode && more.length === 0 && findEntriesForSubcode(code, subcode, catalogue).length > 0;
  const asked = isPair ? [[code, subcode] as const] : codes.map((each) => [each, null] as const);
  const findings = asked.map(([one, sub]) => createCodeFinding(one, sub, place));
  return {
    ...answerFindings(findings, place),
    entries: findings.flatMap(({ entry, others }) => (entry ? [entry, ...others] : [])),
  };
}

function createCodeFinding(
  code: string,
  subcode: string | null,
  { catalogue, provider }: AnswerSetting,
): Finding {
  return {
    ...explain({ code, subcode, provider }, catalogue),
    count: 1,
    cause: null,
    places: [],
    until: null,
    wording: null,
  };
}

/**
 * Answers a text by searching its words. A short number among words may be anything (`order 470`), so it counts as a
 * code only if the words match that code too, or if the query has a filter (`provider:gupshup 1003`).
 */
function answerWords(text: string, { catalogue, provider }: AnswerSetting): CommandAnswer {
  const search = getSearch(catalogue);
  const place = provider ? { provider } : {};
  const { rest, hasFilters, problems } = parseFilters(text, catalogue);
  const { codes, words } = parseQuery(rest, getQueryVocabulary(catalogue));
  const sure = codes.filter((code) => code.length >= 5);
  const about = new Set(words === '' ? [] : search.find(words, place, 1_000).map(({ entry }) => entry));
  const found = search
    .find(text, place, MAX_RESULTS)
    .filter(({ entry }) => hasFilters || codes.length === sure.length || about.has(entry));
  const [nearest] = found;
  const searched = selectSignificantWords(tokenizeQuery(words));
  const met = searched.filter((word) =>
    search.find(word, place, 1_000).some(({ entry }) => entry === nearest?.entry),
  );
  if (met.length < searched.length * MIN_MET_SHARE) found.splice(MAX_NEAR_RESULTS);
  return {
    ...(!hasFilters && { guessed: codes.length > 0 ? 'unsure' : 'none' }),
    entries: found.filter(({ kind }) => kind !== 'neighbour').map(({ entry }) => entry),
    unknown: sure.filter((code) => catalogue.meaningsOf(code).length === 0),
    findings: [],
    neighbours: found.filter(({ kind }) => kind === 'neighbour').map(({ entry }) => entry),
    faults: problems,
  };
}

/** Removes duplicate entries and keeps the first, because the text near a code may have refined one of them. */
function removeDuplicates(entries: readonly Entry[]): readonly Entry[] {
  const keys = new Set<string>();
  return entries.filter(({ key }) => !keys.has(key) && keys.add(key));
}

/** Returns the meaning of each finding, in order, then the alternatives of ambiguous ones. */
export function answerFindings(findings: readonly Finding[], { catalogue }: AnswerSetting): CommandAnswer {
  const best = findings.flatMap(({ entry }) => (entry ? [entry] : []));
  const others = findings.flatMap((each) => (each.ambiguous || each.wording ? each.others : []));
  const strange = findings.filter(({ entry }) => !entry);
  const unknown = [...new Set(strange.map(({ code }) => code))];
  return {
    entries: removeDuplicates([...best, ...others]),
    unknown,
    findings,
    neighbours:
      best.length > 0 || strange[0]?.family === CUT_OFF_TEXT
        ? []
        : unknown.slice(0, 1).flatMap((code) => findNearestCodes(code, catalogue)),
  };
}
