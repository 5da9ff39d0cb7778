import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Break } from './broken.ts';
import { explanationOf } from './explanation.ts';
import type { Finding, Found, Place } from './finding.ts';

/** What a code is told to be where the paste ends within it. */
export const CUT_OFF = 'The text ends here, so the code may be cut off. Paste the whole payload.';

/** No code of Meta's messaging is longer. */
const WHOLE = 6;

/** Whether nothing follows a hit but the mark that a log puts where it cuts: `1310...`. */
export function endsText(text: string, { end }: { end: number }): boolean {
  return text.length - end < 40 && /^(?:\.{2,3}|…)?\s*$/.test(text.slice(end));
}

/** False for symbols, and for a known code of full length that begins no longer one: there is nothing to be cut. */
export function mayBeCut(code: string, { entries, meaningsOf }: Catalogue): boolean {
  if (!/^-?\d+$/.test(code)) return false;
  if (code.length < WHOLE || meaningsOf(code).length === 0) return true;
  return entries.some((entry) => entry.code.length > code.length && entry.code.startsWith(code));
}

/** Whether a payload ends before it is whole, rather than breaks within. */
export function isCut(found: Break | null): boolean {
  return found !== null && (found.ends || /^[\s.…]*$/.test(found.after));
}

/** A finding for the part of a code that is left: it has no meaning, not that of the number it happens to be. */
export function cutOff(found: Found, place: Place): Finding {
  return {
    ...explanationOf(found.code, { subcode: found.subcode, family: CUT_OFF }),
    cause: found.cause,
    wording: found.wording,
    count: 1,
    places: [place],
    until: null,
  };
}
