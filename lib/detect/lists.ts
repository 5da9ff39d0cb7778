import type { Judged, Vouching } from './judged.ts';
import { areKin, haveProvider, isTied } from './kin.ts';
import { areOfOneRegistry } from './registry.ts';
import type { Scene } from './scene.ts';

/** What may stand between two members of one list: marks, quotes, a gloss in brackets, a word for "and". */
const AND =
  '(?:and|or|y|e|o|ou|et|und|oder|и|или|ve|veya|dan|atau|en|formerly|previously|ex|aka|früher|antes|anteriormente|antiguamente|ancien)';
const JOINT = new RegExp(
  `^[\\s"'\`*“”‘’)\\]]{0,6}(?:[,;/|&+·•、，和–-]|\\b${AND}\\b)?[\\s"'\`*“”‘’([#]{0,6}(?:\\b${AND}\\b\\s)?[("'\`#]{0,3}$`,
  'iu',
);
/** `131047 (more than 24 hours) and 190 (the token)`: behind a gloss more is needed than a blank. */
const GLOSSED = new RegExp(
  `^["'\`*]{0,2}\\s?[(（][^()（）]{1,110}[)）]["'\`*]{0,2}\\s{0,3}(?:[,;/|&+·•、，和–-]|\\b${AND}\\b)[\\s"'\`*“”‘’([#]{0,6}(?:\\b${AND}\\b\\s)?[("'\`#]{0,3}$`,
  'iu',
);
/** `code === 131047 || code === 470`. */
const CHAIN = /^["'`]?\)?\s{0,3}(?:\|\||&&|or|and|,)\s{0,3}\(?[\w.?$]{1,24}\s?={2,3}\s?["'`]?$/;
const MAX_JOINT = 130;

/** Runs of candidates with nothing but list marks between them. */
export function listsOf(judged: readonly Judged[]): Judged[][] {
  const lists: Judged[][] = [];
  let list: Judged[] | null = null;
  let previous: Judged | null = null;
  for (const one of judged) {
    // `131016 (HTTP 503, down), 130429 (…)`: part of a gloss.
    if (one.scene.form === 'http-status' && isGlossed(one.scene)) continue;
    const joined =
      previous !== null &&
      one.scene.start - previous.scene.end <= MAX_JOINT &&
      (isJoint(one.scene.reading.text.slice(previous.scene.end, one.scene.start)) ||
        isSuccession(previous.scene, one.scene)) &&
      !isGrouped(previous.scene, one.scene) &&
      !isApart(previous.scene, one.scene) &&
      !isCount(previous.scene) &&
      !isCount(one.scene);
    if (!previous || !joined) list = null;
    else if (list) list.push(one);
    else {
      list = [previous, one];
      lists.push(list);
    }
    previous = one;
  }
  return lists;
}

const isGlossed = ({ left }: Scene) => /[(（](?:HTTP|status)\s$/i.test(left);

/** `131049 (150)`: how often it came; `190 (463)` is a code and its subcode. */
function isCount({ code, start, end, reading: { text } }: Scene): boolean {
  if (code.length > 4 || (text[end] !== ')' && text[end] !== '）')) return false;
  const of = /(?<!\d)(\d{3,7})["'`]?\s?[(（]$/.exec(text.slice(Math.max(0, start - 11), start))?.[1] ?? '';
  return of.length >= (code.length < 3 ? 3 : 5);
}

/** `[131026, 'no-wa'], [470, 'window']`: pairs of a code and what it is called. */
const TUPLES = /^["'`]?,\s{0,2}["'`][^"'`\n]{1,60}["'`]\s?[\])],?\s{0,12}[[(]["'`]?$/;
/** `470 -> 131047` */
const BECOMES = /^["'`]?\s?(?:->|=>|→|⇒)\s?["'`]?$/;

/** An old number and the rare one that took its place. */
function isSuccession(left: Scene, right: Scene): boolean {
  if (left.code.length < 3 || left.code.length >= 5 || right.code.length < 5) return false;
  if (!BECOMES.test(right.reading.text.slice(left.end, right.start))) return false;
  return left.meanings.some(({ provider }) => right.meanings.some((other) => other.provider === provider));
}

/** The longest joint without a gloss or a comparison. */
const MAX_PLAIN = 26;

function isJoint(between: string): boolean {
  if (between.length <= MAX_PLAIN && JOINT.test(between)) return true;
  if (between.includes(',') && TUPLES.test(between)) return true;
  if ((between.includes('(') || between.includes('（')) && GLOSSED.test(between)) return true;
  return between.includes('==') && CHAIN.test(between);
}

/** `131 047`, `190 | 131047`: groups of thousands or two cells, not two codes. */
function isGrouped(left: Scene, right: Scene): boolean {
  if (Math.min(left.code.length, right.code.length) >= 5) return false;
  const { text } = left.reading;
  const between = text.slice(left.end, right.start);
  // `368 | 131031 => Locked`
  if (between === ' | ' && BRANCH.test(text.slice(right.end, right.end + 40))) return false;
  return between === ' ' || /\s\||\|\s|\t/.test(between);
}

/** `… ecosystem engagement   131`, and the next line begins with a code: nothing joins them. Nor what ends a row of values, `3, 15), ('131016'`. */
function isApart(left: Scene, right: Scene): boolean {
  const between = left.reading.text.slice(left.end, right.start);
  if (left.code.length < 5 && /^[)\]],?\s{0,12}[([]/.test(between) && /,\s$/.test(left.left)) return true;
  return /^[^\S\n]*\n\s*$/.test(between) && /\p{L}/u.test(left.lineLeft) && /\p{L}/u.test(right.lineRight);
}

/** The rest of a branch with several numbers. */
const BRANCH = /^(?:\s\|\s\d{1,7}){0,3}\s?(?:=>|->|:)/;

/** The whole list stands in brackets: `(190, 200…)`. */
function isBracketed(list: readonly Judged[]): boolean {
  const [first, last] = [list[0]?.scene, list.at(-1)?.scene];
  if (!first || !last) return false;
  const { text } = first.reading;
  return (
    /[([{]["'`#]{0,2}$/.test(text.slice(Math.max(0, first.start - 3), first.start)) &&
    /^["'`]?(?:,?\s?(?:\.{3}|…|etc\.?))?[)\]}]/.test(text.slice(last.end, last.end + 8))
  );
}

/** What lists say for their members. */
export function vouchInLists(
  lists: readonly (readonly Judged[])[],
  { accepted, add, tie, drop }: Omit<Vouching, 'judged'>,
): void {
  /** A list in brackets that is known for one of codes, and one before it that is not. */
  let bracketed: Judged | undefined;
  let waiting: readonly Judged[] | undefined;
  for (const list of lists) {
    const kin = areKin(list);
    const sure =
      list.find((one) => one.scene.kind !== 'symbol' && accepted(one) && proves(one)) ??
      (kin ? list[0] : undefined);
    if (!sure) {
      if (areOfOneRegistry(list)) for (const one of list) add(one, 'listed', 9.4, list[0]?.scene.code ?? '');
      // `(131048, 4, 80007…) or a bad token (190, 200…)`
      if (bracketed && isBracketed(list) && isNear(bracketed, list[0]))
        for (const one of list)
          if (one.scene.kind === 'number') add(one, 'listed', 6.4, bracketed.scene.code);
      waiting = isBracketed(list) && list.length >= 3 ? list : undefined;
      continue;
    }
    if (isBracketed(list)) {
      bracketed = list.at(-1);
      // `auth: [0, 3, 190], limits: [4, 80007, 130429]`
      if (waiting && isNear(waiting.at(-1), sure) && waiting.every((one) => haveProvider(sure, one)))
        for (const one of waiting) {
          add(one, 'listed', 6.4, sure.scene.code);
          drop(one, 'other-key');
        }
    }
    waiting = undefined;
    for (const one of list) {
      if ((one === sure && accepted(one)) || one.scene.kind === 'symbol' || isHttp(one)) continue;
      const slight = one.scene.code.length < 3 || one.scene.form === 'http-status';
      if (slight && list.length < 3 && !isSpokenPair(sure, one) && !isSlashPair(sure, one)) continue;
      add(
        one,
        'listed',
        kin
          ? 10.4
          : one.scene.code.length < 3
            ? 6.2
            : isTied(sure, one) && one.scene.form !== 'http-status'
              ? 5.9
              : 5,
        sure.scene.code,
      );
      tie(sure, one);
      // The name of the list is none of a value.
      if (list.length >= 3 && isTied(sure, one) && isBracketed(list)) drop(one, 'other-key');
    }
  }
}

/** `code === 190 || e.httpStatus === 401` */
function isHttp({ scene }: Judged): boolean {
  return scene.form === 'http-status' && /http|status/i.test(scene.key ?? '');
}

/** It is a code by itself, or by its column. */
function proves({ scene, verdict: { found } }: Judged): boolean {
  return (
    scene.code.length >= 5 ||
    found.some(
      ({ family, evidence }) =>
        (family === 'place' && evidence.weight >= 4) || (family === 'company' && evidence.weight >= 6.4),
    )
  );
}

/** In the same sentence, and in the words of the same provider. */
function isNear(sure: Judged | undefined, next: Judged | undefined): boolean {
  return (
    sure !== undefined &&
    next !== undefined &&
    next.scene.start - sure.scene.end <= 120 &&
    haveProvider(sure, next)
  );
}

/** `error code 10 or 200`: said in full for the first, joined by a word. */
function isSpokenPair(sure: Judged, one: Judged): boolean {
  const said = sure.verdict.found.some(
    ({ family, evidence }) => family === 'place' && evidence.weight >= 4.8,
  );
  return said && /\p{L}|\//u.test(between(sure, one));
}

/** `4 (formerly 80007)`: two numbers of one error. */
const ALIAS =
  /^["'`*]{0,2}\s?\((?:formerly|previously|ex|aka|früher|antes|anteriormente|antiguamente|ancien)\s/i;

/** `4 / 80007`, and `- 4, 80007` where they lead their line. */
function isSlashPair(sure: Judged, one: Judged): boolean {
  if (one.scene.code.length >= 3 || !isTied(sure, one)) return false;
  const joint = between(sure, one);
  if (/^["'`]?,\s["'`]?$/.test(joint) && /^[\s*#/•-]*[-*•]\s["'`]?$/.test(one.scene.lineLeft)) return true;
  return /^["'`]?\s?\/\s?["'`]?$/.test(joint) || ALIAS.test(joint);
}

function between({ scene: one }: Judged, { scene: other }: Judged): string {
  const [from, to] = [Math.min(one.end, other.end), Math.max(one.start, other.start)];
  return one.reading.text.slice(from, to);
}
