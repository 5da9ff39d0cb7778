// The interface of the npm package, under semantic versioning. The package gets these declarations and comments as
// `index.d.ts`, so they refer to no internal type.

import type { Entry as InternalEntry } from '../../data/schema.ts';
import { findMeanings } from '../../lib/answer/answer.ts';
import { answerText } from '../../lib/answer/answer-text.ts';
import { decideRow } from '../../lib/answer/explain/decide-row.ts';
import { explain } from '../../lib/answer/explain/explain.ts';
import { createPublishedCodeRows } from '../../lib/answer/format/code-rows.ts';
import { toEntryJson } from '../../lib/answer/format/entry-json.ts';
import type { Finding as InternalFinding } from '../../lib/answer/paste/finding.ts';
import { getRowTurn, withPlan } from '../../lib/answer/plan/apply-plan.ts';
import { readMessageStatus } from '../../lib/answer/plan/message-status.ts';
import {
  type PlannedFailure,
  planFailures,
} from '../../lib/answer/plan/plan-failures.ts';
import { summarizePlans } from '../../lib/answer/plan/plan-summary.ts';
import { createTimeColumn } from '../../lib/answer/plan/read-time.ts';
import { resolveProvider } from '../../lib/answer/resolve-provider.ts';

import { findLastSeenDate } from '../../lib/catalogue/data-freshness.ts';
import { getCodeIndex } from '../../lib/catalogue/get-code-index.ts';
import { getSearch } from '../../lib/catalogue/search/search.ts';
import { checkPreflight } from '../../lib/checks/preflight/preflight.ts';
import { detect, isConfident } from '../../lib/detect/detect.ts';
import { maskText } from '../../lib/masking/mask-text.ts';
import { getCatalogueMasking } from '../catalogue-masking.ts';
import type {
  ProviderId,
  PublishedCatalogue,
  PublishedEntry,
} from './catalogue-types.ts';
import { toInputText } from './input-text.ts';
import { openCatalogue } from './open-catalogue.ts';

/** Whether to send the same message again, and what to do. */
interface Verdict {
  /** Who can resolve the failure. */
  turn: PublishedEntry['turn'];
  /**
   * - `no`: never send it again.
   * - `after-fix`: only after someone has done `next`, or looked whether a wait of `waitSeconds` has helped.
   * - `later`: after `waitSeconds`. If it is null, ask someone.
   * - `backoff`: with growing pauses, the first of `waitSeconds`.
   * - `once`: one more try, then give up.
   */
  retry: PublishedEntry['retry'];
  /** The shortest useful pause, from the failure on. Null if no time is known. */
  waitSeconds: number | null;
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
  /** The entry's verdict, adjusted for the text next to the code. Null if the catalogue does not have the code. */
  verdict: Verdict | null;
  /** What to do now. Null if nothing failed. */
  plan: PlanName | null;
  /** What decided the plan, if it is not the code alone. */
  reason: string | null;
  /** When the message may go (ISO 8601), if it may go later and the text has the time of the failure. */
  sendAfter: string | null;
  /** True if the text does not decide between `entry` and `others`: somebody has to check. Then pass the provider. */
  ambiguous: boolean;
  /** The code's other meanings, best first. */
  others: readonly Entry[];
  /** Number of failures in the text with this code. */
  count: number;
  /** The code of the text that this one only passes on. Its own finding comes first. */
  cause: string | null;
  /** What the text next to the code adds to the meaning. */
  detail: string | null;
  /** The sender's message next to the code, as it is in the text. Untrusted, and it can contain personal data: see `mask`. */
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

/** What is known of one message. Texts are as the provider writes them. */
export interface FailedMessage extends ProviderOption {
  code: string | number;
  subcode?: string | number | undefined;
  /** The sender's words about the failure. */
  details?: string | undefined;
  recipient?: string | undefined;
  /** Time of the failure. The texts of all messages decide together what `03/04/2026` is. */
  time?: string | number | Date | undefined;
  status?: string | undefined;
  message?: string | undefined;
  template?: string | undefined;
  /** Number of failures with this code that came before. */
  earlierAttempts?: number | undefined;
  /** End of the 24-hour window for free text. */
  windowEnd?: Date | undefined;
}

/** `check`: a person has to look at it. */
type PlanName = 'now' | 'slowly' | 'wait' | 'fix' | 'never' | 'check';

interface Plan {
  /**
   * One for each message, in their order. `plan` is null if it did not fail. `reason` is what decided it, if it is not the
   * code alone. `sendAfter` is when it may go (ISO 8601), if it may go later and the time is known. `entry` is a key, if the meaning is certain.
   */
  messages: readonly {
    plan: PlanName | null;
    turn: PublishedEntry['turn'] | null;
    reason: string | null;
    sendAfter: string | null;
    entry: string | null;
  }[];
  /** Messages, and distinct recipients that are known. */
  counts: Readonly<Record<PlanName, { rows: number; people: number }>>;
  notFailed: number;
  /** What has to be fixed, most common first. */
  causes: readonly {
    entry: string;
    template: string | null;
    next: string;
    rows: number;
    people: number;
  }[];
}

/** The id of a provider, or its name in any case. */
type ProviderName = ProviderId | (string & {});

/** A mismatch of a message and its template, or a mistake in a template. */
export interface Mismatch {
  /** Id of the rule that is broken. `input`: the part can't be read. */
  rule: string;
  /** What Meta answers, and the key of the entry. Null if no code is documented. */
  code: string | null;
  subcode: string | null;
  entry: string | null;
  /** True if no sure source has the rule, or the code of the answer. */
  hint: boolean;
  in: 'template' | 'request';
  /** `template.components[0].parameters[1]` */
  path: string;
  message: string;
  /** The name or type in the input that it is about. Untrusted. */
  value: string | null;
  /** Address of the page with the rule. */
  source: string;
}

/** The time at which `explain` decides. */
interface ExplainOptions extends ProviderOption {
  now?: Date;
}

/** How `plan` decides. */
interface PlanOptions extends ProviderOption {
  now?: Date;
  /** IANA name of the zone of times that name none: `Europe/Madrid`. Without it, such times are uncertain by a day. */
  timeZone?: string | undefined;
}

export interface ProviderOption {
  /** The provider whose codes they are: `meta`, `twilio`, `gupshup`, `360dialog` … */
  provider?: ProviderName | undefined;
}

/**
 * Explains a code, an error message, a payload (text, bytes or parsed), an error of a program, or a log.
 *
 * @throws TypeError if the input has another type, RangeError if the provider is unknown.
 */
function explainInput(
  input: string | number | object,
  { provider, now = new Date() }: ExplainOptions = {},
): Answer {
  const nowMs = now.getTime();
  const answer = answerText(toInputText(input).trim(), createSetting(provider));

  const {
    findings,
    statuses,
    unknown,
    suggestions,
    droppedCount: left,
  } = answer;

  const near =
    findings.length + statuses.length > 0
      ? suggestions
      : [...answer.entries, ...suggestions];

  return {
    findings: findings.map((one) => toFinding(one, nowMs)),
    statuses: statuses.map((one) => toFinding(one, nowMs)),
    unknown,
    suggestions: near.map((entry) => toEntry(entry)),
    left,
  };
}

/**
 * Returns all meanings of a code, best first: those of the given provider, then the others.
 *
 * @param code `131047`, `MISSING_TOKEN`, `100/2494179` with a subcode, or the key of an entry.
 * @throws TypeError if the input has another type, RangeError if the provider is unknown.
 */
export function lookUp(
  code: string | number,
  provider?: ProviderName,
): readonly Entry[] {
  expectType(code, 'string', 'number');
  return findMeanings(String(code), createSetting(provider)).map((entry) =>
    toEntry(entry),
  );
}

/**
 * Searches codes, titles and words, and tolerates typing errors. Filters narrow the results: `provider:`, `owner:`, `retry:`, `class:`.
 *
 * @throws TypeError if the input has another type, RangeError if the provider is unknown.
 */
function searchWords(
  words: string,
  { provider, limit = 10 }: ProviderOption & { limit?: number } = {},
) {
  expectType(words, 'string');

  const found = getSearch(openCatalogue()).find(
    words,
    createSetting(provider),
    limit,
  );

  return found.map(({ entry }) => toEntry(entry));
}

/**
 * Finds error codes in a text, and tells them from other numbers.
 *
 * @throws TypeError if the input has another type, RangeError if the provider is unknown.
 */
function detectCodes(
  text: string,
  { provider }: ProviderOption = {},
): readonly Hit[] {
  expectType(text, 'string');

  const { catalogue, ...context } = createSetting(provider);

  const hits = detect(text, getCodeIndex(catalogue), context).filter(
    isConfident,
  );

  return hits.map(({ start, end, code, subcode, confidence, meanings }) => {
    return {
      start,
      end,
      code,
      subcode,
      confidence,
      keys: meanings.map(({ key }) => key),
    };
  });
}

/**
 * Plans what to do with failed messages: each has one plan, which can depend on the others, such as a later failure of
 * the same recipient. What is unknown is never sent again.
 *
 * @throws TypeError if the input is no list, RangeError if a provider is unknown.
 */
function planMessages(
  messages: readonly FailedMessage[],
  { provider, now = new Date(), timeZone }: PlanOptions = {},
): Plan {
  if (!Array.isArray(messages))
    throw new TypeError('Expected a list of messages');
  for (const message of messages) {
    expectType(message, 'object');
    if (Array.isArray(message))
      throw new TypeError('Expected object, got array');
  }

  const nowMs = now.getTime();
  const column = createTimeColumn('', nowMs, { timeZone });

  const times = messages.map(({ time }) =>
    column.read(time instanceof Date ? time.toISOString() : String(time ?? '')),
  );

  const failures = messages.map(
    ({ code, subcode, details = '', status, windowEnd, ...message }, at) => {
      const { catalogue, ...setting } = createSetting(
        message.provider ?? provider,
      );

      const { entry, ambiguous } = explain(
        {
          code: String(code),
          subcode: subcode ? String(subcode) : null,
          nearby: details,
          ...setting,
        },
        catalogue,
      );

      const time = column.resolve(times[at] ?? 'empty');
      const failedAt = typeof time === 'string' ? null : time;

      return {
        ...message,
        entry,
        ambiguous,
        earlierAttempts: message.earlierAttempts ?? 0,
        failedAtMs: failedAt?.ms ?? null,
        isZoneOpen: failedAt?.zone === 'open',
        status: status
          ? (readMessageStatus(status) ?? ('other' as const))
          : undefined,
        windowEndMs: windowEnd?.getTime() ?? null,
      };
    },
  );

  const planned = planFailures(failures, openCatalogue(), nowMs);
  const { counts, notFailed, causes } = summarizePlans(failures, planned);

  return {
    messages: planned.map((decided, at) => {
      const { entry = null, ambiguous = false } = failures[at] ?? {};
      const turn = entry && getRowTurn(entry.verdict.turn, decided);
      const isKnown = entry !== null && !ambiguous;

      return {
        ...toPlannedRow(decided),
        turn: isKnown && decided.plan ? turn : null,
        entry: isKnown ? entry.key : null,
      };
    }),
    counts,
    notFailed,
    causes: causes.flatMap(({ planned, entry: { key, next }, ...cause }) =>
      planned.plan === 'fix' ? { ...cause, entry: key, next } : [],
    ),
  };
}

/**
 * Checks the body of a request to `/messages` against its template, or a template before it is submitted.
 *
 * @param input Both parsed or as JSON, in any wrapping. `template` is the answer of the Graph API, or a list with languages.
 */
export function check(input: { template: unknown; request?: unknown }): {
  findings: readonly Mismatch[];
} {
  expectType(input, 'object');
  return { findings: checkPreflight(input, openCatalogue()) };
}

/**
 * Masks phone numbers, secrets, names, message texts and other personal data in a text. Error codes and line breaks stay. The first
 * call takes half a second longer.
 */
export function mask(text: string): string {
  expectType(text, 'string');
  return maskText(getCatalogueMasking(openCatalogue()).splitIntoParts(text));
}

/** Returns the whole catalogue as data, in the form of `catalogue.schema.json`. */
export function getCatalogue(): PublishedCatalogue {
  const catalogue = openCatalogue();
  const { version, sources, providers } = catalogue;
  const revision = import.meta.env.CATALOGUE_REVISION;

  return {
    $schema: 'catalogue.schema.json',
    version,
    date: findLastSeenDate(sources),
    revision,
    entries: catalogue.entries.map(toEntryJson),
    codes: createPublishedCodeRows(catalogue),
    sources: [...sources],
    providers: [...providers],
  };
}

/** @throws TypeError */
function expectType(value: unknown, ...types: readonly string[]): void {
  const type = value === null ? 'null' : typeof value;
  if (!types.includes(type))
    throw new TypeError(`Expected ${types.join(' or ')}, got ${type}`);
}

function createSetting(provider: string | undefined) {
  const catalogue = openCatalogue();

  return {
    catalogue,
    ...(provider !== undefined && {
      provider: resolveProvider(provider, catalogue),
    }),
  };
}

function toEntry(entry: InternalEntry): Entry {
  const json = toEntryJson(entry);
  const { turn, retry, wait, next } = json;

  return {
    ...json,
    verdict: {
      turn,
      retry,
      waitSeconds: wait,
      next,
    },
  };
}

/** Returns what is decided for a row, as data. */
function toPlannedRow({
  plan,
  reason,
  sendAfterMs,
}: Pick<PlannedFailure, 'plan' | 'reason' | 'sendAfterMs'>) {
  const sendAfter =
    sendAfterMs === null ? null : new Date(sendAfterMs).toISOString();

  return { plan, reason, sendAfter };
}

/** Returns an entry with the verdict of a code that is not decided: somebody has to check. */
function toOpenEntry(entry: InternalEntry | null): InternalEntry | null {
  const catalogue = openCatalogue();
  const [planned] = planFailures([{ entry, ambiguous: true }], catalogue, 0);

  return withPlan(entry, planned, catalogue);
}

function toFinding(finding: InternalFinding, nowMs: number): Finding {
  const { code, subcode, ambiguous, count, cause, said, others } = finding;
  const decided = decideRow(finding, openCatalogue(), { nowMs });
  const { planned, detail } = decided;
  const own = ambiguous ? toOpenEntry(finding.entry) : decided.entry;

  const entry = own && toEntry(own);

  return {
    code,
    subcode,
    entry,
    verdict: entry?.verdict ?? null,
    ...toPlannedRow(
      planned ?? { plan: 'check', reason: null, sendAfterMs: null },
    ),
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
  type Hit,
  type Plan,
  type ProviderId,
  type PublishedCatalogue as Catalogue,
  planMessages as plan,
  searchWords as search,
  type Verdict,
};
