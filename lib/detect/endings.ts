import { inLinesAlike } from './alike.ts';
import { isRareForm } from './form.ts';
import type { Judged, Vouching } from './judged.ts';
import { haveProvider, isToldBeside } from './kin.ts';

/** A dash or a colon between words and the number that ends their line: `* "Invalid Media Url" - 1010`, `• sem WhatsApp: 131026`. */
const SIGN = /(\s[-–—:…]{1,2}|:|：|\s?…|\s?[(（])\s?["'`*]{0,2}$/;
/** Behind an arrow it need not end its line: `- token older than 60 days → 190, get a new one`. */
const ARROW = /\s(?:→|[-=]>)\s?["'`*]{0,2}[(#]{0,2}$/;
const ARROW_SIGN = '→';
const LONGEST_SIGN = 8;
const WORDS = /\p{L}.{2}/u;
const AFTER = /^["'`*]{0,2}[)）]?["'`*]{0,2}\s{0,3}[.;,]?\s{0,3}(?:\n|$)/;

/** The sign before a candidate that ends its line; null where it does not. */
function endOf({ scene }: Judged): string | null {
  const { kind, code, start, end, reading } = scene;
  if (kind !== 'number' || code.length < 3 || !mayEnd(reading.text, start, end)) return null;
  const { right, lineLeft } = scene;
  if (ARROW.test(lineLeft.slice(-LONGEST_SIGN)) && WORDS.test(lineLeft) && !/[:=(]$/.test(right))
    return ARROW_SIGN;
  if (!AFTER.test(right)) return null;
  const sign = SIGN.exec(lineLeft.slice(-LONGEST_SIGN))?.[1]?.trim() ?? null;
  return sign !== null && WORDS.test(lineLeft) ? sign : null;
}

/** What follows a number that ends its line, of ASCII. */
const ENDS = new Set(Array.from('"\'`*).;, \t\r\n\v\f<', (sign) => sign.charCodeAt(0)));
/** So far `AFTER` looks. */
const REACH = 16;

/** Told by a few signs, as most candidates end no line; tags may stand between. */
function mayEnd(text: string, start: number, end: number): boolean {
  for (let at = start - 1; at >= start - 5; at--) {
    const unit = text.charCodeAt(at);
    if (unit === 0x2192 || unit === 0x3e) return true;
  }
  if (text.charCodeAt(end) < 0x80 && !ENDS.has(text.charCodeAt(end))) return false;
  const after = text.slice(end, end + REACH);
  if (!after.includes('<') && !AFTER.test(after)) return false;
  // The label of a cell may lead up to what begins it.
  return start <= 4 || /[-–—:：…(（>]/.test(text.slice(start - 4, start));
}

/** A list that gives words their codes: where one is told by more than its topic, the others of its provider are codes as well. */
export function vouchInEndings({ judged, open, accepted, add, tie }: Vouching): void {
  if (!open.some((one) => !accepted(one) && endOf(one) !== null)) return;
  for (const column of inLinesAlike(judged, endOf)) {
    const sure = column.find(
      (one) =>
        accepted(one) && (isToldBeside(one, 3) || (endOf(one) === ARROW_SIGN && isRareForm(one.scene.form))),
    );
    if (!sure) continue;
    for (const one of column) {
      if (one === sure || accepted(one) || !haveProvider(sure, one)) continue;
      add(one, 'column', 4.4, sure.scene.code);
      tie(sure, one);
    }
  }
}
