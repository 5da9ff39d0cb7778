import { applyRules, type Rule } from '../core/apply-rules.ts';
import type { Notation } from './field.ts';
import {
  type KeyPair,
  readForm,
  readListItems,
  readQuoted,
  readYamlBlock,
  type Value,
} from './key-pairs.ts';
import { NOTATIONS } from './notations.ts';
import {
  isAlone,
  MAX_BEFORE_CHARS,
  MAX_FORM_CHARS,
  readLine,
} from './pair-name.ts';

/** A pair and what is around it. */
interface PairPlace {
  text: string;
  pair: KeyPair;
  /** The text before the pair in its line. */
  lead: string;
  /** The bracket or the element that encloses it, if any. */
  end: string | undefined;
}

/** The value of a pair, or the values of its list, and where it ends. */
interface PairValue {
  notation: Notation;
  spans: readonly Value[];
  end: number;
}

/** A rule returns null for a pair that has no value of its own. */
type ValueRule = Rule<PairPlace, PairValue | null>;

function createPairValue(
  { pair }: PairPlace,
  notation: Notation,
  ...values: readonly (Value | null)[]
): PairValue {
  const spans = values.filter(
    (value) => value !== null && value.text.trim() !== '',
  ) as Value[];

  return { notation, spans, end: spans.at(-1)?.end ?? pair.start };
}

const isFirstInLine = ({ lead }: PairPlace): boolean =>
  NOTATIONS.lineLead.test(lead);

const hasQuotedKey = ({ lead }: PairPlace): boolean => /["'`]$/.test(lead);

/** A label above its text. */
function readParagraph(place: PairPlace) {
  const { text, pair } = place;
  if (!pair.separator.endsWith('\n')) return undefined;

  return createPairValue(
    place,
    'line',
    readForm(NOTATIONS.paragraph, text, pair.start),
  );
}

function readElement(place: PairPlace) {
  const { text, pair } = place;
  const { separator, index, start } = pair;

  // `<message><text>Oi</text>`: the inner tag has the value.
  if (separator === '>' && /<(?!!)/.test(text.slice(index + 1, start)))
    return null;

  return separator === '>' || separator.startsWith('<')
    ? createPairValue(
        place,
        'element',
        readForm(NOTATIONS.elementText, text, start),
      )
    : undefined;
}

function readList(place: PairPlace) {
  const { text, pair, end } = place;
  const { separator, start } = pair;

  const isList =
    text.charAt(start) === '[' &&
    (end !== undefined ||
      separator === '=' ||
      isFirstInLine(place) ||
      hasQuotedKey(place));

  return isList
    ? createPairValue(
        place,
        readQuoted(text, start + 1) ? 'quoted' : 'item',
        ...readListItems(text, start),
      )
    : undefined;
}

function readQuotedValue(place: PairPlace) {
  const { text, pair, end } = place;
  const { separator, start } = pair;

  const quoted = readQuoted(text, start);
  if (!quoted) return undefined;
  if (NOTATIONS.structured.test(quoted.text)) return null;

  const isInside = end !== undefined;

  // `syntax = "proto3";`
  if (separator === '=' && !isInside && text.charAt(quoted.close) === ';')
    return null;

  const isData =
    isInside ||
    separator !== ':' ||
    isFirstInLine(place) ||
    hasQuotedKey(place) ||
    /^[^`]*\s/.test(text.slice(quoted.start - 1, quoted.end));

  return isData
    ? { ...createPairValue(place, 'quoted', quoted), end: quoted.close }
    : null;
}

/** Passes by an object, whose pairs have the values. */
const skipOpened = ({ text, pair: { start } }: PairPlace) =>
  NOTATIONS.opened.test(text.slice(start, start + MAX_BEFORE_CHARS))
    ? null
    : undefined;

function readFormValue(place: PairPlace) {
  const { text, pair, lead } = place;
  const { separator, start } = pair;

  const isInForm =
    /[&?]$/.test(lead) ||
    NOTATIONS.inForm.test(text.slice(start, start + MAX_FORM_CHARS));

  if (!isInForm) return undefined;

  return separator === '='
    ? createPairValue(place, 'form', readForm(NOTATIONS.formValue, text, start))
    : null;
}

/** Passes by `10:12` and `a:b`, but not by `{a:b}` and a header in capitals. */
function skipGlued(place: PairPlace) {
  const { text, pair, end } = place;

  const isGlued =
    pair.separator === ':' &&
    end !== '}' &&
    !hasQuotedKey(place) &&
    !/[\s*]/.test(text.charAt(pair.start - 1));

  const isHeader = isFirstInLine(place) && /^[A-Z-]{3,}$/.test(pair.key.text);

  return isGlued && !isHeader ? null : undefined;
}

const readBareValue = (place: PairPlace) =>
  place.end === undefined
    ? undefined
    : createPairValue(
        place,
        'bare',
        readForm(NOTATIONS.bareValue, place.text, place.pair.start),
      );

function readRestOfLine(place: PairPlace) {
  const { text, pair } = place;
  const rest = readLine(text, pair.start);

  const isWhole =
    isFirstInLine(place) &&
    rest !== '' &&
    !NOTATIONS.container.test(rest) &&
    isAlone(text, pair);

  return isWhole
    ? createPairValue(
        place,
        'line',
        readYamlBlock(text, pair.start) ??
          readForm(NOTATIONS.restOfLine, text, pair.start),
      )
    : undefined;
}

const readUnspacedValue = (place: PairPlace) =>
  place.pair.separator === '='
    ? createPairValue(
        place,
        'pair',
        readForm(NOTATIONS.unspacedValue, place.text, place.pair.start),
      )
    : undefined;

function readAmongLabels(place: PairPlace) {
  const { text, pair, lead } = place;
  const line = `${lead}\n${readLine(text, pair.start)}`;

  return pair.separator === ':' && NOTATIONS.amongLabels.test(line)
    ? createPairValue(
        place,
        'bare',
        readForm(NOTATIONS.bareValue, text, pair.start),
      )
    : undefined;
}

/** How a value is written, the first that fits. */
const VALUE_RULES: readonly ValueRule[] = [
  readParagraph,
  readElement,
  readList,
  readQuotedValue,
  skipOpened,
  readFormValue,
  skipGlued,
  readBareValue,
  readRestOfLine,
  readUnspacedValue,
  readAmongLabels,
];

/** Returns null for a pair that has no value of its own. */
export const readPairValue = (place: PairPlace): PairValue | null =>
  applyRules(VALUE_RULES, place) ?? null;
