/** A token, or whole lines of an e-mail part. Shorter runs are words, numbers and ids. */
const RUN =
  /(?<![\w+/-])(?:[\w+/-]{60,76}(?:\r?\n[\w+/]{60,76})+(?:\r?\n[\w+/]{1,76}={0,2}(?=\r?\n|$))?|[\w+/-]{32,})={0,2}/g;
/** No run is shorter. */
const SHORTEST = 32;
/** So many units tell whether a run holds text: 20 bytes of anything else are never all printable. */
const PROBE = 28;

const SIXTETS = sixtets();

/**
 * Text out of Base64: a token in a payload, or the lines of an e-mail part. What decodes to anything but text stays: keys, hashes,
 * a `wamid` (it begins with bytes that no text holds). A run that was cut somewhere is read from its next whole group of four.
 */
export function fromBase64(text: string): string {
  if (!mayHold(text)) return text;
  return text.replace(RUN, (run) => {
    for (let skip = 0; skip < 4; skip++) {
      if (!beginsText(run, skip)) continue;
      const bytes = bytesOf(run.replace(/[\r\n=]/g, '').slice(skip));
      const decoded = new TextDecoder().decode(bytes);
      // A token that only happens to begin so, or a picture with a readable head.
      if (!/[^\P{C}\s]|\ufffd/u.test(decoded.slice(0, -1))) return decoded;
    }
    return run;
  });
}

/** No run begins with text: mostly there are ids and keys, which is sooner seen than by the pattern. */
function mayHold(text: string): boolean {
  for (let at = 0; at < text.length; ) {
    if (!isOfRun(text, at)) {
      at++;
      continue;
    }
    const start = at;
    while (isOfRun(text, at)) at++;
    if (at - start < SHORTEST) continue;
    for (let skip = 0; skip < 4; skip++) if (beginsText(text, start + skip)) return true;
  }
  return false;
}

/** The units that a run is made of are the sixtets. */
function isOfRun(text: string, at: number): boolean {
  return (SIXTETS[text.charCodeAt(at)] ?? -1) >= 0;
}

/** Whether the first bytes are all printable; most tokens fail at the first. */
function beginsText(run: string, skip: number): boolean {
  let bits = 0;
  let held = 0;
  for (let at = skip; at < skip + PROBE; at++) {
    const sixtet = SIXTETS[run.charCodeAt(at)] ?? -1;
    if (sixtet < 0) return false;
    held = ((held << 6) | sixtet) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    const byte = (held >> bits) & 0xff;
    if ((byte < 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) || byte > 0x7e) return false;
  }
  return true;
}

function bytesOf(units: string): Uint8Array {
  const whole = units.slice(0, units.length - (units.length % 4 === 1 ? 1 : 0));
  return Uint8Array.from(atob(whole.replace(/-/g, '+').replace(/_/g, '/')), (unit) => unit.charCodeAt(0));
}

function sixtets(): Int8Array {
  const table = new Int8Array(128).fill(-1);
  const units = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  for (let at = 0; at < units.length; at++) table[units.charCodeAt(at)] = at;
  table[0x2d] = 62;
  table[0x5f] = 63;
  return table;
}
