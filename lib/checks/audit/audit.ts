import type { Entry } from '../../../data/schema.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { findSuccessors } from '../../catalogue/relations.ts';
import { toEnglishWords } from '../../catalogue/search/query-expansion.ts';
import { applyRules, type Rule } from '../../core/apply-rules.ts';
import { getOrInsert } from '../../core/get-or-insert.ts';
import { joinPatterns } from '../../core/pattern-parts.ts';
import { getPublishedVerdict } from '../../core/published-verdict.ts';
import { splitTokens } from '../../core/tokens.ts';
import { getProviderLists } from '../../detect/code-index.ts';
import { WORD_CLASSES, WordClasses } from '../../detect/word-classes.ts';
import { splitLines } from '../../structure/lines.ts';
import {
  findMeaningsWithoutSubcode,
  findMeant,
  isName,
  NEGATION,
  splitName,
  weigh,
} from './find-meant.ts';
import { findStatements, type Statement } from './find-statements.ts';

export const AUDIT_KINDS = {
  meaning: 'A code has the meaning of another code',
  retry: 'A code is in the wrong retry set',
  retired: 'A retired code without its successor',
  provider: 'A code from another provider',
} as const;
type AuditKind = keyof typeof AUDIT_KINDS;

/** A place where a file says something of a code that the catalogue contradicts. */
export type AuditFinding = ReturnType<typeof auditText>[number];

/** A comment that hides the findings of its line. */
const IGNORE_LINE = 'whatsapp-errors-ignore-line';
const WHATSAPP =
  /whats_?app|waba|wa[_.-]?error|cloud[ _-]?api|graph\.facebook|twilio/i;
const MAX_SAID = 120;
/** Shorter codes have many meanings. */
const MIN_LONG_CODE = 5;
const MAX_LINES_NEAR = 40;
const MAX_UNITS_NEAR = 4_000;
/** A heading, or a line at the margin that is no row, comment or closing bracket. */
const BLOCK_BEGIN = /^(?:#{2,6} |[^\s\d"'`|)\]}#/*-])/;
const { error, errorCode, code: ofCode, failed } = WORD_CLASSES;
const ERROR_CLASSES = error | errorCode | ofCode | failed;
/** `logger.error('send failed')`, `throw new Error(`: no name of what is near. */
const ERROR_CALL = joinPatterns(
  [
    [
      /\.(?:error|exception|fail\w?)\(/,
      /^\W{0,40}(?:throw|raise|catch|except)\b/,
    ],
    /.{0,300}/,
  ],
  'gim',
);
const RETRY_WORD = /^(?:retr[iy]|transien|tempora|recoverab|again|resend)/;
const FATAL_WORD = /^(?:fatal|permanen|terminal|(?:un|non)(?:retr|recover))/;
/** A name that says of a code that no account has the number, and what the catalogue calls that. */
const LOST_NUMBER = joinPatterns(
  [
    /\b/,
    [
      joinPatterns([
        /(?<!\b(?:many|max) )(?:invalid|bad|wrong|dead|unreachable)/,
        / (?:phone|number)(?!s? (?:of|param|arg))/,
      ]),
      joinPatterns([
        /(?:delet|remov|destroy|purg|eras|blacklist)\w*/,
        / \w*(?:user|contact|recipient|subscriber|lead|customer)s?$/,
      ]),
    ],
  ],
  'i',
);
const NO_ACCOUNT = 'recipient has no WhatsApp account';
const RETIRED_NAME = /\b(?:retired|deprecated|legacy|obsolete|removed)\b/i;
/** `RETRY_AFTER_FIX` is right for two of the verdicts. */
const CONDITION = /^(?:after|once|until|manual)/;

/**
 * Finds what a file says of codes and the catalogue contradicts. Says nothing where it is not sure.
 *
 * @param isAsked True if somebody says that the codes are ours. Otherwise, the text has to show it.
 */
export function auditText(
  text: string,
  path: string,
  catalogue: Catalogue,
  isAsked = false,
) {
  const isNamed = isAsked || WHATSAPP.test(path) || WHATSAPP.test(text);
  if (!isNamed && !/\d{6}/.test(text)) return [];

  const lines = splitLines(text);

  const isCode = (code: string) =>
    catalogue.meaningsOf(code).some((entry) => entry.code === code);

  const statements = findStatements(text, path, isCode);
  const codes = new Set(statements.map(({ code }) => code));

  const isMeta = (code: string) =>
    catalogue.meaningsOf(code).some(({ provider }) => provider === 'meta');

  if (
    !isNamed &&
    [...codes].filter((code) => code.length > 5 && isMeta(code)).length < 3
  )
    return [];

  const ignored = new Set(
    lines.flatMap((line, at) => (line.includes(IGNORE_LINE) ? at + 1 : [])),
  );

  const judged = new Map<string, ReturnType<typeof judge>>();

  return statements.flatMap((statement) => {
    const { code, line, phrases, labels, group } = statement;

    const id = JSON.stringify([
      code,
      phrases,
      labels,
      phrases.length > 0 && group,
    ]);

    const found = getOrInsert(judged, id, () =>
      judge(statement, codes, catalogue),
    );

    if (!found || ignored.has(line)) return [];

    const isSure = () =>
      isAboutErrors(`${path}\n${readBlock(lines, line - 1)}`);

    return isAsked || code.length >= MIN_LONG_CODE || isSure()
      ? { line, ...found }
      : [];
  });
}

/** Returns the lines of what a line is in, such as a set or a section, with the comment above it. */
function readBlock(lines: readonly string[], at: number): string {
  const least = Math.max(0, at - MAX_LINES_NEAR);
  let top = at;

  while (top > least && !BLOCK_BEGIN.test(lines[top] ?? '')) top--;
  while (top > least && /^(?:\/\/|#|\/?\*)/.test(lines[top - 1] ?? '')) top--;

  const below = lines
    .slice(at + 1, at + 3)
    .filter((line) => !BLOCK_BEGIN.test(line));

  return [...lines.slice(top, at + 1), ...below]
    .join('\n')
    .slice(-MAX_UNITS_NEAR)
    .replaceAll(ERROR_CALL, '');
}

/** Returns true if a text has a longer code, or a word for an error or a code in any language. */
const isAboutErrors = (text: string) =>
  /\b\d{6}\b/.test(text) ||
  new WordClasses(splitTokens(splitName(text))).includes(ERROR_CLASSES);

/** Finds what is wrong with a statement, or null. */
function judge(
  statement: Statement,
  codes: ReadonlySet<string>,
  catalogue: Catalogue,
) {
  const { code, labels, phrases } = statement;

  const { meanings, known } = findMeaningsWithoutSubcode(code, catalogue);
  const [entry] = known;

  if (!entry) return null;
  if (code.length < MIN_LONG_CODE && entry.provider !== 'meta') return null;

  const nearNames = phrases.filter((phrase) => !/\s/.test(phrase));
  const names = [...labels, ...nearNames];

  const verdict = applyRules(AUDIT_RULES, {
    statement,
    codes,
    catalogue,
    meanings,
    known,
    entry,
    meant: code.length > 1 ? findMeant(statement, known, catalogue) : null,
    nearNames,
    names,
    label: names.find(
      (name) => readRetryLabel(name) !== null || NEGATION.test(name),
    ),
  });

  if (!verdict) return null;

  const { kind, text, other } = verdict;
  const said = text.replace(/\s+/g, ' ').trim().slice(0, MAX_SAID);

  return {
    code,
    kind,
    said,
    entry,
    other,
  };
}

/** What a file says of a code, with what the catalogue has of it. */
interface AuditCase {
  statement: Statement;
  /** All codes of the file. */
  codes: ReadonlySet<string>;
  catalogue: Catalogue;
  meanings: readonly Entry[];
  /** Meta's meanings, or all if it has none. The first is `entry`. */
  known: readonly Entry[];
  entry: Entry;
  meant: ReturnType<typeof findMeant>;
  nearNames: readonly string[];
  names: readonly string[];
  /** The closest name that says something of a retry. */
  label: string | undefined;
}

/** `text` is a text of the file or the name of a set, `other` what it means instead of the entry, or the successor. */
interface AuditVerdict {
  kind: AuditKind;
  text: string;
  other: Entry | null;
}

/** A rule returns null where the others need not be asked. */
type AuditRule = Rule<AuditCase, AuditVerdict | null>;

const AUDIT_RULES: readonly AuditRule[] = [
  findOtherMeaning,
  findLostNumber,
  findWrongRetry,
  findRetiredCode,
  findOtherProvider,
];

function findOtherMeaning({ meant }: AuditCase): AuditVerdict | undefined {
  return meant?.other
    ? { kind: 'meaning', text: meant.said, other: meant.other }
    : undefined;
}

/** Finds a name that says of a code that no account has the number. */
function findLostNumber({
  statement,
  catalogue,
  known,
  entry,
  names,
}: AuditCase): AuditVerdict | undefined {
  const { code, phrases } = statement;

  const text = [...names, ...phrases.slice(0, 1)].find(
    (one) => isName(one) && LOST_NUMBER.test(splitName(one)),
  );

  if (!text || !known.every(isUnlikeLostNumber)) return undefined;

  const { other } = weigh(NO_ACCOUNT, code, entry, catalogue);
  return other ? { kind: 'meaning', text, other } : undefined;
}

function findWrongRetry({ known, label }: AuditCase): AuditVerdict | undefined {
  const isRetried = label === undefined ? null : readRetryLabel(label);
  if (!label || isRetried === null) return undefined;

  return known.every((one) => contradictsRetry(isRetried, one))
    ? { kind: 'retry', text: label, other: null }
    : undefined;
}

function findRetiredCode(audited: AuditCase): AuditVerdict | null | undefined {
  const { codes, catalogue, entry, names } = audited;
  if (!entry.deprecated) return undefined;

  const successors = findSuccessors(entry, catalogue);
  const [successor] = successors;

  const isKnown =
    names.some((name) => RETIRED_NAME.test(splitName(name))) ||
    successors.some((one) => codes.has(one.code));

  if (!successor || isKnown) return undefined;

  const text = audited.meant?.said ?? getSetName(audited);

  return text === undefined
    ? null
    : { kind: 'retired', text, other: successor };
}

/** Returns the name of the set that a code of some length is in, without a text of its own. */
function getSetName({ statement, label }: AuditCase): string | undefined {
  const { code, phrases, labels } = statement;
  if (phrases.length > 0 || code.length < MIN_LONG_CODE) return undefined;

  return (
    label ??
    labels.find((name) => toEnglishWords(splitName(name)).some(isCodeWord))
  );
}

/** Of `TWILIO = { 63016: { metaCode: 131047 } }`, the nearest name with a provider counts. */
function findOtherProvider({
  statement: { code, labels },
  meanings,
  catalogue,
  nearNames,
}: AuditCase): AuditVerdict | undefined {
  const readOwner = (name: string) => namesAnother(name, meanings, catalogue);

  const owned =
    [...nearNames, ...labels].find((name) => readOwner(name) !== undefined) ??
    '';

  const isForeign =
    code.length >= MIN_LONG_CODE && labels.includes(owned) && readOwner(owned);

  return isForeign ? { kind: 'provider', text: owned, other: null } : undefined;
}

/** Returns true if a name such as `TWILIO` or `TWILIO_CODES` has one provider, without the code; undefined if it has none. */
function namesAnother(
  name: string,
  meanings: readonly Entry[],
  { providers }: Catalogue,
) {
  const words = toEnglishWords(splitName(name));
  const text = ` ${words.join(' ')} `;

  const [owner, ...more] = providers.filter(({ id }) =>
    text.includes(` ${id.replaceAll('-', ' ')} `),
  );

  const lists = owner && more.length === 0 ? getProviderLists(owner) : [];
  const isOfCodes = words.length === 1 || words.some(isCodeWord);

  return (
    owner &&
    isOfCodes &&
    lists.length > 0 &&
    !meanings.some(({ provider }) => lists.includes(provider))
  );
}

/** Returns true if an entry, with all its causes, surely leaves the recipient's number as it is. */
const isUnlikeLostNumber = ({
  code,
  class: own,
  verdict,
  causes = [],
  window,
}: Entry): boolean =>
  code.length >= MIN_LONG_CODE &&
  !/^(?:parameter|other|media|phone-number)$/.test(own) &&
  [verdict, ...causes].every(
    ({ turn, retry }) => turn !== 'recipient' && retry !== 'no',
  ) &&
  (own !== 'recipient' ||
    window !== undefined ||
    [...new Set(causes.map(({ who }) => who))].join() === 'developer');

/** A name of codes, which may be in a set of its own. */
const isCodeWord = (word: string) =>
  /^(?:code|error|err|errno|failure)s?$/.test(word);

/** Returns whether a name calls its codes worth a retry, or null if it says nothing of it. */
function readRetryLabel(name: string): boolean | null {
  const words = toEnglishWords(splitName(name));

  const isRetried =
    words.some((word) => RETRY_WORD.test(word)) &&
    !words.some((word) => CONDITION.test(word));

  if (words.some((word) => NEGATION.test(word)))
    return isRetried ? false : null;

  return words.some((word) => FATAL_WORD.test(word))
    ? false
    : isRetried || null;
}

/** Returns true if an entry, with all its causes, is the opposite of what a name says of a retry. */
function contradictsRetry(isRetried: boolean, entry: Entry) {
  const { causes = [], details = [], countries, success, verdict } = entry;
  const contrary = isRetried ? ['no', 'after-fix'] : ['later', 'backoff'];

  // After a known wait, what somebody fixes meanwhile is right in either set.
  if (isRetried && verdict.retry === 'after-fix' && verdict.wait) return false;

  const own = [{}, ...causes, ...details.map((detail) => detail.verdict)];
  const verdicts = own.map((one) => ({ ...verdict, ...one }));

  // After a known wait, or once, one that somebody has to look at before is right in either set.
  const isAfterFix =
    !isRetried ||
    (verdict.turn === 'you' && verdict.retry === 'later' && !verdict.wait);

  const read = isAfterFix
    ? verdicts.map((verdict) => getPublishedVerdict({ ...entry, verdict }))
    : verdicts;

  return (
    !success &&
    !countries &&
    read.every(({ retry }) => contrary.includes(retry))
  );
}
