import { NOTATIONS } from '../structure/notations.ts';
import { isNameOfPerson } from './key-vocabulary.ts';
import { looksLikeSecret } from './secret-shape.ts';
import { isStatement } from './statement.ts';
import type { TaggerToken } from './tagger-tokens.ts';
import { ROLES } from './word-roles.ts';

const USER_NAME = /^[a-z][a-z\d]*(?:[._][a-z\d]+)+$|^[a-z]{4,}\d{1,4}$/;
/** A word in lower case among those of a script that is not Latin. */
const LATIN_NAME = /^[a-z]{4,20}$/;
const OTHER_SCRIPT = /^[^\p{Script=Latin}\d]+$/u;
const MAX_WORDS_TO_SECRET = 6;
/** Letters and at least two digits, not a number with its unit: `Hirondelle_59`, but not `10h30`, `v2`, `step2`. */
const MIXED_WORD = /^\p{L}{3}.{0,40}\d{2}/u;
const MAX_WORDS_OF_CLOSING = 4;
/** `as`, `als`, `is` */
export const MAX_JOINING_CHARS = 3;
const MAX_LEAD_CHARS = 16;
const SIGNATURE = /(?:^|\n)--[ \r]{0,2}\n$/;

/** An open token, with what is before and after it. */
interface Introduction {
  text: string;
  tokens: readonly TaggerToken[];
  at: number;
  token: TaggerToken;
  before: TaggerToken;
  /** What is between this token and the one before. */
  gap: string;
}

/** What may introduce something private, in any language. */
const INTRODUCTIONS: readonly ((one: Introduction) => boolean)[] = [
  // `Frau Lenz`
  ({ before, token, gap }) =>
    before.word.role === ROLES.title &&
    (token.word.mayEndName || token.word.isCaseless) &&
    /^\.? $/.test(gap),
  isUserName,
  isNameAfterRole,
  isNameBeforeSpeech,
  // `身份证11010519491231002X`, `BSN 284719305`
  ({ before, token, gap }) =>
    before.word.role === ROLES.document &&
    token.word.isNumber &&
    !token.word.isCode &&
    /(?:\d\D?){6}/.test(token.word.text) &&
    /^(?:\.|[.:：]? ?)$/.test(gap),
  // `14:02 kofi.m: …`
  ({ text, token, before, gap }) =>
    /\d:\d\d$/.test(before.word.text) &&
    /^[\])]? $/.test(gap) &&
    text.charAt(token.end) === ':' &&
    USER_NAME.test(token.word.text),
  isGreeted,
  isCalled,
  isSecretOfSentence,
  // `{{1}}=Halima`
  ({ text, token }) =>
    token.word.mayEndName &&
    /\}\} ?[:=] ?["']?$/.test(
      text.slice(Math.max(0, token.start - MAX_LEAD_CHARS), token.start),
    ),
];

/** `user jsmith84`, `login as m.vogel`, `оператор vkurochkin` */
function isUserName({ tokens, at, token, before, gap }: Introduction): boolean {
  const own = token.word.text;
  const isShort = before.word.text.length <= MAX_JOINING_CHARS && gap === ' ';
  const cue = isShort ? tokens[at - 2] : before;

  const isAmongOthers =
    LATIN_NAME.test(own) &&
    !token.word.isKnown &&
    OTHER_SCRIPT.test(before.word.text);

  return (
    (before.word.role === ROLES.account || cue?.word.role === ROLES.account) &&
    /^(?: ?[:=])?[ "']{0,2}$/.test(gap) &&
    (isAmongOthers || USER_NAME.test(own)) &&
    isNameOfPerson(own.replace(/[._\d]+/g, ' ').trim())
  );
}

/** `patient Ngozi`, `الزبون جاسم`: a name of the list. After a preposition, a second word must prove it: `to Ngozi Umeh`. */
function isNameAfterRole({ tokens, at, token, before, gap }: Introduction) {
  const isName = ({ word }: TaggerToken) =>
    (word.mayEndName || word.isCaseless) && !word.isKnown && word.role === 0;

  if (gap !== ' ' || !token.word.isListed || !isName(token)) return false;

  const { role } = before.word;
  if (role !== ROLES.towards) return AFTER_ROLES.has(role);

  const next = tokens[at + 1];

  return next !== undefined && next.gap === token.gap && isName(next);
}

/** Between the word for a person and one of the name. */
const MAX_WORDS_OF_NAME = 3;
/** The rest of the name, and the verb before the quotation. */
const MAX_WORDS_AFTER_NAME = 3;
const OPENS_QUOTATION = /["“„«「『]$/;

/** `العميل نواف الشهراني كتب: "…"`, `고객 표진서 님이 "…"`: in a script without capitals, the words between a person and a quotation. */
function isNameBeforeSpeech({ text, tokens, at, token, gap }: Introduction) {
  if (gap !== ' ' || !isNameWithoutCapitals(token)) return false;

  const lead = tokens.slice(Math.max(0, at - MAX_WORDS_OF_NAME), at);
  const person = lead.findLastIndex(({ word }) => AFTER_ROLES.has(word.role));

  const isNext =
    person >= 0 &&
    lead
      .slice(person + 1)
      .every((one) => one.isMask || isNameWithoutCapitals(one));

  if (!isNext) return false;

  const ahead = tokens.slice(at + 1, at + 1 + MAX_WORDS_AFTER_NAME);

  const quoted = ahead.findIndex((one) =>
    OPENS_QUOTATION.test(text.slice(Math.max(0, one.start - 2), one.start)),
  );

  const end = ahead[quoted]?.start ?? 0;

  // The word right before the quotation is a verb, or a particle after the name.
  return quoted > 0 && !/[\n=]/.test(text.slice(token.start, end));
}

const MIN_CHARS_OF_NAME = 3;

const isNameWithoutCapitals = ({ word }: TaggerToken): boolean =>
  word.isCaseless &&
  !word.isKnown &&
  word.role === 0 &&
  word.text.length >= MIN_CHARS_OF_NAME;

const AFTER_ROLES: ReadonlySet<number> = new Set([ROLES.account, ROLES.person]);

/** `Hi Tom!`, and the name below `Regards,` */
function isGreeted({ text, tokens, at, token, before, gap }: Introduction) {
  const { mayEndName, isCaseless, text: own } = token.word;
  const isPlain = /^\p{Ll}+$/u.test(own);

  const isGreeting = (one: TaggerToken) =>
    one.word.role === ROLES.greeting && one.isFirst;

  if (mayEndName && /^[.,!]{0,2}\s{0,3}\n\s{0,3}$/.test(gap))
    return tokens
      .slice(Math.max(0, at - MAX_WORDS_OF_CLOSING), at)
      .some(isGreeting);

  return (
    isGreeting(before) &&
    (mayEndName || isCaseless || isPlain) &&
    /^,? $/.test(gap) &&
    /^(?:[,!،]|:?\s*$)/.test(text.slice(token.end, token.end + 3))
  );
}

/** `name Ana Souza`, `my name is Ana`, `nama saya Wahyu`, `नाम अनिल` */
function isCalled({ text, tokens, at, token, before, gap }: Introduction) {
  const { mayEndName, isCaseless } = token.word;
  if (gap !== ' ') return false;

  const isJoined =
    NOTATIONS.copula.test(before.word.text) || before.word.role === ROLES.own;

  if (mayEndName)
    return isJoined
      ? tokens[at - 2]?.word.role === ROLES.name
      : before.word.role === ROLES.name &&
          tokens[at + 1]?.word.mayEndName === true;

  const isLast = /^\s*(?:$|[\n,.;|)।،])/.test(
    text.slice(token.end, token.end + 3),
  );

  return (
    isCaseless &&
    !isStatement(token.word.text) &&
    isLast &&
    before.isFirst &&
    before.word.role === ROLES.name
  );
}

/** `the token that I used is tesla123`, `verify token "9abc!xyz"`, `wachtwoord van Ana Tulpen88!` */
function isSecretOfSentence(one: Introduction): boolean {
  const { tokens, at, token, before, gap } = one;
  const { text: own } = token.word;

  const isPresented =
    NOTATIONS.copula.test(before.word.text) || /^ ["'`]$/.test(gap);

  const words = tokens.slice(Math.max(0, at - MAX_WORDS_TO_SECRET), at);
  const hasRole = (role: number) =>
    words.some(({ word }) => word.role === role);

  return (
    /\d/.test(own) &&
    (hasRole(ROLES.password)
      ? isPresented || MIXED_WORD.test(own)
      : isPresented && hasRole(ROLES.secret)) &&
    looksLikeSecret(own)
  );
}

/** Returns true for the first word of a cell that is a name of two words: `Ana Souza,470`. */
function isNameOfCell(
  text: string,
  tokens: readonly TaggerToken[],
  at: number,
): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (!token || !next) return false;

  const isWord = ({ word }: TaggerToken) => word.mayEndName && !word.isKnown;

  return (
    isWord(token) &&
    isWord(next) &&
    (token.word.isListed || next.word.isListed) &&
    /(?:^|[\n\t,;|])$/.test(
      text.slice(Math.max(0, token.start - 1), token.start),
    ) &&
    text.slice(token.end, next.start) === ' ' &&
    /^[\t,;|]/.test(text.slice(next.end, next.end + 1))
  );
}

/** Returns true for a word that the words before it introduce as private. */
export function isIntroduced(
  text: string,
  tokens: readonly TaggerToken[],
  at: number,
): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (!token) return false;

  const lead = text.slice(
    Math.max(0, token.start - MAX_LEAD_CHARS),
    token.start,
  );

  if (token.word.mayEndName && SIGNATURE.test(lead)) return true;
  if (isNameOfCell(text, tokens, at)) return true;
  if (!before || before.isMask) return false;

  const gap = text.slice(before.end, token.start);
  const one = { text, tokens, at, token, before, gap };

  return INTRODUCTIONS.some((introduces) => introduces(one));
}
