import type { Examples, Rule } from '../rule.ts';

const BEFORE = /(?:\+\d{1,4}[\s().-]{0,3}(?:\d{1,5}[\s().-]{1,2}){0,4}|\d{2,5}[\s.-])\(?$/;
/** Not over the edge of a cell. */
const PLUS = /\+\d{1,4}(?:[^\S\t]|[().-]){0,3}(?:[\dxX*•·]{1,5}(?:[^\S\t]|[().-]){1,2}){0,4}\(?$/;
const AFTER = /^\)?[\s.-]\d{2,5}(?:[\s.-]\d{2,5}|(?!\d))/;
const WORDS =
  /(?:phone|mobile|hotline|helpline|telefone|teléfono|téléphone|telefon|rufnummer|telefono|телефон|telepon|เบอร์|โทร|電話|电话|전화|هاتف|फ़ोन|ফোন|(?<!\p{L})(?:tel|call(?!\s(?:answer|return|repl|fail|error|throw|end|g[ie]ve?|get|got|dies\b|died\b|breaks\b|broke\b|stops\b|comes\b|came\b|bounc|crash|hits\b)\p{L}{0,4}\s)|fax)(?!\p{L}))[^\n\d|]{0,12}(?:\d{2,5}[\s/-]){0,2}$/iu;

/** `chiami lo 0471 131047`: somebody is to dial it. */
const DIALLED =
  /(?<!\p{L})(?:dial|ring|chiam\p{L}{1,4}|llam[aeá]\p{L}{0,4}|marque|ligue|ligar|disque|appel\p{L}{1,4}|rufen|anruf\p{L}{0,2}|wählen|bel|belt|bellen|звон\p{L}{1,4}|arayın|hubungi)[^\n\d]{0,14}\(?\d{2,5}\)?[\s/-]$/iu;

/** `Dial 131047`, `Ligue para o 131047`: at the head of a sentence. */
const TO_DIAL =
  /(?:^|[.!?:]\s)(?:dial|marque|marca|ligue|disque|llame|llama|appelez|chiami|chiama|bel|hubungi)\s(?:(?:al|para|para o|o|le|il|naar|ke)\s)?$/iu;
/** `Text STOP to 131047` */
const TEXTED =
  /(?<!\p{L})(?:[Tt]ext|TEXT|SMS|[Ss]end|[Rr]eply|[Ee]nv[ií][ea]|[Rr]esponda|[Mm]and[ae]|[Ee]nvoyez|[Ii]nvi[ai]|[Ss]enden? Sie|[Ss]ende|[Kk]irim|[Kk]etik)\s(?:["'“«*]{0,2}\p{Lu}{2,12}["'”»*]{0,2}\s){1,2}(?:to|al|a|para|para o|ao|au|an|an die|ke)\s$/u;

/** `"Invalid phone number" (131021)`: a title, and its code. */
const QUOTED = /\p{L}["”’'`]\s?[(（]["'`]?$/u;

/** `Invalid Phone Number (131008)`, `NEEDS_PHONE_CODE = 131062` */
const OF_CODE =
  /(?:invalid|wrong|bad|incorrect|inválid[oa]|inexistente|ungültige?|invalide)\s[^\n\d]{1,24}\(["'`]?$|_CODE\s?[:=]\s?["']?$/i;

/** `` `INVALID_PHONE`, `470 ``: a name in a list. */
const NAMED = /[A-Z]_PHONE`,\s`[\d/]{0,20}$/;

/** `whatsapp:131047`, `WhatsApp: 470 555 0148`; a number that stands for itself is too short. */
const ON_WHATSAPP = /whatsapp:(\s{0,3})$/i;

/** Part of a telephone number: `+1 (470) 555-0148`, `0131 1047`. */
export const rule: Rule = {
  id: 'phone',
  family: 'against',
  weight: -5,
  needs: ['left'],
  find({ lineLeft, lineRight, code }) {
    if (NAMED.test(lineLeft)) return null;
    if (WORDS.test(lineLeft) && !QUOTED.test(lineLeft) && !(code.length === 6 && OF_CODE.test(lineLeft)))
      return WORDS.exec(lineLeft)?.[0] ?? null;
    if (DIALLED.test(lineLeft) || TO_DIAL.test(lineLeft) || TEXTED.test(lineLeft)) return 'dial';
    const chat = ON_WHATSAPP.exec(lineLeft);
    if (chat && (chat[1] === '' || /^[\s.-]\d/.test(lineRight))) return chat[0];
    const plus = PLUS.exec(lineLeft);
    if (plus) return plus[0];
    if (code.length >= 6) return null;
    return /^\)\s?\d{3}|^[-.]\d{3}/.test(lineRight) && BEFORE.test(`${lineLeft}`)
      ? (AFTER.exec(lineRight)?.[0] ?? null)
      : null;
  },
};

export const examples: Examples = {
  yes: [
    'whatsapp:‹131047›',
    'Text STOP to ‹131047›',
    'Envíe SALIR al ‹131047›.',
    'Ligue para o ‹131047› e fale conosco',
    'WhatsApp: ‹470› 555 0148',
    '+91 ‹131047›',
    '+91 97xxx ‹63016›',
    'Tel: ‹131047›',
    'call ‹131047›',
    'Call Diego ‹131047› if the bot is down',
    'Hotline 0800 ‹131047›, Durchwahl 471',
    'call us at ‹131047›',
    'Per le urgenze chiami lo 0471 ‹131047› dalle 9',
    '+1 (‹470›) 555-0148',
  ],
  no: [
    'error 131047',
    'they reply with 131047',
    '"Invalid phone number" (131021)',
    '(131047)',
    'Invalid Phone Number (131008)',
    'const NEEDS_PHONE_CODE = 131062;',
    'motif 131047',
    '`131030` → `INVALID_PHONE`, `470/131047` → `TOO_LATE`',
    'a call answers `#100`',
    'after 24h this call dies with 63016',
    'the call failed (#131047)',
    'Telnyx 40300',
    "l'appel répond 131047",
    'Status callback: 131047',
    'WhatsApp: 131047 outside the window',
    'To\tReason\n+49151000\t131049',
  ],
};
