import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { namesEntry } from '../catalogue/entry-names.ts';
import { findNearestCodes } from '../catalogue/nearest-codes.ts';
import { findEntriesForSubcode } from '../catalogue/rank-entries.ts';
import {
  getSearch,
  type Search,
  type SearchContext,
  type SearchResult,
} from '../catalogue/search/search.ts';
import {
  type ParsedFilters,
  parseFilters,
} from '../catalogue/search/search-filters.ts';
import {
  getQueryVocabulary,
  parseQuery,
} from '../catalogue/search/search-query.ts';
import {
  selectSignificantWords,
  tokenizeQuery,
} from '../catalogue/search/tokenize.ts';
import { getOrInsert, memoize } from '../core/get-or-insert.ts';
import { listQueriedNumbers } from '../structure/query-conditions.ts';
import { explain } from './explain/explain.ts';
import { findStates } from './paste/find-states.ts';
import { CUT_OFF_TEXT, type Finding, NO_OCCURRENCE } from './paste/finding.ts';
import { readException } from './paste/read-exception.ts';
import { findTitleBelowState } from './paste/title-below.ts';
import { findResponseHint, type ResponseHint } from './response-hint.ts';
import {
  findMessageId,
  isPayload,
  isShortQuestion,
  isText,
} from './text-form.ts';

export interface Answer {
  /** What failed, or the codes that were asked about, explained, in order of appearance. Empty if only words matched. */
  findings: readonly Finding[];
  /** What a report says of messages that did not fail: a status of success is no failure. */
  statuses: readonly Finding[];
  /** The meanings of the codes, or the entries that the words match. Best first. */
  entries: readonly Entry[];
  unknown: readonly string[];
  /** Codes that an unknown or misspelt one may mean, or its meanings at providers other than the named one. Never the answer. */
  suggestions: readonly Entry[];
  /** Why `entries` is a guess: the text has no code (`none`), or a number that may be anything (`unsure`). Null if it is certain. */
  guessed: 'none' | 'unsure' | null;
  /** The text is the name of the first entry of a guess: `FLAGGED`, `template paused`; not an everyday word: `Failed`. */
  isName: boolean;
  /** 0 to 1: the share of the words that the first entry of a guess has. */
  share: number;
  /** Everything that the search lists for a query: the answer, then longer codes and other texts. */
  results: readonly SearchResult[];
  filters: ParsedFilters | null;
  /** The text is only this message id, which contains no code. */
  messageId: string | null;
  /** The text has the status of a response, but not the body that has the code. */
  hint: ResponseHint | null;
  droppedCount: number;
}

export interface AnswerSetting extends SearchContext {
  catalogue: Catalogue;
  /** Searches the catalogue in English, if `catalogue` is translated. */
  find?: Search['find'];
  limit?: number;
}

/** If the best entry has less than this share of the words, nothing matches well, and only the nearest are worth a look. */
const MIN_MET_SHARE = 0.66;
const MAX_NEAR_RESULTS = 2;
const MAX_ENTRIES = 10;

export const NO_ANSWER: Answer = {
  findings: [],
  statuses: [],
  entries: [],
  unknown: [],
  suggestions: [],
  guessed: null,
  isName: false,
  share: 1,
  results: [],
  filters: null,
  messageId: null,
  hint: null,
  droppedCount: 0,
};

/** Answers the name of an error that a printed response has, or else says where its code is. */
function answerHint(
  hint: ResponseHint,
  title: string | null,
  setting: AnswerSetting,
): Answer {
  const named = title
    ? answerWords(title, search(title, setting), setting)
    : null;

  return named && named.entries.length > 0 ? named : { ...NO_ANSWER, hint };
}

/** Answers a code or words at once. Returns null for a text whose failures have to be read first: see `answerReading`. */
export function answerQuestion(
  text: string,
  setting: AnswerSetting,
): Answer | null {
  if (isPayload(text)) return null;

  const { catalogue } = setting;
  const asked = text.trim();
  const named = catalogue.byKey.get(asked);

  if (named)
    return {
      ...NO_ANSWER,
      entries: [named],
      results: [{ entry: named, kind: 'exact' }],
    };

  // A code may have spaces (`ack error 403`) or follow a provider's name (`Exotel 30007`).
  if (
    isText(asked) &&
    !isWholeCode(asked, setting) &&
    !isCodeBesideProvider(asked, setting)
  )
    return null;

  if (asked === '') return NO_ANSWER;
  if (readException(asked)) return answerReading(asked, [], setting);

  const messageId = findMessageId(asked);
  if (messageId) return { ...NO_ANSWER, messageId };

  const filters = parseFilters(asked, catalogue);
  if (filters.hasFilters) return answerFilteredQuery(asked, filters, setting);

  const states = findStates(asked, catalogue);
  if (states.length > 0) {
    const read = answerReading(asked, states, setting);

    return {
      ...read,
      results: read.entries.map((entry) => ({ entry, kind: 'exact' })),
    };
  }

  const codes = answerCodes(asked, setting);
  const results = search(asked, setting);

  // A provider's name for an error may have the form of a code: `DISPLAY_NAME_PENDING`.
  const isName =
    codes?.entries.length === 0 && asked.includes('_') && results.some(isMatch);

  // `PENDING`: several objects have the state, and no field says which.
  const isBareState = codes?.findings.some(
    ({ entry, ambiguous }) => ambiguous && entry?.state,
  );

  if (codes && !isName && (setting.provider || !isBareState))
    return { ...codes, results, filters };

  return { ...answerWords(asked, results, setting), filters };
}

/** Answers a query where there is no engine: a text is searched by its words, else by what in it may be a code. */
export function answerQuery(text: string, setting: AnswerSetting): Answer {
  const answer = answerQuestion(text, setting);
  if (answer) return answer;

  const read = answerReading(text, [], setting);
  const { codes } = parseQuery(text, getQueryVocabulary(setting.catalogue));
  if (read.results.length > 0 && codes.length === 0) return read;

  const results = search(text, setting);
  // A subcode with its code: `code 190 error_subcode 463`.
  const [first] = results;
  const isSubcode = first?.kind === 'exact' && first.entry.subcode;

  return read.results.length > 0 && !isSubcode ? read : { ...read, results };
}

/** Answers what `readPaste` has read. Without failures, the words of one line or of a question are searched, never a log. */
export function answerReading(
  text: string,
  findings: readonly Finding[],
  setting: AnswerSetting,
  droppedCount = 0,
): Answer {
  if (findings.length > 0) {
    const statuses = findings.filter(({ entry }) => entry?.success);
    const failures = findings.filter(({ entry }) => !entry?.success);
    const found = answerFindings(failures, setting);
    const fine = statuses.flatMap(({ entry }) => entry ?? []);

    return {
      ...found,
      statuses,
      entries: removeDuplicates([...found.entries, ...fine]),
      droppedCount,
    };
  }

  // Codes that a query of a database looks for are explained, but nothing failed.
  const queried = answerCodes(listQueriedNumbers(text).join(' '), setting);
  if (queried) return { ...queried, findings: [] };

  const isLine = isShortQuestion(text);
  const asked = isLine ? text.trim().replace(/\s+/g, ' ') : text;
  const messageId = findMessageId(asked);
  if (messageId) return { ...NO_ANSWER, messageId };

  const said = readException(asked);
  const title = said ? null : findTitleBelowState(asked);
  const hint = said ? null : findResponseHint(text);
  if (hint) return answerHint(hint, title, setting);

  const words = said?.message ?? (isLine ? asked : title);
  if (!words) return NO_ANSWER;

  const scoped = said?.provider
    ? { ...setting, provider: said.provider }
    : setting;

  const results = search(words, scoped);

  // The status of the response tells apart what has the same words.
  const getFit = ({ entry }: SearchResult) =>
    Number(said !== null && entry.http === said.http);

  return answerWords(
    words,
    said ? results.toSorted((a, b) => getFit(b) - getFit(a)) : results,
    scoped,
  );
}

/** Returns the meaning of each finding, in order, then the alternatives of ambiguous ones. */
export function answerFindings(
  findings: readonly Finding[],
  { catalogue }: AnswerSetting,
): Answer {
  const best = findings.flatMap(({ entry }) => entry ?? []);

  const others = findings.flatMap((each) =>
    each.ambiguous || each.wording ? each.others : [],
  );

  const strange = findings.filter(({ entry }) => !entry);
  const unknown = [...new Set(strange.map(({ code }) => code))];
  const isCutOff = strange[0]?.family === CUT_OFF_TEXT;
  const [first = ''] = best.length > 0 || isCutOff ? [] : unknown;
  const elsewhere = catalogue.meaningsOf(first);

  return {
    ...NO_ANSWER,
    findings,
    entries: removeDuplicates([...best, ...others]),
    unknown,
    suggestions:
      elsewhere.length > 0 ? elsewhere : findNearestCodes(first, catalogue),
  };
}

export function mergeAnswers(answers: readonly Answer[]): Answer {
  const [first = NO_ANSWER, ...more] = answers;
  if (more.length === 0) return first;

  return {
    ...NO_ANSWER,
    findings: answers.flatMap(({ findings }) => findings),
    statuses: answers.flatMap(({ statuses }) => statuses),
    entries: removeDuplicates(answers.flatMap(({ entries }) => entries)),
    unknown: [...new Set(answers.flatMap(({ unknown }) => unknown))],
    guessed: answers.every(({ guessed }) => guessed) ? first.guessed : null,
  };
}

/** Returns the finding of a text that is one known code, which needs no list. */
export function getSoleFinding(answer: Answer | null): Finding | null {
  const [sole, ...others] = answer?.findings ?? [];
  return sole?.entry && others.length === 0 ? sole : null;
}

/** Returns true if a code, a key or a filter found an entry, not words alone. */
export const isFound = ({ entries, guessed }: Answer): boolean =>
  entries.length > 0 && !guessed;

/** Matches text that can only be a code, although the catalogue lacks it: a long number, a constant, a Bird code, a range. */
const CODE_SHAPE =
  /^(?:#?\d{8,30}|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|E\d{5}|\d{2,7}-\d{3,7})$/;

/** Answers a text that consists only of codes, which needs no evidence. Returns null for any other text. */
export function answerCodes(
  text: string,
  setting: AnswerSetting,
): Answer | null {
  const { catalogue } = setting;

  const {
    codes,
    words,
    provider: said,
  } = parseQuery(text, getQueryVocabulary(catalogue));

  const isShaped = codes.length === 0 && CODE_SHAPE.test(text);

  if (isShaped || isWholeCode(text, setting))
    return answerFindings([createCodeFinding(text, null, setting)], setting);

  if (codes.length === 0 || words !== '') return null;

  const scoped = { ...setting, provider: said ?? setting.provider };
  const [code = '', subcode, ...more] = codes;

  const isPair =
    subcode &&
    more.length === 0 &&
    findEntriesForSubcode(code, subcode, catalogue).length > 0;

  const asked = isPair
    ? [[code, subcode] as const]
    : codes.map((each) => [each, null] as const);

  const findings = asked.map(([one, sub]) =>
    createCodeFinding(one, sub, scoped),
  );

  return {
    ...answerFindings(findings, scoped),
    entries: removeDuplicates(
      findings.flatMap(({ entry, others }) =>
        entry ? [entry, ...others] : [],
      ),
    ),
  };
}

/** Returns all meanings of a code, or the entry of a key, best first. For callers that ask for a code only. */
export function findMeanings(
  code: string,
  setting: AnswerSetting,
): readonly Entry[] {
  const asked = code.trim();
  const named = setting.catalogue.byKey.get(asked);
  if (named) return [named];

  const found = answerCodes(asked, setting)?.entries ?? [];
  if (found.length > 0) return found;

  const [main = '', subcode = null] = asked.split('/');
  const { entry, others } = createCodeFinding(main, subcode, setting);

  return entry ? [entry, ...others] : [];
}

/** Returns true for `InvalidParameter.TextNotEmpty`, for `expired` only if the provider is given. */
function isWholeCode(
  text: string,
  { catalogue, provider }: AnswerSetting,
): boolean {
  const meanings = /\D/.test(text) ? catalogue.meaningsOf(text) : [];
  if (meanings.length === 0) return false;

  return (
    /[^a-z]/.test(text) || meanings.some((entry) => entry.provider === provider)
  );
}

function isCodeBesideProvider(
  text: string,
  { catalogue }: AnswerSetting,
): boolean {
  const { codes, words, provider } = parseQuery(
    text,
    getQueryVocabulary(catalogue),
  );

  const isKnown = (code: string) => catalogue.meaningsOf(code).length > 0;

  return (
    provider !== null &&
    words === '' &&
    codes.length > 0 &&
    codes.every(isKnown)
  );
}

function createCodeFinding(
  code: string,
  subcode: string | null,
  setting: AnswerSetting,
): Finding {
  const { catalogue, host, path, provider } = setting;

  return {
    ...explain(
      {
        code,
        subcode,
        host,
        path,
        provider,
      },
      catalogue,
    ),
    ...NO_OCCURRENCE,
  };
}

/** Answers a query with filters: all entries that match, and the explanation of its only code. */
function answerFilteredQuery(
  text: string,
  filters: ParsedFilters,
  setting: AnswerSetting,
): Answer {
  // Filter matches can be counted exactly; word matches are limited to the best.
  const results = search(text, setting, setting.catalogue.entries.length);
  const found = results.filter(isMatch).map(({ entry }) => entry);
  const [best] = results;

  const scoped = filters.provider
    ? { ...setting, provider: filters.provider }
    : setting;

  return {
    ...NO_ANSWER,
    filters,
    results,
    entries: found.slice(0, MAX_ENTRIES),
    findings:
      best?.kind === 'exact'
        ? [
            createCodeFinding(
              best.entry.code,
              best.entry.subcode ?? null,
              scoped,
            ),
          ]
        : [],
    suggestions: found.length > 0 ? [] : results.map(({ entry }) => entry),
  };
}

/** Answers by words. A short number (`order 470`) is a code only if they match it or name a provider. */
function answerWords(
  text: string,
  found: readonly SearchResult[],
  setting: AnswerSetting,
): Answer {
  const { catalogue } = setting;

  const { codes, words, provider } = parseQuery(
    text,
    getQueryVocabulary(catalogue),
  );

  const asked = tokenizeQuery(text).filter((word) => /^\d/.test(word));
  const sure = codes.filter((code) => provider || code.length >= 5);
  const isUnsure = words !== '' && codes.length > sure.length;

  const about = new Set(
    isUnsure ? search(words, setting, 1_000).map(({ entry }) => entry) : [],
  );

  const results = isUnsure
    ? found.filter(({ entry }) => about.has(entry))
    : found;

  const matches = results.filter(isMatch).map(({ entry }) => entry);
  const guide = catalogue.guides.find((one) => one === matches[0]);

  const isOfNumber = codes.length > 0 || asked.includes(matches[0]?.code ?? '');

  const guess = isOfNumber ? 'unsure' : 'none';
  const share = guide ? 1 : computeShare(words, matches[0], setting);

  return {
    ...NO_ANSWER,
    results,
    findings: guide ? [createCodeFinding(guide.code, null, setting)] : [],
    guessed: guide ? null : guess,
    isName:
      /.\P{Ll}/su.test(text.trim()) &&
      matches[0] !== undefined &&
      namesEntry(text, matches[0]),
    share,
    entries: matches.slice(
      0,
      share < MIN_MET_SHARE ? MAX_NEAR_RESULTS : MAX_ENTRIES,
    ),
    unknown: sure.filter((code) => catalogue.meaningsOf(code).length === 0),
    suggestions: results
      .filter((result) => !isMatch(result))
      .map(({ entry }) => entry),
  };
}

/** The entries that a word alone finds. A query that is being typed asks for the same words again and again. */
const getEntriesByWord = memoize(
  (_: Catalogue) => new Map<string, ReadonlySet<Entry>>(),
);
const MAX_CACHED_WORDS = 500;

function computeShare(
  words: string,
  nearest: Entry | undefined,
  setting: AnswerSetting,
): number {
  const searched = selectSignificantWords(tokenizeQuery(words));
  if (searched.length === 0 || !nearest) return 1;

  const entriesOf = getEntriesByWord(setting.catalogue);
  if (entriesOf.size > MAX_CACHED_WORDS) entriesOf.clear();

  const findEntries = (word: string) =>
    new Set(search(word, setting, 1_000).map(({ entry }) => entry));

  const met = searched.filter((word) =>
    getOrInsert(entriesOf, word, findEntries).has(nearest),
  );

  return met.length / searched.length;
}

const isMatch = ({ kind }: SearchResult) => kind !== 'neighbour';

/** Matches the name of what went well, whose words say nothing of an error: `BUSINESS_VERIFIED`. */
const HEALTHY_NAME =
  /^(?!NOT_|ALREADY_)[A-Z]+_(?:APPROVED|VERIFIED|CONNECTED)$/;

function search(
  text: string,
  setting: AnswerSetting,
  limit?: number,
): readonly SearchResult[] {
  const {
    catalogue,
    find = getSearch(catalogue).find,
    limit: most,
    ...context
  } = setting;

  const found = find(text, context, limit ?? most);

  return HEALTHY_NAME.test(text)
    ? found.filter(({ entry }) => entry.success)
    : found;
}

/** Removes duplicate entries and keeps the first, because the text near a code may have refined one of them. */
function removeDuplicates(entries: readonly Entry[]): readonly Entry[] {
  const keys = new Set<string>();
  return entries.filter(({ key }) => !keys.has(key) && keys.add(key));
}
