import { memoize } from '../../core/get-or-insert.ts';
import {
  getDigits,
  type NumberKind,
  type NumberTests,
} from '../../structure/record-shape.ts';
import {
  getCodeForm,
  isLongForm,
  isRareOrSubcode,
  looksLikeProviderCode,
} from '../code-form.ts';
import type { CodeIndex } from '../code-index.ts';
import { hasLeftBoundary, hasRightBoundary } from '../number-boundary.ts';

/** The kinds of numbers of up to six digits, by `RecordNumber.id`. */
const MAX_KNOWN_ID = 2_000_000;
const KINDS: readonly NumberKind[] = ['part', 'other', 'common', 'rare'];

/** Returns the tests by which the shapes of records are read. */
export const createNumberTests = memoize((index: CodeIndex): NumberTests => {
  /** A log repeats its numbers: the positions in `KINDS`, 0 for what is not known yet. */
  const known = new Uint8Array(MAX_KNOWN_ID);
  const symbols = new Set(
    [...index.symbols, ...index.printedWords].filter((one) =>
      /\d|[a-z][A-Z]/.test(one),
    ),
  );

  function getKind(digits: string, id: number): NumberKind {
    const kind = KINDS[known[id] ?? 0];

    if (kind && kind !== 'part') return kind;

    const found = classifyDigits(digits, index);

    if (id < MAX_KNOWN_ID) known[id] = KINDS.indexOf(found);

    return found;
  }

  return {
    isSymbol: (word) => symbols.has(word) || /^E\d{5}$/.test(word),
    classify(text, start, end, id) {
      const digits = getDigits({ id });

      if (!isFree(text, start, end, digits)) return 'part';

      const kind = getKind(digits, id);
      if (kind === 'rare') return kind;

      const isLed = isLedByCue(text, start);

      // Each subcode is a failure of its own, however many there are.
      if (isLed && isSubcodeField(text, start)) return 'rare';

      return isLed || isInRange(text, start, end, index) ? 'common' : kind;
    },
  };
});

function classifyDigits(digits: string, index: CodeIndex): NumberKind {
  const meanings = index.meaningsOf(digits);
  const form = getCodeForm({ code: digits, kind: 'number', meanings });

  if (meanings.length > 0)
    return isLongForm(form) || isRareOrSubcode(form) ? 'rare' : 'common';

  const hasOthers =
    index.numbered(digits).length > 0 ||
    index.meaningsOf(`-${digits}`).length > 0;

  return hasOthers || looksLikeProviderCode(digits) ? 'common' : 'other';
}

/** `131047.0`, in a column of floats. */
const DECIMALS = /^\.0(?!\d)/;

function isFree(
  text: string,
  start: number,
  end: number,
  digits: string,
): boolean {
  return (
    (DECIMALS.test(text.slice(end, end + 3)) ||
      hasRightBoundary(text, end, digits)) &&
    hasLeftBoundary(text, start, digits)
  );
}

const MAX_CUE_UNITS = 16;
const CUE = /#$|code/i;
const SUBCODE_FIELD = /sub_?code\W{0,5}$/i;

const isSubcodeField = (text: string, start: number): boolean =>
  SUBCODE_FIELD.test(text.slice(Math.max(0, start - MAX_CUE_UNITS), start));

/** Returns true if an unknown number may be a code here: after `code` or `#`, and at the beginning of a line. */
function isLedByCue(text: string, start: number): boolean {
  if (start === 0 || text[start - 1] === '\n') return true;

  return CUE.test(text.slice(Math.max(0, start - MAX_CUE_UNITS), start));
}

function isInRange(
  text: string,
  start: number,
  end: number,
  index: CodeIndex,
): boolean {
  if (text[end] !== '-' && text[end] !== '–') return false;

  const [to] = /^\d{3,7}/.exec(text.slice(end + 1, end + 8)) ?? [];

  return (
    to !== undefined &&
    index.meaningsOf(`${text.slice(start, end)}-${to}`).length > 0
  );
}
