import type { Judged, Vouching } from './judged.ts';

/** `190/467`: nothing but a slash between them. */
const SLASH = /^["'`*]{0,2}\s?\/\s?["'`*]{0,2}$/;
/** `190 (subcode 463`, `code=190 subcode=467` */
const NAMED =
  /^["'`*]{0,2}[\s,;/(]{1,3}(?:\p{L}{1,4}\s){0,2}\(?(?:error[_\s])?s[uú]b-?_?c(?:ode|ódigo|odigo|odice)s?[\s:=#(*`"'{[]{1,4}$/iu;
/** `463, 467`, `463 and 467` */
const NEXT =
  /^["'`*]{0,2}\s?(?:[,;/&]\s?)?(?:(?:and|or|y|e|o|ou|et|und|oder|и|или|ve|veya|dan|atau)\s)?["'`*]{0,2}$/iu;
const REACH = 36;

/** A code of Graph and its subcodes, which the catalogue has under it. */
export function vouchForSubcodes(vouching: Vouching): void {
  const { judged, accepted, add } = vouching;
  judged.forEach((sub, at) => {
    const code = judged[at - 1];
    // Most are codes of six digits, which are nobody's subcodes.
    if (!code || sub.scene.code.length === 6 || sub.scene.start - code.scene.end > REACH) return;
    if (!isUnder(sub, code)) return;
    const between = betweenOf(code, sub);
    if (SLASH.test(between)) {
      // `100/33` is also a ratio.
      if (sub.scene.code.length >= 3) add(code, 'with-own-subcode', 6.4, sub.scene.code);
      else if (!accepted(code)) return;
      add(sub, 'with-own-subcode', 6.4, code.scene.code);
    } else if (NAMED.test(between)) {
      const list = listFrom(at, code, judged);
      if (list.length > 1) vouchForList(code, list, vouching);
      add(code, 'with-own-subcode', 3.2, sub.scene.code);
      if (accepted(code)) add(sub, 'with-own-subcode', 6.4, code.scene.code);
    }
  });
}

/** Several numbers that the catalogue has under one code, behind the word for subcodes, are these. */
function vouchForList(code: Judged, list: readonly Judged[], { add, drop }: Vouching): void {
  for (const one of [code, ...list]) {
    add(one, 'with-own-subcode', 6.4, one === code ? (list[0]?.scene.code ?? '') : code.scene.code);
    drop(one, 'unplaced');
  }
}

function listFrom(at: number, code: Judged, judged: readonly Judged[]): Judged[] {
  const list: Judged[] = [];
  for (let next = at; next < judged.length; next++) {
    const one = judged[next];
    const last = list.at(-1);
    if (!one || !isUnder(one, code) || (last && !NEXT.test(betweenOf(last, one)))) break;
    list.push(one);
  }
  return list;
}

function betweenOf({ scene: one }: Judged, { scene: next }: Judged): string {
  return one.reading.text.slice(one.end, Math.min(next.start, one.end + REACH));
}

function isUnder({ scene: { code, meanings } }: Judged, { scene }: Judged): boolean {
  return meanings.some(({ key }) => key.endsWith(`/${scene.code}.${code}`));
}
