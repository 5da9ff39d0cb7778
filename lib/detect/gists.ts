import type { Scene } from './scene.ts';
import { cuesByCode } from './words/by-code.ts';
import { apart, firstOf, lastOf } from './words/letters.ts';
import { GIST_OF } from './words/told.ts';

const GISTS = cuesByCode(GIST_OF);

/** What the code is about, where a text says it. */
export const gistIn = (code: string, text: string): string | null => GISTS.get(code)?.in(text)?.word ?? null;

const REACH = 44;
/** Another cell, another sentence, another number. */
const BREAK = /[|\n\t;。]|[.!?]\s|\d{2}/u;
/** `(190)`, `` `100` ``, `[4]`: set apart behind what it is about. */
const OPENS = /[(（[`]["'#`*]{0,3}$/;
/** `server.count).isEqualTo(1)`: what a method is given. */
const CALLED = /\.\w{1,40}\(["'`]?$/;
const CLOSES = /^["'`*]{0,3}[)）\]`]/;
/** What comes between a number and what it is about. */
const LEADS = /^["'`*)\]]{0,3}\s{0,3}(?:[([（=:：→–—-]|->|=>|means\b|is\b)/;
/** `190 tokens`: counted. */
const COUNTED = /^\s\p{L}+s\b(?!\s?[:(])/u;

/** What stands beside a small code of Graph, near a rare one: `190 (token dead)`, `wrong field (100)`: is what that code is about. */
export function gistOf(scene: Scene): string | null {
  const { code, start, end, reading } = scene;
  const gist = GISTS.get(code);
  if (!gist || !mayHaveGist(reading.text, start, end)) return null;
  const { lineLeft, lineRight } = scene;
  // `4.A.4`: the number of a section.
  if (/[\p{L}\d]\.$/u.test(lineLeft)) return null;
  const marked = CLOSES.test(lineRight) && OPENS.test(lineLeft) && !CALLED.test(lineLeft);
  if (marked) {
    const before = gist.in(apart(lastOf(lineLeft, REACH).split(BREAK).at(-1) ?? ''))?.word;
    if (before !== undefined) return before;
  }
  const after = firstOf(lineRight, REACH);
  if (!(marked || LEADS.test(after) || (code.length >= 3 && /^\s\p{L}/u.test(after) && !COUNTED.test(after))))
    return null;
  return gist.in(apart(after.split(BREAK, 1)[0] ?? ''))?.word ?? null;
}

/** Quickly told: most numbers of a log are values, and end with a blank, a comma or a unit. */
function mayHaveGist(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  // `status=200 `, `/200 `
  if (after === 0x20) return before !== 0x3d && before !== 0x2f;
  return after !== 0x2c && after !== 0x2e && after !== 0x0a && !Number.isNaN(after);
}
