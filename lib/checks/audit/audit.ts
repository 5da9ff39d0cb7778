import type { Entry } from '../../../data/schema.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import {
  getStemWeight,
  joinStems,
  readNames,
  stemSignificantWords,
} from '../../catalogue/entry-names.ts';
import { toEnglishWords } from '../../catalogue/query-expansion.ts';
import { findRelated, findSuccessors } from '../../catalogue/relations.ts';
import { getSearch } from '../../catalogue/search.ts';
import {
  getWordList,
  selectSignificantWords,
  stemWord,
  tokenize,
} from '../../catalogue/tokenize.ts';
import { getOrInsert, memoize } from '../../core/get-or-insert.ts';
import { getPublishedVerdict } from '../../core/published-verdict.ts';
import { splitTokens } from '../../core/tokens.ts';
import { getProviderLists } from '../../detect/code-index.ts';
import { WORD_CLASSES, WordClasses } from '../../detect/word-classes.ts';
import { splitLines } from '../../structure/lines.ts';
import { findStatements, NEGATION, type Statement } from './find-statements.ts';

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
const MAX_TEXT = 300;
const MAX_SAID = 120;
/** Minimum search score of an entry that a text surely means: of one word, of several, without a rival, in the code's own class, of the known words alone, with a whole title. */
const MIN_SCORE = {
  word: 6_000,
  words: 2_500,
  clear: 1_000,
  near: 12_000,
  known: 3_500,
  title: 300_000,
};
const MIN_SET_SCORE = 20_000;
/** The share of the best score, at which no other entry is a rival, and from which a text or what follows it may mean the code. */
const SHARE = { rival: 0.4, own: 0.12, near: 0.05, later: 0.5 };
/** `not a rate limit but` the window. */
const DENIAL =
  /^.{0,40}\b(?:not|n[aã]o|no|nicht|non|pas)\b.{1,80}\b(?:but|sino|sondern|mais|ma)\b/i;
/** `not a rate limit`, which leaves the meaning open. */
const DENIED =
  /^(?:not (?:because|due|about)|nicht wegen|non è una?)\s(?!.{0,40}\b(?:valid|whats|regist))/i;
const INSTRUCTIONS = new Set(getWordList('instruction'));
const INSTRUCTION_ENDS = new Set(getWordList('instructionEnd'));
/** `Check failed`, `Contact is blocked`: the first word is a noun. */
const NOUN_FIRST =
  /^\S+ (?:not|is|was|has|limit|rate|error|(?:fail|block|exceed|reject|requir|den)\w*)\b/i;
/** Shorter codes have many meanings. */
const MIN_LONG_CODE = 5;
const MAX_LINES_NEAR = 40;
const MAX_UNITS_NEAR = 4_000;
/** A heading, or a line at the margin that is no row, comment or closing bracket. */
const BLOCK_BEGIN = /^(?:#{2,6} |[^\s\d"'`|)\]}#/*-])/;
const { error, errorCode, code: ofCode, failed } = WORD_CLASSES;
const ERROR_CLASSES = error | errorCode | ofCode | failed;
/** The APIs that send messages. What they answer is never the code of another, such as one for templates or calls. */
const SENDS = /^meta\/(?:cloud|onprem|graph)\/|\/\d{1,4}$/;
/** `logger.error('send failed')`, `throw new Error(`: no name of what is near. */
const ERROR_CALL =
  /(?:\.(?:error|exception|fail\w?)\(|^\W{0,40}(?:throw|raise|catch|except)\b).{0,300}/gim;
/** People call the entries of one of these classes by the same words. */
const VAGUE_CLASSES = /^(?:rate-limit|parameter|service|auth|account)$/;
const RETRY_WORD = /^(?:retr[iy]|transien|tempora|recoverab|again|resend)/;
const FATAL_WORD = /^(?:fatal|permanen|terminal|(?:un|non)(?:retr|recover))/;
/** A name that says of a code that no account has the number, and what the catalogue calls that. */
const LOST_NUMBER =
  /\b(?:(?<!\b(?:many|max) )(?:invalid|bad|wrong|dead|unreachable) (?:phone|number)(?!s? (?:of|param|arg))|(?:delet|remov|destroy|purg|eras|blacklist)\w* \w*(?:user|contact|recipient|subscriber|lead|customer)s?$)/i;
const NO_ACCOUNT = 'recipient has no WhatsApp account';
/** Caches what is read of texts: one is weighed for its code, and for each other code that shares it. */
const getTexts = memoize(
  (_: Catalogue) => new Map<string, ReturnType<typeof readText>>(),
);
const getScores = memoize(
  (_: Catalogue) => new Map<string, [Entry, number][]>(),
);
/** The entries of each code, with those that are other names of one of them. */
const getOwnEntries = memoize(({ entries, byKey }: Catalogue) => {
  const own = new Map<string, Set<Entry>>();

  for (const entry of entries)
    for (const { code } of [
      entry,
      ...findRelated(['successor', 'predecessor', 'same-cause'], entry, byKey),
    ])
      getOrInsert(own, code, () => new Set<Entry>()).add(entry);

  return own;
});
const MAX_CACHED_TEXTS = 2_000;
const MAX_SHARERS = 12;
const RETIRED_NAME = /\b(?:retired|deprecated|legacy|obsolete|removed)\b/i;
/** A boundary between the words of `OutsideThe24HourWindow` or `SenderIsARecipient`, but not of WhatsApp. */
const NAME_BOUNDARY =
  /(?<=\p{Ll})(?<!Whats)(?=\p{Lu}|\d)|(?<=\d)(?=\p{Lu}\p{Ll})|(?<=\p{Ll}\p{Lu})(?=\p{Lu}\p{Ll}{2})/gu;
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

function judge(
  statement: Statement,
  codes: ReadonlySet<string>,
  catalogue: Catalogue,
) {
  const { code, labels, phrases } = statement;

  const meanings = catalogue
    .meaningsOf(code)
    .filter((entry) => entry.code === code && !entry.subcode);

  const metas = meanings.filter(({ provider }) => provider === 'meta');
  const known = metas.length > 0 ? metas : meanings;
  const [entry] = known;

  if (!entry || (code.length < MIN_LONG_CODE && metas.length === 0))
    return null;

  /** `text` is a text of the file or the name of a set, `other` what it means instead of the entry, or the successor. */
  const report = (
    kind: AuditKind,
    text: string,
    other: Entry | null = null,
  ) => {
    const said = text.replace(/\s+/g, ' ').trim().slice(0, MAX_SAID);
    return { code, kind, said, entry, other };
  };

  const meant = code.length > 1 ? findMeant(statement, known, catalogue) : null;
  if (meant?.other) return report('meaning', meant.said, meant.other);

  const nearNames = phrases.filter((phrase) => !/\s/.test(phrase));
  const names = [...labels, ...nearNames];

  const lost = names
    .concat(phrases[0] ?? [])
    .find((one) => isName(one) && LOST_NUMBER.test(splitName(one)));

  const lostAs =
    lost &&
    known.every(isUnlikeLostNumber) &&
    weigh(NO_ACCOUNT, code, entry, catalogue).other;

  if (lost && lostAs) return report('meaning', lost, lostAs);

  const label = names.find(
    (name) => readRetryLabel(name) !== null || NEGATION.test(name),
  );

  const isRetried = label === undefined ? null : readRetryLabel(label);

  if (
    label &&
    isRetried !== null &&
    known.every((one) => contradictsRetry(isRetried, one))
  )
    return report('retry', label);

  const [successor, ...more] = findSuccessors(entry, catalogue);

  const isRetired =
    entry.deprecated &&
    !names.some((name) => RETIRED_NAME.test(splitName(name)));

  if (
    isRetired &&
    successor &&
    ![successor, ...more].some((one) => codes.has(one.code))
  ) {
    const set =
      label ??
      labels.find((name) => toEnglishWords(splitName(name)).some(isCodeWord));

    const said =
      meant?.said ??
      (phrases.length === 0 && code.length >= MIN_LONG_CODE ? set : undefined);

    return said === undefined ? null : report('retired', said, successor);
  }

  const readOwner = (name: string) => namesAnother(name, meanings, catalogue);

  // Of `TWILIO = { 63016: { metaCode: 131047 } }`, the nearest name with a provider.
  const owned =
    [...nearNames, ...labels].find((name) => readOwner(name) !== undefined) ??
    '';

  const isForeign =
    code.length >= MIN_LONG_CODE && labels.includes(owned) && readOwner(owned);

  return isForeign ? report('provider', owned) : null;
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

/**
 * Finds the entry that the first phrase means instead of the code, or `other: null` if it may mean the code. Returns
 * null if nothing is said, or nothing for sure.
 */
function findMeant(
  statement: Statement,
  known: readonly Entry[],
  catalogue: Catalogue,
) {
  const { code, phrases, labels, group, sharers } = statement;

  const compare = (text: string, code: string) =>
    known.map((entry) =>
      weigh(text.slice(0, MAX_TEXT), code, entry, catalogue),
    );

  const mayMean = (text: string, code: string) =>
    compare(text, code).some(({ share }) => share >= SHARE.own);

  const isSet = phrases.length === 0;

  const isChannel = (one: string) =>
    /^(?:(?:meta|whats\s?app|api|error)\W{0,3}){1,5}$/i.test(one) ||
    catalogue.provider(one.toLowerCase());

  const texts = isSet
    ? labels.slice(0, 1).filter(isName)
    : phrases.filter((phrase) => !isChannel(phrase));

  const stated = texts.map((text) => text.replace(DENIAL, ''));
  const first = stated.find((text) => !isOpen(text));

  if (first === undefined)
    return phrases[0] ? { said: phrases[0], other: null } : null;

  const [clause = first, ...clauses] = splitClauses(first);
  const knownWords = selectKnownWords(first, catalogue);

  if ([first, clause, knownWords].some((text) => text && mayMean(text, code)))
    return { said: first, other: null };

  const least = isSet ? MIN_SET_SCORE : MIN_SCORE.known;

  const sure = [first, knownWords, clause]
    .map((text) => compare(text, code))
    .find((found, at) =>
      found.every(
        ({ other, best }) => other && (best >= least || (at === 0 && !isSet)),
      ),
    );

  if (!sure && !known[0]?.deprecated) return null;

  // What follows may be a remedy, so it must mean the code more clearly.
  const saysLater = [
    ...clauses,
    ...stated.slice(1).flatMap((one) => [one, ...splitClauses(one)]),
  ].some((text) =>
    compare(text, code).some(
      ({ share, score }) => share >= SHARE.later && score >= MIN_SCORE.word,
    ),
  );

  if (saysLater) return { said: first, other: null };

  const isKin = (one: string) =>
    catalogue
      .meaningsOf(one)
      .some((other) => known.some((own) => isNear(own, other)));

  // A text for three codes may be the name of their category.
  const others = sure && !isSet ? [...sharers] : [];

  const isAkin = (one: string) =>
    group.includes(one) || (others.length > 2 && isKin(one));

  const isShared = others
    .slice(0, MAX_SHARERS)
    .some((one) => one !== code && isAkin(one) && mayMean(first, one));

  const other = sure?.[0]?.other;

  const isDenied =
    other && denies(selectKnownWords(clause, catalogue).split(' '), other);

  return !sure || isShared || isDenied
    ? null
    : { said: first, other: other ?? null };
}

/** Returns true for a negation before a name of an entry that has none: `no rate limit`. */
function denies(
  [first = '', ...more]: readonly string[],
  { title, aliases = [] }: Entry,
): boolean {
  const said = stemSignificantWords(more);

  const names = [title, ...aliases].map((name) =>
    toEnglishWords(name).map(stemWord),
  );

  const meant = names.filter((name) =>
    said.every((stem) => name.includes(stem)),
  );

  return (
    NEGATION.test(first) &&
    meant.length > 0 &&
    !meant.flat().some((word) => NEGATION.test(word))
  );
}

/** Returns true for an instruction or a denial, which says nothing of the meaning. */
function isOpen(text: string): boolean {
  const words = tokenize(splitName(text));

  const isInstruction =
    INSTRUCTIONS.has(words[0] ?? '') && !NOUN_FIRST.test(splitName(text));

  return (
    isInstruction ||
    INSTRUCTION_ENDS.has(words.at(-1) ?? '') ||
    DENIED.test(text)
  );
}

const getVocabulary = memoize(({ entries }: Catalogue) => {
  const words = entries.flatMap(({ title, meaning, aliases = [] }) =>
    tokenize([title, meaning, ...aliases].join(' ')),
  );
  return new Set(words.map(stemWord));
});

/** Returns the words that the catalogue uses, in English. The others hide what a text in another language means. */
function selectKnownWords(text: string, catalogue: Catalogue): string {
  const vocabulary = getVocabulary(catalogue);
  const words = toEnglishWords(splitName(text.slice(0, MAX_TEXT)));
  return words.filter((word) => vocabulary.has(stemWord(word))).join(' ');
}

/** Reads a text for all codes of the provider and kind of one: its words, and what it scores, best first. */
function readText(
  text: string,
  { provider, key }: Entry,
  catalogue: Catalogue,
) {
  const name = splitName(text);
  const asked = toEnglishWords(name);
  const words = selectSignificantWords(asked);
  const plain = name.toLowerCase();

  const hasTitle = ({ title }: Entry) =>
    plain.includes(title.toLowerCase().replace(/\.$/, ''));

  const scoreWords = () => getSearch(catalogue).scoreWords(name, provider);

  const scores = getOrInsert(
    getScores(catalogue),
    `${provider} ${asked.join(' ')}`,
    scoreWords,
  ).filter(([entry]) => SENDS.test(entry.key) || !SENDS.test(key));

  const isTitle = (entry: Entry) =>
    hasTitle(entry) && plain.trim().length < entry.title.length + 2;

  const titled = scores.flatMap(([entry]) => (isTitle(entry) ? entry : []));

  return { words, stems: words.map(stemWord), hasTitle, scores, titled };
}

/** Returns the score and the share of the best score that a text gives a code, and the entry that it surely means instead. */
function weigh(text: string, code: string, own: Entry, catalogue: Catalogue) {
  const read = getTexts(catalogue);

  for (const cache of [read, getScores(catalogue)])
    if (cache.size > MAX_CACHED_TEXTS) cache.clear();

  const id = `${own.provider} ${SENDS.test(own.key)} ${text}`;

  const { words, stems, hasTitle, scores, titled } = getOrInsert(read, id, () =>
    readText(text, own, catalogue),
  );

  const owned = getOwnEntries(catalogue).get(code);

  const isUnsent = ({ api, deprecated }: Entry) =>
    deprecated || api === 'calling' || api === 'flows';

  const isRival = (entry: Entry) =>
    /^\d/.test(entry.code) &&
    !owned?.has(entry) &&
    (own.api === 'onprem' || !isUnsent(entry));

  const score = scores.find(([entry]) => owned?.has(entry))?.[1] ?? 0;
  const [top = null, best = 0] = scores.find(([entry]) => isRival(entry)) ?? [];
  const said = joinStems(stems);

  const isName = (name: string) =>
    stems.every((stem) => name.includes(` ${stem} `)) ||
    (/\S \S/.test(name) && said.includes(name));

  const isNamed = readNames(own).some(isName);

  const isClass = words.every((word) =>
    `${own.class} ${toWideClass(own)} failed errors`.includes(word),
  );

  // Without stop words, `Meta chose not to deliver` is also `not delivered`.
  const isTheirs = top !== null && hasTitle(top) && !hasTitle(own);
  // A whole title of another means that one, however near it is.
  const title = isNamed || score > best ? undefined : titled.find(isRival);

  const share =
    isClass || (isNamed && !isTheirs)
      ? 1
      : score === 0
        ? 0
        : score / Math.max(score, best);

  if (!top) return { score, best, share, other: null };

  const namesakes = [
    top,
    ...findRelated(['successor', 'predecessor'], top, catalogue.byKey),
  ];

  const second = scores.find(([entry, score]) => {
    return (
      score >= best * SHARE.rival &&
      !namesakes.some((one) => one.code === entry.code)
    );
  });

  const areNear = isNear(top, own);
  const usual = words.length < 2 ? 'word' : second ? 'words' : 'clear';

  const least =
    MIN_SCORE[
      !areNear ? usual : score > 0 ? 'near' : isVague(own) ? 'title' : 'known'
    ];

  const isClear = score < best * SHARE.near && !(score > 0 && isVague(own));

  const isGeneral = [own, top].every(
    ({ class: one, title }) => one === 'parameter' && /valid/i.test(title),
  );

  const isSure = best >= least && (!areNear || (isClear && !isGeneral));
  const other = isSure ? top : (title ?? null);

  return title
    ? { score: 0, best: MIN_SCORE.title, share: 0, other }
    : { score, best, share, other };
}

/** Returns the start of Meta's codes for templates (`132`), registration or payments, which names of categories follow. */
const readGroupOf = ({ code, key }: Entry) =>
  /^13[2-5](?=\d{3}$)/.exec(code)?.[0] ?? key;
const WIDER = new Map(
  Object.entries({
    quality: 'rate-limit',
    policy: 'account',
    permission: 'auth',
  }),
);
const toWideClass = ({ class: own }: Entry) => WIDER.get(own) ?? own;
/** The name of a class of codes, and of an entry that means all of it, such as `Invalid parameter`. */
const isVague = (entry: Entry) =>
  VAGUE_CLASSES.test(toWideClass(entry)) &&
  (entry.class !== 'parameter' || /param/i.test(entry.title));
const isNear = (one: Entry, other: Entry) =>
  toWideClass(one) === toWideClass(other) ||
  readGroupOf(one) === readGroupOf(other);

/** Returns the words of a name: `RATE_LIMIT`, `rateLimit`. */
const splitName = (name: string) =>
  name.replaceAll('_', ' ').replace(NAME_BOUNDARY, ' ');
/** Returns false for a heading, which is no meaning of what stands below it. */
const isName = (label: string) => !label.startsWith('#');
/** A name of codes, which may be in a set of its own. */
const isCodeWord = (word: string) =>
  /^(?:code|error|err|errno|failure)s?$/.test(word);

const splitClauses = (text: string) =>
  text
    .split(
      /\sis not an? |[.;:!?)]\s|\s[—–-]\s|,\s|\s(?:or|o|ou|oder|atau|veya)\s|\(|\s?\/\s?|->|→/,
    )
    .filter((part) =>
      stemSignificantWords(toEnglishWords(splitName(part))).some(isTelling),
    );
const isTelling = (stem: string) =>
  /^\D/.test(stem) && getStemWeight(stem) >= 1;

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
