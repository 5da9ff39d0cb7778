import type { Candidate } from './candidates.ts';
import type { Judged, Vouching } from './judged.ts';

/** `190/467`, `100:2388023`: nothing but a slash or a colon between them. */
const SLASH = /^["'`*]{0,2}\s?(?:\/\s?|:)["'`*]{0,2}$/;
/** `190 (subcode 463`, `code=190 subcode=467`, `` `code 190` / `subcode 463` `` */
const NAMED =
  /^["'`*]{0,2}[\s,;/()]{1,4}(?:\p{L}{1,4}\s){0,2}[("'`]?(?:error[_\s])?(?:s[uú]b-?_?c(?:ode|ódigo|odigo|odice)|sous-?code|sotto-?codic[ei]|unter-?code|подкод\p{L}{0,3})s?[\s:=#(*`"'{[]{1,4}$/iu;
/** `error_subcode in [458, 460`: the list by itself. */
const LISTED = /sub_?codes?["'\])]{0,3}\s?(?:\s(?:not\s)?in\s|[:=])\s?(?:new\s)?(?:Set\()?[[({]{1,2}$/i;
/** `463, 467`, `463 and 467` */
const NEXT =
  /^["'`*]{0,2}\s?(?:[,;/&]\s?)?(?:(?:and|or|y|e|o|ou|et|und|oder|и|или|ve|veya|dan|atau)\s)?["'`*]{0,2}$/iu;
const REACH = 36;

/** `(190/463)`: the code before it, which the catalogue has it under, and nothing counted. */
export function isSubcodeOf(sub: Candidate, code: Candidate | undefined, text: string): boolean {
  if (!code || !/[([`]/.test(text[code.start - 1] ?? '') || !/[)\]`]/.test(text[sub.end] ?? '')) return false;
  const isPair = SLASH.test(text.slice(code.end, Math.min(sub.start, code.end + REACH)));
  return isPair && isUnder(sub, code.code);
}

/** A code of Graph and its subcodes, which the catalogue has under it. */
export function vouchForSubcodes(vouching: Vouching): void {
  const { judged, accepted, add } = vouching;
  judged.forEach((sub, at) => {
    vouchForListed(sub, at, vouching);
    vouchForTold(sub, at, vouching);
    const code = judged[at - 1];
    // Most are codes of six digits, which are nobody's subcodes.
    if (!code || sub.scene.code.length === 6 || sub.scene.start - code.scene.end > REACH) return;
    if (!isUnder(sub.scene, code.scene.code)) return;
    const between = betweenOf(code, sub);
    if (SLASH.test(between)) {
      // `100/33` is also a ratio.
      if (sub.scene.code.length >= 3) add(code, 'with-own-subcode', 6.4, sub.scene.code);
      else if (!accepted(code)) return;
      add(sub, 'with-own-subcode', 6.4, code.scene.code);
    } else if (NAMED.test(between)) {
      const list = listFrom(at, code.scene.code, judged);
      if (list.length > 1) vouchForList(code, list, vouching);
      add(code, 'with-own-subcode', 3.2, sub.scene.code);
      if (accepted(code)) add(sub, 'with-own-subcode', 6.4, code.scene.code);
    }
  });
}

/** `(#190) Error validating …: Session has expired, subcode 463`: the word for a subcode stands before it, its code farther off. */
function vouchForTold(sub: Judged, at: number, { judged, accepted, drop }: Vouching): void {
  if (!sub.verdict.found.some(({ evidence }) => evidence.rule === 'subcode-cue')) return;
  const near = judged.slice(Math.max(0, at - NEAR_TOLD), at);
  const code = near.find((one) => accepted(one) && isUnder(sub.scene, one.scene.code));
  if (code && sub.scene.start - code.scene.end <= TOLD_REACH) drop(sub, 'unplaced');
}
const NEAR_TOLD = 3;
const TOLD_REACH = 160;

/** Several numbers that the catalogue has under one code, behind the word for subcodes, are these. */
function vouchForList(code: Judged, list: readonly Judged[], { add, drop }: Vouching): void {
  for (const one of [code, ...list]) {
    add(one, 'with-own-subcode', 6.4, one === code ? (list[0]?.scene.code ?? '') : code.scene.code);
    drop(one, 'unplaced');
  }
}

/** Two or more that the catalogue has under one code, in a list of subcodes that does not say which. */
function vouchForListed(first: Judged, at: number, { judged, add, drop }: Vouching): void {
  const { length } = first.scene.code;
  if ((length !== 3 && length !== 7) || !opensList(first) || !LISTED.test(first.scene.lineLeft)) return;
  const code = first.scene.meanings.flatMap(({ key }) => UNDER.exec(key)?.[1] ?? [])[0];
  const list = code === undefined ? [] : listFrom(at, code, judged);
  if (list.length < 2) return;
  for (const one of list) {
    add(one, 'with-own-subcode', 6.4, code ?? '');
    drop(one, 'unplaced');
  }
}

function opensList({ scene: { reading, start } }: Judged): boolean {
  const before = reading.text.charCodeAt(start - 1);
  return before === 0x5b || before === 0x28 || before === 0x7b;
}

/** The code in the key of a subcode. */
const UNDER = /\/(\d+)\.\d+$/;

function listFrom(at: number, code: string, judged: readonly Judged[]): Judged[] {
  const list: Judged[] = [];
  for (let next = at; next < judged.length; next++) {
    const one = judged[next];
    const last = list.at(-1);
    if (!one || !isUnder(one.scene, code) || (last && !NEXT.test(betweenOf(last, one)))) break;
    list.push(one);
  }
  return list;
}

function betweenOf({ scene: one }: Judged, { scene: next }: Judged): string {
  return one.reading.text.slice(one.end, Math.min(next.start, one.end + REACH));
}

function isUnder({ code, meanings }: Pick<Candidate, 'code' | 'meanings'>, of: string): boolean {
  return meanings.some(({ key }) => key.endsWith(`/${of}.${code}`));
}
