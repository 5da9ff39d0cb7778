import type { Cause, Entry, Relation } from '../../../data/schema.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import {
  type Captures,
  compilePattern,
  fillTemplate,
  findPattern,
  foldCase,
  tidyText,
} from '../../catalogue/detail-pattern.ts';
import { findRelated } from '../../catalogue/relations.ts';
import { getOrInsert, memoize } from '../../core/get-or-insert.ts';
import type { Span } from '../../core/spans.ts';
import { maskMessageIds } from '../../masking/display-masking.ts';
import { createFieldPattern } from '../../structure/field-names.ts';
import { unfoldYaml } from '../../structure/unfold-yaml.ts';
import type { Explanation } from './explanation.ts';
import { parseDuration } from './parse-duration.ts';

type EntryDetail = NonNullable<Entry['details']>[number];

export interface DetailMatch extends Span {
  detail: EntryDetail;
  captures: Captures;
  weight: number;
}

export type NormalizedContext = ReturnType<typeof normalizeContext>;

/** Related entries whose details also apply: a code that a provider passes on, and the same error under another code. */
const DETAIL_RELATIONS: readonly Relation[] = [
  'behind',
  'same-cause',
  'successor',
];

const MAX_CONTEXT_LENGTH = 4_000;

export function normalizeContext(nearby: string) {
  const text = tidyText(unfoldYaml(nearby.slice(0, MAX_CONTEXT_LENGTH)));
  return { text, folded: foldCase(text) };
}

/** Returns the detail of some entries that matches the text. The most specific pattern (most letters) wins. Returns null if none matches. */
export function findDetail(
  entries: readonly Entry[],
  { text, folded }: NormalizedContext,
) {
  let best: DetailMatch | null = null;

  for (const detail of entries.flatMap(({ details = [] }) => details)) {
    for (const source of detail.match) {
      const phrase = compilePattern(source);
      if (best && phrase.weight <= best.weight) continue;
      const match = findPattern(phrase, text, folded);
      if (match) best = { detail, weight: phrase.weight, ...match };
    }
  }

  return best;
}

/** Reads the text around a code: matches the details of its entry first, then those of related entries. */
export function readContext(
  entry: Entry | null,
  beside: NormalizedContext,
  catalogue: Catalogue,
) {
  const relatives = entry
    ? findRelated(DETAIL_RELATIONS, entry, catalogue.byKey)
    : [];

  const found =
    findDetail(entry ? [entry] : [], beside) ?? findDetail(relatives, beside);

  const said = findSenderSentences(beside.text);

  if (!found)
    return {
      found,
      cause: undefined,
      detail: null,
      said: joinDistinctSentences(said, entry),
    };

  const { detail, captures, start, end } = found;
  // Quote the sender's whole sentence if it contains the match.
  const whole = said.find((each) => each.start <= start && end <= each.end);

  const owner = [entry, ...relatives].find((each) =>
    each?.details?.includes(detail),
  );

  const others = said.filter((each) => each !== whole);

  return {
    found,
    cause: findCause(owner, detail.cause),
    detail: {
      text: whole?.text ?? maskMessageIds(beside.text.slice(start, end)),
      meaning: fillTemplate(detail.meaning, captures),
      ...(detail.adds && { adds: detail.adds }),
      next: detail.next ? fillShortNext(detail.next, captures) : null,
      ...(detail.cause && { cause: detail.cause }),
    },
    said: joinDistinctSentences(others, entry),
  };
}

const decisive = new WeakMap<Entry, boolean>();

/** Whether a text next to the code may change the verdict of its entry. */
export const mayDetailDecide = (
  entry: Entry,
  { byKey }: Pick<Catalogue, 'byKey'>,
): boolean =>
  getOrInsert(decisive, entry, () =>
    [entry, ...findRelated(DETAIL_RELATIONS, entry, byKey)]
      .flatMap(({ details = [] }) => details)
      .some(({ verdict, cause }) => (verdict ?? cause) !== undefined),
  );

/** Returns the entry with the verdict, next step and remedy of the matched detail and its cause, if these have their own. */
export function withDetailVerdict(
  entry: Entry,
  { found, cause, detail }: ReturnType<typeof readContext>,
) {
  if (!found) return entry;

  const own = found.detail.verdict ?? (cause && getCauseVerdict(entry, cause));
  const { wait, ...verdict } = own ?? entry.verdict;
  const seconds = readStatedWait(found) ?? wait;

  return withDetail(
    entry,
    detail,
    { ...verdict, ...(seconds && { wait: seconds }) },
    cause,
  );
}

/** Returns the seconds that the sender says a pause lasts: `Retry-After: 120`. Null if it does not say it. */
function readStatedWait({ detail, captures }: DetailMatch): number | null {
  const { from, as, lasts = '' } = detail.window ?? {};
  if (from !== 'failure' || as !== 'retry-from') return null;

  const ms = parseDuration(fillTemplate(lasts, captures));
  return ms === null ? null : ms / 1_000;
}

/** Puts the remedy of the cause first, and leaves out steps to read what the detail quotes, and those of another verdict. */
export function withDetail(
  entry: Entry,
  detail: Explanation['detail'],
  verdict: Entry['verdict'],
  cause = findCause(entry, detail?.cause),
): Entry {
  if (!detail) return { ...entry, verdict };

  const adapt = (own: Cause | undefined, steps: Entry['steps'] = []) => [
    ...(own?.do && own.who ? [{ do: own.do, who: own.who }] : []),
    ...steps.filter((step) => {
      const isRuledOut = own?.id !== undefined && step.unless === own.id;

      return (
        !isRuledOut &&
        !READING_STEP.test(step.do) &&
        (step.retry ?? verdict.retry) === verdict.retry
      );
    }),
  ];

  const { english, next } = entry;
  const steps = adapt(cause, entry.steps);

  const translated = english && {
    ...english,
    steps: adapt(findCause(english, cause?.id) ?? cause, english.steps),
  };

  return {
    ...entry,
    verdict,
    next: detail.next ?? next,
    ...(steps.length > 0 && { steps }),
    ...(translated && { english: translated }),
  };
}

const findCause = (
  entry: Pick<Entry, 'causes'> | null | undefined,
  wanted: string | undefined,
) => entry?.causes?.find(({ id }) => id !== undefined && id === wanted);

/** Returns the verdict of a detail: its own, or that of the cause that it proves. Undefined if it changes nothing. */
export function getDetailVerdict(
  entry: Entry,
  detail: EntryDetail,
): Entry['verdict'] | undefined {
  const cause = findCause(entry, detail.cause);
  return detail.verdict ?? (cause && getCauseVerdict(entry, cause));
}

export function getCauseVerdict(
  { verdict }: Pick<Entry, 'verdict'>,
  cause: Cause,
): Entry['verdict'] {
  const { turn = verdict.turn, retry = verdict.retry, wait } = cause;
  const inherited = cause.retry ? undefined : verdict.wait;

  return {
    turn,
    retry,
    ...((wait ?? inherited) && { wait: wait ?? inherited }),
  };
}

/** Captures can be long, and the first line of a card has 90 characters with the verdict. */
const MAX_NEXT_LENGTH = 58;

function fillShortNext(next: string, captures: Captures): string | null {
  const filled = fillTemplate(next, captures);
  return filled === next || filled.length <= MAX_NEXT_LENGTH ? filled : null;
}

/** A message for people that the sender wrote next to a code: `error_data.details`, `error_user_msg`, `error_user_title`. */
type SenderSentence = Span & { text: string };

const SENTENCE_FIELDS =
  'error_?user_?msg|error_?user_?title|details|detailed_description|developer_message|possible_solution';
const SENTENCE_KEYS = createFieldPattern(SENTENCE_FIELDS, '', 'gi');
/** A step to read such a message. Needless once the message is quoted. */
const READING_STEP = new RegExp(`\\b(?:${SENTENCE_FIELDS})\\b`);
const MAX_SENTENCE_LENGTH = 600;
const MAX_SENTENCES = 6;

/** Returns the messages for people in the output of `tidyText`, in order and unchanged, in any language. */
function findSenderSentences(text: string): readonly SenderSentence[] {
  const found: SenderSentence[] = [];

  for (const match of text.matchAll(SENTENCE_KEYS)) {
    const start = match.index + match[0].length;

    if (isEmptyValue(match[0], text.slice(start, start + MAX_KEY_LENGTH)))
      continue;

    const end = findSentenceEnd(
      text,
      start,
      /["']/.exec(text.charAt(start - 1))?.[0] ?? '',
    );

    const said = text.slice(start, end).trim();

    if (/\p{L}{2}/u.test(said) && !/^[{[]/.test(said) && !NO_TEXT.test(said))
      found.push({ text: maskMessageIds(said), start, end });

    if (found.length === MAX_SENTENCES) break;
  }

  return found;
}

/** What languages print for no text, alone or before the next field. */
const NO_TEXT = /^(?:undefined|null|none|nil|nan)(?:\W*$|\s*[,;}\])])/i;
const MAX_KEY_LENGTH = 60;
const VALUE_END = /^\s*[,;}\])]/;
const NEXT_KEY = /^[\w-]+=/;
const NEXT_LINE_KEY = /^[\w-]+: /;

/** Whether a field has no text, so that what follows its sign belongs to another: `details: '', id: …`, `details= id=…`. */
function isEmptyValue(sign: string, next: string): boolean {
  if (VALUE_END.test(next)) return true;
  // The sign takes both quotes of an empty text. Those of a text within CSV are doubled, too.
  if (/(["'`])\1$/.test(sign)) return /^(?:\s|$)/.test(next);
  if (/["'`]$/.test(sign)) return false;

  return (/\n/.test(sign) ? NEXT_LINE_KEY : NEXT_KEY).test(next);
}

function findSentenceEnd(text: string, start: number, quote: string): number {
  const window = text.slice(start, start + MAX_SENTENCE_LENGTH);

  // An apostrophe inside the sentence does not end it. A quote before a comma or bracket does.
  const close =
    quote === ''
      ? window.search(/[\n"}]/)
      : window.search(quote === '"' ? /"/ : /'(?=\s*[,}\])\n]|$)/);

  return start + (close < 0 ? window.length : close);
}

/** Reduces a text to its letters and digits: markup and punctuation are no difference. */
export const stripToWords = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function joinDistinctSentences(
  said: readonly SenderSentence[],
  entry: Entry | null,
): string | null {
  const names = entry ? getEntryNames(entry) : new Set();

  const telling = new Set(
    said.flatMap(({ text }) => (names.has(stripToWords(text)) ? [] : text)),
  );

  return [...telling].join(' · ') || null;
}

const getEntryNames = memoize(({ title, meaning, claims }: Entry) => {
  return new Set(
    [title, meaning, ...claims.flatMap((claim) => claim.title ?? [])].map(
      stripToWords,
    ),
  );
});
