import { areOf } from '../kin.ts';
import type { Examples, Rule } from '../rule.ts';

/** A member by itself in its line: `NotFound = 20404,`, `const NotFound: int = 20404`. */
const MEMBER =
  /^\s*(?:(?:public|private|internal|static|final|const|readonly|case|let|val|int|integer|string|number)\s{1,4}){0,5}[\p{L}_][\p{L}\p{N}_]{2,48}(?:\s?:\s?\w{1,12})?\s{0,8}[=:]\s{0,4}["'`]?$/iu;
/** The same among others in the line of its head: `enum WaError { TooMany = 130429, Gone = 131026 }`. */
const INLINE =
  /\benum\s(?:class\s)?[A-Za-z]\w{4,60}[^\n{}]{0,30}\{([^\n{}]{0,400}[,\s])?(?=\w{3,48}\s{0,8}=\s{0,4}$)/;
/** What its class, enumeration or map is called. */
const HEAD =
  /(?:^|\n)([^\S\n]*)[^\n;]{0,60}?\b(?:(?:enum(?:\sclass)?|class|object|module|struct|namespace|interface|trait)\s{1,2}([A-Za-z]\w{4,60})|([A-Za-z]\w{4,60})(?:\s?:[^\n;=]{1,40})?\s{0,8}=[^\n;]{0,24}\{[^\S\n]*(?=\n|$))/g;
const OF_ERRORS = /err|code|fault|fail/i;
const OWNERS: readonly (readonly [provider: string, name: RegExp])[] = [
  ['meta', /(?:whats_?app|waba|meta(?!data)|graph_?(?:api|err|code)|cloud_?api)|^wa_?(?=err|code|fail)/i],
  ['twilio', /twilio/i],
  ['telnyx', /telnyx/i],
  ['exotel', /exotel/i],
];
const REACH = 900;

/** `enum TwilioErrorCode { NotFound = 20404 }`: what the number stands in is named for the codes of its provider. */
export const rule: Rule = {
  id: 'code-class',
  family: 'place',
  weight: 5.2,
  needs: ['number', 'long', 'keyed'],
  find({ lineLeft, lineRight, meanings, reading, start }) {
    const isMember = MEMBER.test(lineLeft) && /^["'`]?\s?[,;)]?\s*(?:\/\/|#|$)/.test(lineRight);
    if (!isMember && !(INLINE.test(lineLeft) && /^\s?[,}]/.test(lineRight))) return null;
    const name = classBefore(reading.before(start, REACH));
    if (!name || !OF_ERRORS.test(name)) return null;
    return OWNERS.some(([provider, whose]) => whose.test(name) && areOf(meanings, provider)) ? name : null;
  },
};

/** The name of the innermost one that is still open. */
function classBefore(text: string): string | null {
  for (const { 1: indent = '', 2: typed, 3: assigned, index, 0: head } of [
    ...text.matchAll(HEAD),
  ].reverse()) {
    const within = text.slice(index + head.length);
    if (
      within
        .split('\n')
        .slice(1)
        .some((line) => isEnd(line, indent))
    )
      continue;
    return typed ?? assigned ?? null;
  }
  return null;
}

/** A line that is set in no deeper than the head, a brace or else. */
function isEnd(line: string, indent: string): boolean {
  const text = line.trimEnd();
  return (
    text !== '' &&
    !/^\s*[{(]$/.test(text) &&
    !text.startsWith(`${indent} `) &&
    !text.startsWith(`${indent}\t`)
  );
}

export const examples: Examples = {
  yes: [
    'pub enum TwilioErrorCode {\n    /// Too fast.\n    TooMany = ‹21610›,',
    'class WhatsAppErrorCode(IntEnum):\n    EXPIRED = ‹131047›  # late',
    'const META_ERRORS = {\n  tooMany: ‹80007›,',
    'enum WhatsAppErrorCode { RateLimit = ‹130429›, Undeliverable = ‹131026› }',
    'enum WaError {\n  RateLimit = ‹130429›,',
    'public static class TwilioErrors\n{\n    public const int NotEnough = ‹63016›;',
  ],
  no: [
    'enum TwilioLimits {\n  Most = 20404,',
    'class WhatsAppErrorCode:\n    A = 1\n\nclass Port:\n    HTTP = 63016',
    'class TwilioErrors {\n  x = 1;\n}\nconst limit = 20404;',
    'class HttpErrorCode {\n  Limit = 20404;',
    'enum WhatsAppLimits { Most = 131026 }',
    'enum WalletError {\n  Most = 131026,',
    'class TwilioErrors { of(most = 63016) }',
  ],
};
