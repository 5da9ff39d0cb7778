import calling from '../../data/calling-codes.json' with { type: 'json' };
import piiPatterns from '../../data/pii-patterns.json' with { type: 'json' };
import tokenForms from '../../data/token-forms.json' with { type: 'json' };
import { blankSpans, dropOverlaps, mergeSpans, type Span } from '../core/spans.ts';
import { FIELD_SIGN } from '../structure/field-names.ts';
import { findPhoneNumbers } from './find-phone-numbers.ts';
import { findKeyValues, isStatement } from './key-values.ts';
import { getWordPattern, isNameOfPerson } from './key-vocabulary.ts';
import { splitLongText } from './mask-stream.ts';
import type { MaskedKind, Masker, TextPart } from './masked.ts';
import { toPlainText } from './plain-text.ts';
import { findColumnValues } from './private-columns.ts';
import { isUUID, looksLikeSecret, looksRandom, looksVeryMixed, looksVeryRandom } from './secret-shape.ts';

interface FoundPart extends Span {
  masked: MaskedKind;
}

/** Left boundary of a token: no letter or digit, except a bot's in a path. */
const TOKEN_START = '(?<![A-Za-z0-9])(?:bot(?=\\d))?';
const DAY = String.raw`(?:0?[1-9]|[12]\d|3[01])`;
const MONTH = '(?:0?[1-9]|1[0-2])';
const LEVEL = '\\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN|ERROR|FATAL|CRITICAL|SEVERE)';
/** In a table, a comma ends the time. In a log, it begins the fractions: before a zone, a level, a process, a bracket or ` - `. */
const FRACTIONS = String.raw`(?:\.\d{1,9}(?!\d)|,\d{1,9}(?=Z|[+-]\d\d:|[ \t]{1,4}${LEVEL})|,\d{3}(?=\]|[ \t]{1,4}(?:\[|- |\d{1,5}[ \t]{1,4}${LEVEL})))`;
const CLOCK = String.raw`\d{1,2}:\d{2}(?::\d{2}${FRACTIONS}?)?`;
const CHAT_DAY = String.raw`\d{1,2}[/.]\d{1,2}[/.]\d{2,4}`;
const CHAT_CLOCK = `${CLOCK}(?: ?[ap]\\.?m\\.?)?`;
const ZONE = String.raw`[+-](?:0\d|1[0-4]):?(?:00|15|30|45)(?![\d:]| ?\d{3})`;

/** Times, versions and trace ids that look like a phone number or an address. */
const KEPT_FORMS = new RegExp(
  [
    String.raw`(?<![\d][-/.]|\d)(?:19|20)\d{2}(?<ymd>[-/._])${MONTH}\k<ymd>${DAY}(?!\d)(?:[T _]${CLOCK}(?:Z| ?${ZONE})?)?`,
    String.raw`(?<![\d][-/.]|\d)${DAY}(?<dmy>[-/.])${MONTH}\k<dmy>(?:(?:19|20)\d{2}|(?<!\d[) ]{1,2}.{5,8})\d{2})(?: ?- ?${DAY}\k<dmy>${MONTH}\k<dmy>(?:19|20)?\d{2})?(?![-/.]?\d)(?:,? ${CLOCK})?`,
    String.raw`(?<![\d/])${MONTH}/${DAY}/(?:19|20)\d{2}(?![\d/])`,
    String.raw`(?<!\d)${CLOCK}(?!\d)(?: ?${ZONE})?`,
    String.raw`\b20\d{6}(?:T\d{4,6}|[ _-](?:[01]\d|2[0-3])(?:[0-5]\d){2}(?!\d))(?:\.\d{1,6})?Z?`,
    String.raw`\b[\da-f]{8}(?<uuid>[-_])[\da-f]{4}\k<uuid>[\da-f]{4}\k<uuid>[\da-f]{4}\k<uuid>[\da-f]{12}\b`,
    String.raw`\btimestamp${FIELD_SIGN}\d{1,19}`,
    // Versions of WhatsApp: its web client's as a list too, and those for Android and iOS look like IP addresses.
    String.raw`(?<![\d.,])2, ?3000, ?\d{4,10}(?!\d)`,
    String.raw`(?<![\d.])(?:2\.2\d\.\d{1,3}\.\d{1,3}|2\.3000\.\d{4,10}|\d{1,3}\.0\.\d{4}\.\d{1,3})(?!\.?\d)`,
    // Amounts with cents.
    String.raw`(?<![\d.,])\d{1,3}(?:\.\d{3}){1,4},\d{2}(?!\d)|(?<![\d.,])\d{1,3}(?:,\d{3}){1,4}\.\d{2}(?!\d)`,
    // A month in a path, MySQL's error and state, and dates of SMPP.
    String.raw`(?<=/)20\d{2}[-/](?:0[1-9]|1[0-2])(?=/)|\berror \d{4} \([\dA-Z]{5}\)|\b(?:submit|done) date:\d{10,12}(?!\d)`,
    // Status and size in a server log.
    String.raw`\bHTTP/[\d.]{1,3}["'\\]{0,3} \d{3}(?: \d{1,9}(?!\d))?`,
    String.raw`(?:\bv|[\^~]|\bversion[ :="']{1,4}|\b(?:chrome|firefox|safari|edg|mozilla|applewebkit|version|whatsapp|okhttp|curl|node|python|axios|android|ios|driver|edge|chromedriver|firmware|macos|windows|nginx|shopware|magento|wordpress|plugin|php|java|laravel|odoo|sdk)[\x60"']?[/ ])\d{1,5}(?:\.\d{1,5}){1,4}(?!\.?\d)`,
  ].join('|'),
  'giu',
);

const TOKEN_FORMS = [tokenForms.gitleaks, tokenForms.added]
  .flatMap((forms) => Object.values(forms).flat())
  .join('|');
const REGIONS = calling.codes.list.flatMap((line) => line.match(/[A-Z]{2}(?= |$)/g) ?? []).join('|');

/** Words of keys as words of a sentence. The first ones are also titles in English. */
const capitalizable = ([first = '', ...others]: readonly string[]) =>
  [
    first.replace(/(?<=^|\|)(?:from|to|cc|notify|owner)(?=\||$)/g, 'attn'),
    ...others.map((words) =>
      words.replace(/(?<=^|\|)\p{Ll}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`),
    ),
  ].join('|');

const GREETINGS = getWordPattern('greetings');
const CLOSINGS = getWordPattern('closings');
const TITLES = getWordPattern('titles');
const MENTIONS = `${getWordPattern('mentions')}|${capitalizable(piiPatterns.people.words)}`;
const CASELESS_MENTIONS = getWordPattern('caselessMentions');
const CASELESS_STOPS = getWordPattern('caselessStops');
const INTRODUCTIONS = getWordPattern('introductions');
const NAMES = getWordPattern('names');
const OWN_NAMES = getWordPattern('ownNames');
const WHOSE = getWordPattern('whose');
const QUALIFIERS = getWordPattern('qualifiers');
const SECRET_CODES = getWordPattern('secretCodes');
const STREETS = getWordPattern('streets');
/** Documents whose short name is clear without a separator. */
const ID_WORDS =
  'RFC|CPF|CNPJ|SSN|DNI|NIE|NIF|RUT|CUIT|CUIL|CURP|NIK|KTP|NPWP|Aadhaa?r|PAN|IBAN|NINO?|PESEL|BSN|INN|ИНН|[Pp]assport|[Pp]asaporte|[Pp]assaporte';
const NAME_WORD = String.raw`(?:\p{Lu}(?:[\p{L}\p{M}]|['’-](?=\p{L})){1,30}|(?<=[^\0-\u024f][ \n])[\p{Lo}\p{M}]{2,30})(?![\p{L}\p{M}\p{N}_])`;
const PARTICLE = `(?:${getWordPattern('particles')})`;
const NEXT_WORD = String.raw`(?: (?:${PARTICLE} ){0,2}(?:${NAME_WORD}|\p{Lu}\.(?= \p{Lu})))`;

const CAPITALIZED = new RegExp(`^(?:[\\p{Lu}\\p{Lo}]|${PARTICLE}$)`, 'u');
/** What a digest is called that is no secret: a trace id, a commit, a checksum. */
const DIGEST_LABEL =
  String.raw`(?:(?:\b|_|trace|span|request|message|event|execution|job|operation)id|trace|span|request|event|parent|sha-?\d*(?:sum)?|md5(?:sum)?|hash|commit|rev(?:ision)?|etag|checksum|digest|fingerprint|integrity|image|layer|build|version|u?uid|guid|[sg]id|ref|head|blob|tree|cache|container|instance)(?:\([^()\n]{1,60}\))?["'\])\x60\\]{0,8}` +
  String.raw`\s{0,3}(?:[:=>|]{1,2}\s{0,3})?(?:W\/)?["'(\x60\\]{0,8}(?:sha\d+[:-])?`;

const isNoCode = (match: string, isCode: (digits: string) => boolean) => !isCode(match);

/** Compiles a pattern from raw text with parts in other texts. */
const compile =
  (flags: string) =>
  (texts: TemplateStringsArray, ...parts: unknown[]) =>
    new RegExp(String.raw(texts, ...parts), flags);
const withCase = compile('gu');
const anyCase = compile('giu');
const asciiWithCase = compile('g');
const asciiAnyCase = compile('gi');

type Validator = (match: string, isCode: (digits: string) => boolean) => boolean | number;
type Rule = readonly [
  kind: MaskedKind,
  pattern: RegExp,
  /** Returns false, or the number of characters before the part. */
  isValid?: Validator | undefined,
];

const createRules = (
  kind: MaskedKind,
  isValid: Validator | undefined,
  patterns: readonly RegExp[],
): readonly Rule[] => patterns.map((pattern) => [kind, pattern, isValid]);

/** Parts that are recognised by their form or by the text directly before them, in order of precedence. */
const PATTERNS: readonly Rule[] = [
  ['message', /\bwamid\.[\w+/=-]+/gi],
  ...createRules('token', undefined, [
    // In a path, a token ends at the next slash. Elsewhere, Base64 can contain slashes.
    asciiWithCase`(?<=/(?:bot)?)(?:${TOKEN_FORMS})[\w.~+=-]{4,}`,
    asciiWithCase`(?<!/(?:bot)?)${TOKEN_START}(?:${TOKEN_FORMS})[\w.~+/=-]{4,}`,
    /(?<=(?<!\p{L})code["']{0,2}(?: is|:)[ "']{0,2})(?!\d00-)\d{3}-\d{3}(?![\d-])/giu,
    /(?<=\b(?:xs|datr|fr|sb)=)[\w%.:-]{12,}/g,
    // The QR code that links a device.
    /(?<!\w)\d@[\w+/=]{20,},[\w+/=]{20,}(?:,[\w+/=]+)*/g,
    /(?:(?<!\d)\d{4,8}|(?<![\d-])\d{3}-\d{3})(?=\*{0,2} (?:is your|é (?:o )?seu|es (?:tu|su)|adalah kode) )/gi,
    // `Credentials: bot / swordfish`, `auth=('bot', 'swordfish')`
    /(?<=(?:(?:zugangsdaten|login(?: details| data)?|credentials?|credenciais|credenciales|identifiants|user ?\/ ?pass\w{0,4}):? [^\s/:]{2,64} ?\/ ?|(?:auth ?= ?|basic_?auth|login)\(["'][^\s"',()]{1,64}["'], ?["']|_connect\((?:["'][^"'\n]{0,64}["'], ?){2}["']|ConvertTo-SecureString (?:-String )?["']))[^\s"'/()]{4,}/gi,
    // `u: admin p: swordfish`
    /(?<=(?<!\w)(?:u|usr|user|usuario|login)[:=] ?[^\s/:]{2,64}[ ,;/]{1,3}(?:p|pw|pass)[:=] ?)[^\s"'/()]{4,200}/gi,
    // A signed session of Express
    /(?<![\w.])s:[\w-]{16,}\.[\w+/=-]{20,}/g,
    /(?<=\bAC[\da-f]{32}:)[^\s"'`,;@]{6,}/g,
    /(?<=:\/\/[^\s/:@"']{0,64}:)[^\s/"'<>]{3,}(?=@[\w[])/g,
    /(?<=:\/\/)[\w-]{16,}(?=@[\w.-]+)/g,
    // Media links of Meta.
    /(?<=[?&](?:hash|sig|signature|oh)=)(?=[\w-]*\d)[^\s&#"'<>\\]{8,}/gi,
    /(?<=(?:hooks\.slack\.com\/(?:services|workflows|triggers)|discord(?:app)?\.com\/api\/webhooks|hooks\.zapier\.com\/hooks\/catch|webhook\.office\.com\/webhookb2|webhook\.site|chat\.whatsapp\.com|outlook\.office(?:365)?\.com\/webhook)\/)[\w/@-]{10,}/gi,
    /(?<=(?:\/\/hooks?\.[\w.-]{1,60}|\/waInstance\d{1,20}\/\w{1,40})\/)[\w/@-]{10,200}/gi,
  ]),
  [
    'token',
    /(?<=(?<![\p{L}\p{N}])(?:bearer|basic|accesskey)[ \t]{1,4})(?=[\w~+/=|-]{0,64}(?:\d|[._~+/=]\w)|\w{20})[^\s"'`\\,;<>(){}[\]&]{6,}/giu,
    // `bearer expires_in=…`
    (match) => !/^[a-z_]{2,30}=[^=]/.test(match),
  ],
  [
    'token',
    anyCase`(?<=(?:token|secret|password|passwd|passwort|kennwort|mot de passe|pwd|senha|contraseña|clave|(?:sandi|rahasia)(?:nya)?|(?:api|access)[ _-]?key|(?:chave|clé|kunci|clave)(?: d[ea])?[ -]api|api-schlüssel|signature|пароль|токен|पासवर्ड|टोकन|कुंजी|كلمة المرور|密码)(?: (?:${QUALIFIERS}|(?:del?|da|do|for) \p{L}{3,12}))?["'\x60*\])]{0,3}(?:[ \t(]{1,3}|/))[^\s"'\x60/,;<>(){}[\]&?]{8,}`,
    (match) =>
      !/^\w+=/.test(match) &&
      (looksRandom(match) || (looksLikeSecret(match) && /\d/.test(match) && !/^\d/.test(match))),
  ],
  // `the token that I used is …`
  [
    'token',
    /(?<=(?:token|secret|password|senha|contraseña|passwort|key|mot de passe|clave|sandi)(?: (?:[\p{L}'()-]|\.(?=\p{L})){1,16}){1,5} (?:is|was|é|foi|fue|est?|ist|war|adalah) ["'\x60]?)[^\s"'\x60,;<>()]{5,}/giu,
    (match) => looksLikeSecret(match) && /\d/.test(match),
  ],
  // `expected verify token "…"`
  [
    'token',
    /(?<=(?<!unexpected )(?:token|secret|password|senha|contraseña|api[ _-]?key) ["'\x60])[^"'\x60\n]{5,200}(?=["'\x60])/giu,
    (match) =>
      /^\p{Ll}{2,20}(?: \p{Ll}{2,20}){2,7}$/u.test(match)
        ? !isStatement(match)
        : looksLikeSecret(match) && !/\s/.test(match) && /\d/.test(match),
  ],
  ...createRules('token', isNoCode, [
    anyCase`(?<=(?<![\p{L}\p{N}])(?:${SECRET_CODES}) (?:(?:anda|kamu|is|adalah|é|es|ist|est|code|:|de|verifica\S{2,4}|verifikasi|en|em|dos|du[ao]s?|pasos|etapas|langkah):? ){0,6}["'\x60]?)\d{4,8}(?![\p{L}\p{N}])`,
    /(?<=(?<!\p{L})(?:your|seu|su|tu|votre|ihr|il tuo|kode)(?: [\p{L}]{3,15}){0,2} (?:(?:code|código|codigo|codice) )?(?:is|é|es|est|ist|è|adalah)[: ]{1,2}\*{0,2})\d{3}-?\d{2,5}(?![\p{L}\p{N}])/giu,
  ]),
  [
    'token',
    /(?<=--[\w-]{0,30}(?:[Tt]oken|[Ss]ecret|[Pp]assword|passwd|pwd|[Pp]ass|[Kk]ey)[ \t]{1,2}|\b(?:(?:mysql|mongo)\w{0,6}\b[^\n]{0,80} -p|(?:sshpass|docker login)[^\n]{0,80} -p |redis-cli[^\n]{0,80} -a ))(?:(["'])(?!\$)[^"'\n]{3,200}(?=\1)|[^\s"'$-][^\s"']{2,200})/g,
    (match) => Number(/^["']/.test(match)),
  ],
  [
    'token',
    /(?<=(?<![\w-])(?:-u|--user)[ =]["']?(?!\d+:)[^\s:"']{1,64}:)[^\s"']{3,}/g,
    (match) => !/:\d{1,5}$/.test(match),
  ],
  // The last part of a webhook's path. A trace id has another path.
  [
    'token',
    /(?<=\/(?:[a-z-]{0,8}hooks?[a-z-]{0,8}|callbacks?|cb|inbound|incoming|notify|wh|invit\w{1,7}|reset[\w-]{0,10}|verify|activate|unsubscribe|magic-?link)(?:\/(?!events|deliveries|messages|requests|logs)[\w.-]{1,40}){0,5}\/)[\w~-]{10,400}(?=[/?#\s"'<>&,;)]|$)/gi,
    (match) => looksRandom(match) || isUUID(match) || (match.length < 16 && looksVeryMixed(match)),
  ],
  ['token', /(?<=(?<![a-z]|cache[ -]|account |primary |foreign )key )[\w.~+/=|%-]{16,200}/gi, looksRandom],
  ...createRules('name', undefined, [
    // `Ana Souza <ana@example.com>`
    /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}.'’-]{1,40}(?: \p{L}[\p{L}\p{M}.'’-]{0,40}){0,4}(?=["']? ?<[^<>\s@]{1,64}@)/gu,
    // `To: "Souza, Ana" <ana@example.com>`
    /(?<=")[^"\n<>@]{2,80}(?="\s{1,3}<[^<>\s@]{1,64}@)/g,
    // The name of a vCard.
    /(?<=(?<![\w.-])N:)[\p{L}\p{M} .'-]+(?:;[\p{L}\p{M} .'-]*){1,4}/gu,
  ]),
  ...createRules('name', isNameOfPerson, [
    // `Dear Ana Souza,`, `Hi Maria!`, and the last line of a message.
    withCase`(?<=(?<![\p{L}\p{N}])(?:${GREETINGS}),? (?:(?:${TITLES})\.? )?)${NAME_WORD}${NEXT_WORD}{0,3}(?=(?: (?:[Ss]ir|[Jj]i|[Mm]adam))?\s{0,2}(?:[,،!:;.…–—-]|$|\n|\\n))`,
    withCase`(?<=(?<![\p{L}\p{N}])(?:${CLOSINGS})(?:[,،.!]{0,2}\s{0,2}\n\s{0,4}|[,،] ))${NAME_WORD}${NEXT_WORD}{0,3}(?=[ \t\r.]{0,4}(?:\n|$)|,? [-–—|] \p{L}[^\n]{1,60}(?:\n|$))`,
    // `Mr. John Smith`, `my name is Ana`
    withCase`(?<=(?<![\p{L}\p{N}_.])(?:${TITLES})\.? )${NAME_WORD}${NEXT_WORD}{0,3}`,
    // `customer Ana Souza wrote`
    withCase`(?=\p{Lu})(?<=(?<![\p{L}\p{N}_.-])(?:${MENTIONS}),? )${NAME_WORD}${NEXT_WORD}{1,3}`,
    // `+55 11 98765-4321 (Ana Souza)`
    withCase`(?<=\d[\d -]{6,14} \()${NAME_WORD}${NEXT_WORD}{1,3}(?=\))`,
    // `العميل محمد علي لم يستلم`: without capitals, a name ends at a word that continues the sentence.
    withCase`(?<=(?<![\p{L}\p{M}])(?:${CASELESS_MENTIONS}) )(?!ال)(?:(?!(?:${CASELESS_STOPS})(?![\p{L}\p{M}]))[\p{Lo}\p{M}]{2,20} ?){1,4}(?<! )(?= (?:${CASELESS_STOPS})(?![\p{L}\p{M}])|[\s]{0,2}(?:[,،.()؛:–-]|$|\n))`,
    // `the customer Ana says`
    /(?<=(?<![\p{L}\p{N}_.-])(?:customer|client|patient|guest|agent|cliente|agente|atendente|paciente|pelanggan|pasien|Kundin|klant|клиент) )\p{Lu}\p{Ll}{2,20}(?= \p{Ll}{2})/gu,
    // `I'm Kofi Annan and`, `I'm Kofi from Acme`
    withCase`(?<=(?<![\p{L}\p{N}])(?:${INTRODUCTIONS}) )${NAME_WORD}(?:${NEXT_WORD}{1,3}(?=[,.!]|\s*\n|$| (?:and|from|of|with|at|here|speaking|e|de|da|do|y|desde|et|und|von|dari|i)(?!\p{L}))|(?= (?:from|at|d[aeo]|von|aus|dari) \p{Lu}))`,
    // `Hi maria,` at the start of a message
    withCase`(?<=(?:^|[\n"'>]\s{0,4})(?:${GREETINGS}),? )\p{Ll}[\p{L}\p{M}]{2,20}(?=[,!،])`,
    // `{{1}}=Halima`
    withCase`(?<=\{\{\d{1,2}\}\}${FIELD_SIGN})${NAME_WORD}${NEXT_WORD}{0,3}(?!-\d)`,
  ]),
  // `Ana Souza (+55 11 …)`, `Ana Souza, IBAN DE89…`, `to Ana at +55 …`
  [
    'name',
    withCase`(?=\p{Lu})(?<![\p{L}\p{N}_.-]|[\p{L}\p{N}_] ?[:=] ?)${NAME_WORD}(?:${NEXT_WORD}{1,3}|(?<=(?:to|for|with|reach|call|para|für|an|ke|kepada) \p{Lu}\p{Ll}{2,20}))(?=["']?(?:[ \t]?[,;:(|<][ \t]?["']?|[ \t](?:[–.-][ \t])?)(?:(?:${ID_WORDS}|[Tt]el|[Pp]hone|[Cc]el|[Mm]obile|[Nn]omor|WhatsApp|HP|WA|on|at|via|em|no|al|auf|unter|di)[.:]? ){0,2}(?!20\d\d[-/.])(?:[+(]{1,2}\d|\d{2}|[A-Z]{2}\d\d)[\d ()-]{7})`,
    countNonNames,
  ],
  // `[12/11/26, 10:11:12] Ana Souza: …` in an exported chat
  [
    'name',
    anyCase`(?<=(?:^|\n)\[?(?:${CHAT_DAY},? ${CHAT_CLOCK}|${CHAT_CLOCK}, ${CHAT_DAY})(?:\] | - ))~? ?${NAME_WORD}${NEXT_WORD}{0,4}(?=: )`,
    (match) => /\p{Ll}|\p{Lo}/u.test(match) && !/^\p{Ll}+-/u.test(match) && isNameOfPerson(match),
  ],
  // `山田様`
  [
    'name',
    /(?<![\p{L}\p{N}])(?:\p{scx=Han}{1,4}(?:様|さん|先生|女士|小姐)|\p{scx=Hangul}{2,4}님)(?!\p{L})/gu,
    (match) => isNameOfPerson(match.replace(/様|さん|先生|女士|小姐|님/, '')),
  ],
  ...createRules('id', undefined, [
    asciiAnyCase`(?<=\b(?:phone_?number|waba|business|app|account|page|user|customer|whatsapp_?business_?account)_?id${FIELD_SIGN})\d{5,20}`,
    // Ids of an account in `entry[]`, and of a phone number or account in a Graph API path.
    anyCase`(?<=(?<![\w-]|(?:order|message|template|campaign|flow|ticket|invoice|product|event|job) )id${FIELD_SIGN})\d{9,20}(?![\p{N}\w])`,
    /(?<=(?:\/v\d{1,2}\.\d|graph\.facebook\.com)\/)\d{9,20}(?![\p{N}\w])/giu,
    // `capi_group:` in Base64
    /(?<![\w-])Y2FwaV9ncm91cDo[\w=-]{4,}/g,
    /(?<![\w.-])(?:\d{5,20}-)?\d{5,20}@(?:g\.us|newsletter|broadcast)/g,
    // `DNI 12345678Z`
    withCase`(?<=(?<![\p{L}\p{N}])(?:${ID_WORDS})(?: no\.?| number)? )(?=[A-Z]{0,5}[ ]?\d)(?:[A-Z\d][A-Z\d.\/-]{6,}|[A-Z\d]{2,4}(?: [A-Z\d]{1,4}){2,9})(?!\w)`,
  ]),
  ...createRules('user', undefined, [
    /(?<=\b(?:t\.me|instagram\.com)\/)[a-z][\w.]{3,31}/gi,
    /(?<=\bwa\.me\/(?:u\/)?)[a-z][a-z\d]{0,30}[._][\w.]{2,30}/gi,
    /(?<![\w.-])\d{5,20}(?::\d{1,4})?@(?:hosted\.)?lid\b/g,
    /(?<=(?<![\p{L}\p{N}])(?:to|for|from|user|username|customer|contact|recipient|cliente|usu[aá]rio|de|para|por|ke|dari|pengguna|إلى|من|को)[ :=]{1,3}["']?)@[a-z\d._]{3,35}(?![\w(@/])/giu,
  ]),
  [
    'user',
    /(?<=(?<![\p{L}\p{N}_])(?:user|usr|usu[aá]rio|login|account)(?:["']{0,2} ?[=:] ?["']?| (?=\S{1,80} ?[/,] ?(?:pass|senha|contra|pwd))))[a-z][a-z\d]{0,40}(?:[._][a-z\d]{1,40}){1,4}(?![\w.@(/-])/gu,
    (match) => !/^(?:self|this)\.|\.(?:com|net|org|io|local|js|py)$/.test(match),
  ],
  // `usuario carla_mendez bloqueado`
  [
    'user',
    withCase`(?<=(?<![\p{L}\p{M}\p{N}_.-])(?:${getWordPattern('userWords')}) ["'\x60]?)(?:[a-z][a-z\d]{0,40}(?:[._][a-z\d]{1,40}){1,4}|[a-z]{4,20}\d{1,4})(?![\w@(/:=-]|\.\w)`,
    (match) =>
      isNameOfPerson(match.replace(/[._\d]+/g, ' ').trim()) &&
      !/\.(?:com|net|org|io|local|js|py)$/.test(match),
  ],
  [
    'user',
    asciiWithCase`(?<![\w.])(?:${REGIONS})\.(?:ENT\.)?(?=[A-Za-z]*\d|[A-Za-z]{16})[A-Za-z\d]{5,128}(?![\w])`,
    (match) => /[A-Za-z]\d|\d[A-Za-z]|\d{8}|ENT|(?:[A-Z]{1,9}[a-z]{1,9}){4}/.test(match.slice(3)),
  ],
  [
    'user',
    /(?<![\p{L}\p{N}_.@/\\%+:-])@(?=[a-z\d._]{3,35}(?![\w.(@/]))(?!\d*x\.|v\d)[a-z\d_](?:[a-z\d._]*[a-z\d_])?/giu,
    (match) =>
      /[a-z]/i.test(match) &&
      /[a-z\d][._][a-z\d]|[a-z]\d/i.test(match) &&
      !/^@(?:app|pytest|responses|router|bot|functools|mock|client|unittest|click|celery|flask|api|server)\./.test(
        match,
      ) &&
      !/\.(?:com|us|net|org|io|js|ts|json|ya?ml|xml|txt|csv|prevent|stop|self|once|enter|submit\w*)$/i.test(
        match,
      ),
  ],
  ...createRules('mail', undefined, [
    /(?<!:\/\/[^\s/@]{0,64}:)(?<![\p{L}\p{M}\p{N}_.+%'!#$&*-])[\p{L}\p{M}\p{N}_.+%'!#$&*-]+@(?!\dx\.)[\p{L}\p{M}\p{N}-]{1,63}(?:\.[\p{L}\p{M}\p{N}-]{1,63}){0,4}\.[\p{L}\p{M}][\p{L}\p{M}\p{N}-]{1,62}/gu,
    // `ana.souza [at] example [dot] com`
    /(?<![\w.+-])[\w.+-]{1,64} ?[[(](?:at|arroba)[\])] ?[\w-]{1,63}(?:(?: ?[[(](?:dot|punto|ponto)[\])] ?|\.)[\w-]{1,63}){1,4}/gi,
  ]),
  [
    'ip',
    /(?<![\w.-])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w-]|\.\w)/g,
    (match) => !/^(?:127\.|0\.0\.0\.0|255\.)/.test(match),
  ],
  ['ip', /(?<![\p{L}\p{N}:.])(?=[\da-f]{0,4}:)[\da-f:]{4,39}(?:\.\d{1,3}){0,3}(?![\p{L}\p{N}:])/giu, isIPv6],
  // `name Ana` as a whole line or clause
  [
    'name',
    anyCase`(?<=(?:^|[\n,;|(])[ \t]{0,4}(?:(?:${WHOSE}) )?(?:${NAMES}|${OWN_NAMES}) )${NAME_WORD}${NEXT_WORD}{0,3}(?=[ \t\r]{0,4}(?:$|[\n,;|)]))`,
    (match) =>
      isNameOfPerson(match) &&
      !isStatement(match) &&
      match.split(' ').every((word) => CAPITALIZED.test(word)),
  ],
  ['id', /(?<![\p{L}\p{N}])[A-Z]{2}\d\d(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?(?![\p{L}\p{N}])/gu, isIBAN],
  // A MAC address
  [
    'id',
    /(?<![\w:-])(?!(?:00|ff)(?:[:-](?:00|ff)){5})[\da-f]{2}([:-])[\da-f]{2}(?:\1[\da-f]{2}){4}(?![\w:-])|(?<=\bmac[ =:"']{1,3})[\da-f]{4}\.[\da-f]{4}\.[\da-f]{4}(?!\w)/gi,
    (match) => /[a-f]/i.test(match),
  ],
  ...createRules('address', undefined, [
    /(?<![\w.]|\d )-?\d{1,2}\.\d{4,12}, ?-?\d{1,3}\.\d{4,12}(?![\w.]| -?\d)/g,
    withCase`(?<![\p{L}\p{N}])(?:${STREETS})(?!\p{N})`,
    // `"lat":-23.55,"long":-46.65`
    asciiAnyCase`(?<=(?<![\w-])long${FIELD_SIGN})-?\d{1,3}\.\d{2,16}(?![\w.])`,
  ]),
  // Digests and random keys without a label
  [
    'token',
    asciiAnyCase`(?<![\w./@#%+-])(?=[\da-f]{32})(?<!${DIGEST_LABEL})(?:[\da-f]{32}|[\da-f]{40}|[\da-f]{48}|[\da-f]{50}|[\da-f]{64}|[\da-f]{96}|[\da-f]{128})(?![\w/+=@-]|\.\w|\s+refs/|  \S+\.\w)`,
    (match) => /\d/.test(match) && /[a-f]/i.test(match),
  ],
  [
    'token',
    asciiAnyCase`(?<![\w./@#%+-]|\d:)(?=[\w+/-]{40})(?<!${DIGEST_LABEL})[\w+/-]{40,}={0,2}(?![\w.@])`,
    looksVeryRandom,
  ],
  // A message id without its prefix, or other Base64 that contains a phone number.
  ['message', /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{16,}={0,2}/g, containsNumber],
];

/** Tests the check digits of ISO 7064. */
function isIBAN(match: string): boolean {
  const moved = match.replace(/ /g, '').replace(/(.{4})(.*)/, '$2$1');
  const digits = moved.replace(/[A-Z]/g, (letter) => String(Number.parseInt(letter, 36)));
  return BigInt(digits) % 97n === 1n;
}

function isIPv6(match: string): boolean {
  const groups = match.split(':');
  if (
    /^fe80:/i.test(match) ||
    !/\d/.test(match) ||
    groups.some((group) => group.length > 4 && !group.includes('.'))
  )
    return false;
  return match.includes('::')
    ? groups.filter(Boolean).length > 1 && !/::.*::|:::/.test(match)
    : groups.length === 8;
}

/** Returns true for the Base64 of a text with a phone number, or of an old message id (two digits per byte). */
function containsNumber(word: string): boolean {
  let bytes: string;
  try {
    bytes = atob(word.replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, ''));
  } catch {
    return false;
  }
  if (bytes.charCodeAt(0) !== 0x80) return /\d{7}/.test(bytes);
  const hex = Array.from(bytes.slice(1, 10), (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0'));
  return /^\d{8}/.test(hex.join(''));
}

/**
 * Finds private parts of a text: phone numbers, secrets, e-mail addresses, names, user names, addresses, account ids and message ids
 * (a `wamid` contains the customer's number). Leaves out error codes, trace ids and times.
 *
 * @param isCode Returns true for error codes of the catalogue, because lists of codes look like phone numbers.
 */
export function createMasking(isCode: (digits: string) => boolean): Masker {
  return { splitIntoParts: (text) => splitLongText(text).flatMap((part) => splitIntoParts(part, isCode)) };
}

function splitIntoParts(original: string, isCode: (digits: string) => boolean): readonly TextPart[] {
  const plain = toPlainText(original);
  const parts: TextPart[] = [];
  let done = 0;
  for (const { start, end, masked } of findPrivateParts(plain.text, isCode)) {
    const [from, to] = plain.toOriginal(start, end);
    if (to <= done) continue;
    const begin = Math.max(from, done);
    if (begin > done) parts.push({ text: original.slice(done, begin), masked: null });
    parts.push({ text: original.slice(begin, to), masked });
    done = to;
  }
  if (done < original.length) parts.push({ text: original.slice(done), masked: null });
  return parts;
}

/** Returns sorted parts that don't overlap. Structure takes precedence over forms, and forms over numbers. */
function findPrivateParts(text: string, isCode: (digits: string) => boolean): FoundPart[] {
  const values = [...findKeyValues(text)];
  const traces = mergeSpans(values.filter(({ kind }) => kind === 'trace'));
  const cells = [...findColumnValues(text)];
  const heads = mergeSpans(cells.filter(({ masked }) => !masked));
  const named = values.flatMap(({ start, end, kind }) =>
    kind === 'trace' ||
    beginsWithCode(text.slice(start, end), kind, isCode) ||
    isTitled(text, start, end, isCode)
      ? []
      : [{ start, end, masked: kind }],
  );
  const kept = mergeSpans([...traces, ...findKept(text)]);
  let found: FoundPart[] = mergeSpans([
    ...findPemBlocks(text),
    ...dropOverlaps(named, heads),
    ...cells.flatMap(({ masked, ...span }) => (masked ? [{ ...span, masked }] : [])),
  ]);
  for (const [masked, pattern, isValid] of PATTERNS) {
    const isWeak =
      (masked === 'ip' && isValid !== isIPv6) || pattern.source.startsWith('(?<![A-Za-z0-9+/_-])');
    const valid = Array.from(text.matchAll(pattern), ({ 0: match, index }) => {
      const skipped = isValid?.(match, isCode) ?? 0;
      return {
        start: index + (typeof skipped === 'number' ? skipped : 0),
        end: index + countWithoutStop(match),
        masked,
        isValid: skipped !== false,
      };
    }).filter((part) => part.isValid);
    found = mergeSpans([...found, ...dropOverlaps(valid, isWeak ? kept : traces)]);
  }
  const hidden = mergeSpans<Span>([...found, ...kept]);
  const phones = [...findPhoneNumbers(blankSpans(text, hidden), isCode)];
  return mergeSpans([...found, ...phones]).filter(
    ({ start, end }) => !PLACEHOLDERS.test(text.slice(start, end)),
  );
}

/** Returns the length of `Call ` in `Call Ana Souza`, or false if another word is no name. */
function countNonNames(match: string): number | false {
  const [first = '', ...others] = match.split(' ');
  if (isNameOfPerson(match)) return 0;
  return others.length > 1 && isNameOfPerson(others.join(' ')) ? first.length + 1 : false;
}

const PEM_BEGIN = /-----BEGIN [A-Z\d -]{1,60}-----/g;
/** One line of a key block, also if a program replaced its line breaks by spaces. */
const PEM_LINE =
  /[\s\\]{0,8}(?:(?:Proc-Type|DEK-Info|Version|Comment|Hash): [^\n]{1,200}(?=\n)|[A-Za-z\d+/=]{16,4096}|[A-Za-z\d+/=]{1,15}(?=[\s\\]{0,8}(?:-----|$)))/y;

/** Finds key and certificate blocks. If the end is cut off, finds what looks like their lines. */
function* findPemBlocks(text: string): Generator<FoundPart> {
  for (const { 0: begin, index } of text.matchAll(PEM_BEGIN)) {
    const from = index + begin.length;
    let end = from;
    PEM_LINE.lastIndex = end;
    while (PEM_LINE.test(text)) end = PEM_LINE.lastIndex;
    const body = text.slice(from, end).replace(/^[\s\\]+/, '');
    if (body) yield { start: end - body.length, end, masked: 'token' };
  }
}

/** Matches a code and its description, whatever the key: `address: 63015 never joined`, `auth: (#190) …`. */
function beginsWithCode(value: string, kind: MaskedKind, isCode: (digits: string) => boolean): boolean {
  const [, digits = '', behind = ''] =
    /^["'{([#\s]{0,4}(?:code["':= ]{1,4})?(?<![\d+])(\d{3,7})(?![\w.-])([^\s\w]{0,3}\s)?/i.exec(
      value.slice(0, 24),
    ) ?? [];
  // `500 Pine Street`
  if (kind === 'address' && /^["']{0,2}\d{1,5} \p{Lu}/u.test(value)) return false;
  if (!digits || !isCode(digits)) return false;
  // A PIN may equal a code, and a password may begin with one.
  return kind !== 'token' || behind !== '' || /^[^\d\p{L}]{1,4}\d/u.test(value);
}

/** A code with its title, not a PIN: `1005 – Timeout`. */
const isTitled = (text: string, start: number, end: number, isCode: (digits: string) => boolean) =>
  /^\d{3,7}$/.test(text.slice(start, end)) &&
  /^ [-–] \p{L}/u.test(text.slice(end, end + 4)) &&
  isCode(text.slice(start, end));

const PLACEHOLDERS =
  /^(?:[^\p{L}\p{N}]*(?:\[(?:token|e-mail|phone|id|name|address|IP|user|text)\]|wamid\.\[masked\]|masked))+[^\p{L}\p{N}]*$/u;

/** Excludes the full stop of a sentence. */
const countWithoutStop = (match: string): number => match.replace(/\.$/, '').length;

function* findKept(text: string): Generator<Span> {
  for (const { 0: match, index } of text.matchAll(KEPT_FORMS))
    yield { start: index, end: index + match.length };
}
