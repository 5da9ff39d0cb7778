/** Classes of UTF-16 units. The scan uses a table, because patterns with `\p{L}` take long to compile. */
const LETTER = 1;
const UNSPACED = 2;
const SKIPPED = 4;

/** Scripts without spaces between words. Not Hangul: Korean has them. */
const UNSPACED_SCRIPTS = [
  'Han',
  'Hiragana',
  'Katakana',
  'Thai',
  'Lao',
  'Khmer',
];

let table: Uint8Array | null = null;

function buildTable(): Uint8Array {
  const units = new Uint8Array(0x10000);

  const all = new TextDecoder('utf-16le').decode(
    Uint16Array.from(units.keys()),
  );

  // Runs instead of single units, because each match costs more than a unit.
  for (const { 0: run, index } of all.matchAll(/[\p{L}\p{M}]+/gu))
    units.fill(LETTER, index, index + run.length);

  const scripts = UNSPACED_SCRIPTS.map((name) => `\\p{Script=${name}}`).join(
    '',
  );
  const unspaced = new RegExp(`[${scripts}\\u30fc]+`, 'gu');

  for (const { 0: run, index } of all.matchAll(unspaced))
    for (let unit = index; unit < index + run.length; unit++)
      if (units[unit]) units[unit] = LETTER | UNSPACED;

  // Combining accents, and Arabic signs that writers usually omit.
  for (let unit = 0x300; unit < 0x370; unit++) units[unit] = LETTER | SKIPPED;
  for (let unit = 0x64b; unit < 0x653; unit++) units[unit] = LETTER | SKIPPED;
  units[0x640] = LETTER | SKIPPED;

  return units;
}

const getUnitKind = (unit: number) => {
  table ??= buildTable();
  return table[unit] ?? 0;
};

/** Returns true for letters and combining marks of any script, false for NaN (`charCodeAt` past the end). */
export const isLetter = (unit: number): boolean =>
  unit >= 0x80 ? getUnitKind(unit) !== 0 : isAsciiLetter(unit);

/** Returns true for scripts that don't separate words by spaces. */
export const isUnspaced = (unit: number): boolean =>
  unit >= 0xe00 && (getUnitKind(unit) & UNSPACED) !== 0;

/** Returns true for units that don't distinguish words: combining accents, optional vowel signs. */
export const isIgnorableMark = (unit: number): boolean =>
  unit >= 0x300 && unit < 0x660 && (getUnitKind(unit) & SKIPPED) !== 0;

export const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

export const isAsciiLetter = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);

export const isWordUnit = (unit: number): boolean =>
  isAsciiLetter(unit) || isDigit(unit) || unit === 0x5f;

const plainLetters = new Uint16Array(0x250);

/** Returns the letter without case and accent: `É` becomes `e`. */
export function foldUnit(unit: number): number {
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit;

  if (unit >= plainLetters.length)
    return unit < 0x530
      ? String.fromCharCode(unit).toLowerCase().charCodeAt(0)
      : unit;

  plainLetters[unit] ||= String.fromCharCode(unit)
    .normalize('NFD')
    .toLowerCase()
    .charCodeAt(0);

  return plainLetters[unit] ?? unit;
}
