import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Explanation } from './explanation.ts';
import { explanationOf } from './explanation.ts';
import type { Break } from './json-break.ts';
import type { TimeText } from './moment.ts';
import type { Sighting } from './sighting.ts';

/** One occurrence of a code in a paste. */
export interface Occurrence extends Sighting {
  /** Line in the paste, 1-based. Null if the text was escaped or encoded, because its lines differ from those of the paste. */
  line: number | null;
}

/** An occurrence with the sender's message next to it. Untrusted text. */
export interface ToldPlace extends Occurrence {
  said: string | null;
}

/** One explained code of a paste. Equal codes are one finding. */
export interface Finding extends Explanation {
  /** Number of failures in the paste with this code. A code that one failure repeats counts once. */
  count: number;
  /** The inner code that this one only passes on: 131056 for `TOO_MANY_REQUESTS`. */
  cause: string | null;
  /** The first occurrences (at most `MOST_PLACES`), and further ones with a different message, in order of appearance. */
  places: readonly ToldPlace[];
  /** Time of the last occurrence. Null if there is only one or the text has no time. */
  until: TimeText | null;
  /** Set when the code was inferred from wording; confidence 0–1. */
  wording: { text: string; confidence: number } | null;
}

/** Maximum occurrences kept for each finding. */
export const MOST_PLACES = 20;
/** Maximum occurrences if each has a different message. */
const MOST_TOLD = 200;
/** Maximum different findings in a paste. No real paste has this many. */
const MOST_FINDINGS = 500;

/** A finding before its place is read. */
export type Found = Omit<Finding, 'count' | 'places' | 'until'>;

/** Collects the findings of a stream and merges equal ones. Memory is bounded for any length of stream. */
export interface Findings {
  /** @param placeOf Reads the place. Called only if the place is kept, or for the last occurrence when it is needed. */
  note(found: Found, placeOf: () => Occurrence): void;
  /** Returns the findings in order of appearance, but a cause before the code that wraps it. */
  all(): readonly Finding[];
  /** Returns the number of failures whose kind was dropped because of the limit on findings. */
  left(): number;
}

export function collectFindings(): Findings {
  const kept = new Map<string, Finding & { places: ToldPlace[] }>();
  const last = new Map<string, () => Occurrence>();
  let left = 0;

  return {
    note(found, placeOf) {
      const id = [
        found.code,
        found.subcode,
        found.entry?.key,
        found.detail?.meaning,
        found.cause,
        !found.wording,
      ].join('|');
      const known = kept.get(id);
      if (!known) {
        if (kept.size < MOST_FINDINGS) kept.set(id, once(found, placeOf()));
        else left++;
        return;
      }
      known.count++;
      // Among equal findings, the latest end time wins.
      if (found.when && found.when.atMs > (known.when?.atMs ?? 0)) known.when = found.when;
      const { places } = known;
      const said = saidOf(found);
      const isNew = places.length < MOST_TOLD && said !== null && places.every((one) => one.said !== said);
      if (isNew || places.length < MOST_PLACES) {
        places.push({ ...placeOf(), said });
        last.delete(id);
      } else last.set(id, placeOf);
    },
    all() {
      for (const [id, finding] of kept) {
        const place = last.get(id)?.() ?? (finding.places.length > 1 ? finding.places.at(-1) : undefined);
        last.delete(id);
        if (place?.time) finding.until = place.time;
      }
      return causesFirst([...kept.values()].map((finding) => ({ ...finding, places: [...finding.places] })));
    },
    left: () => left,
  };
}

/** Returns the message next to the code, whether a detail matches it or not. */
const saidOf = ({ detail, said }: Found) => [detail?.text, said].filter(Boolean).join(' · ') || null;

/** Creates a finding with its first occurrence. */
const once = (found: Found, place: Occurrence) => ({
  ...found,
  count: 1,
  places: [{ ...place, said: saidOf(found) }],
  until: null,
});

/** Returns true if the occurrences have different messages. Then each is shown with its own. */
export const tellApart = ({ places }: Pick<Finding, 'places'>): boolean =>
  new Set(places.map(({ said }) => said)).size > 1;

function causesFirst(findings: readonly Finding[]): Finding[] {
  const sorted = new Set<Finding>();
  for (const finding of findings) {
    const cause =
      finding.cause && findings.find(({ code, cause: of }) => code === finding.cause && of === null);
    if (cause) sorted.add(cause);
    sorted.add(finding);
  }
  return [...sorted];
}

/** Shown instead of a meaning if the paste ends within a code. */
export const CUT_OFF = 'The text ends here, so the code may be cut off. Paste the whole payload.';

/** Maximum digits of the codes in Meta's messaging APIs. */
const WHOLE = 6;

/** Returns true if nothing follows the hit, except an ellipsis from truncation: `1310...`. */
export function endsText(text: string, { end }: { end: number }): boolean {
  return text.length - end < 40 && /^(?:\.{2,3}|…)?\s*$/.test(text.slice(end));
}

/** Returns false for symbols, and for a known code of full length that no longer code begins with. */
export function mayBeCut(code: string, { entries, meaningsOf }: Catalogue): boolean {
  if (!/^-?\d+$/.test(code)) return false;
  if (code.length < WHOLE || meaningsOf(code).length === 0) return true;
  return entries.some((entry) => entry.code.length > code.length && entry.code.startsWith(code));
}

/** Returns true if the syntax error is that the payload ends too early. */
export function isCut(found: Break | null): boolean {
  return found !== null && (found.ends || /^[\s.…]*$/.test(found.after));
}

/** Creates a finding for a truncated code. It has no meaning, because the shorter number may be another code. */
export function cutOff(found: Found, place: Occurrence): Finding {
  const { code, subcode, cause, wording } = found;
  const rest = explanationOf(code, { subcode, family: CUT_OFF, said: saidOf(found) });
  return once({ ...rest, cause, wording }, place);
}
