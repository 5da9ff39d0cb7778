import type { Catalogue } from '../../catalogue/catalogue.ts';
import { findFirstFrom } from '../../core/find-first-from.ts';
import type { Span } from '../../core/spans.ts';
import type { Hit } from '../../detect/hit.ts';
import {
  createFieldPattern,
  findEnclosingKey,
} from '../../structure/field-names.ts';
import { findLineEnd } from '../../structure/lines.ts';
import {
  findObjectsAround,
  findPayloadAround,
} from '../../structure/object-around.ts';
import { findSharedBlock, MAX_BLOCK_UNITS } from './code-block.ts';
import { dropEarlierCodes } from './earlier-code.ts';
import { isMessageText } from './message-text.ts';
import {
  pairOutcomesWithReasons,
  replaceNamedStatuses,
} from './paired-hits.ts';
import { isMessageAndField, isOfOneError } from './printed-error.ts';

/** Returns the failures among the hits of a text, in order. Removes subcodes and duplicates of one failure. */
export function findFailures(
  found: readonly Hit[],
  text: string,
  catalogue: Catalogue,
) {
  const said = found.filter((hit) => !isMessageText(text, hit));
  const all = dropEarlierCodes(said, text);

  const named = replaceNamedStatuses(
    dropSubcodes(dropSources(all, text), text),
    text,
    catalogue,
  );

  const { hits, reasons } = pairOutcomesWithReasons(
    mergeRepeats(named, text),
    text,
    catalogue.byKey,
  );

  const causes = new Map([...findCauses(hits, text, catalogue), ...reasons]);
  const ranges = findFailureRanges(hits, causes, text);
  const starts = hits.map(({ start }) => start);
  const ends = hits.map(({ end }) => end);

  return hits.map((hit, at) => ({
    hit,
    cause: causes.get(hit) ?? null,
    /** The adjacent hits. They limit the block of text. */
    before: hits[at - 1],
    after: hits[at + 1],
    /** Returns the limits of the text around this failure: the other failures. */
    findOwnText() {
      const payload = findPayloadAround(text, hit, MAX_BLOCK_UNITS);
      const { first, last } = ranges[at] ?? { first: at, last: at };
      const countAbove = findFirstFrom(ends, payload.start + 1);
      const firstBelow = findFirstFrom(starts, payload.end);
      const above = hits[Math.min(countAbove, first) - 1];
      const below = hits[Math.max(firstBelow, last + 1)];

      return {
        start: above ? findEnd(text, above, payload) : 0,
        end: below?.start ?? text.length,
      };
    },
  }));
}

/** Returns for each hit the first and the last one of its failure, so that no failure takes the recipient of another one. */
function findFailureRanges(
  hits: readonly Hit[],
  causes: ReadonlyMap<Hit, Hit>,
  text: string,
): readonly { first: number; last: number }[] {
  let own = { first: 0, last: 0 };

  return hits.map((hit, at) => {
    const before = hits[at - 1];

    const isRelated =
      before && (causes.get(before) === hit || causes.get(hit) === before);

    const isSame =
      before &&
      (isRelated || !NEW_FAILURE.test(text.slice(before.end, hit.start)));

    if (!isSame) own = { first: at, last: at };
    own.last = at;

    return own;
  });
}

/** Between two codes: the second is another failure, and not another code of the same one. */
const NEW_FAILURE = /\n|fail|reject|undeliver|[{}]/i;

/** Returns where a failure ends: after its payload and its line, or after its code if they contain the next failure, too. */
function findEnd(text: string, before: Span, next: Span): number {
  const { end } = findPayloadAround(text, before, MAX_BLOCK_UNITS);

  return Math.max(
    before.end,
    ...[findLineEnd(text, end), end].filter((each) => each <= next.start),
  );
}

const SUBCODE_LABEL = /sub[ _-]?code\W{1,6}$/i;

/** Removes subcodes: a subcode belongs to the code of its object, line or field before, and is not a finding of its own. */
export function dropSubcodes<T extends CodeSpan>(
  hits: readonly T[],
  text: string,
): readonly T[] {
  return hits.filter((hit, at) => {
    const isNamed = SUBCODE_LABEL.test(
      text.slice(Math.max(0, hit.start - MAX_LEAD_UNITS), hit.start),
    );

    const beside = [hits[at - 1], hits[at + 1], hits[at - 2], hits[at + 2]];

    return !beside.some(
      (other) =>
        other?.subcode === hit.code &&
        (isNamed || findSharedBlock(text, other, hit) !== null),
    );
  });
}

const MAX_LEVELS = 3;

/** Removes success codes inside a failure: in `"failure":{"source":{"code":"1"}}`, 1 identifies the origin. */
function dropSources(hits: readonly Hit[], text: string): readonly Hit[] {
  return hits.filter((hit) => {
    if (!hit.meanings[0]?.success) return true;

    const getLimits = ({ start, end }: Span) => ({
      start: start - MAX_BLOCK_UNITS,
      end,
    });

    const owners = [
      hit,
      ...findObjectsAround(text, hit, getLimits, '{}', MAX_LEVELS - 1),
    ];

    return !owners.some(({ start }) =>
      /^fail/i.test(findEnclosingKey(text, start) ?? ''),
    );
  });
}

type CodeSpan = Span &
  Pick<Hit, 'code' | 'subcode'> & {
    meanings: readonly Pick<Hit['meanings'][number], 'key'>[];
  };

/** Removes duplicates: `(#131047) Re-engagement message","code":131047` is one failure. Keeps the hit that also has the subcode. */
export function mergeRepeats<T extends CodeSpan>(
  hits: readonly T[],
  text: string,
): readonly T[] {
  const kept: T[] = [];
  /** The last code of each failure that has several. */
  const lasts = new Map<T, T>();
  const isEntry = createEntryTest(hits, text);

  for (const [at, hit] of hits.entries()) {
    const isSame = (other: T) => isSameFailure(text, other, hit, isEntry(at));

    function isTwin(other: T): boolean {
      if (other.code !== hit.code && !isNameOf(other, hit)) return false;

      const last = lasts.get(other);

      return isSame(other) || (last !== undefined && isSame(last));
    }

    const twin = kept.slice(-MAX_HITS_BETWEEN_TWINS).findLast(isTwin);

    if (!twin) {
      kept.push(hit);
      continue;
    }

    const chosen = chooseTwin(twin, hit, text);

    kept.splice(kept.indexOf(twin), 1, chosen);
    lasts.set(chosen, hit);
  }

  return kept;
}

const MAX_HITS_BETWEEN_TWINS = 3;

/** Returns which of two hits of one failure says more: the number, the one with a subcode, the field of an error. */
function chooseTwin<T extends CodeSpan>(first: T, second: T, text: string): T {
  if (first.code !== second.code) return isNumericCode(second) ? second : first;

  // The fields of an error say more than its message.
  const isField = isMessageAndField(text, first, second);
  if (first.subcode || !(second.subcode || isField)) return first;

  return { ...second, start: isField ? second.start : first.start };
}

const isNumericCode = ({ code }: CodeSpan) => /^-?\d+$/.test(code);

/** Returns true for the number and the name of one error: `"id":12,"name":"REJECTED_NOT_ENOUGH_CREDITS"`. */
function isNameOf(one: CodeSpan, other: CodeSpan): boolean {
  const key = one.meanings[0]?.key;

  return (
    key !== undefined &&
    key === other.meanings[0]?.key &&
    isNumericCode(one) !== isNumericCode(other)
  );
}

const QUOTED_KEY = createFieldPattern(String.raw`["'[][\w$ -]{1,60}`, '');
/** A key that is a phone number or an id: each has a failure of its own. */
const RECIPIENT_KEY = createFieldPattern(String.raw`\+?\d{7,20}`, '');
/** A key without quotes that begins its line, as `console.log` prints it. */
const BARE_KEY = /\n\s{1,80}[A-Za-z_$][\w$]{0,60}:/;

function isSameFailure(
  text: string,
  first: Span,
  second: Span,
  isEntry: boolean,
): boolean {
  const between = text.slice(first.end, second.start);
  // These are a list of codes, or log lines inside one string of a payload.
  if (/^[\s,;|]*$/.test(between)) return false;
  if (isOfOneError(text, first, second)) return true;

  if (RECIPIENT_KEY.test(between)) return false;

  const hasKey = QUOTED_KEY.test(between) || BARE_KEY.test(between);
  if (/\n|\\n/.test(between) && !hasKey) return false;

  const ways = [
    findSharedBlock(text, first, second),
    findSharedBlock(text, second, first),
  ];

  return ways.includes('object') || (ways.includes('line') && !isEntry);
}

/** Maximum distance of the words before a code, in UTF-16 code units. */
const MAX_LEAD_UNITS = 60;
const LAST_TWO_WORDS =
  /[\p{L}\p{N}]+(?:[^\p{L}\p{N}]+[\p{L}\p{N}]+)?[^\p{L}\p{N}]+$/u;

/** A code after the same words as another is a failure of its own: `m1 failed: 131047, m2 failed: 131047`. */
function createEntryTest(
  hits: readonly CodeSpan[],
  text: string,
): (at: number) => boolean {
  const leads = hits.map(({ start }, at) => {
    const before = text.slice(
      Math.max(hits[at - 1]?.end ?? 0, start - MAX_LEAD_UNITS),
      start,
    );

    const words = LAST_TWO_WORDS.exec(before)?.[0].replace(/\d+/g, '0') ?? '';

    return /\p{L}/u.test(words) ? words : null;
  });

  const isAlike = (at: number, other: number) =>
    hits[at]?.code === hits[other]?.code && leads[at] === leads[other];

  return (at) =>
    Boolean(leads[at]) &&
    [-3, -2, -1, 1, 2, 3].some((step) => isAlike(at, at + step));
}

/** Events of Meta's webhook that contain a policy or a restriction. */
const ACCOUNT_EVENT = /\/ACCOUNT_(?:VIOLATION|RESTRICTION)$/;

/** Maps a wrapper to its Meta code: in one object, or on one line if both are related. */
function findCauses(
  hits: readonly Hit[],
  text: string,
  { byKey }: Catalogue,
): Map<Hit, Hit> {
  const causes = new Map<Hit, Hit>();

  hits.forEach((outer, at) => {
    if (!isWrapper(outer)) return;

    const beside = [hits[at + 1], hits[at + 2], hits[at - 1], hits[at - 2]];
    const cause = beside.find((hit) => hit && isCauseOf(hit, outer));
    if (cause) causes.set(outer, cause);
  });

  function isCauseOf(hit: Hit, outer: Hit): boolean {
    const cause = hit.meanings[0];
    if (cause?.provider !== 'meta' || hit.code === outer.code) return false;

    const block = findSharedBlock(text, outer, hit);
    if (block === 'object') return true;
    if (block !== 'line') return false;

    const wrapped =
      byKey
        .get(outer.meanings[0]?.key ?? '')
        ?.related?.filter(({ as }) => as === 'behind') ?? [];

    return (
      /^[A-Za-z]/.test(outer.code) ||
      wrapped.some(({ key }) => key === cause.key)
    );
  }

  return causes;
}

/** Returns true for a code of a provider, or an event of Meta's, that may contain a code of Meta's. */
function isWrapper({ meanings: [meaning] }: Hit): boolean {
  if (!meaning) return false;

  return meaning.provider !== 'meta' || ACCOUNT_EVENT.test(meaning.key);
}
