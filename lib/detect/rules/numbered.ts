import { hasFurtherNumbers } from '../further-numbers.ts';
import { ERRORS, isNth } from '../nth.ts';
import type { Examples, Rule } from '../rule.ts';
import { thingBefore } from '../thing-before.ts';
import { lastOf } from '../words/letters.ts';
import { NUMBERED } from '../words/other.ts';
import { cue, type Match, words } from '../words/pattern.ts';
import { FAILED, REJECTED } from '../words/reason.ts';
import { rule as matter } from './matter.ts';
import { rule as namesake } from './namesake.ts';

const BEFORE = cue(NUMBERED, {
  after:
    /^(?:,\s#|[\s:：=#＃"'`*_(.\\\-–]{0,4})(?:(?:no|nr|n[°º]|num|number|número|numéro|nummer|номер|№|رقم|番号|编号|編號|号|번호|id)(?:是|为|為|は|는|은)?[.:：\s#]{0,4})?$/i,
});

/** `the template id is 131047`; said of what is sent, not of the error. */
const ID_IS = /(?:^|[^\p{L}])id\s(?:is|was|es|é)\s?[:#]?\s?$/iu;

const OF_ERROR = /\berr(?:or)?[\s_-](?:id|no|ref)\b[^\p{L}\p{N}]{0,6}$/iu;

const OF_ERROR_ID = /(?:err(?:or)?|code)\s(?:code\s)?id\s[^\d]{1,8}$/iu;

/** `the cap of the recipient (131049)`: an aside, no number of the person's. */
const PERSON =
  /(?:recipient|subscriber|contact|customer|user|destinatario|destinatário|destinataire|cliente|client|usuario|usuário|utilisateur|benutzer|utente|gebruiker|klien|pelanggan|penerima|kunden?|empfänger|müşteri|клиента?|получател\p{L}|العميل|المستلم|ग्राहक)\s\(["'`]?#?$/iu;

/** `Failed to send the campaign (131042)`: what was not sent, and why. */
const NOT_SENT = cue(
  words(
    'message, campaign, broadcast, template, mensaje, campaña, plantilla, mensagem, campanha, modelo, nachricht, kampagne, vorlage, campagne, messaggio, campagna, pesan, kampanye, mesaj, kampanya',
  ),
  { after: /^\s\(["'`]?#?$/ },
);
const UNSENT = cue(FAILED);
/** `retry policy: 131016 is retried`: what is to be done about it. */
const RETRYING =
  /(?:^|[^\p{L}])(?:retry|retries|backoff|error|resend)\s(?:policy|plan|job|queue|batch)\s?[:–—-]\s$/iu;
/** `falta método de pago (131042)`: what the account lacks. */
const METHOD =
  /(?:m[eé]todo|forma|moyen|metodo|mezzo)\s(?:de|di)\s(?:pago|pagamento|paiement)\s\(["'`]?#?$/iu;
/** Another reason makes the number that of the campaign. */
const AT_END =
  /^["'`]?\)(?!(?:\s\p{L}{1,12}){0,2}\s(?:karena|because|due|por|porque|weil|wegen|car|parce|perché|çünkü))/iu;

/** `Known issue - 63018 on new senders`: what the issue is about. */
const KNOWN = /(?:^|[^\p{L}])(?:known|open) (?:issue|bug|problem)s?\s?[-–—:]\s["'`]?$/iu;

/** `"limit of the recipient" 131049`: what was quoted ends before the number. */
const QUOTED = /["“«][^"“”«»]{4,80}["”»]\s$/;

/** `Ticket #131047 closed` at the head of a line. */
const THING =
  /^[^\p{L}\p{N}]{0,5}(?!(?:When|Whenever|Once|After|While|With|Quando|Cuando|Wenn|Nach|Quand|Après|Depois|Después|Após|Tras|Avec|Dopo|Dengan|Setelah|Kalau|Jika|Same|Still|Again|Only|Just|Since|About|Если|Когда|После)\s)\p{Lu}\p{Ll}{3,}(?:\s(?!(?:gett|see|hitt|receiv|return|throw|fac)ing)\p{Ll}+)?\s#$/u;
/** The number of an order, an invoice, a customer. */
export const rule: Rule = {
  id: 'numbered',
  family: 'against',
  weight: -7,
  needs: ['left'],
  find(scene) {
    const { lineLeft, lineRight, structural, kind, code } = scene;
    // `the same answer for each contact: EC_NO_SESSION`
    if (kind === 'symbol' && code.includes('_') && /(?::|\s[-–—])\s$/.test(lineLeft)) return null;
    if (PERSON.test(lineLeft) && /^["'`]?\)/.test(lineRight)) return null;
    if (NOT_SENT.in(lineLeft) && UNSENT.in(lastOf(lineLeft, 60)) && AT_END.test(lineRight)) return null;
    if (METHOD.test(lineLeft) && /^["'`]?\)/.test(lineRight)) return null;
    if (QUOTED.test(lineLeft) || KNOWN.test(lineLeft) || matter.find(scene) !== null) return null;
    const thing = thingBefore(lineLeft, lineRight);
    if (thing) return thing;
    if (isNth(lineLeft) && !/^\s?(?:이?라고|って|と出|と表示)/.test(lineRight)) return 'number';
    if (THING.test(lineLeft) && !/^[?*]/.test(lineRight) && !ERRORS.in(lineLeft)) return 'thing';
    const subject = SUBJECT.exec(lineLeft)?.[0];
    if (subject && GIVEN_UP.in(lineRight) && !ERRORS.in(subject)) return subject.trim();
    if (MESSAGE.test(lineLeft) && GIVEN_UP.in(lineRight)) return 'message';
    const owned = /^\s\p{Ll}/u.test(lineRight) ? OWNED.in(lineLeft)?.word : undefined;
    if (owned) return owned;
    const told = NUMBER_IS.in(lineLeft);
    if (told && !ERRORS.in(lineLeft.slice(told.start))) return told.word;
    if (ID_IS.test(lineLeft) && !OF_ERROR_ID.test(lineLeft)) return 'id';
    const said = structural || OF_ERROR.test(lineLeft) ? null : BEFORE.in(lineLeft);
    const word = said && !isOver(said, lineLeft) && !isOfName(said, lineLeft) ? said.word : undefined;
    if (word === undefined || RETRYING.test(lineLeft)) return null;
    // `case 131047:` is a branch in source, and so is `case 131047, // too late` over several lines.
    const isBranch =
      /^["'`]?\s*(?::|->|=>|,\s*(?:\/\/|\d|["'`][\dA-Z]))/.test(lineRight) || hasFurtherNumbers(lineRight);
    // `- id: 7003`, a break and `name: EC_BLOCKED_USER`
    return (word === 'case' && isBranch) || namesake.find(scene) !== null ? null : word;
  },
};

/** `It is no defect. 130429 is a limit`: the sentence ends between them. `Ref. 131047` is short for something. */
const isOver = ({ word, end }: { word: string; end: number }, lineLeft: string) =>
  word.length > 4 && /^\.\s/.test(lineLeft.slice(end));

/** `bad_recipient	21211`: a name in the cell before. */
const isOfName = ({ start, end }: Match, lineLeft: string) =>
  lineLeft[start - 1] === '_' && /^\s+$/.test(lineLeft.slice(end));

/** `Sync 131047 failed`, `Webhook delivery 131047 failed` at the head of a line: its number, and what came of it. */
const SUBJECT = /(?:^|[.!?]\s)[^\p{L}\p{N}]{0,3}\p{Lu}\p{L}+(?:\s\p{L}+){0,2}\s$/u;
const GIVEN_UP = cue(
  [
    ...FAILED,
    ...REJECTED,
    ...words('closed, ended, stopped, aborted, skipped, falhou, encerrad*, cerrad*, terminad*'),
  ],
  {
    before: /^\s$/,
  },
);

/** `[SendJob] message 131047 rejected`: its id; `error message 131047` is none. */
const MESSAGE =
  /(?<!(?:err(?:or)?|erro|fehler|errore|erreur)\s)(?<![\p{L}-])(?:message|msg|sms|mensaje|mensagem|job)\s(?:id\s)?#?$/iu;

/** `Account 131047 was blocked by the bank` at the head of a sentence, not of a comment. */
const OWNED = cue(
  words(`
    account, template, image, photo, video, upload, contact, user, member, device, product, asset, conta, modelo, imagem, contato, usuário, cuenta, plantilla, imagen, contacto, usuario,
    compte, modèle, utilisateur, konto, vorlage, bild, kontakt, benutzer, fenster, modello, immagine, contatto, utente, шаблон, аккаунт, hesap, şablon, akun, templat, gambar, kontak
  `),
  { before: /(?:^|[.!?]\s)[^\p{L}\p{N}/#*]{0,3}$/u, after: /^\s$/ },
);

/** `The folio of the case is 131047`: the thing, a few words, and what its number is. */
const NUMBER_IS = cue(NUMBERED, {
  after:
    /^(?:\s[\p{L}.'’]{1,14}){0,4}\s(?:is|was|es|era|é|è|est|ist|war|lautet|adalah)\s?(?:the\s|o\s|el\s|il\s|le\s|die\s)?[:#]?\s?["'`]?$/iu,
});

export const examples: Examples = {
  yes: [
    'Order #‹131047›',
    "Object with ID \\'‹1020›\\' does not exist",
    'Tiket lama kami #‹131005›.',
    '-- duplicate of ‹131005›',
    'Linked tickets: ‹131000›, ‹130429›',
    'Support case ‹131047› | 12.03.2026 | open',
    'Flow «Reminder» – run ‹131047›',
    'My other order, #‹131030›, came the next day',
    '您的工单编号是 ‹130429›，技术同事会联系您',
    'Invoice no. ‹131026›',
    'Our WhatsApp template id is ‹131047›',
    '注文番号：‹131047›',
    'طلبك رقم ‹131047›',
    'エラーコード131042と出ます。会員番号は‹131026›です。',
    'Error report no. ‹131047›',
    'Contrat n° ‹131047›',
    'Stube #‹131047› ist frei',
    'Webhook delivery ‹131047› failed, will retry',
    'SendJob: message ‹131047› rejected: too late',
    'El folio del soporte es ‹131026›, por si acaso',
    'O chamado é o ‹131049› e o saldo acabou',
    'رقم تذكرتك ‹131026› وسيرد عليك الموظف',
    'Account ‹131047› was blocked by the bank',
  ],
  no: [
    'Failed to send the campaign (131042)',
    'case 131049, // capped for its reader\n  131026:',
    '**Still getting #131031 after the appeal?**',
    'ok 11 - retry policy: 131016 is retried with backoff',
    'its own retry policy - 130429 is retried',
    'límite por destinatario (131049)',
    'falta método de pago (#131042), y otras',
    'one sender and one user is 131056, "pair rate limit hit"',
    'Known issue - 131049 on new senders',
    'Quando vier #131056 o worker segura',
    '错误编号是 131049',
    'the same for each contact: INVALID_FORMAT',
    'the "limit of the recipient" 131049',
    'disorder 131047',
    'Broadcast kami gagal #131049',
    '// template 132001 is missing',
    'Error id: 131047',
    'El #132001 de Meta despista',
    'Meta 131047 failed again',
    'Fehler Nr. 131047',
    'error message 131047 failed again',
    'message 131047: rejected',
    'The case has a code and it is 131047',
    'Meta #131047 again',
    'error 131047',
    'bad_recipient\t21211\tTwilio could not read it',
    'in order to reach 131047',
  ],
};
