import type { Catalogue } from '../../catalogue/catalogue.ts';
import { createExplanation, type Explanation } from '../explain/explanation.ts';
import type { TimeText } from '../explain/find-timestamps.ts';
import {
  MAX_MESSAGES,
  type MessageContext,
} from '../explain/message-context.ts';
import type { JsonSyntaxError } from './json-syntax-error.ts';

export interface Occurrence extends MessageContext {
  /** Line in the paste, 1-based. Null if the text was escaped or encoded, because its lines differ from those of the paste. */
  line: number | null;
}

/** An occurrence with the sender's message next to it. Untrusted text. */
export interface DetailedOccurrence extends Occurrence {
  said: string | null;
}

/** Equal codes are one finding. */
export interface Finding extends Explanation {
  /** Number of failures in the paste with this code. A code that one failure repeats counts once. */
  count: number;
  /** The inner code that this one only passes on: 131056 for `TOO_MANY_REQUESTS`. */
  cause: string | null;
  /** The first occurrences (at most `MAX_MESSAGES`), and further ones with a different message, in order of appearance. */
  places: readonly DetailedOccurrence[];
  /** Time of the last occurrence. Null if there is only one or the text has no time. */
  until: TimeText | null;
  /** Set when the code was inferred from wording; confidence 0–1. */
  wording: { text: string; confidence: number } | null;
}

const MAX_DETAILED_PLACES = 200;
/** No real paste has more different ones. */
const MAX_FINDINGS = 500;

export const NO_OCCURRENCE = {
  count: 1,
  cause: null,
  places: [],
  until: null,
  wording: null,
} as const;

export type FindingDraft = Explanation &
  Partial<Pick<Finding, 'cause' | 'wording'>>;

/** Identifies what is one finding. */
const getId = ({
  code,
  subcode,
  entry,
  detail,
  cause,
  wording,
}: FindingDraft) =>
  [
    code,
    subcode,
    entry?.key,
    // A recipient's country can have another next step.
    entry?.next,
    detail?.meaning,
    cause,
    !wording,
  ].join('|');

/**
 * Collects the findings of a stream and merges equal ones. Memory is bounded for any length of stream.
 *
 * @param earlier Findings of the same stream, which are continued.
 */
export function createFindingCollector(earlier: readonly Finding[] = []) {
  const kept = new Map<string, Finding & { places: DetailedOccurrence[] }>(
    earlier.map((one) => [getId(one), { ...one, places: [...one.places] }]),
  );

  const last = new Map<string, () => Occurrence>(
    earlier.flatMap((one) => {
      const place = one.until && one.places.at(-1);

      return place ? [[getId(one), () => ({ ...place, time: one.until })]] : [];
    }),
  );
  let left = 0;

  return {
    /**
     * @param placeOf Called only if the place is kept, or for the last occurrence when it is needed.
     * @returns True if no further place is kept of an equal one.
     */
    note(found: FindingDraft, placeOf: () => Occurrence, count = 1): boolean {
      const id = getId(found);
      const known = kept.get(id);

      if (!known) {
        if (kept.size < MAX_FINDINGS)
          kept.set(id, { ...createFinding(found, placeOf()), count });
        else left += count;

        return false;
      }

      known.count += count;

      keepLatest(known, found);

      const { places } = known;
      const said = joinSenderTexts(found);

      const isNew =
        places.length < MAX_DETAILED_PLACES &&
        said !== null &&
        places.every((one) => one.said !== said);

      if (isNew || places.length < MAX_MESSAGES) {
        places.push({ ...placeOf(), said });
        last.delete(id);
      } else last.set(id, placeOf);

      return places.length >= MAX_MESSAGES;
    },
    all(): readonly Finding[] {
      for (const [id, finding] of kept) {
        const place =
          last.get(id)?.() ??
          (finding.places.length > 1 ? finding.places.at(-1) : undefined);

        // A later call needs it again, but not the text around it.
        if (place) last.set(id, () => place);
        if (place?.time) finding.until = place.time;
      }

      return moveCausesFirst(
        [...kept.values()].map((one) => ({ ...one, places: [...one.places] })),
      );
    },
    /** Returns the number of failures whose kind was dropped because of the limit on findings. */
    droppedCount: () => left,
  };
}

/** Among equal findings, the latest time wins. */
function keepLatest(known: Finding, { when, row }: FindingDraft): void {
  if (when && when.atMs > (known.when?.atMs ?? 0)) known.when = when;

  if (row && (row.failedAtMs ?? 0) > (known.row?.failedAtMs ?? 0))
    known.row = row;
}

/** Returns the message next to the code, whether a detail matches it or not. */
const joinSenderTexts = ({ detail, said }: FindingDraft) =>
  [detail?.text, said].filter(Boolean).join(' · ') || null;

const createFinding = (found: FindingDraft, place: Occurrence) => ({
  ...NO_OCCURRENCE,
  ...found,
  places: [{ ...place, said: joinSenderTexts(found) }],
});

/** Returns true if the occurrences have different messages. Then each is shown with its own. */
export const haveDistinctTexts = ({
  places,
}: Pick<Finding, 'places'>): boolean =>
  new Set(places.map(({ said }) => said)).size > 1;

function moveCausesFirst(findings: readonly Finding[]): Finding[] {
  const sorted = new Set<Finding>();

  for (const finding of findings) {
    const cause =
      finding.cause &&
      findings.find(
        ({ code, cause: of }) => code === finding.cause && of === null,
      );

    if (cause) sorted.add(cause);
    sorted.add(finding);
  }

  return [...sorted];
}

/** Shown instead of a meaning if the paste ends within a code. */
export const CUT_OFF_TEXT =
  'The text ends here, so the code may be cut off. Paste the whole payload.';

const MAX_MESSAGING_CODE_DIGITS = 6;

/** Returns true if nothing follows the hit, except an ellipsis from truncation: `1310...`. */
export const isAtTextEnd = (text: string, { end }: { end: number }): boolean =>
  text.length - end < 40 && /^(?:\.{2,3}|…)?\s*$/.test(text.slice(end));

/** Returns false for symbols, and for a known code of full length that no longer code begins with. */
export function mayBeTruncated(
  code: string,
  { entries, meaningsOf }: Catalogue,
): boolean {
  if (!/^-?\d+$/.test(code)) return false;

  if (code.length < MAX_MESSAGING_CODE_DIGITS || meaningsOf(code).length === 0)
    return true;

  return entries.some(
    (entry) => entry.code.length > code.length && entry.code.startsWith(code),
  );
}

export const isTruncated = (found: JsonSyntaxError | null): boolean =>
  found !== null && (found.ends || /^[\s.…]*$/.test(found.after));

/** Creates a finding for a truncated code. It has `CUT_OFF_TEXT` for a meaning, because the shorter number may be another code. */
export function createTruncatedFinding(
  found: FindingDraft,
  place: Occurrence,
): Finding {
  const { code, subcode, cause = null, wording = null } = found;

  const rest = createExplanation(code, {
    subcode,
    family: CUT_OFF_TEXT,
    said: joinSenderTexts(found),
  });

  return createFinding({ ...rest, cause, wording }, place);
}
