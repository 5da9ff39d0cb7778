import { NUMBER_TOKEN, type Tokens, WORD_TOKEN } from '../core/tokens.ts';
import {
  type AnalyzedCandidate,
  findLineTokens,
  isConsole,
} from './analyzed-text.ts';
import {
  CODE_FORMS,
  isHttpStatus,
  isLongForm,
  isRareForm,
  looksLikeProviderCode,
} from './code-form.ts';
import { LABEL_KINDS } from './field-label.ts';
import { getConsoleRank } from './rank.ts';
import { isRowFailed } from './slot-features.ts';
import { WORD_CLASSES } from './word-classes.ts';

export const NO_LABEL_SCORE = -20;
const MAX_TOKENS_AROUND = 12;
/** Limits of the counts, because longer lines add no information. */
const MAX_COUNTED_WORDS = 30;
const MAX_COUNTED_NUMBERS = 10;

/** Names of a candidate's own features, those without neighbours. The order is the model's. */
export const FEATURES = [
  ...LABEL_KINDS.map((kind) => `slot ${kind}`),
  ...`slot most, slot least, slots, digits, form, sort, rare, long, own range, http, state, meanings, of meta, console,
  set or asked, topic whatsapp, topic trade, topic foreign, provider named, other provider named, title beside,
  title near, payload, leads line, ends line, text length, line words, line numbers, words near, hash before, bracketed,
  quoted, error before, code before, thing before, counts before, shown before, money near, counted behind, failed near,
  other code near, cell, row failed, alone, identifier before, capital behind`.split(
    /,\s+/,
  ),
];

export function writeFeatures(
  one: AnalyzedCandidate,
  labelScores: readonly number[],
  out: Float32Array,
  at: number,
): number {
  const {
    source,
    first,
    last,
    start,
    end,
    form,
    code,
    kind,
    labels,
    meanings,
    title,
  } = one;

  const { tokens, classes, topics, context, console: vendorConsole } = source;
  let next = at;

  const write = (value: number) => {
    out[next++] = value;
  };

  for (const how of LABEL_KINDS) {
    let highest = NO_LABEL_SCORE;

    labels.forEach((label, index) => {
      if (label.kind === how)
        highest = Math.max(highest, labelScores[index] ?? NO_LABEL_SCORE);
    });

    write(highest);
  }

  const named = labels.flatMap(({ kind }, index) =>
    kind === 'heading' || kind === 'owner' || kind === 'below'
      ? []
      : [labelScores[index] ?? 0],
  );

  write(named.length === 0 ? NO_LABEL_SCORE : Math.max(...named));
  write(named.length === 0 ? NO_LABEL_SCORE : Math.min(...named));
  write(named.length);
  write(code.replace(/\D/g, '').length);
  write(CODE_FORMS.indexOf(form));
  write(kind === 'number' ? 0 : kind === 'range' ? 1 : 2);
  write(Number(isRareForm(form)));
  write(Number(isLongForm(form)));
  write(Number(looksLikeProviderCode(code)));
  write(Number(isHttpStatus(code)));
  write(Number(meanings.some(({ state }) => state)));
  write(meanings.length);
  write(Number(meanings.some(({ provider }) => provider === 'meta')));

  const own = meanings.some(
    (meaning) => getConsoleRank(vendorConsole, meaning) >= 0,
  );

  write(vendorConsole ? (own ? 2 : 1) : Number(isConsole(source)));
  write((context.asked ? 1 : 0) + (context.provider ? 2 : 0));

  const topic = topics.hasNear(start);

  write(Number((topic & WORD_CLASSES.whatsapp) !== 0));
  write(Number((topic & WORD_CLASSES.trade) !== 0));
  write(Number((topic & WORD_CLASSES.foreign) !== 0));

  write(
    Number(
      meanings.some(
        ({ provider }) =>
          provider !== 'meta' && topics.isNamed(provider, start),
      ),
    ) + (topics.isNamed('meta', start) ? 2 : 0),
  );

  write(Number(topics.namesOther(start)));
  write(title.adjacent);
  write(title.near);

  const payload = source.getPayloadApiAt(start, end);

  write(payload === 'graph' ? 2 : payload === 'onprem' ? 1 : 0);

  const [lineFrom, lineTo] = findLineTokens(tokens, first);

  write(Number(!hasWordOrNumber(tokens.kind, lineFrom, first)));
  write(Number(!hasWordOrNumber(tokens.kind, last + 1, lineTo)));
  write(Math.log2(1 + source.text.length));

  write(
    Math.min(
      countTokens(tokens, WORD_TOKEN, lineFrom, lineTo),
      MAX_COUNTED_WORDS,
    ),
  );

  write(
    Math.min(
      countTokens(tokens, NUMBER_TOKEN, lineFrom, lineTo),
      MAX_COUNTED_NUMBERS,
    ),
  );

  write(
    countTokens(
      tokens,
      WORD_TOKEN,
      first - MAX_TOKENS_AROUND,
      last + MAX_TOKENS_AROUND,
    ),
  );

  const before = source.text.charAt(start - 1);

  write(before === '#' ? (source.text.charAt(start - 2) === '(' ? 2 : 1) : 0);

  write(
    Number(
      '([{'.includes(before || ' ') &&
        ')]}'.includes(source.text.charAt(end) || ' '),
    ),
  );

  write(Number('"\'`'.includes(before || ' ')));
  // Finds the nearest word of each class on both sides.
  classBefore.fill(NOT_NEAR_DISTANCE);
  classBehind.fill(NOT_NEAR_DISTANCE);

  for (let distance = MAX_TOKENS_AROUND; distance >= 1; distance--) {
    markNearest(classBefore, classes.upTo(first - distance), distance);
    markNearest(classBehind, classes.from(last + distance), distance);
  }

  write(
    getNearestDistance(
      classBefore,
      WORD_CLASSES.error | WORD_CLASSES.errorCode,
    ),
  );

  write(
    getNearestDistance(classBefore, WORD_CLASSES.code | WORD_CLASSES.errorCode),
  );

  write(getNearestDistance(classBefore, WORD_CLASSES.thing));
  write(getNearestDistance(classBefore, WORD_CLASSES.countLead));
  write(getNearestDistance(classBefore, WORD_CLASSES.shown));
  write(getNearestOnEitherSide(WORD_CLASSES.money));
  write(getNearestDistance(classBehind, WORD_CLASSES.unitBehind));

  let failed = getNearestOnEitherSide(WORD_CLASSES.failed | WORD_CLASSES.error);
  const rowFailed = Number(isRowFailed(one));
  if (rowFailed) failed = Math.min(failed, MAX_TOKENS_AROUND + 1);
  write(failed);
  write(getNearestDistance(classBefore, WORD_CLASSES.otherCode));
  write(one.cell ? 1 + Number(one.cell.header !== null) : 0);
  write(rowFailed);
  write(Number(tokens.count <= last - first + 3));

  write(
    Number(
      isIdentifier(
        source.text.slice(Math.max(0, start - MAX_IDENTIFIER), start),
      ),
    ),
  );

  const behind = WORD_BEHIND.exec(source.text.slice(end, end + 6))?.[1];

  write(behind === undefined ? 0 : behind.toLowerCase() === behind ? 1 : 2);

  return next;
}

/** The first letter of a word right behind a code: a title begins with a capital, a counted noun seldom does. */
const WORD_BEHIND = /^[^\p{L}\p{N}]{1,4}(\p{L})/u;

/** A template, file or field name: `otp_v2 104`. With a sign after it, it would be the label of the value. */
const IDENTIFIER = /(?:^|[^\w-])(?=\w*[_-])[A-Za-z][\w-]*[\t ]{1,3}$/;
const MAX_IDENTIFIER = 60;
const isIdentifier = (before: string): boolean => IDENTIFIER.test(before);

const NOT_NEAR_DISTANCE = MAX_TOKENS_AROUND + 4;
const CLASS_COUNT = Object.keys(WORD_CLASSES).length;
/** Reused for each candidate, to avoid allocations. */
const classBefore = new Uint8Array(CLASS_COUNT);
const classBehind = new Uint8Array(CLASS_COUNT);

function markNearest(side: Uint8Array, bits: number, distance: number): void {
  for (let rest = bits; rest !== 0; rest &= rest - 1)
    side[31 - Math.clz32(rest & -rest)] = distance;
}

function getNearestDistance(side: Uint8Array, bits: number): number {
  let nearest = NOT_NEAR_DISTANCE;

  for (let rest = bits; rest !== 0; rest &= rest - 1)
    nearest = Math.min(
      nearest,
      side[31 - Math.clz32(rest & -rest)] ?? NOT_NEAR_DISTANCE,
    );

  return nearest;
}

const getNearestOnEitherSide = (bits: number): number =>
  Math.min(
    getNearestDistance(classBefore, bits),
    getNearestDistance(classBehind, bits),
  );

function countTokens(
  { kind, count }: Tokens,
  wanted: number,
  from: number,
  to: number,
): number {
  let found = 0;
  for (let at = Math.max(0, from); at < Math.min(count, to); at++)
    if (kind[at] === wanted) found++;
  return found;
}

function hasWordOrNumber(kinds: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (kinds[at] === WORD_TOKEN || kinds[at] === NUMBER_TOKEN) return true;
  return false;
}
