/** From here on it is quicker to encode a text than to look at each unit. */
const LONG = 1000;
const PART = 16_384;

const encoder = new TextEncoder();
const part = new Uint8Array(PART);

/** Something in it goes beyond ASCII. */
export function goesBeyondAscii(text: string): boolean {
  if (text.length < LONG) return /[^\0-\x7f]/.test(text);
  for (let at = 0; at < text.length; at += PART)
    if (!writeAscii(text.slice(at, at + PART), part)) return true;
  return false;
}

/** Writes a text as bytes, one for each unit. False where something in it goes beyond ASCII: then what is written is of no use. */
export function writeAscii(text: string, bytes: Uint8Array): boolean {
  const { read, written } = encoder.encodeInto(text, bytes);
  return read === text.length && written === read;
}
