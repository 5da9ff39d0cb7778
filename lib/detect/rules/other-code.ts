import { speaksForItself } from '../leads.ts';
import type { Examples, Rule } from '../rule.ts';
import type { Scene } from '../scene.ts';
import { CODE, ERROR, ERROR_CODE } from '../words/error.ts';
import { lastOf } from '../words/letters.ts';
import { OTHER_CODE } from '../words/other.ts';
import { cue, endsWithCue, words } from '../words/pattern.ts';
import { metWith } from './met.ts';

const ERRORS = cue([...ERROR, ...ERROR_CODE]);
const WORDS = cue(OTHER_CODE);
/** A code, and nothing says of what. */
const CODES = endsWithCue(CODE);

/**
 * `Scheme code: 131047` as a label: any noun makes it one of that thing, but for those that errors have. Latin letters as ranges: with
 * `\p{L}` counted so often, an engine takes seconds to compile the pattern for a text beyond Latin-1.
 */
const OF_SOMETHING =
  /(?:^|[·•|,;([]\s?|\s[–—-]\s|\/[/*]\s)[\s"'`*_#>-]{0,3}(?:[A-ZÀ-Þ][A-Za-zÀ-ɏ]{1,13}\s([A-Za-zÀ-ɏ]{2,20})|([A-ZÀ-Þ][A-Za-zÀ-ɏ]{1,19}))[\s-][Cc]odes?["'`*]{0,2}[\s:=#("'`*]{1,4}$/;
const MAY_BE_OF_ERROR =
  /^(?:the|an?|this|that|these|those|same|and|or|with|of|as|by|in|on|its|their|our|which|what|whose|new|old|first|last|second|next|inner|outer|main|unknown|only|exact|usual|common|real|raw|own|other|another|such|each|every|any|some|no|not|is|was|has|had|have|get|got|gets|give|gives|gave|see|saw|show|shows|return|returns|for|from|to|if|when|then|but|via|status|response|result|reply|fail|fault|issue|problem|api|sub|graph|meta|whats\s?app|wa|waba|cloud|twilio|gupshup|infobip|vonage|sinch|telnyx|plivo|exotel|facebook|fb|http|webhook|message|provider|vendor|upstream|platform|channel|carrier|bsp|exo|handles|maps|treats|covers|means|takes|holds|sends|reports|throws|raises|emits|answers|replies|prints|puts|logs|says|catches|checks?|uses?|skips?|sets?|adds?|ignores?|matche?s?|expects?|logs?|retry|retries|stops?|le|el|permanent|transient|terminal|hard|soft|numeric|\p{L}*(?:err(?:or)?s?|failure|reject\p{L}*|ed|ing|able|ible|exception|reason))$/iu;

/** What stands in front of a comment is no label of it. */
const COMMENT = /\s(?:\/\/|#|--)\s{1,4}$/;

/** `Code: 131047 valid until 31 Oct`, `10 % off`. */
const VOUCHER =
  /^[\s·•|,;–—-]{0,4}(?:is\s|(?:and|y|e|et|und)\s(?:is\s|es\s|é\s)?)?(?:valid|expires|expiring|expira|vence|caduca|scade|válido|válida|gültig|valable|valido|berlaku|geçerli|действ\p{L}*|\d{1,2}\s?%\s?(?:off|de desc))(?![\p{L}])/iu;

/** `Code 131047 has expired`, `Code 131047 applied`: sent to a person, for a while. */
const EXPIRED =
  /^(?:["'”»`*]{0,2}\s?(?:has|have|is|ha|ya|já|a|est|ist|è|sudah|telah|đã|は|が|이|가|는|은)?\s?(?:applied|redeemed|aplicad[oa]|resgatado|canjeado|eingelöst|expired|expirou|caducado|caducó|venció|expiré|abgelaufen|scaduto|verlopen|kedaluwarsa|hết hạn|истёк|истек|已过期|已失效|已過期|期限切れ|만료)|(?:\s\S{2,10})?\s(?:süresi doldu|की समय सीमा समाप्त|की अवधि समाप्त))/i;
const EXPIRED_BEFORE = /انتهت صلاحية (?:ال)?رمز\s$/;

/** `Your Meta code is 131047`, `Seu código do WhatsApp é 131047`: sent to a person. */
const SENT =
  /(?:^|[^A-Za-zÀ-ɏ])(?:your|seu|tu|su|votre|ton|ihr|dein|il tuo|uw|je)\s(?:[A-Za-zÀ-ɏ-]{1,20}\s){0,3}?(?:[A-Za-zÀ-ɏ]{1,20}-)?(?:code|código|codigo|codice|pin|passwor[dt])(?:\s(?:do|da|de|del|for|für|von|per|pour)\s[A-Za-zÀ-ɏ]{1,20})?\s(?:is|é|es|est|ist|è|lautet)\s?:?\s?["'`*]{0,2}$/i;

/** `a 6-digit code, e.g. 131047`: made up for one person. */
const DIGITS =
  '\\d[\\s-]?(?:digits?|d[ií]gitos|stellig\\p{L}*|chiffres|cifre|cijferige?|haneli|basamaklı|цифр\\p{L}*|значн\\p{L}*|位数?|桁|자리|أرقام|अंक\\p{L}*)';
const MADE_OF = '(?:c[oó]d\\p{L}{0,4}|kode|kod|pin|otp|код|رمز|कोड|码|碼)';
const OF_DIGITS = new RegExp(
  `(?:${MADE_OF}(?:\\s\\p{L}{1,4}){0,2}\\s${DIGITS}(?!\\p{L})|${DIGITS}[\\s-]?${MADE_OF})[^\\d)）?？!؟]{0,28}$`,
  'iu',
);

/** `enter 131047 in the box`: what a person is asked to type. */
const TYPED =
  /(?:^|[^\p{L}])(?:enter|type|type in|key in|redeem|escrib[ae]|ingres[ae]|introduzca|introduce|introduc[ií]|inserte|teclee|digit[ae]|insira|saisissez|saisir|tapez|entrez|geben sie|gib|digiti|inserisca|inserisci|ketik|masukkan|girin|yazın|введите|вводите)\s(?:(?:the|el|o|le|den|il)\s)?(?:code|código|codice|kode|kod|код)?\s?["'`«“]{0,2}$/iu;

/** `Ya verifiqué el número por SMS (código 131026)`, `extractOtp(sms)).toBe('131026')` */
const BY_SMS =
  /\b(?:by|via|per|por|par|lewat|mit)\s(?:SMS|text)\s\((?:code|código|codigo|codice|kode|kod)\s?:?\s?["'`]?$|(?:otp|pin|captcha)\w{0,12}\([^()\n]{0,30}\)\)?\.to\w{2,12}\(["'`]?$/i;

/** `We set the two-step PIN to 131042`, `pin=131049` */
const PIN =
  /(?<!(?:wrong|invalid|incorrect|bad|mismatch\w{0,3}|error)\s)(?:^|[^\p{L}])pin(?:-?nya)?\s?(?:[=:]|is|to|es|é|est|ist|auf|a|para|adalah|ke)?\s?["'`]{0,2}$/iu;

/** `Use 131047 to sign in` */
const TO_ENTER =
  /^["'`*”»]{0,2}\s(?:to|para|pour|um|per|untuk|чтобы)\s(?:(?:sign|log)[\s-]?(?:in|on)|verify|confirm|iniciar|entrar|verificar|confirmar|acceder|vous connecter|sich anzumelden|accedere|masuk|войти)(?!\p{L})/iu;

/** What is offered, not a code of it. */
const OFFER = cue(
  words(
    'promo, promos, descuento, desconto, rabatt*, sconto, diskon, indirim, скидк*, réduction, クーポン, 优惠券, 쿠폰',
  ),
);

/** `one in five promo sends ends as 131049` */
const ENDS =
  /\s(?:ends?|ended|fails?|failed|returns?|returned|bounces?|bounced|dies|died|came|comes?)\s(?:up\s)?(?:as|with|on|in|back|by)\s/i;

/** `… received no promo, in the report it says 131049`: the number is told of in a clause of its own. */
function isOffer(word: string, between: string, { lineLeft, right }: Scene): boolean {
  if (OFFER.in(word) === null) return false;
  if (/^(?:の?(?:配信|送信|案内|メッセージ)|群发|推送|\s?(?:발송|안내|메시지))/.test(between)) return true;
  return ENDS.test(between) || (/^[,;]\s\p{L}+\s\p{L}/u.test(between) && metWith(lineLeft, right) !== null);
}

/** `"product":{"code":131047}`: an object that has a code of its own. */
const THING =
  /^(?:product|item|article|variant|branch|store|shop|plan|course|room|gift|discount|offer|country|currency|language|locale|region|city)s?$/i;

/** `["Your Acme code is 131047.", "131047"]`: the same number again. */
function isSentBefore({ code, lineLeft }: Scene): boolean {
  const at = lineLeft.lastIndexOf(code);
  const goesOn = /\d/.test(lineLeft.charAt(at + code.length));
  return at > 0 && !goesOn && isSent(lastOf(lineLeft.slice(0, at), 60));
}

function isSent(before: string): boolean {
  const sent = SENT.exec(before)?.[0];
  return sent !== undefined && !ERRORS.in(sent);
}

/** A code, but of another kind: one-time passwords, postcodes, vouchers. */
export const rule: Rule = {
  id: 'other-code',
  family: 'against',
  weight: -5.5,
  find(scene) {
    const { lineLeft, lineRight, right, header, label, kind, structural, key, code, cell, owner } = scene;
    if (kind === 'symbol' || (structural && key && /err/i.test(key))) return null;
    if (structural && key && owner && /^code$/i.test(key) && THING.test(owner)) return owner;
    const before =
      lastOf(lineLeft, 36)
        .split(/[.!?]\s|[|\t]|\/\/\s|\(\w+\)!?:\s/)
        .at(-1) ?? '';
    // Most cells hold nothing else.
    if (right !== '' && VOUCHER.test(right.slice(0, 40))) return 'valid';
    if (
      code.length >= 4 &&
      ((EXPIRED.test(right.slice(0, 40)) && CODES.in(before)) || EXPIRED_BEFORE.test(lineLeft))
    )
      return 'expired';
    const isTyped = TYPED.test(lastOf(lineLeft, 36)) || (TO_ENTER.test(right) && !ERRORS.in(before));
    if (code.length >= 4 && isTyped) return 'typed';
    if (code.length === 6 && PIN.test(lastOf(lineLeft, 36))) return 'pin';
    if (code.length >= 4 && BY_SMS.test(lastOf(lineLeft, 60))) return 'sms';
    const digits = code.length >= 4 && OF_DIGITS.test(lastOf(lineLeft, 60));
    if (digits && !ERRORS.in(before)) return 'digits';
    if (isSent(before) || (code.length >= 4 && !ERRORS.in(before) && isSentBefore(scene))) return 'sent';
    const after = /^["'`*”»]{0,2}\s(?:is|es|é|è|est|ist|adalah)\s[^.]{0,48}/.exec(lineRight)?.[0] ?? '';
    const found = WORDS.in(before);
    // `Lista de verificação: 131031`
    const word = found && /\blist\p{L}?\s(?:de|di)\s$/iu.test(before.slice(0, found.start)) ? null : found;
    // `TO_NOT_VERIFIED: error 21608`: the nearer word decides.
    const between = word ? before.slice(word.end) : '';
    if (word && !ERRORS.in(between) && !isOffer(word.word, between, scene)) return word.word;
    const [, last, only] = OF_SOMETHING.exec(lineLeft) ?? [];
    const noun = last ?? only;
    if (noun && !MAY_BE_OF_ERROR.test(noun)) return noun;
    const isSaid =
      speaksForItself(scene) ||
      COMMENT.test(lineLeft) ||
      (cell?.leads === false && ERRORS.in(before) !== null);
    const about = isSaid ? '' : `${header ?? ''} | ${label ?? ''}`;
    return WORDS.in(after)?.word ?? WORDS.in(about)?.word ?? null;
  },
};

export const examples: Examples = {
  yes: [
    'Your verification code is ‹131047›',
    'Kode verifikasi Anda ‹131026›',
    'Zip code ‹131047›',
    '‹131047› is your login code',
    'um código de 6 dígitos por WhatsApp (ex.: `‹131026›`)',
    '*‹131047›* es tu código de verificación.',
    '‹131047› is your Facebook confirmation code',
    'Your Meta code is ‹131026›',
    'Seu código do WhatsApp é ‹131026›',
    'Untuk promo, pakai kode ‹131026›',
    'Tap REDEEM, then type ‹131026› at the till',
    'El botón pide un código: escriba ‹130429› en la caja',
    'We set the two-step PIN to ‹131042›; the API returns 133005',
    '["Your Acme code is 131026. Keep it to yourself.", "‹131026›"],',
    'Ya verifiqué el número por SMS (código ‹131026›)',
    "expect(extractOtp(sms)).toBe('‹131026›')",
    'Short code ‹63016›',
    'Use ‹131047› to sign in. Never share it.',
    'Scheme code: ‹131047›',
    '"province": "North", // Enum Code: ‹131021›',
    'Code: ‹131047› · valid until 31 Oct',
    'Code ‹131026› applied',
    'Tu clave de acceso es ‹132001› y caduca en 5 minutos',
    'O código ‹131047› expirou. Peça outro.',
    'コード ‹131047› は期限切れです',
    '{"product":{"code":‹131047›,"name":"Shoes"}}',
  ],
  no: [
    'error code 131047',
    '## Lista de verificação (131031)',
    'a 6-digit error code, e.g. 131047',
    'tengo el error 131047 para confirmar las citas',
    'o `wa_id` (12 dígitos) esbarrava no 131047',
    'code 131047',
    'the code 131047',
    'Meta code: 131047',
    'Your error code is 131047',
    'tidak menerima promo, di laporan tertulis 131049.',
    'they got no discount, the report shows 131049.',
    'retryable code 131047',
    'クーポン配信のうち１２件が「131049」で届いていません',
    'x = 1; // Handles code 131047',
    'ele reconhece code 131047',
    'We verified it. Then 131047 came',
    'Your error code is 131047, so 131047',
    'Your Acme code is 1310260, and 131026',
    '| Verification code | Sent |\n| Error 190 | by Meta |',
  ],
};
