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
import {
  findKeptForms,
  findPrivateForms,
  findUnknownNames,
} from './private-forms.ts';
import { countWords, findNumbers, findSpoken } from './speech.ts';
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
    const context = findByRules(text, known);
    const tagged = dropOverlaps(tag(context), context.found);
    const people = mergeSpans<MaskedSpan>([...context.found, ...tagged]);
    const decided = mergeSpans<Span>([...people, ...context.kept]);
    const sure = people.filter(({ isUnsure }) => !isUnsure);
    const spoken = mergeSpans(findSpoken(text, sure, known));

    return mergeSpans([...people, ...dropOverlaps(spoken, decided)]);
  };

  return {
    splitIntoParts: (text) =>
      splitLongText(text).flatMap((part) => splitIntoParts(part, find)),
  };
}

function splitIntoParts(
  original: string,
  find: (plain: string) => MaskedSpan[],
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

  return maskWords(parts, new Set(names.map(({ text }) => text)), 'name');
}

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
      : [{ start, end, masked: kind }],
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

  // A rare code shows that the text is about an error.
  const isAboutMessage =
    found.length > 0 ||
    findNumbers(text).some(
      (digits) => /^\d{5,6}$/.test(digits) && isCode(digits),
    );

  const names = isAboutMessage
    ? [...findUnknownNames(text, known.isKnown)]
    : [];

  const words = found.length > 0 ? names.filter(({ isAlone }) => isAlone) : [];
  const runs = names.filter(({ isAlone }) => !isAlone);

  found = mergeSpans([...found, ...dropOverlaps(runs, found)]);

  const unneeded = findUnneededValues(text, fields, found, known);

  found = mergeSpans([
    ...found,
    ...dropOverlaps(unneeded, mergeSpans<Span>([...traces, ...heads])),
  ]);

  const all = mergeSpans([...found, ...dropOverlaps(words, found)]).filter(
    ({ start, end }) => !FORMS.masks.test(text.slice(start, end)),
  );

  const decided = [
    ...kept,
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

/** Returns the span of a key of a program: `"name":`, `name=`. In a sentence, a name can be before a colon. */
function getKeySpan(text: string, { key, separator }: KeyPair): Span | null {
  const { start, text: own } = key;
  const end = start + own.length;

  const isOfProgram =
    separator.includes('=') ||
    /["'`]/.test(text.charAt(end)) ||
    /^[\p{Ll}_]/u.test(own) ||
    getTraits(own).keeps.length > 0;

  return isOfProgram && /[=:>]/.test(separator) ? { start, end } : null;
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
