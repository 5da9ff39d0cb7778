import { anyOf } from '../core/pattern-parts.ts';
import { createFieldPattern, FIELD_SIGN } from '../structure/field-names.ts';
import type { AnalyzedCandidate } from './analyzed-text.ts';
import type { Meaning } from './code-index.ts';
import { SUBCODE_NAME } from './hit.ts';

const SUBCODE = new RegExp(
  String.raw`sub[ _-]?code(?:${FIELD_SIGN}|[\x60'\\]{0,4}\s{0,3}[|\s]\s{0,3}[\x60'\\]{0,4})(\d{1,7})(?!\d)`,
  'i',
);
/** Directly after a code that nothing names: `(#190) subcode 460`, `190 (subcode 460)`. */
const SUBCODE_AFTER = new RegExp(
  String.raw`^\)?[\s,;:/|(-]{1,4}(?:error[ _-])?${SUBCODE.source}`,
  'i',
);
/** Another code, which the subcode belongs to instead: `code=131030`, and in the next line `code=190 subcode=463`. */
const NEXT_CODE = createFieldPattern('(?:error_?)?code', '');
const MAX_UNITS_BEFORE = 200;
const MAX_UNITS_AFTER = 500;

/** Returns the `error_subcode` of the object that contains the code, or of another field of its row on the page, or null. */
export function findSubcode(one: AnalyzedCandidate): string | null {
  const own = findOwnSubcode(one);
  const { row } = one.source.context;

  if (own || !row || one.labels.some(({ name }) => SUBCODE_NAME.test(name)))
    return own;

  const beside = findSubcodeIn(row);

  return beside === one.code ? null : beside;
}

function findOwnSubcode({
  labels,
  start,
  end,
  code,
  source: { text },
}: AnalyzedCandidate): string | null {
  const key = labels.find(
    ({ kind }) => kind === 'key' || kind === 'label' || kind === 'words',
  );

  if (!key)
    return (
      SUBCODE_AFTER.exec(text.slice(end, end + MAX_UNITS_AFTER))?.[1] ?? null
    );

  if (/sub/i.test(key.name)) return null;

  const after =
    text
      .slice(end, end + MAX_UNITS_AFTER)
      .split(/[}\]]\s*[,}\]]?\s*[{[]/, 1)[0] ?? '';

  const following = findSubcodeIn(after);
  if (following && following !== code) return following;

  const before = text.slice(Math.max(0, start - MAX_UNITS_BEFORE), start);

  return findSubcodeIn(before.split('{').at(-1) ?? '');
}

function findSubcodeIn(text: string): string | null {
  const found = SUBCODE.exec(text);
  return found && !NEXT_CODE.test(text.slice(0, found.index))
    ? (found[1] ?? null)
    : null;
}

const SUBCODE_CUE = anyOf(
  [
    /sub[_\s-]?c/,
    /sous-?code/,
    /sotto-?codic/,
    /unter-?code/,
    /подкод/,
    /OAuth/,
    /token/,
    /session/,
    /(?<!\d)(?:10|100|190|200|368)(?!\d)/,
  ],
  'i',
);
/** Longer subcodes are unambiguous. */
const MAX_LONE_DIGITS = 3;

/** Returns true for a short subcode alone: `error 463` is probably from WhatsApp's servers, not Graph's. */
export function isLoneSubcode(
  { key }: Meaning,
  one: AnalyzedCandidate,
): boolean {
  const { code, source } = one;
  if (
    code.length > MAX_LONE_DIGITS ||
    !key.endsWith(`.${code}`) ||
    source.context.asked
  )
    return false;

  return !mentionsSubcode(one);
}

export function mentionsSubcode({
  start,
  end,
  labels,
  source,
}: AnalyzedCandidate): boolean {
  const around = source.text.slice(
    Math.max(0, start - MAX_UNITS_AFTER),
    end + MAX_UNITS_AFTER,
  );

  return SUBCODE_CUE.test(
    `${labels.map(({ name }) => name).join(' | ')} | ${around}`,
  );
}
