import { isConstant } from './constant.ts';
import type { Vouching } from './judged.ts';
import { haveProvider } from './kin.ts';

const NAME = '(?:name|title|symbol|code|reason|description|status|detail|message|msg)';
/** Another member of it: `"permanent": true`. */
const MEMBER = `,\\s{0,12}\\\\?["'\`]?\\w{2,20}\\\\?["'\`]?\\s?(?::|=>?)\\s?["'\`\\w\\\\]{1,24}`;
/** From the number of an entry to its name: `'id': 11, 'name': 'EC_…'`, `11 - EC_…`, `| 11 | EC_…`, `| 11 | true | EC_…`, `7032`, a break and `// (EC_…`, `` `579`, reason `REJECTED_…`` */
const TO_NAME = new RegExp(
  `^["'\`]?(?:(?:${MEMBER}){0,3}\\s{0,2},\\s{0,12}\\\\?["'\`]?\\w{0,10}${NAME}\\\\?["'\`]?\\s?(?::|=>?)\\s?|\\s{0,2}(?:,|and|y|e|et|und)\\s{1,2}(?:the\\s)?\\w{0,10}${NAME}\\s["'\`]|\\s{0,2}\\n\\s{0,12}(?://|#|\\*|--)?\\s{0,2}\\(|\\s{0,2}(?:\\|\\s{0,4}(?:true|false|yes|no)\\s{0,4})?[|\\t:(–—-]\\s{0,4})\\\\?["'\`*]{0,2}$`,
  'i',
);
/** And from the name to the number. */
const TO_NUMBER =
  /^\\?["'`*]{0,2}(?:,\s{0,12}\\?["'`]?\w{0,10}(?:id|code|number)\\?["'`]?\s?(?::|=>?)\s?|\s{0,2}[|\t:=(–—-]\s{0,4})\\?["'`*]{0,2}$/i;

/** A `groupId` is shared by many. */
const ID = /^(?:err(?:or)?_?|status_?)?(?:id|code|number)$/i;

/** The number beside a name that is known for a code, if both are of one provider: one entry has both. */
export function vouchInEntries({ judged, accepted, add, tie }: Vouching): void {
  for (let at = 1; at < judged.length; at++) {
    const [one, other] = [judged[at - 1], judged[at]];
    if (!one || !other || one.scene.kind === other.scene.kind) continue;
    const [number, name] = one.scene.kind === 'symbol' ? [other, one] : [one, other];
    if (number.scene.kind !== 'number' || accepted(number) || !accepted(name) || !isConstant(name.scene))
      continue;
    const between = one.scene.reading.text.slice(one.scene.end, other.scene.start);
    if (between.length > 120 || !(name === other ? TO_NAME : TO_NUMBER).test(between)) continue;
    if (number.scene.form === 'http-status' || !haveProvider(name, number)) continue;
    if (number.scene.key !== null && !ID.test(number.scene.key)) continue;
    add(number, 'named', 7.6, name.scene.code);
    tie(name, number);
  }
}
