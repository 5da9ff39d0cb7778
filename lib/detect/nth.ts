import { CODE, ERROR, ERROR_CODE } from './words/error.ts';
import { cue } from './words/pattern.ts';
import { REASON } from './words/reason.ts';

/** `Contract n° 131047`, `رقم 131047`: whatever it is, it has a number. */
const NTH =
  /(?:(?:^|[^\p{L}])(?:n[.º°]{1,3}|no\.|nrs?\.?|№|n[uú]m(?:ero|\.)|numéro|(?!fehler|fout|error|fel)\p{L}{0,24}(?:nummer|nr\.)|numer|numarası|số|č\.|номер|nomor|क्रमांक|رقم(?:\s(?!ال?خطأ|الرمز|رمز)\p{L}{3,12})?|नं\.|संख्या|नंबर|নম্বর|نمبر)|(?:番号|编号|編號|号码|號碼|번호)(?:は|が|是|为|為|는|은)?)\s?[:：#]?\s?$/iu;

/** Unless it is an error's: `número do erro: 131047`, `Error #131047`. */
export const ERRORS = cue([
  ...ERROR,
  ...ERROR_CODE,
  ...CODE,
  ...REASON,
  'meta',
  'whatsapp',
  'graph',
  'twilio',
  'api',
]);

/** The number is that of something, and nothing in its sentence says that the thing is an error. */
export function isNth(lineLeft: string): boolean {
  const at = NTH.exec(lineLeft)?.index;
  if (at === undefined) return false;
  const sentence = lineLeft.slice(Math.max(0, at - 30), at + 1).split(/[.!?]\s|。/);
  return !ERRORS.in(sentence.at(-1) ?? '');
}
