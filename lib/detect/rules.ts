import { isCodeHeader } from '../structure/column-role.ts';
import { isFirstInLine } from '../structure/field-names.ts';
import {
  isAmount,
  MAX_SLOT_VALUES,
  type Slot,
} from '../structure/line-slots.ts';
import { getLineAfter, getLineBefore } from '../structure/lines.ts';
import { isInErrorList } from '../structure/object-around.ts';
import type { AnalyzedCandidate } from './analyzed-text.ts';
import { RECIPIENT } from './base-rate.ts';
import { isRareForm, looksLikeProviderCode } from './code-form.ts';
import {
  hasReasonAfter,
  isNamedStatus,
  isOfReasonClass,
  isReason,
} from './http-status.ts';
import { isOfOtherProduct } from './other-product.ts';
import { isNamedNear } from './printed-codes.ts';
import { getConsoleRank } from './rank-meanings.ts';
import { UNIT_PATTERN } from './unit-pattern.ts';
import { isFailedState, mentionsFailure } from './word-classes.ts';

/** Forms that decide alone, without the model, by name. */
type Rules = Readonly<Record<string, (one: AnalyzedCandidate) => boolean>>;

const UNIT_AFTER = new RegExp(UNIT_PATTERN, 'y');
/** The address of Vonage's error type, whose fragment is the code. */
const PROBLEM_TYPE =
  /https?:\/\/[\w.]*(?:vonage|nexmo)\.com\/[^\s"'#]{0,90}error[^\s"'#]{0,60}#$/;
/** What is before an address that is the error's type: its key, or nothing in its line. */
const PROBLEM_TYPE_LEAD = /(?:^|\n|\btype["']?\s?[:=]\s?["']?)$/;
/** The same without JSON, in which `title` often is the code as well. */
const PLAIN_TYPE_LEAD = /(?:^|\n|\btype:\s?|'type'\s?:\s?')$/;

/** Returns what is before the address of Vonage's error type that ends with a text, or null. */
function findProblemTypeLead(before: string): string | null {
  const at = before.search(PROBLEM_TYPE);
  return at < 0 ? null : before.slice(0, at);
}
const MAX_ADDRESS_UNITS = 140;
const URL_FRAGMENT = /https?:\/\/[^\s"'<>]{1,110}#$/;
/** What precedes the exit status of a process. */
const EXIT_STATUS =
  /\bexit(?:ed|s)?(?:[ _-]?(?:with|code|status))*["']?[\s:=([]{0,3}$/i;
/** The whole text before a number: a name of several words, none of which speaks of errors. */
const TEMPLATE_NAME =
  /^(?!.{0,60}(?:err|fail|code|status|reason))[a-z]{1,20}[_-][a-z_-]{1,40} $/i;
const HTTP_CLIENT = /^ (?:(?:Client|Server) Error: [A-Z]|(?:ok|OK)\b)/;
/** What follows the id of an asset that belongs to somebody else. */
const NOT_OWNED = /^ (?:does not|doesn['’]t) belong to /i;
/** `12,450`, `12.50`: a number in a column of such ones is an amount as well. */
const AMOUNT = /^\d{1,3}(?:[.,]\d{3})+(?:[.,]\d\d)?$|^\d{1,9}[.,]\d\d$/;
/** A total after a count. Subcodes have seven digits. */
const SHARE_OF_TOTAL =
  /^(?: ?\/ ?| (?:of|de|von|di|dari|sur|van|из) )(\d{3,6}|\d{8,9})(?![\d/])/;
const MAX_TOTAL_UNITS = 18;
/** The header of a column of row, ticket or line numbers. */
const ROW_NUMBER_HEADER = /^(?:#|№|(?:s|sl|sr)?\.? ?no\.?|n[º°o]\.?|nr\.?)$/i;
const RECORD_NUMBER_FIELD =
  /(?:^|[_.-])(?:id|no|nr|num|index|idx|seq|row|line|n|i)$/i;
/** The model knows `error_code` by its words, not this one. `errcode` is WeChat's and DingTalk's. */
const ERROR_CODE_WORD = /^errorcodes?$/;
const RESULT_FIELD = /^(?:result|res|rc|ret|retval|outcome)$/i;
/** Rows of a table without heads. Fewer may differ by chance. */
const MIN_ROWS = 3;
/** Not `(#131026)`, which Graph prints. */
const ROW_KEY_SIGN = /(?:^|[^(])#$/;
const MAX_INDEX_UNITS = 24;
const MIN_DISTINCT_SHARE = 0.8;
/** What is before and after the number that a program gives to a value. */
const INDEX_FORMS = [
  // `[1] "text"`, as R prints it.
  {
    before: /^\s{0,20}\[$/,
    after: /^\]\s{1,20}["\d-]/,
  },
  // `4) "131047"`, as Redis prints it, also within the item of another list.
  {
    before: /^\s{0,20}(?:\d{1,6}\) {1,9}){0,3}$/,
    after: /^\) {1,9}(?:["(]|\d{1,6}\) )/,
  },
  // `|[131]|`: a line of the source, between the strokes of a log.
  {
    before: /\|\[$/,
    after: /^\]\|/,
  },
];
const THREE_DIGITS = /(?<!\d)\d{3}(?!\d)/g;
const MAX_RESPONSE_UNITS = 120;
const LONE_ZEROS = /^[^\S\n]{0,40}0[^\S\n]{0,40}$/gm;
const CELL_SEPARATOR = /[\t|;]| {2,}/;

/** Text to search on both sides, and the minimum number of records: fewer may be in order by chance. */
const MAX_RECORD_UNITS = 4_000;
const MIN_NUMBERED_RECORDS = 4;

/** Never a code. They decide before those that prove one. */
const EXCLUSIONS: Rules = {
  'value with a unit': ({ kind, end, source: { text } }) => {
    UNIT_AFTER.lastIndex = end;
    return kind === 'number' && UNIT_AFTER.test(text);
  },
  'ID of an asset': ({ end, source: { text } }) =>
    NOT_OWNED.test(text.slice(end, end + 24)),
  'error of another product': isOfOtherProduct,
  'status of a response': (one) => isStatus(one) && !isOwnStatus(one),
  'HTTP status of a client': ({ end, source: { text } }) =>
    HTTP_CLIENT.test(text.slice(end, end + 24)),
  // At most three digits: a longer one is what the process reports.
  'exit status of a process': ({ code, start, title, source: { text } }) =>
    code.length <= 3 &&
    title.near === 0 &&
    EXIT_STATUS.test(text.slice(Math.max(0, start - 40), start)),
  amount: (one) =>
    isAmount(one.source.text, one.start) || isInColumnOfAmounts(one),
  'share of a total': ({ code, end, source: { text, index } }) => {
    const total =
      SHARE_OF_TOTAL.exec(text.slice(end, end + MAX_TOTAL_UNITS))?.[1] ?? '0';
    return Number(total) > Number(code) && index.meaningsOf(total).length === 0;
  },
  'row index': ({
    kind,
    form,
    first,
    last,
    title,
    cell,
    source: { context, tokens },
  }) => {
    if (kind !== 'number' || isRareForm(form) || title.adjacent === 1)
      return false;

    const header = cell ? cell.header : context.header;
    const isOnlyText = cell !== null || last - first + 1 === tokens.count;

    return (
      isOnlyText &&
      (ROW_NUMBER_HEADER.test(header ?? '') || (header === '' && !cell))
    );
  },
  'index of a value': ({ kind, form, start, end, source: { text } }) =>
    kind === 'number' &&
    !isRareForm(form) &&
    INDEX_FORMS.some(
      ({ before, after }) =>
        after.test(text.slice(end, end + MAX_INDEX_UNITS)) &&
        before.test(getLineBefore(text, start, MAX_INDEX_UNITS)),
    ),
  'part of a name': ({ form, start, end, source: { text } }) =>
    !isRareForm(form) &&
    end === text.length &&
    TEMPLATE_NAME.test(text.slice(0, start).slice(-70)),
  'number of a record': isRecordNumber,
  'key of a row': ({
    kind,
    start,
    first,
    title,
    cell,
    source: { text, tokens, context, slots },
  }) => {
    const hasSign = ROW_KEY_SIGN.test(
      text.slice(Math.max(0, start - 2), start),
    );

    if (
      kind !== 'number' ||
      !hasSign ||
      title.near > 0 ||
      !isFirstInLine(tokens, first)
    )
      return false;

    const row = cell
      ? getLineBefore(text, start) + getLineAfter(text, start)
      : context.row;

    const isKey = ({ lines, values }: Slot) =>
      lines >= MIN_ROWS &&
      values.size >= MIN_DISTINCT_SHARE * Math.min(lines, MAX_SLOT_VALUES);

    return (
      row !== undefined &&
      !(cell ? cell.header : context.header) &&
      slots.slotsOf(first).some(isKey) &&
      !row.split(CELL_SEPARATOR).some(isFailedState)
    );
  },
  // Each header of some grids has a number of its own, which hides with a width of 0.
  'zero of each column': ({ form, code, start, source: { text } }) => {
    if (form !== 'zero' || code !== '0') return false;

    const near = text.slice(
      Math.max(0, start - MAX_RECORD_UNITS),
      start + MAX_RECORD_UNITS,
    );

    return (near.match(LONE_ZEROS)?.length ?? 0) > 1;
  },
  'code of a success': ({ kind, meanings }) =>
    kind === 'number' &&
    meanings.length > 0 &&
    meanings.every(({ success }) => success),
  'part of an address': ({ start, source: { text } }) => {
    if (text[start - 1] !== '#') return false;

    const before = text.slice(Math.max(0, start - MAX_ADDRESS_UNITS), start);
    const lead = findProblemTypeLead(before);

    return (
      URL_FRAGMENT.test(before) &&
      (lead === null || !PROBLEM_TYPE_LEAD.test(lead))
    );
  },
};

const PROOFS: Rules = {
  'address of an error type': ({ start, meanings, source: { text } }) => {
    if (
      text[start - 1] !== '#' ||
      !meanings.some(({ provider }) => provider === 'vonage')
    )
      return false;

    const lead = findProblemTypeLead(
      text.slice(Math.max(0, start - MAX_ADDRESS_UNITS), start),
    );

    return lead !== null && PLAIN_TYPE_LEAD.test(lead);
  },
  'printed so by one provider alone': ({ isPrinted }) => isPrinted === true,
  // Without the model, which counts the numbers beside it.
  'code of an error': ({
    code,
    form,
    start,
    labels: [near],
    source: { text },
  }) =>
    near?.kind === 'key' &&
    (looksLikeProviderCode(code) || isRareForm(form)) &&
    /^code$/i.test(near.name) &&
    isInErrorList(text, start),
  'result of a call': ({
    form,
    start,
    labels: [near],
    meanings,
    source: { text },
  }) => {
    const isResult =
      isRareForm(form) && meanings.length > 0 && near?.kind === 'key';

    if (!isResult || !RESULT_FIELD.test(near.name)) return false;

    const line = getLineBefore(text, start) + getLineAfter(text, start);

    return RECIPIENT.test(line) || mentionsFailure(line);
  },
  'code in one word': ({ form, labels: [near], meanings }) =>
    isRareForm(form) &&
    meanings.length > 0 &&
    (near?.kind === 'key' || near?.kind === 'column') &&
    ERROR_CODE_WORD.test(near.name),
  'printed by Graph': ({ code, start, end, source: { text } }) =>
    looksLikeProviderCode(code) &&
    text.startsWith('(#', start - 2) &&
    /^\)\s\p{L}/u.test(text.slice(end, end + 3)),
};

const listRules = (rules: Rules, isCode: boolean) =>
  Object.entries(rules).map(([id, matches]) => ({ id, isCode, matches }));

/** In the order in which they decide. */
export const RULES = [
  ...listRules(EXCLUSIONS, false),
  ...listRules(PROOFS, true),
];

/**
 * Returns true for the status of a response, and for the same number in another field of it. A reason after a number that
 * is called a code is its title, and a title of its own makes a status a code.
 */
function isStatus(one: AnalyzedCandidate): boolean {
  const { start, end, code, form, source, labels } = one;
  if (form !== 'http-status' && form !== 'three-digits') return false;

  const { text } = source;
  const from = Math.max(0, start - MAX_RESPONSE_UNITS);
  const around = text.slice(from, end + MAX_RESPONSE_UNITS);
  const hasTitle = one.meanings.some(
    ({ title }) => title && !isReason(title) && around.includes(title),
  );

  if (hasTitle) return false;
  if (isNamedStatus(text, one)) return true;

  const isCode = labels[0] !== undefined && isCodeHeader(labels[0].name);
  if (!isCode) return hasReasonAfter(text, one);
  if (isOfReasonClass(around)) return true;

  return Array.from(around.matchAll(THREE_DIGITS)).some(
    ({ 0: other, index }) =>
      other === code &&
      isNamedStatus(around, { start: index, end: index + other.length }),
  );
}

/**
 * Returns true if a provider's own software prints the status as its code, or its list has it, and the page, the user or the
 * text is about the provider. Meta is named in texts about any server.
 */
const isOwnStatus = ({
  code,
  start,
  meanings,
  source,
  isPrinted,
}: AnalyzedCandidate) =>
  isPrinted === true ||
  (source.context.provider ?? 'meta') !== 'meta' ||
  meanings.some((meaning) => {
    const { provider } = meaning;
    if (provider === 'meta' || meaning.code !== code) return false;

    return (
      getConsoleRank(source.console, meaning) >= 0 ||
      isNamedNear(provider, source.text, start, source.index)
    );
  });

/** Returns true for the only text of a cell whose column mostly has amounts, with a heading or without. */
function isInColumnOfAmounts({
  code,
  source: { text, context },
}: AnalyzedCandidate): boolean {
  if (text.trim() !== code) return false;
  const lines = context.lines?.match(/\S.*/g) ?? [];
  const count = lines.filter((line) => AMOUNT.test(line)).length;
  return count >= MIN_ROWS && count * 2 > lines.length;
}

/** Returns true if the value rises or falls steadily from record to record: `{"id":8,…},{"id":9,…},{"id":10,…}`. */
function isRecordNumber({
  kind,
  start,
  end,
  labels: [near],
  source: { text },
}: AnalyzedCandidate): boolean {
  if (kind !== 'number' || !near || !RECORD_NUMBER_FIELD.test(near.name))
    return false;

  const lead = text.slice(
    Math.max(0, text.lastIndexOf(near.name, start) - 1),
    start,
  );

  const [, ...around] = text
    .slice(Math.max(0, start - MAX_RECORD_UNITS), end + MAX_RECORD_UNITS)
    .split(lead);

  const values = around.map((value) => Number.parseInt(value, 10));

  const steps = values
    .slice(1)
    .map((value, at) => Math.sign(value - (values[at] ?? 0)));

  return (
    steps.length >= MIN_NUMBERED_RECORDS &&
    steps.every((step) => step !== 0 && step === steps[0])
  );
}

export const findRule = (one: AnalyzedCandidate) =>
  RULES.find((rule) => rule.matches(one));
