/** Between these signs, characters are counted from a base. */
const TOGGLE = '`';
/** Before the two digits of a new base. */
const SHIFT = '~';
/** What parts words stands for itself everywhere. */
const SEPARATORS = ' |';
/** Printable ASCII without these signs, and without those that a string in a script escapes. */
const DIGITS = Array.from({ length: 94 }, (_, at) =>
  String.fromCharCode(0x21 + at),
)
  .filter((char) => !`${TOGGLE}${SHIFT}|"'\\$`.includes(char))
  .join('');
const STEP = 16;

/**
 * Packs words of any script as printable ASCII, about one character for each letter. Scripts escape others: `\u0438` takes six.
 *
 * @throws RangeError if a text has a grave accent, which `unpackScripts` reads as a sign.
 */
export function packScripts(text: string): string {
  if (text.includes(TOGGLE)) throw new RangeError(`A ${TOGGLE} in: ${text}`);

  let packed = '';
  let base = 0;
  let isCounted = false;

  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);

    if (SEPARATORS.includes(char)) {
      packed += char;
      continue;
    }

    const isOther = char > SHIFT;

    if (isOther !== isCounted) packed += TOGGLE;
    isCounted = isOther;

    const unit = text.charCodeAt(at);

    if (isOther && (unit < base || unit >= base + DIGITS.length)) {
      const step = Math.floor(unit / STEP);

      base = step * STEP;
      packed += SHIFT + toDigit(step / DIGITS.length) + toDigit(step);
    }

    packed += isOther ? toDigit(unit - base) : char;
  }

  return packed;
}

const toDigit = (number: number): string =>
  DIGITS.charAt(Math.floor(number) % DIGITS.length);

/** Unpacks a text of `packScripts`. Returns one that was not packed as it is. */
export function unpackScripts(packed: string): string {
  let text = '';
  let base = 0;
  let isCounted = false;

  const readDigit = (at: number): number => DIGITS.indexOf(packed.charAt(at));

  for (let at = 0; at < packed.length; at++) {
    const char = packed.charAt(at);

    if (char === TOGGLE) isCounted = !isCounted;
    else if (!isCounted || SEPARATORS.includes(char)) text += char;
    else if (char === SHIFT) {
      base = STEP * (readDigit(at + 1) * DIGITS.length + readDigit(at + 2));
      at += 2;
    } else text += String.fromCharCode(base + readDigit(at));
  }

  return text;
}
