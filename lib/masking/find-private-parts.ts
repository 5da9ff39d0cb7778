import {
  blankSpans,
  dropOverlaps,
  mergeSpans,
  type Span,
} from '../core/spans.ts';
import { readKeyPairs } from '../structure/key-pairs.ts';
import { findPhoneNumbers } from './find-phone-numbers.ts';
import { findKeyValues } from './key-values.ts';
import type { CodeTest, Known, WordTest } from './known.ts';
import { splitLongText } from './mask-stream.ts';
import {
  type MaskedKind,
  type MaskedSpan,
  type Masker,
  maskWords,
  type TextPart,
} from './masked.ts';
import { toPlainText } from './plain-text.ts';
import {
  findKeptForms,
  findPrivateForms,
  findUnknownNames,
} from './private-forms.ts';
import { findNumbers } from './speech.ts';
import {
  findHeads,
  findKeptNumbers,
  findUnneededValues,
  isKnownText,
  readNamedFields,
} from './unneeded-values.ts';
import { FORMS } from './value-forms.ts';

/**
 * Finds private parts of a text: phone numbers, secrets, e-mail addresses, names, user names, addresses, account ids and message ids
 * (a `wamid` contains the customer's number). Leaves out error codes, trace ids and times.
 *
 * @param isCode Returns true for error codes of the catalogue, because lists of codes look like phone numbers.
 * @param isKnown Returns true for words of the catalogue's texts, which are no names.
 */
export function createMasking(isCode: CodeTest, isKnown: WordTest): Masker {
  const known = { isCode, isKnown };

  return {
    splitIntoParts: (text) =>
      splitLongText(text).flatMap((part) => splitIntoParts(part, known)),
  };
}

function splitIntoParts(original: string, known: Known): readonly TextPart[] {
  const plain = toPlainText(original);
  const parts: TextPart[] = [];
  let done = 0;

  for (const { start, end, masked } of findPrivateParts(plain.text, known)) {
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

    parts.push({ text: original.slice(begin, to), masked });
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

/** Returns sorted parts that don't overlap. Structure takes precedence over forms, and forms over numbers. */
function findPrivateParts(text: string, known: Known): MaskedSpan[] {
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

  return mergeSpans([...found, ...dropOverlaps(words, found)]).filter(
    ({ start, end }) => !FORMS.masks.test(text.slice(start, end)),
  );
}

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
