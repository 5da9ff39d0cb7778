import { anyOf, joinPatterns } from '../core/pattern-parts.ts';
import {
  blankSpans,
  dropOverlaps,
  mergeSpans,
  type Span,
} from '../core/spans.ts';
import type { Field } from '../structure/field.ts';
import { type KeyPair, readKeyPairs } from '../structure/key-pairs.ts';
import { getTraits } from './field-traits.ts';
import { findPhoneNumbers } from './find-phone-numbers.ts';
import { findKeyValues } from './key-values.ts';
import { getWordPattern, isNameOfPerson } from './key-vocabulary.ts';
import {
  type CodeTest,
  isKnownText,
  type Known,
  type WordTest,
} from './known.ts';
import { splitLongText } from './mask-stream.ts';
import {
  type MaskedKind,
  type MaskedSpan,
  type Masker,
  maskWords,
  type TextPart,
} from './mask-text.ts';
import { toPlainText } from './plain-text.ts';
import { findKeptForms, findPrivateForms } from './private-forms.ts';
import { countWords, findSpoken } from './speech.ts';
import { createTagger, type TaggerModel, unpackTagger } from './tagger.ts';
import type { TaggerContext } from './tagger-tokens.ts';
import { TAGGER_WEIGHTS } from './tagger-weights.ts';
import {
  findHeads,
  findKeptNumbers,
  findUnneededValues,
  readNamedFields,
} from './unneeded-values.ts';
import { FORMS } from './value-forms.ts';
import { getWordRole, isWordOf } from './word-roles.ts';

/**
 * Finds private parts of a text: phone numbers, secrets, e-mail addresses, names, user names, addresses, account ids and message ids
 * (a `wamid` contains the customer's number). Leaves out error codes, trace ids and times.
 *
 * @param isCode Returns true for error codes of the catalogue, because lists of codes look like phone numbers.
 * @param isKnown Returns true for words of the catalogue's texts, which are no names.
 * @param model The weights of the tagger.
 */
export function createMasking(
  isCode: CodeTest,
  isKnown: WordTest,
  model: TaggerModel = unpackTagger(TAGGER_WEIGHTS),
): Masker {
  const known = { isCode, isKnown };
  const tag = createTagger(model, known);

  const find = (text: string) => {
    const context = addKnownNames(findByRules(text, known));
    const tagged = dropOverlaps(tag(context), context.found);
    const people = joinNames(
      text,
      mergeSpans<MaskedSpan>([...context.found, ...tagged]).map((span) =>
        extendSpan(text, span),
      ),
    );
    const sure = people.filter(({ isUnsure }) => !isUnsure);
    const spoken = mergeSpans(findSpoken(text, sure, known));

    // Somebody's words may hold names and numbers, which are private with them.
    return mergeSpans([...people, ...dropOverlaps(spoken, context.kept)]);
  };

  return {
    splitIntoParts: (text) =>
      splitLongText(text).flatMap((part) => splitIntoParts(part, find, known)),
  };
}

/** Adds the other places of the names that the rules found, so that the tagger finds no part of them. */
function addKnownNames(context: TaggerContext): TaggerContext {
  const { text, found } = context;

  const names = found
    .filter(({ masked }) => masked === 'name')
    .map(({ start, end }) => text.slice(start, end))
    .filter((name) => FORMS.wholeName.test(name));

  if (names.length === 0) return context;

  const parts = maskWords([{ text, masked: null }], new Set(names), 'name');
  const spans: MaskedSpan[] = [];
  let at = 0;

  for (const { text: part, masked } of parts) {
    if (masked) spans.push({ start: at, end: at + part.length, masked });
    at += part.length;
  }

  return {
    ...context,
    found: mergeSpans([...found, ...dropOverlaps(spans, found)]),
  };
}

/** Joins the parts of a name that were found apart. */
function joinNames(text: string, spans: readonly MaskedSpan[]): MaskedSpan[] {
  const joined: MaskedSpan[] = [];

  for (const span of mergeSpans(spans)) {
    const last = joined.at(-1);

    const isSameName =
      last?.masked === 'name' &&
      span.masked === 'name' &&
      text.slice(last.end, span.start) === ' ';

    if (!last || !isSameName) {
      joined.push(span);
      continue;
    }

    last.end = span.end;
    last.isUnsure = last.isUnsure === true && span.isUnsure === true;
  }

  return joined;
}

const MAX_BESIDE_CHARS = 16;
const MAX_DAY_CHARS = 28;
/** Initials and particles before a name: `J. P. `, `de la `. */
const PARTICLES = `(?:(?:${getWordPattern('particles')}) ){1,3}`;
const LEAD_OF_NAME = anyOf(
  [
    /(?<!\p{Ll}\. )\p{Lu}\.?[ -]?/u,
    /\p{Lu}\p{Ll}{1,2}\. /u,
    new RegExp(`(?<=\\p{L}\\.? )${PARTICLES}`, 'u'),
  ],
  'u',
);
const BEFORE_NAME = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.])(?:${LEAD_OF_NAME.source}){1,4}$`,
  'u',
);
const AFTER_NAME = /^(?:[ -]\p{Lu}(?:\.|(?![\p{L}\p{N}_.]))){1,3}/u;
const WORD_BEFORE = /(?<![\p{L}\p{N}_.-])([\p{L}\p{M}-]{1,15})\.?[ \u200c]?$/u;
const WORD_AFTER = /^ ?([\p{L}\p{M}]+)(?![\p{L}\p{N}_])/u;
/** Letters of a number: `XT 554021`, `B 9999 XZQ`. */
const BEFORE_NUMBER = /(?<![\p{L}\p{N}_.-])[A-Z]{1,2}[ -]$/u;
const AFTER_NUMBER = /^[ -](?:[A-Z]{1,3}|\d{3})(?![\p{L}\p{N}_-])/u;

/** The day and the month before a year: `3 février `, `19th of June, `. */
const DAY_BEFORE_YEAR = joinPatterns(
  [
    /(?<![\p{L}\p{N}])\d{1,2}(?:st|nd|rd|th|er|[.ºª])?/u,
    / (?:(?:de|of) )?\p{L}{3,10}/u,
    /[.,]{0,2} (?:de )?$/u,
  ],
  'u',
);
const YEAR = /^(?:19|20)\d\d$/;

/** Adds the initials, particles and titles beside a name, the letters of a number, and the day of a birth before its year. */
function extendSpan(text: string, span: MaskedSpan): MaskedSpan {
  const { start, end, masked } = span;
  const own = text.slice(start, end);
  const isNumber = masked === 'id' && /\d$/.test(own);

  if (isNumber && YEAR.test(own)) {
    const [day = ''] =
      DAY_BEFORE_YEAR.exec(
        text.slice(Math.max(0, start - MAX_DAY_CHARS), start),
      ) ?? [];

    return { ...span, start: start - day.length };
  }

  if (masked !== 'name' && !isNumber) return span;

  const [first, last] = isNumber
    ? [BEFORE_NUMBER, AFTER_NUMBER]
    : [BEFORE_NAME, AFTER_NAME];

  const extended = {
    ...span,
    start: start - (first.exec(readBefore(text, start))?.[0].length ?? 0),
    end: end + (last.exec(readAfter(text, end))?.[0].length ?? 0),
  };

  return isNumber ? extended : extendByTitles(text, extended);
}

const readBefore = (text: string, start: number): string =>
  text.slice(Math.max(0, start - MAX_BESIDE_CHARS), start);

const readAfter = (text: string, end: number): string =>
  text.slice(end, end + MAX_BESIDE_CHARS);

/** Adds the titles beside a name: `Herr Ing. `, ` Hanım`. */
function extendByTitles(text: string, span: MaskedSpan): MaskedSpan {
  let { start, end } = span;

  const getTitleLength = (match: RegExpExecArray | null): number =>
    match && isWordOf('title', match[1] ?? '') ? match[0].length : 0;

  for (let length = 1; length > 0; start -= length)
    length = getTitleLength(WORD_BEFORE.exec(readBefore(text, start)));

  end += getTitleLength(WORD_AFTER.exec(readAfter(text, end)));

  return { ...span, start, end };
}

function splitIntoParts(
  original: string,
  find: (plain: string) => MaskedSpan[],
  known: Known,
): readonly TextPart[] {
  const plain = toPlainText(original);
  const parts: TextPart[] = [];
  let done = 0;

  for (const { start, end, masked, isUnsure } of find(plain.text)) {
    let [from, to] = plain.toOriginal(start, end);
    if (to <= done) continue;

    // `text=see%20you%20soon` is one word.
    if (masked === 'text')
      to +=
        /^(?:%[\dA-F]{2}[^\s&"'<>]*)?/.exec(
          original.slice(to, to + MAX_ENCODED_CHARS),
        )?.[0].length ?? 0;

    const begin = Math.max(from, done);
    if (begin > done)
      parts.push({ text: original.slice(done, begin), masked: null });

    const part = { text: original.slice(begin, to), masked };
    parts.push(isUnsure ? { ...part, isUnsure } : part);
    done = to;
  }

  if (done < original.length)
    parts.push({ text: original.slice(done), masked: null });

  const names = parts.filter(
    ({ text, masked }) => masked === 'name' && FORMS.wholeName.test(text),
  );

  const words = parts
    .filter(({ masked, isUnsure }) => masked === 'name' && !isUnsure)
    .flatMap(({ text }) => text.split(/[ .,]+/))
    .filter((word) => isPartOfName(word, known));

  return maskWords(
    parts,
    new Set([...names.map(({ text }) => text), ...words]),
    'name',
  );
}

/** A word that a name, found in one place, has alone in others: `Anne Berger`, `Berger’s phone`. */
const PART_OF_NAME = /^(?:\p{Lu}\p{Ll}{3,}|\p{Lo}[\p{Lo}\p{M}]{3,})$/u;

const isPartOfName = (word: string, { isKnown }: Known): boolean =>
  PART_OF_NAME.test(word) &&
  isNameOfPerson(word) &&
  getWordRole(word) === 0 &&
  !isKnown(word);

const MAX_ENCODED_CHARS = 2_000;

/**
 * Returns what the rules find, sorted and without overlaps, and what they keep. Structure takes precedence over forms, and forms over
 * numbers.
 */
export function findByRules(text: string, known: Known): TaggerContext {
  const { isCode } = known;
  const pairs = readKeyPairs(text);
  const fields = readNamedFields(text, pairs);
  const values = [...findKeyValues(text, pairs, fields)];
  const traces = mergeSpans(values.filter(({ kind }) => kind === 'trace'));
  const heads = findHeads(fields);

  const named = values.flatMap(({ start, end, kind }) =>
    kind === 'trace' ||
    beginsWithCode(text.slice(start, end), kind, isCode) ||
    isTitled(text, start, end, isCode) ||
    (kind === 'name' && isKnownText(text.slice(start, end), known.isKnown))
      ? []
      : [
          {
            start,
            end:
              kind === 'address' ? cutBeforeCode(text, start, end, known) : end,
            masked: kind,
          },
        ],
  );

  const kept = mergeSpans([...traces, ...findKeptForms(text)]);
  let found: MaskedSpan[] = mergeSpans(dropOverlaps(named, heads));

  for (const { spans, isWeak } of findPrivateForms(text, known))
    if (spans.length > 0)
      found = mergeSpans([
        ...found,
        ...dropOverlaps(spans, isWeak ? kept : traces),
      ]);

  const hidden = mergeSpans<Span>([
    ...found,
    ...kept,
    ...findKeptNumbers(fields, text),
  ]);

  found = mergeSpans([
    ...found,
    ...findPhoneNumbers(blankSpans(text, hidden), isCode),
  ]);

  const unneeded = findUnneededValues(text, fields, found, known);

  found = mergeSpans([
    ...found,
    ...dropOverlaps(unneeded, mergeSpans<Span>([...traces, ...heads])),
  ]);

  const all = found.filter(
    ({ start, end }) => !FORMS.masks.test(text.slice(start, end)),
  );

  const decided = [
    ...kept.filter(({ start, end }) => !mayBeBirthday(text, start, end)),
    ...heads,
    ...pairs.flatMap((pair) => getKeySpan(text, pair) ?? []),
    ...fields.filter((field) => isDecided(text, field)),
  ];

  return {
    text,
    found: all,
    kept: mergeSpans(decided.map(({ start, end }): Span => ({ start, end }))),
  };
}

/** A postcode, words on what happened there, and a code: `जयपुर 302019 एजेंट … केस बंद किया (131049)`. */
const AFTER_POSTCODE = joinPatterns(
  [
    /(?<=[\s,]\p{Nd}{5,7})[ ,;]\D{1,200}?/u,
    /(?<![\p{L}\p{N}])(\d{6,7})(?![\p{L}\p{N}])/u,
  ],
  'gu',
);

/** Returns the end of an address before words with a code. */
function cutBeforeCode(
  text: string,
  start: number,
  end: number,
  { isCode }: Known,
): number {
  for (const { 1: code = '', index } of text
    .slice(start, end)
    .matchAll(AFTER_POSTCODE))
    if (isCode(code)) return start + index;

  return end;
}

const DATE = /^[\d./-]{8,10}$/;
const RECENT_YEAR = /(?<!\d)20[2-9]\d(?!\d)/;
const MAX_CHARS_TO_CLOCK = 8;

/** Returns true for a date without a clock, years ago. */
const mayBeBirthday = (text: string, start: number, end: number): boolean =>
  DATE.test(text.slice(start, end)) &&
  !RECENT_YEAR.test(text.slice(start, end)) &&
  !/\d:\d\d/.test(
    text.slice(
      Math.max(0, start - MAX_CHARS_TO_CLOCK),
      end + MAX_CHARS_TO_CLOCK,
    ),
  );

/** Returns the span of a key of a program: `"name":`, `name=`. In a sentence, a name can be before a colon. */
function getKeySpan(text: string, { key, separator }: KeyPair): Span | null {
  const { start, text: own } = key;
  const end = start + own.length;

  if (isAuthorOfLine(text, start, own) || isNameOfUser(text, start, own))
    return null;

  const isOfProgram =
    separator.includes('=') ||
    /["'`]/.test(text.charAt(end)) ||
    /^[\p{Ll}_]/u.test(own) ||
    getTraits(own).keeps.length > 0;

  return isOfProgram && /[=:>]/.test(separator) ? { start, end } : null;
}

/** `14:02 kofi.m: …` */
const isAuthorOfLine = (text: string, start: number, key: string): boolean =>
  /\p{L}[._]\p{L}/u.test(key) &&
  /\d:\d\d[\])]? $/.test(text.slice(Math.max(0, start - 6), start));

/** `for user mtorvalds_88: code expired` */
function isNameOfUser(text: string, start: number, key: string): boolean {
  if (!/^[a-z]+[._][a-z\d]/.test(key)) return false;

  const [, word = ''] = WORD_BEFORE.exec(readBefore(text, start)) ?? [];

  return isWordOf('account', word);
}

/** Returns true for a field whose name says that its value is needed, unless it is a sentence. */
const isDecided = (text: string, { name, start, end, notation }: Field) =>
  notation !== 'chat' &&
  getTraits(name).keeps.length > 0 &&
  countWords(text.slice(start, end)) < MIN_SENTENCE_WORDS;

const MIN_SENTENCE_WORDS = 3;

const MAX_LEAD_CHARS = 24;
const LEAD_OF_CODE = /^["'{([#\s]{0,4}(?:code["':= ]{1,4})?/i;
const CODE_AT_START = /^(\d{3,7})(?![\w.-])([^\s\w]{0,3}\s)?/;

/** Matches a code and its description, whatever the key: `address: 63015 never joined`, `auth: (#190) …`. */
function beginsWithCode(
  value: string,
  kind: MaskedKind,
  isCode: CodeTest,
): boolean {
  const lead = LEAD_OF_CODE.exec(value.slice(0, MAX_LEAD_CHARS))?.[0] ?? '';
  const begin = value.slice(lead.length, MAX_LEAD_CHARS);
  const [, digits = '', behind = ''] = CODE_AT_START.exec(begin) ?? [];

  // `500 Pine Street`
  if (kind === 'address' && /^["']{0,2}\d{1,5} \p{Lu}/u.test(value))
    return false;

  if (!digits || !isCode(digits)) return false;

  // A PIN may equal a code, and a password may begin with one.
  return kind !== 'token' || behind !== '' || /^[^\d\p{L}]{1,4}\d/u.test(value);
}

/** A code with its title, not a PIN: `1005 – Timeout`. */
const isTitled = (text: string, start: number, end: number, isCode: CodeTest) =>
  /^\d{3,7}$/.test(text.slice(start, end)) &&
  /^ [-–] \p{L}/u.test(text.slice(end, end + 4)) &&
  isCode(text.slice(start, end));
