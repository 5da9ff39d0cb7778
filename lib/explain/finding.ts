import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Explanation } from './explanation.ts';
import { explanationOf } from './explanation.ts';
import type { Break } from './json-break.ts';
import type { TimeText } from './moment.ts';
import type { Sighting } from './sighting.ts';

/** One place of a code in a paste. */
export interface Occurrence extends Sighting {
  /** Line of the paste, from 1; null where the text came escaped or encoded, so that its lines are not those of the paste. */
  line: number | null;
}

/** The same with what the sender wrote beside the code there. Untrusted text. */
export interface ToldPlace extends Occurrence {
  said: string | null;
}

/** One code of a paste, explained; equal ones are one finding. */
export interface Finding extends Explanation {
  /** How many failures of the paste it stands for; a code that one failure names twice counts once. */
  count: number;
  /** The inner code that this one only passes on, as `TOO_MANY_REQUESTS` does 131056. */
  cause: string | null;
  /** The first places, at most `MOST_PLACES`, and those that tell something else, in order of appearance. */
  places: readonly ToldPlace[];
  /** When the last one of more than one was; null where the text does not tell. */
  until: TimeText | null;
  /** No number stands there: these words led to the code, so surely (0 to 1). */
  wording: { text: string; confidence: number } | null;
}

/** So many places are kept of each finding. */
export const MOST_PLACES = 20;
/** So many where each tells something else. */
const MOST_TOLD = 200;
/** So many different findings are kept of a paste; no real one has as many. */
const MOST_FINDINGS = 500;

/** What is known of a failure before its place is read. */
export type Found = Omit<Finding, 'count' | 'places' | 'until'>;

/** Findings of a stream, equal ones together: bounded, however long the stream. */
export interface Findings {
  /** @param placeOf Reads the place; called only where the place is kept, or for the last one when it is asked for. */
  note(found: Found, placeOf: () => Occurrence): void;
  /** In order of appearance, but the cause before the code that wraps it. */
  all(): readonly Finding[];
  /** Failures of further kinds that were not kept. */
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
      // Of equal ones the latest tells until when.
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

/** What was written beside it, whether the catalogue reads it or not. */
const saidOf = ({ detail, said }: Found) => [detail?.text, said].filter(Boolean).join(' · ') || null;

/** With its first place. */
const once = (found: Found, place: Occurrence) => ({
  ...found,
  count: 1,
  places: [{ ...place, said: saidOf(found) }],
  until: null,
});

/** Whether the places of a code have different texts beside them: then each place is shown with its own. */
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

/** Shown instead of a meaning where the paste ends within a code. */
export const CUT_OFF = 'The text ends here, so the code may be cut off. Paste the whole payload.';

/** No code of Meta's messaging is longer. */
const WHOLE = 6;

/** Whether nothing follows a hit but the mark that a log puts where it cuts: `1310...`. */
export function endsText(text: string, { end }: { end: number }): boolean {
  return text.length - end < 40 && /^(?:\.{2,3}|…)?\s*$/.test(text.slice(end));
}

/** False for symbols, and for a known code of full length that no longer code begins with. */
export function mayBeCut(code: string, { entries, meaningsOf }: Catalogue): boolean {
  if (!/^-?\d+$/.test(code)) return false;
  if (code.length < WHOLE || meaningsOf(code).length === 0) return true;
  return entries.some((entry) => entry.code.length > code.length && entry.code.startsWith(code));
}

/** Whether a payload ends before it is whole, rather than breaks within. */
export function isCut(found: Break | null): boolean {
  return found !== null && (found.ends || /^[\s.…]*$/.test(found.after));
}

/** A finding for the part of a code that is left. It has no meaning: the shorter number may be another code. */
export function cutOff(found: Found, place: Occurrence): Finding {
  const { code, subcode, cause, wording } = found;
  const rest = explanationOf(code, { subcode, family: CUT_OFF, said: saidOf(found) });
  return once({ ...rest, cause, wording }, place);
}
