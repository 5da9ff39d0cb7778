import type { Judged, Vouching } from './judged.ts';

/** `190/467`: nothing but a slash between them. */
const SLASH = /^["'`*]{0,2}\s?\/\s?["'`*]{0,2}$/;
/** `190 (subcode 463`, `code=190 subcode=467` */
const NAMED =
  /^["'`*]{0,2}[\s,;/(]{1,3}(?:\p{L}{1,4}\s)?\(?(?:error[_\s])?s[uú]b-?_?c(?:ode|ódigo|odigo|odice)s?[\s:=#(*`"']{1,4}$/iu;
const REACH = 32;

/** A code of Graph and one of its subcodes, which the catalogue has under it. */
export function vouchForSubcodes({ judged, accepted, add }: Vouching): void {
  judged.forEach((sub, at) => {
    const code = judged[at - 1];
    if (!code || !isUnder(sub, code)) return;
    const between = code.scene.reading.text.slice(
      code.scene.end,
      Math.min(sub.scene.start, code.scene.end + REACH),
    );
    if (SLASH.test(between)) {
      add(code, 'with-own-subcode', 6.4, sub.scene.code);
      add(sub, 'with-own-subcode', 6.4, code.scene.code);
    } else if (NAMED.test(between)) {
      add(code, 'with-own-subcode', 3.2, sub.scene.code);
      if (accepted(code)) add(sub, 'with-own-subcode', 6.4, code.scene.code);
    }
  });
}

function isUnder({ scene: { code, meanings } }: Judged, { scene }: Judged): boolean {
  return meanings.some(({ key }) => key.endsWith(`/${scene.code}.${code}`));
}
