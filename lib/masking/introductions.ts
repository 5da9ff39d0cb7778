import { NOTATIONS } from '../structure/notations.ts';
import { isNameOfPerson } from './key-vocabulary.ts';
import { looksLikeSecret } from './secret-shape.ts';
import type { TaggerToken } from './tagger-tokens.ts';
import { ROLES } from './word-roles.ts';

const USER_NAME = /^[a-z][a-z\d]*(?:[._][a-z\d]+)+$|^[a-z]{4,}\d{1,4}$/;
const MAX_WORDS_TO_SECRET = 6;
const MAX_WORDS_OF_CLOSING = 4;
/** `as`, `als`, `is` */
const MAX_JOINING_CHARS = 3;
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

/** `user jsmith84`, `login as m.vogel` */
function isUserName({ tokens, at, token, before, gap }: Introduction): boolean {
  const own = token.word.text;
  const isShort = before.word.text.length <= MAX_JOINING_CHARS && gap === ' ';
  const cue = isShort ? tokens[at - 2] : before;

  return (
    (before.word.role === ROLES.account || cue?.word.role === ROLES.account) &&
    /^(?: ?[:=])?[ "']{0,2}$/.test(gap) &&
    USER_NAME.test(own) &&
    isNameOfPerson(own.replace(/[._\d]+/g, ' ').trim())
  );
}

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

/** `name Ana Souza`, `my name is Ana` */
function isCalled({ tokens, at, token, before, gap }: Introduction): boolean {
  if (!token.word.mayEndName || gap !== ' ') return false;

  const isNamed = NOTATIONS.copula.test(before.word.text)
    ? tokens[at - 2]?.word.role === ROLES.name
    : before.word.role === ROLES.name &&
      tokens[at + 1]?.word.mayEndName === true;

  return isNamed;
}

/** `the token that I used is tesla123`, `verify token "9abc!xyz"` */
function isSecretOfSentence(one: Introduction): boolean {
  const { tokens, at, token, before, gap } = one;

  return (
    /\d/.test(token.word.text) &&
    (NOTATIONS.copula.test(before.word.text) || /^ ["'`]$/.test(gap)) &&
    tokens
      .slice(Math.max(0, at - MAX_WORDS_TO_SECRET), at)
      .some(({ word }) => word.role === ROLES.secret) &&
    looksLikeSecret(token.word.text)
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
  if (!before || before.isMask) return false;

  const gap = text.slice(before.end, token.start);
  const one = { text, tokens, at, token, before, gap };

  return INTRODUCTIONS.some((introduces) => introduces(one));
}
