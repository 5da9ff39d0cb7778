import { toEnglishWords } from '../../catalogue/search/query-expansion.ts';
import { findFirstFrom } from '../../core/find-first-from.ts';
import { getOrInsert, memoizeTexts } from '../../core/get-or-insert.ts';
import { groupBy } from '../../core/group-by.ts';
import { anyOf, joinPatterns } from '../../core/pattern-parts.ts';
import type { Span } from '../../core/spans.ts';
import { FIELD_SIGN, readNameBefore } from '../../structure/field-names.ts';
import {
  findEntryAround,
  findLineStart,
  getLineAfter,
  getLineBefore,
  splitLines,
} from '../../structure/lines.ts';
import { findObjectAround } from '../../structure/object-around.ts';
import { findTextTables } from '../../structure/text-tables.ts';
import { NEGATION } from './find-meant.ts';

/** A code in a file, and what the file says of it. */
export type Statement = ReturnType<typeof findStatements>[number];

type CodeSpan = Span & { code: string };

const MAX_UNITS = 400;
const MAX_LINES_ABOVE = 60;
/** A number that is not a part of a name, a decimal, a date, a range or an identifier. */
const NUMBER =
  /(?<![\p{L}\p{N}$+]|\p{N}[.,:_/–-])\d{1,7}(?![\p{L}\p{N}_-]|[.,:/–]\d)/gu;
const FIVE_DIGITS = /\b\d{5,7}\b/;
const HTTP_STATUS = /^[45][0-3]\d$/;
/** A key, a case or a comparison, `0` for the number, where a shorter code counts in a file without longer ones. */
const LISTED = /={2,3}\s?["']?0|0["'`]?\]?\s?(?:[:|]|[=-]>)/;
/** The rest of a string that a cut has opened. */
const STRING_CUT = /^.{0,400}?(?<!\\)["'`](?=[,;)}\]])/;
const SIGN_BETWEEN_CODES = joinPatterns([
  [
    /[,|/&-]/,
    /:(?= ?(?:case|when)\b)/,
    /(?:or|and|e|y|o|ou|et|und|oder|dan|atau|ve|veya)\b/,
  ],
]);
/** `case `, `code === ` */
const NEXT_TEST = joinPatterns([
  [/(?:case|when)\b ?/, /[\w.$?>()[\]"'-]{1,40} ?={2,3} ?/],
]);
/** Between codes that share a statement: `case 1:`, `||`, `, `, a line of a list. */
const BETWEEN_CODES = joinPatterns(
  [
    /^(?=.{0,90}[\p{L},|/&=-])["'`)\]]{0,3} ?/u,
    new RegExp(`(?:${SIGN_BETWEEN_CODES.source} ?){0,3}`),
    new RegExp(`${NEXT_TEST.source}?`),
    /["'`([#]{0,3}$/,
  ],
  'iu',
);
/** `131026: "Not on WhatsApp (131026)"` */
const IN_ITS_TEXT =
  /^["'`]?\s{0,9}(?:[:,]|=>?)\s{0,9}(["'`])(?:(?!\1)[^\n]){0,300}$/;
/** Text without quotes: a document, a comment, a value such as `131047: Outside the window`. */
const PROSE_FILE = /\.(?:mdx?|markdown|txt|rst|adoc|csv|tsv|html?)$/i;
/** A table, a list of codes or a row of cells, in a text whose path has no ending. */
const PROSE_TEXT = joinPatterns(
  [
    /^/u,
    [
      /\s{0,9}\|.{1,400}\|\s{0,9}$/u,
      /(?:\s{0,9}-|\*) (?:\*\*|\W{0,4}\d{3,7}\b\W{0,4}[:–—→-] )/u,
      /(?:[^\s(){}[\]=:][^\n(){}[\]=:]{0,200}[,;\t])?"?\d{3,7}"?[,;\t]\s?"?\p{L}/u,
    ],
  ],
  'mu',
);
const ENDING = /\.\w{1,9}$/;
const KEY_FILE = /\.(?:ya?ml|properties|ini|env|toml)$/i;
const BARE_VALUE = /^["']?\s{0,9}[:=]\s{0,9}[^\s"'{[|>&*]/;
const COMMENT_START = /(?:^|\s)(?:\/\/|#(?!\d)|\/?\*{1,2}|--|<!--)\s/;
/** Between a code and its meaning in prose, or before a code that begins a line. */
const MEANING_SIGN = /^[\s*_`"'\]}]{0,9}(?:[:=|,(–—→)\t-]|->)/;
const LINE_BEGIN =
  /^(?:[\s*/#|>_`"'(:[-]|error|code|meta|c[oó]digo|fehler|erro|erreur|hata|kode|whatsapp){0,40}$/i;
/** `190 (token), 131057 (account)`: the rest is about another number. */
const NEXT_NUMBER = /[,;)]\s{0,2}[(#]{0,2}\d{3,7}\b/;
/** A string with the sign that makes it a key, a comment, or a name of several words, but not of a type or an HTTP status. */
const PHRASE = anyOf(
  [
    /(["'`])((?:(?!\1)[^\\\n]|\\.){0,300})\1(\s{0,9}(?::(?!:)|=>))?/,
    /(?:\/\/|#|\/\*|--|<!--)\s?([^\n]{0,300})/,
    joinPatterns([
      /\b(?<!(?:http|status)\w{0,9}[.:]{1,2})/,
      /([A-Z]\w{0,40}_[A-Z]\w{0,60}|[A-Z][a-z]{1,20}(?:[A-Z][a-z]{1,20}){1,9})\b/,
      /(?!\s?(?:::|\.|\(\s{0,40}f?["'`][^"'`\s]{1,40}\s))/,
    ]),
  ],
  'g',
);
/** `business.facebook.com`, `github.com/owner/name`, `HTTP 401/403 with no code` */
const ADDRESS = joinPatterns(
  [
    /^/,
    [
      /https?:\/\/\S/,
      /HTTP \d{3}(?:\W{1,3}\d{3}){0,4}(?: with(?:out)?\s.{0,40})?$/,
      /(?:[\w-]{1,40}\.){1,4}(?:[a-z]{2,9}\/|(?:com|org|net|io)$)/,
    ],
  ],
  'i',
);
/** Names of fields that explain no code, and of those of the code itself. */
const OTHER_FIELD =
  /^(?:template\w{0,9}|type|status|url|path|lang\w{0,9}|phone\w{0,9}|to|from)$/i;
const CODE_FIELD = /(?:code|id|errno|number|kod[eu]?|c[oó]digo|codice)$/i;
const ANSWER =
  '(?:(true|yes|ja|s[ií]m?|oui|evet|ya|✓|✔|✅)|false|no|nein|n[aã]o|non|hayır|tidak|✗|✘|❌)';
const FLAG = new RegExp(
  String.raw`\b(\w{1,40})${FIELD_SIGN}${ANSWER}(?!\w)`,
  'gi',
);
const FLAG_CELL = new RegExp(
  String.raw`(?<=[|,;\t]\s{0,9})${ANSWER}(?=\s{0,9}(?:[|;\t]|,(?!\s)|$))`,
  'gim',
);
/** `, RATE_LIMIT: ` before the next code, whose name it is. */
const NEXT_NAME = new RegExp(
  String.raw`[,;]\s{0,9}["']?[\p{L}_$][\w$-]{0,80}${FIELD_SIGN}$`,
  'u',
);
/** A call that removes the recipient: `deleteUser(user)`. */
const ACTION =
  /\b((?:delete|remove|destroy|purge|erase|blacklist)_?(?:user|contact|recipient|subscriber|lead|customer)s?)\s?\(/i;
const COMMENT = /\/\/[^\n]*|(?<!\S)(?:#|--|<!--)[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;
/** The end of a line with the block below it, and where another branch begins or a statement leaves it. */
const BLOCK = /^[^\n]*(?:\n([ \t]*)[^\n]*(?:\n\1[^\n]*)*)?/;
const BRANCH_END = anyOf([
  /\b(?:default|else(?:if)?|els?if|case|when|break|continue)\b/,
  /(?<=\b(?:return|throw|raise)\b[^;\n]{0,80})[;\n]/,
  /(?<=\s\?\s[^?:\n]{0,80}):/,
]);
/** A function that answers whether a code is in a set with a name. */
const MEMBERSHIP = joinPatterns(
  [
    /(?:=>|\breturn)\s/,
    [
      /\w[\w.]{0,40} in ([\w.]{1,80})/,
      /in_array\([^,()]{1,40}, ?([\w$:>-]{1,80})(?:, ?true)?\)/,
      joinPatterns([
        /(?:Object\.keys\()?([\w.]{1,80})\)?\.(?:includes|has|contains)/,
        /\([^()]{0,60}(?:\([^()]{0,40}\))?\)/,
      ]),
    ],
    /[\s;,)}]{0,9}$/,
  ],
  'i',
);
/** `RATE_LIMIT(` */
const CALL_BEFORE = /([\p{L}_$][\w$]{0,80})\(["']?$/u;
/** The name of a set or, with a bracket after it, of a function. */
const SET_NAME = joinPatterns(
  [
    /(?<![\w$-])([\p{L}_$][\w$-]{0,80})["'?]?\s?(?::[^=:]{0,80})?/u,
    [/=(?!=)/u, /:(?!:)/u, /(\()(?=[\w$:,.*<>|&[\]\s?]{0,80}\))/u],
  ],
  'u',
);
/** `ALL - {131047}`, `ALL.difference(`, `array_diff(`: what follows is not in the set. */
const SUBTRACTED = anyOf(
  [
    /[\w)\]]\s-\s?\w{0,9}\(?[[{(]/,
    /(?:diff\w{0,9}|except|exclude|minus|without|reject)!?\s?(?:[({]|do\b)/,
  ],
  'i',
);
const HEADING = /^#{2,6} /;
/** Where a part of a line begins that an earlier negation says nothing of, and what is no word of it: a name or a string. */
const CLAUSE_END = /[;{}|\t]|&&|\.\s|<br|\b(?:None|null|nil|undefined)\b/;
const NO_WORD =
  /[\w$]{0,40}(?:[_-]\w{1,40}){1,9}|(["'`])(?:(?!\1)[^\n]){0,200}\1/g;
const DENIED_BEFORE = anyOf(
  [
    /!(?=\s{0,3}[\w$([=])/,
    /<>/,
    /false\b/,
    /\brefute/,
    /(?:assert|does)not/,
    /~~(?:[^\s~][^~]{0,80})?$/,
    joinPatterns([
      /\b/,
      [
        /(?:every\w{0,9}|all) but/,
        /except(?: for)?/,
        /other than/,
        /menos/,
        /exce[pt]to/,
        /außer/,
        /tranne/,
        /sauf/,
        /\d{3,7}\W{1,3}(?:to|with|by|por|para|durch|zu|par|con)/,
      ],
      /\s[\W_]{0,9}$/,
    ]),
  ],
  'i',
);
const DENIED_AFTER = anyOf(
  [
    /^["'`]?[\]),\s]{0,9},\s{1,40}false\b/,
    joinPatterns([
      /^["'`]?[\]),\s]{0,20}\)(?:(?!return)[^;{}\n#/"'`]){0,80}/,
      /(?:false|falsy|not)\b/,
    ]),
    /^["'`]?\)+ \{\s{1,40}t\.(?:Error|Fatal)/,
    joinPatterns([
      /^["'`]?[*)]{0,3}\s/,
      /(?:is|are|was|do|does|did|must|should|can|will)/,
      /(?: not\b|n['’]t)/,
    ]),
    joinPatterns([
      /^["'`]?[^"\n]{0,120}"[,.]?\s(?:\w{1,9}\s){0,3}/,
      /(?:wrong|false|incorrect|outdated|not true|errad|falso|falsch)/,
    ]),
  ],
  'i',
);
/** Between the text for a code and the one for all others. */
const OTHERWISE =
  /(?<=\s\?\s[^?:\n]{0,80}\s{1,40}):\s|(?<=[;}\n]\s{0,40})else\b/;
/** The end of a line that the lines below belong to, perhaps with a comment. */
const OPENS_BLOCK =
  /^\s{0,40}(?:def|module|class)\s|[{([:>=,]\s?(?:(?:\/\/|#|\/\*).{0,200})?$/;
const SAYS_YES = anyOf(
  [
    /(?:\breturn|\bthen|[=-]>)\s(?:true\b|[^;\n]{0,80}={2,3})/,
    /\binclude\?/,
    /\b(?:includes|has|contains|in_array|in)\b/,
  ],
  'i',
);
const SAYS_NO = /(?:\breturn|\bthen|[=-]>)\sfalse\b|!=|![\w[(]|\bnot\b/i;

/**
 * Finds the codes of a file with the texts and names that explain them, in order.
 *
 * @param isKnown Returns true for a code. One of fewer than five digits counts only next to a longer one, or in the form of one.
 * @param name By its ending, a text without quotes is prose or source code; without one, by its form.
 */
export function findStatements(
  text: string,
  name: string,
  isKnown: (code: string) => boolean,
) {
  const path = !ENDING.test(name) && PROSE_TEXT.test(text) ? '.md' : name;
  const lines = splitLines(text);
  const breaks = [...text.matchAll(/\n/g)].map(({ index }) => index);
  const groups = groupCodes(text, isKnown);
  const uses = findUses(lines);
  const tables = PROSE_FILE.test(path) ? findTextTables(text) : null;

  const statements = groups.flatMap((group, at) => {
    const span = { start: group[0]?.start ?? 0, end: group.at(-1)?.end ?? 0 };
    const before = getLineBefore(text, span.start, MAX_UNITS);
    const next = groups[at + 1]?.[0]?.start ?? text.length;

    const isDenied =
      isNegated(before) ||
      DENIED_AFTER.test(text.slice(span.end, span.end + MAX_UNITS));

    if (isDenied)
      return group.map(({ code }) => ({
        code,
        line: 0,
        phrases: [],
        labels: [],
        group: [],
      }));

    const cell = tables?.cellAt(span.start);

    const { said, phrases: read } = readGroup({
      text,
      path,
      span,
      before,
      next,
      separator: cell?.kind.charAt(0) ?? '',
    });

    const phrases = read.filter((phrase) => !ADDRESS.test(phrase));

    // The answers of a row are about its first code.
    const row =
      cell && !FIVE_DIGITS.test(before)
        ? getLineAfter(text, span.end, MAX_UNITS)
        : '';

    const answers = [
      ...[...said.matchAll(FLAG)].map(([, name, yes]) => ({ name, yes })),
      ...[...row.matchAll(FLAG_CELL)].map(({ 1: yes, index }) => {
        return { name: tables?.cellAt(span.end + index)?.header, yes };
      }),
    ];

    const [branch = ''] =
      BLOCK.exec(said.replace(COMMENT, ''))?.[0].split(BRANCH_END) ?? [];

    const action =
      SAYS_NO.test(before) || COMMENT_START.test(before)
        ? []
        : (ACTION.exec(branch)?.[1] ?? []);

    const flags = answers.flatMap(({ name, yes }) =>
      name ? `${yes ? '' : 'not '}${name}` : [],
    );

    const codes = [...new Set(group.map((one) => one.code))];

    const getNamesAround = memoizeTexts(
      (line) =>
        readNamesAround(
          lines,
          Number(line) - 1,
          before,
          `${before}${branch}`,
          phrases.length === 0,
        ),
      1,
    );

    return group.map(({ code, start }) => {
      const line = findFirstFrom(breaks, start) + 1;
      const names = getNamesAround(String(line));

      return {
        code,
        line,
        /** Texts and names that say what the code means, the closest first. */
        phrases,
        /** Flags of the code and names of what encloses it, innermost first: `not retryable`, `RETRY_CODES`. */
        labels: [
          ...flags,
          ...names,
          ...names.flatMap((name) => uses.get(name) ?? []),
        ].concat(action),
        /** The codes that share the phrases. */
        group: codes,
      };
    });
  });

  const sharing = new Map<string | undefined, Set<string>>();

  for (const { code, phrases } of statements)
    getOrInsert(sharing, phrases[0], () => new Set<string>()).add(code);

  return statements.map((one) => ({
    ...one,
    sharers: sharing.get(one.phrases[0]) ?? new Set(),
  }));
}

/** A negation has one of them. */
const MAY_DENY = /[\p{L}!<~]/u;

/** Returns true if what precedes a code says that the rest is not so. */
function isNegated(before: string): boolean {
  if (!MAY_DENY.test(before)) return false;

  const text =
    before
      .replaceAll(FLAG, '')
      .split(CLAUSE_END)
      .at(-1)
      ?.replaceAll(NO_WORD, ' ') ?? '';

  return (
    DENIED_BEFORE.test(text) ||
    (/\p{L}/u.test(text) &&
      toEnglishWords(text).some((word) => NEGATION.test(word)))
  );
}

/** Returns the functions that answer whether a code is in a set, by the set's name if the file has only one of it. */
function findUses(lines: string[]): ReadonlyMap<string, string[]> {
  const declared = groupBy(lines, (line) => SET_NAME.exec(line)?.[1]);

  const uses = lines.flatMap((line, at) => {
    const [use, ...names] = MEMBERSHIP.exec(line) ?? [];
    const set = names.find(Boolean)?.split(/\W+/).at(-1) ?? '';
    if (use === undefined || declared.get(set)?.length !== 1) return [];

    return [
      [
        set,
        readNamesAround(lines, at, line.slice(0, -use.length), use, false),
      ] as const,
    ];
  });

  return new Map(uses);
}

function groupCodes(
  text: string,
  isKnown: (code: string) => boolean,
): CodeSpan[][] {
  const groups: CodeSpan[][] = [];

  for (const { 0: code, index: start } of text.matchAll(NUMBER)) {
    if (!isKnown(code) || HTTP_STATUS.test(code)) continue;

    const last = groups.at(-1)?.at(-1);
    const between = text.slice(last?.end, start);
    if (code === last?.code && IN_ITS_TEXT.test(between)) continue;

    const isJoined =
      last &&
      between.length < 90 &&
      BETWEEN_CODES.test(between.replace(/\s{1,90}/g, ' ').trim());

    const span = { code, start, end: start + code.length };

    // Cells such as `| 400 | 131047 |` are not of the same statement, but `case 131026 | 131047` is.
    const isCell =
      isJoined &&
      between.includes(' | ') &&
      /^\s*\||\b\d{1,4}\D{1,9}$/.test(getLineBefore(text, start, 4_000));

    if (isJoined && !isCell) groups.at(-1)?.push(span);
    else groups.push([span]);
  }

  const getForm = ({ start, end }: Span) =>
    `${getLineBefore(text, start, MAX_UNITS)
      .replace(/\b[A-Z]\w{1,80}/g, 'N')
      .replace(/\d/g, '')}0${text.slice(end, end + 4).replace(/\w/g, '')}`;

  const isLong = ({ code }: CodeSpan) => FIVE_DIGITS.test(code);

  const isListed = (one: CodeSpan) =>
    /^\d[1-9]\d$/.test(one.code) && LISTED.test(getForm(one));

  const spans = groups.flat();
  const decides = spans.some(isLong) ? isLong : isListed;
  let forms: ReadonlySet<string> | null = null;

  function hasKnownForm(one: CodeSpan): boolean {
    // Most files have no short codes.
    forms ??= new Set(spans.filter(decides).map(getForm));

    return forms.has(getForm(one));
  }

  return groups.filter(
    (group) => group.some(isLong) || group.some(hasKnownForm),
  );
}

/** A group of codes in a file. */
interface CodeGroup {
  text: string;
  path: string;
  span: Span;
  /** The line before the first code. */
  before: string;
  /** Where the next group begins. */
  next: number;
  /** The separator of the cells of its row, or an empty string. */
  separator: string;
}

/** A group of codes, and what is around it. */
interface GroupPlace extends CodeGroup {
  /** The line after the last code. */
  rest: string;
  /** Where reading stops. */
  limit: number;
  /** The quote directly before the first code, if there is one. */
  quote: string | undefined;
}

/** Reads what a file says after a group of codes or, in an object, around it. */
function readGroup(group: CodeGroup) {
  const { text, span, before, next } = group;
  const limit = Math.min(next, span.end + MAX_UNITS);

  const place: GroupPlace = {
    ...group,
    rest: getLineAfter(text, span.end, limit - span.end),
    limit,
    quote: /["'`]$/.exec(before)?.[0],
  };

  const marked = before
    .replace(before.length < MAX_UNITS ? '' : STRING_CUT, '')
    .replace(
      /\/\*.{0,400}?\*\/|\\.|(?<=\p{L})'(?=\p{L})|(?<=^[^"'`]{0,400}s)'/gu,
      '',
    );

  const openQuote = place.quote ? '' : findOpenQuote(marked);

  const isProse =
    openQuote !== '' || COMMENT_START.test(marked) || isInProse(place);

  return isProse ? readProse(place, openQuote) : readSource(place);
}

const findOpenQuote = (before: string): string =>
  ['"', '`', "'"].find((mark) => before.split(mark).length % 2 === 0) ?? '';

/** Returns true in a file of prose, and for a bare value of a file of keys or of a line without a file. */
function isInProse({ path, before, rest }: GroupPlace): boolean {
  if (PROSE_FILE.test(path)) return true;

  const isLine =
    !ENDING.test(path) &&
    /^\s*["']?$/.test(before) &&
    !/[,;{([]\s{0,9}$/.test(rest);

  return (isLine || KEY_FILE.test(path)) && BARE_VALUE.test(rest);
}

function readProse(
  { text, span, before, rest, separator }: GroupPlace,
  openQuote: string,
) {
  // `the user blocked you (130403)`: the text is about the code after it.
  const isOver = /^\)[,.;]|^[^\d\n]*\(\d{5,6}\)/.test(
    getLineAfter(text, span.end, MAX_UNITS),
  );

  if (isOver || !(MEANING_SIGN.test(rest) || LINE_BEGIN.test(before)))
    return { said: '', phrases: [] };

  const said = rest.split(openQuote || NEXT_NUMBER)[0] ?? '';

  const cells = /[|,;\t] ?$/.test(before)
    ? splitProse(before, separator).reverse()
    : [];

  return { said, phrases: [...splitProse(said, separator), ...cells] };
}

function readSource(place: GroupPlace) {
  const { text, span, before, quote } = place;
  const field = readNameBefore(text, span.start);
  const own = readObjectAround(place, field) ?? readBody(place, field);
  const [said = ''] = own.split(OTHERWISE);

  const phrases = readPhrases(
    quote && said.startsWith(quote) ? said.slice(1) : said,
  );

  return {
    said,
    phrases: phrases.concat(field || (CALL_BEFORE.exec(before)?.[1] ?? [])),
  };
}

/** Returns the text of the object of which a code is a field, unless it has another code. */
function readObjectAround(
  { text, span, limit }: GroupPlace,
  field: string,
): string | null {
  if (!CODE_FIELD.test(field)) return null;

  const limits = { start: span.start - MAX_UNITS, end: limit };
  const object = findObjectAround(text, span, limits, '{}[]');
  const around = `${object?.after}\n${object?.before}`;

  return object && !FIVE_DIGITS.test(around) ? around : null;
}

/** Returns the text from a code to the end of its entry, of its line, or to the next code. */
function readBody(
  { text, span, rest, next, limit }: GroupPlace,
  field: string,
): string {
  const restEnd = span.end + rest.length;

  const entryEnd =
    restEnd >= limit
      ? limit
      : findEntryAround(text, {
          ...span,
          start: findLineStart(text, span.end),
        }).end;

  const stop = next >= entryEnd ? entryEnd : findLineStart(text, next);
  const body = text.slice(span.end, Math.max(restEnd, Math.min(limit, stop)));

  return field ? body.replace(NEXT_NAME, '') : body;
}

function readPhrases(text: string): string[] {
  return [...text.matchAll(PHRASE)].flatMap(
    ({ index, 2: quoted, 3: isKey, 4: comment, 5: name }) => {
      const phrase = quoted ?? comment ?? name ?? '';

      // An argument such as `'order_update'` names something else.
      const isArgument =
        quoted !== undefined &&
        !/[\s\p{Lu}]/u.test(quoted) &&
        /\w\($/.test(text.slice(0, index));

      return isKey ||
        isArgument ||
        OTHER_FIELD.test(readNameBefore(text, index)) ||
        !/\p{L}{3}/u.test(phrase)
        ? []
        : phrase;
    },
  );
}

const splitProse = (text: string, separator: string): string[] =>
  text
    .split(/[,;]/.test(separator) ? separator : /[|\t]|["']?,["']|\s{3,9}/)
    .map((part) =>
      part
        .replace(/^[^\p{L}\p{N}]{1,20}/u, '')
        .replace(/[*_"'`.,:;\s]{1,9}$/, ''),
    )
    .filter((part) => /\p{L}{3}/u.test(part));

/** Returns the names of the set or function of a code, of what encloses it, and of the heading of a bare list. */
function readNamesAround(
  lines: string[],
  at: number,
  before: string,
  said: string,
  isBare: boolean,
) {
  const around = [before];
  let indent = (lines[at] ?? '').search(/\S/);

  for (
    let above = at - 1;
    above >= Math.max(0, at - MAX_LINES_ABOVE);
    above--
  ) {
    const own = lines[above] ?? '';
    const depth = own.search(/\S/);

    if (isBare && HEADING.test(own))
      return /\p{L}/u.test(lines[at] ?? '') ? [] : [own];

    if (depth < 0 || depth >= indent) continue;
    indent = depth;
    if (OPENS_BLOCK.test(own)) around.push(own);
  }

  return around
    .filter((line) => !SUBTRACTED.test(line))
    .flatMap((line) => {
      const [, name, isFunction] = SET_NAME.exec(line) ?? [];

      const isSaid =
        name && (!isFunction || (SAYS_YES.test(said) && !SAYS_NO.test(said)));

      if (!isSaid) return [];

      return isNegated(line.slice(0, line.indexOf(name))) ? 'not' : name;
    });
}
