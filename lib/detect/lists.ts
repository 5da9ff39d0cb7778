import { isRareForm } from './form.ts';
import { areJoined, isGlossed } from './joints.ts';
import type { Judged, Vouching } from './judged.ts';
import { areKin, areOf, hasCompany, haveProvider, isStray, isThing, isTied } from './kin.ts';
import { isSlashPair, isSpokenPair } from './list-pairs.ts';
import { areOfGraph, areOfOneRegistry } from './registry.ts';
import { rule as graphSet } from './rules/graph-set.ts';

/** Runs of candidates with nothing but list marks between them. */
export function listsOf(judged: readonly Judged[]): Judged[][] {
  const lists: Judged[][] = [];
  let list: Judged[] | null = null;
  let previous: Judged | null = null;
  for (const one of judged) {
    // `131016 (HTTP 503, down), 130429 (…)`: part of a gloss.
    if (one.scene.form === 'http-status' && isGlossed(one.scene)) continue;
    if (isThing(one)) continue;
    const joined = previous !== null && areJoined(previous.scene, one.scene);
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

/** The whole list stands in brackets: `(190, 200…)`. */
function isBracketed(list: readonly Judged[]): boolean {
  const [first, last] = [list[0]?.scene, list.at(-1)?.scene];
  if (!first || !last) return false;
  const { text } = first.reading;
  return (
    /[([{]["'`#]{0,2}$/.test(text.slice(Math.max(0, first.start - 3), first.start)) &&
    /^["'`]?(?:,?\s?(?:\.{3}|…|etc\.?))?[)\]}]|^,\s?["'`][^"'`\n]{1,30}["'`]\s?[)\]]/.test(
      text.slice(last.end, last.end + 40),
    )
  );
}

/** `(131056, 6)`: a code and how long to wait, as one of several. */
function isCounted(list: readonly Judged[]): boolean {
  const [code, other] = list;
  if (list.length !== 2 || !code || !other || !isRareForm(code.scene.form)) return false;
  return other.scene.code.length < 3 && !haveProvider(code, other);
}

/** So many rare numbers in brackets are a list of codes, whoever sends them. */
const MANY = 5;

/** What lists say for their members. */
export function vouchInLists(
  lists: readonly (readonly Judged[])[],
  { accepted, add, tie, drop }: Omit<Vouching, 'judged'>,
): void {
  /** A list in brackets that is known for one of codes, and one before it that is not. */
  let bracketed: readonly Judged[] | undefined;
  let waiting: readonly Judged[] | undefined;
  for (const list of lists) {
    const kin = areKin(list) || (isBracketed(list) && areOfGraph(list, 3));
    const sure =
      list.find((one) => one.scene.kind !== 'symbol' && accepted(one) && proves(one)) ??
      (kin ? list[0] : undefined);
    if (!sure) {
      if (areOfOneRegistry(list)) for (const one of list) add(one, 'listed', 9.4, list[0]?.scene.code ?? '');
      if (isSaid(list)) for (const one of list) add(one, 'listed', 7.6, 'codes');
      // `(131048, 4, 80007…) or a bad token (190, 200…)`
      const own = bracketed?.at(-1);
      if (own && isBracketed(list) && isNear(own, list[0])) {
        const alike =
          (list.length >= 3 || list.some(({ scene }) => isRareForm(scene.form))) &&
          areLedAlike(bracketed, list) &&
          list.every((one) => haveProvider(own, one));
        for (const one of list) {
          if (one.scene.kind !== 'number') continue;
          add(one, 'listed', alike ? 8.2 : 6.4, own.scene.code);
          tie(own, one);
          if (alike) drop(one, 'other-key');
        }
        if (alike) bracketed = list;
      }
      waiting = isBracketed(list) && list.length >= 3 ? list : undefined;
      continue;
    }
    const before = bracketed;
    const isInBrackets = isBracketed(list);
    if (isInBrackets && !isCounted(list)) {
      bracketed = list;
      // `auth: [0, 3, 190], limits: [4, 80007, 130429]`
      if (waiting && isNear(waiting.at(-1), sure) && waiting.every((one) => haveProvider(sure, one)))
        for (const one of waiting) {
          add(one, 'listed', 6.4, sure.scene.code);
          drop(one, 'other-key');
        }
    }
    waiting = undefined;
    const alike = areLedAlike(before, list);
    const isLong = isInBrackets && list.filter(({ scene }) => isRareForm(scene.form)).length >= MANY;
    for (const one of list) {
      if ((one === sure && accepted(one)) || one.scene.kind === 'symbol' || isHttp(one)) continue;
      const slight = one.scene.code.length < 3 || one.scene.form === 'http-status';
      if (isStray(sure, one)) {
        // Among many of one provider those of another, `(132000, 132001, …, 4001, 4003, 131042)`.
        if (isLong && one.scene.code.length === 4) add(one, 'listed', 9.4, sure.scene.code);
        continue;
      }
      if (
        slight &&
        list.length < 3 &&
        !isSpokenPair(sure, one) &&
        !isSlashPair(sure, one) &&
        !isOfSet(sure) &&
        !(alike && one.scene.form !== 'http-status' && isTied(sure, one))
      )
        continue;
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
      const isSome = alike || list.length >= 3 || isRareForm(sure.scene.form);
      if (isSome && isTied(sure, one) && isInBrackets) drop(one, 'other-key');
    }
  }
}

/** `Graph error codes (e.g., 100, 190, 200)`: said to be codes, and all of one list of Meta's. */
const SAID =
  /(?:(?:error|err|graph|meta|failure)[\s_]?codes?|c[oó]digos?(?: de)? erro(?:r(?:es)?|s)?|codes? d['’]erreur|fehlercodes?|hata kod\w{0,4})\*{0,2}[^()\n\d]{0,28}[(（](?:e\.?\s?g\.?,?|p\.\s?ej\.,?|z\.\s?B\.|ej\.?:?|ex\.?:?|like|such as)?\s?["'`]?$/i;

function isSaid(list: readonly Judged[]): boolean {
  const [first] = list;
  if (!first || list.length < 3 || !SAID.test(first.scene.left)) return false;
  const isMetas = ({ scene }: Judged) => scene.kind !== 'symbol' && areOf(scene.meanings, 'meta');
  return list.every(isMetas) && first.scene.reading.topicNear('whatsapp', first.scene.start) !== null;
}

/** `code === 190 || e.httpStatus === 401`, `(400, 131026, 'drop')`, `['throttled', 400, 80007]` */
function isHttp({ scene }: Judged): boolean {
  if (scene.form !== 'http-status') return false;
  const { key, lineLeft, lineRight } = scene;
  return (
    /http|status/i.test(key ?? '') ||
    (/[([]$/.test(lineLeft) && /^,\s?\d{1,7},\s?["'`\p{L}]/u.test(lineRight)) ||
    (/[([]["'`][^"'`\n]{0,60}["'`],\s?$/.test(lineLeft) && /^,\s?\d{1,7}\s?[,)\]]/.test(lineRight))
  );
}

/** `code in (190, 0)`: the whole set was read before. */
const isOfSet = ({ verdict }: Judged) => verdict.found.some(({ evidence }) => evidence.rule === graphSet.id);

/** It is a code by itself, or by its column. */
function proves(one: Judged): boolean {
  return (
    one.scene.code.length >= 5 ||
    hasCompany(one, 6.4) ||
    one.verdict.found.some(({ family, evidence }) => family === 'place' && evidence.weight >= 4)
  );
}

/** `c in [131056, 131049]` and `c in [0, 190, 3]`: the same words lead up to both. */
function areLedAlike(bracketed: readonly Judged[] | undefined, list: readonly Judged[]): boolean {
  const [other, one] = [bracketed?.[0]?.scene.left.slice(-LEAD), list[0]?.scene.left.slice(-LEAD)];
  return one !== undefined && /[[{]$/.test(one) && one === other && /\p{L}/u.test(one);
}

const LEAD = 8;

/** In the same sentence, and in the words of the same provider. */
function isNear(sure: Judged | undefined, next: Judged | undefined): boolean {
  return (
    sure !== undefined &&
    next !== undefined &&
    next.scene.start - sure.scene.end <= 120 &&
    haveProvider(sure, next)
  );
}
