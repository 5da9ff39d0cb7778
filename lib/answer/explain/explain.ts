import type { Entry, EntryKey } from '../../../data/schema.ts';
import { adaptStepsToConsole } from '../../catalogue/borrowed-steps.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import {
  describeUnknownCode,
  describeUnknownSubcode,
} from '../../catalogue/code-ranges.ts';
import {
  type CodeContext,
  findEntriesForSubcode,
  findEntriesInRange,
  getPageOrigin,
  type RankedEntry,
  rankEntries,
} from '../../catalogue/rank-entries.ts';
import { findCurrentEntry } from '../../catalogue/relations.ts';
import { findUndecided, rankByWording } from '../../detect/find-undecided.ts';
import type { PageOrigin } from '../../detect/page-origin.ts';
import { dropForeign } from '../../detect/rank-meanings.ts';
import {
  findCodePlaces,
  findOwnRow,
  type RowText,
} from '../../structure/around-code.ts';
import { findOwnObjects } from '../../structure/object-around.ts';
import { getCountryRules } from '../plan/country-rules.ts';
import { decideAtOnce } from './decide-row.ts';
import {
  findDetail,
  type NormalizedContext,
  normalizeContext,
  readContext,
  withDetailVerdict,
} from './detail-verdict.ts';
import type { Explanation } from './explanation.ts';
import { findTimestampNear } from './find-timestamps.ts';
import { findParentEntry, findWrappedEntry } from './linked-codes.ts';
import {
  extractMessageContext,
  findMessageContext,
} from './message-context.ts';
import { findTimeBound } from './time-bound.ts';

export interface CodeQuestion extends CodeContext {
  code: string;
  subcode?: string | null | undefined;
  /** The engine's ranking of the meanings, best first. The engine has already read the nearby words. */
  meanings?: readonly { key: EntryKey; score: number }[] | undefined;
  /** The row with its headers, or the surrounding text. */
  labelled?: RowText | undefined;
  /** Returns the milliseconds of the failure, if the caller knows more than `nearby`. */
  moment?: (() => number | null) | undefined;
  /** Returns the recipient's phone number. For callers that know more than `nearby`. */
  recipient?: (() => string | null) | undefined;
}

/**
 * Explains a code: picks the entry of code and subcode if there is one, else the meaning that fits the context best.
 * Among several meanings of one provider, the one whose own words are nearby wins. A code that the named provider does not
 * list is unknown. An unknown code or subcode never gets the meaning of another. Never throws.
 */
export function explain(
  question: CodeQuestion,
  catalogue: Catalogue,
): Explanation {
  const { code } = question;
  const nearbyContext = normalizeContext(question.nearby ?? '');
  const origin = getPageOrigin(question, catalogue);

  const subcode =
    question.subcode && question.subcode !== code ? question.subcode : null;

  const chosen = chooseEntry(
    question,
    subcode,
    nearbyContext,
    origin,
    catalogue,
  );

  const { entry, undecided } = chosen;
  const read = readOwnContext(entry, question, nearbyContext, catalogue);
  const around = `${nearbyContext.text}\n${question.labelled?.text ?? ''}`;
  const { moment = () => findMoment(code, nearbyContext) } = question;
  const detailed = entry && withDetailVerdict(entry, read);

  const failure = detailed && {
    entry: adaptToConsole(detailed, origin, catalogue),
    recipient: findRuledRecipient(detailed, question, catalogue),
  };

  const decided = failure && decideAtOnce(failure, read.detail, catalogue);
  // A pause of the code ends for no recipient of such a country.
  const isOfCountry = decided?.entry.verdict.retry !== detailed?.verdict.retry;

  const links = entry
    ? linkEntry(entry, chosen, subcode, question, catalogue)
    : linkUnknownCode(question, catalogue);

  return {
    code,
    subcode,
    entry: decided && adaptToConsole(decided.entry, origin, catalogue),
    others: links.others,
    ambiguous: undecided !== null,
    undecided,
    detail: decided ? decided.detail : read.detail,
    said: read.said,
    failedAtMs: entry?.window?.from === 'customer-message' ? moment() : null,
    when:
      detailed && !isOfCountry
        ? findTimeBound(detailed, read.found, around, moment)
        : null,
    row: failure && {
      ...failure,
      failedAtMs: dependsOnTime(failure.entry) ? moment() : null,
      ...readOwnRow(question),
    },
    family: links.family,
    inner: links.inner,
    parent: links.parent,
    within: links.within,
    subcodeFamily: links.subcodeFamily,
  };
}

interface Chosen {
  entry: Entry | null;
  /** The entry of code and subcode, if there is one. */
  pair: Entry | null;
  /** The meanings from which the entry was chosen, best first. */
  listed: readonly Entry[];
  undecided: Explanation['undecided'];
}

/** Chooses the entry of a code, and keeps what it was chosen from. */
function chooseEntry(
  question: CodeQuestion,
  subcode: string | null,
  nearbyContext: NormalizedContext,
  origin: PageOrigin,
  catalogue: Catalogue,
): Chosen {
  const { code } = question;

  const ranked = rankByWording(
    findMeanings(question, catalogue),
    origin,
    (each) => scoreWording(each, nearbyContext),
  );

  const pair = subcode
    ? findPair(code, subcode, ranked, origin, catalogue)
    : null;

  // The meaning of another subcode does not apply to this one.
  const fitting = ranked.filter(
    ({ entry }) => !entry.subcode || entry.code !== code,
  );

  return {
    entry: pair ?? (fitting[0] ?? ranked[0])?.entry ?? null,
    pair,
    listed: (subcode ? fitting : ranked).map(({ entry }) => entry),
    undecided: pair ? null : findUndecided(fitting, origin),
  };
}

/** Returns the meanings of a code, best first. The engine has read more of the text than `nearby`. */
function findMeanings(
  question: CodeQuestion,
  catalogue: Catalogue,
): readonly RankedEntry[] {
  const { code, meanings } = question;
  if (!meanings)
    return dropForeign(code, rankEntries(code, catalogue, question));

  return meanings.flatMap(({ key, score }) => {
    const entry = catalogue.byKey.get(key);
    return entry ? { entry, score } : [];
  });
}

/** What an explanation says beyond its entry. */
type Links = Required<
  Pick<
    Explanation,
    'others' | 'family' | 'inner' | 'parent' | 'within' | 'subcodeFamily'
  >
>;

function linkEntry(
  entry: Entry,
  { pair, listed }: Chosen,
  subcode: string | null,
  question: CodeQuestion,
  catalogue: Catalogue,
): Links {
  return {
    others: listed.filter((other) => other !== entry),
    family: null,
    inner: findWrappedEntry(entry, question, catalogue),
    parent: null,
    within: [],
    subcodeFamily:
      subcode && !pair
        ? describeUnknownSubcode(
            question.code,
            subcode,
            findWithSubcode(subcode, entry, catalogue),
          )
        : null,
  };
}

/** Finds what is near an unknown code. A subcode without its code has no meaning. */
function linkUnknownCode(question: CodeQuestion, catalogue: Catalogue): Links {
  const { code } = question;

  /** At other providers than the named one. */
  const elsewhere = rankEntries(code, catalogue)
    .map(({ entry }) => entry)
    .filter(({ subcode }) => subcode !== code);

  return {
    others: elsewhere,
    family: describeUnknownCode(code, elsewhere.map(catalogue.apiName)),
    inner: null,
    parent: findParentEntry(code, question, catalogue),
    within: findEntriesInRange(code, question, catalogue),
    subcodeFamily: null,
  };
}

/** Returns the recipient if the plan of an entry depends on the country. */
function findRuledRecipient(
  entry: Entry,
  question: CodeQuestion,
  catalogue: Catalogue,
): string | undefined {
  if (getCountryRules(entry, catalogue).length === 0) return undefined;

  const { recipient = () => findRecipient(question.code, question) } = question;

  return recipient() || undefined;
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

  const found =
    meanings &&
    explain(
      {
        host,
        path,
        provider,
        code,
        subcode,
        meanings,
      },
      catalogue,
    );

  return found?.ambiguous ? found : null;
}

function adaptToConsole(
  entry: Entry,
  { provider, console: vendorConsole }: PageOrigin,
  catalogue: Catalogue,
): Entry {
  const screens = catalogue.provider(
    provider ?? vendorConsole?.provider ?? '',
  )?.places;

  if (entry.provider !== 'meta' || !screens) return entry;

  const { steps, english } = entry;

  const adapt = (own: Entry['steps']) =>
    own && adaptStepsToConsole(own, screens);

  const adapted = english && {
    english: { ...english, steps: adapt(english.steps) },
  };

  return { ...entry, steps: adapt(steps), ...adapted };
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

  for (const text of findOwnObjects(
    nearby,
    subcode && nearby.includes(subcode) ? subcode : code,
  )) {
    const read = readContext(
      entry,
      text === nearby ? nearbyContext : normalizeContext(text),
      catalogue,
    );

    if (read.detail !== null || read.said !== null) return read;
    innermost ??= read;
  }

  return innermost ?? readContext(entry, nearbyContext, catalogue);
}

function readOwnRow({ code, labelled }: CodeQuestion) {
  const text = labelled && findOwnRow(code, labelled);
  return text ? { text, timeZone: labelled.timeZone } : {};
}

const dependsOnTime = ({ verdict, window }: Entry) =>
  verdict.wait !== undefined || window !== undefined;

function scoreWording(entry: Entry, nearbyContext: NormalizedContext): number {
  const isNearby = (words: string) =>
    words.length > 2 && nearbyContext.folded.includes(words.toLowerCase());

  const title = isNearby(entry.title) ? 2 : 0;
  const symbol = entry.symbols?.some(isNearby) ? 3 : 0;
  const detail = findDetail([entry], nearbyContext) ? 2 : 0;

  return title + symbol + detail;
}

/** Returns the entry of a code and its subcode, unless it is of another provider than the best of `ranked`. */
function findPair(
  code: string,
  subcode: string,
  ranked: readonly RankedEntry[],
  origin: PageOrigin,
  catalogue: Catalogue,
) {
  const [best] = ranked;

  const pair = findEntriesForSubcode(code, subcode, catalogue).find(
    ({ provider }) =>
      best &&
      (!origin.lists ||
        origin.lists.includes(provider) ||
        provider === best.entry.provider),
  );

  return findCurrentEntry(pair?.key ?? null, catalogue);
}

/** Returns the recipient, if all occurrences of the code that have one agree; else that of its row. */
function findRecipient(
  code: string,
  { nearby = '', labelled }: CodeQuestion,
): string | null {
  const found = new Set<string>();
  let places = 0;

  for (const place of findCodePlaces(code, nearby)) {
    if (++places > MAX_PLACES) return null;
    const { recipient } = extractMessageContext(nearby, place);
    if (recipient) found.add(recipient);
  }

  if (places === 0) return null;

  const [
    recipient = findMessageContext(code, nearby, labelled?.text).recipient,
  ] = found;

  return found.size > 1 ? null : recipient;
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

const findWithSubcode = (
  subcode: string,
  { provider }: Entry,
  { meaningsOf }: Catalogue,
) =>
  meaningsOf(subcode).find(
    (entry) => entry.subcode === subcode && entry.provider === provider,
  );
