import { coincidenceLogOdds } from './base-rate.ts';
import { columnValues } from './column-values.ts';
import { isHttpStatus, isLongForm, isRareForm, looksOwn } from './form.ts';
import { isConsole, lineOf, type ReadCandidate } from './reading.ts';
import { SLOT_KINDS } from './slot.ts';
import { NUMBER, WORD } from './tokens.ts';
import { CLASSES } from './words.ts';

/** The score of a slot that is missing. */
export const NO_SLOT = -20;
const REACH = 12;
/** Longer lines say no more. */
const MOST_WORDS = 30;
const MOST_NUMBERS = 10;

/** Facts of a candidate that need no neighbours, as numbers by name. The order is the model's. */
export const FACTS = [
  ...SLOT_KINDS.map((kind) => `slot ${kind}`),
  ...`slot most, slot least, slots, digits, form, sort, rare, long, own range, http, state, meanings, of meta, console,
  set or asked, topic whatsapp, topic trade, topic foreign, provider named, other provider named, title beside,
  title near, payload, leads line, ends line, text length, line words, line numbers, words near, hash before, bracketed,
  quoted, error before, code before, thing before, counts before, shown before, money near, counted behind, failed near,
  other code near, cell, row failed, alone, column values, column filled, column rare, column known, column repeated,
  column strange, column consecutive, coincidence, identifier before`.split(/,\s+/),
];

const FORMS =
  `six-digits seven-digits five-rare five-digits four-digits year round three-digits http-status few-digits zero
  range symbol word unknown-like unknown`.split(/\s+/);

/** @param slotScores Log-odds of its slots, in their order. */
export function writeFacts(
  one: ReadCandidate,
  slotScores: readonly number[],
  out: Float32Array,
  at: number,
): number {
  const { reading, first, last, start, end, form, code, kind, slots, meanings, title } = one;
  const { tokens, classes, topics, context, console: place, row } = reading;
  let next = at;
  const put = (value: number) => {
    out[next++] = value;
  };
  for (const how of SLOT_KINDS) {
    let most = NO_SLOT;
    slots.forEach((slot, place) => {
      if (slot.kind === how) most = Math.max(most, slotScores[place] ?? NO_SLOT);
    });
    put(most);
  }
  const named = slots.flatMap(({ kind }, place) =>
    kind === 'heading' || kind === 'owner' || kind === 'below' ? [] : [slotScores[place] ?? 0],
  );
  put(named.length === 0 ? NO_SLOT : Math.max(...named));
  put(named.length === 0 ? NO_SLOT : Math.min(...named));
  put(named.length);
  put(code.replace(/\D/g, '').length);
  put(FORMS.indexOf(form));
  put(kind === 'number' ? 0 : kind === 'range' ? 1 : 2);
  put(Number(isRareForm(form)));
  put(Number(isLongForm(form)));
  put(Number(looksOwn(code)));
  put(Number(isHttpStatus(code)));
  put(Number(meanings.some(({ state }) => state)));
  put(meanings.length);
  put(Number(meanings.some(({ provider }) => provider === 'meta')));
  const own = meanings.some(({ provider, api }) =>
    place?.codesOf.some((of) => of === provider || of === `${provider}/${api}`),
  );
  put(place ? (own ? 2 : 1) : Number(isConsole(reading)));
  put((context.asked ? 1 : 0) + (context.provider ? 2 : 0));
  const topic = topics.near(start);
  put(Number((topic & CLASSES.whatsapp) !== 0));
  put(Number((topic & CLASSES.trade) !== 0));
  put(Number((topic & CLASSES.foreign) !== 0));
  put(
    Number(meanings.some(({ provider }) => provider !== 'meta' && topics.isNamed(provider, start))) +
      (topics.isNamed('meta', start) ? 2 : 0),
  );
  put(Number(topics.namesOther(start)));
  put(title.beside);
  put(title.near);
  const payload = reading.payloadAt(start, end);
  put(payload === 'graph' ? 2 : payload === 'onprem' ? 1 : 0);
  const [lineFrom, lineTo] = lineOf(tokens, first);
  put(Number(!has(tokens.kind, lineFrom, first)));
  put(Number(!has(tokens.kind, last + 1, lineTo)));
  put(Math.log2(1 + reading.text.length));
  let words = 0;
  let numbers = 0;
  for (let at = lineFrom; at < lineTo; at++) {
    if (tokens.kind[at] === WORD) words++;
    else if (tokens.kind[at] === NUMBER) numbers++;
  }
  put(Math.min(words, MOST_WORDS));
  put(Math.min(numbers, MOST_NUMBERS));
  let near = 0;
  for (let at = Math.max(0, first - REACH); at < Math.min(tokens.count, last + REACH); at++)
    if (tokens.kind[at] === WORD) near++;
  put(near);
  const before = reading.text.charAt(start - 1);
  put(before === '#' ? (reading.text.charAt(start - 2) === '(' ? 2 : 1) : 0);
  put(Number('([{'.includes(before || ' ') && ')]}'.includes(reading.text.charAt(end) || ' ')));
  put(Number('"\'`'.includes(before || ' ')));
  // The nearest word of each class on both sides.
  classBefore.fill(FAR);
  classBehind.fill(FAR);
  for (let place = REACH; place >= 1; place--) {
    markNearest(classBefore, classes.upTo(first - place), place);
    markNearest(classBehind, classes.from(last + place), place);
  }
  put(nearest(classBefore, CLASSES.error | CLASSES.errorCode));
  put(nearest(classBefore, CLASSES.code | CLASSES.errorCode));
  put(nearest(classBefore, CLASSES.thing));
  put(nearest(classBefore, CLASSES.countLead));
  put(nearest(classBefore, CLASSES.shown));
  put(Math.min(nearest(classBefore, CLASSES.money), nearest(classBehind, CLASSES.money)));
  put(nearest(classBehind, CLASSES.unitBehind));
  const FAULTY = CLASSES.failed | CLASSES.error;
  let failed = Math.min(nearest(classBefore, FAULTY), nearest(classBehind, FAULTY));
  let rowFailed = 0;
  if (row)
    for (let at = 0; at < Math.min(row.tokens.count, 60) && rowFailed === 0; at++)
      if (row.classes.from(at) & CLASSES.failed) rowFailed = 1;
  if (rowFailed) failed = Math.min(failed, REACH + 1);
  put(failed);
  put(nearest(classBefore, CLASSES.otherCode));
  put(one.cell ? 1 + Number(one.cell.header !== null) : 0);
  put(rowFailed);
  const isAlone = tokens.count <= last - first + 3;
  put(Number(isAlone));
  const beginsText = first <= MAX_SIGNS_BEFORE && !has(tokens.kind, 0, first);
  const column =
    (isAlone || beginsText) && context.column ? columnValues(context.column, reading.index) : null;
  put(column ? column.values : -1);
  put(column ? column.filled : -1);
  put(column ? column.rare : -1);
  put(column ? column.known : -1);
  put(column ? column.repeated : -1);
  put(column ? column.strange : -1);
  put(column ? column.consecutive : -1);
  put(kind === 'number' ? coincidenceLogOdds(code.replace('-', '').length, reading.index) : NO_SLOT);
  put(Number(isIdentifier(reading.text.slice(Math.max(0, start - MAX_IDENTIFIER), start))));
  return next;
}

/** A name of a template, a file or a field: `otp_v2 104`. With a sign behind it, it names the value. */
const IDENTIFIER = /(?:^|[^\w-])(?=\w*[_-])[A-Za-z][\w-]*[\t ]{1,3}$/;
const MAX_IDENTIFIER = 60;
const isIdentifier = (before: string): boolean => IDENTIFIER.test(before);

/** `(#` before the first number of a text. */
const MAX_SIGNS_BEFORE = 3;

/** A class that is nowhere near. */
const FAR = REACH + 4;
const CLASS_COUNT = Object.keys(CLASSES).length;
/** For one candidate at a time. */
const classBefore = new Uint8Array(CLASS_COUNT);
const classBehind = new Uint8Array(CLASS_COUNT);

function markNearest(side: Uint8Array, bits: number, place: number): void {
  for (let rest = bits; rest !== 0; rest &= rest - 1) side[31 - Math.clz32(rest & -rest)] = place;
}

function nearest(side: Uint8Array, bits: number): number {
  let least = FAR;
  for (let rest = bits; rest !== 0; rest &= rest - 1)
    least = Math.min(least, side[31 - Math.clz32(rest & -rest)] ?? FAR);
  return least;
}

function has(kinds: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (kinds[at] === WORD || kinds[at] === NUMBER) return true;
  return false;
}
