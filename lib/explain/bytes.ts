import packed from '../../data/packed-files.json' with { type: 'json' };
import { t } from '../language/translate.ts';

/** Why the bytes of an input hold no text that can be read. */
export interface Fault {
  /** `This is a PDF, not text.` */
  says: string;
  /** What to do about it, wherever it is read. */
  way: string;
  /** What makes text of it on a command line; null where nothing does. */
  command: string | null;
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** So many bytes decide what an input is. */
export const SNIFF = 8_192;
/** A log has a stray control character now and then; from this share on it is no text. */
const MOST_ODD = 0.1;

/** Says what is wrong with the first bytes of an input, at most `SNIFF`; null where they are text that can be read. */
export function faultOf(head: Uint8Array): Fault | null {
  // What is often mistaken for a log, by its first bytes.
  const found = packed.find(({ magic }) => magic.every((byte, at) => head[at] === byte));
  if (found) {
    const { name: nameWords, way: wayWords, command } = found;
    return { says: t('This is $1, not text.', t(nameWords)), way: t(wayWords), command };
  }
  if (!isBinary(unitsOf(head))) return null;
  return { says: t('This isn’t text.'), way: t('Use a log, a payload or a table as text.'), command: null };
}

/** How the text is written that begins with these bytes: in UTF-16 by its mark, or by a zero beside nearly every Latin character, as exports of Windows are. */
export function encodingOf(head: Uint8Array): Encoding {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (head.length < 4) return 'utf-8';
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const isWide = Math.max(even, odd) > head.length * 0.3 && Math.min(even, odd) < head.length * 0.02;
  return !isWide ? 'utf-8' : odd > even ? 'utf-16le' : 'utf-16be';
}

/** The text of a whole file, or why it is none. Bytes that are no UTF-8 become U+FFFD, which hides no code. */
export function readBytes(bytes: Uint8Array): string | Fault {
  const head = bytes.subarray(0, SNIFF);
  return faultOf(head) ?? new TextDecoder(encodingOf(head)).decode(bytes);
}

function unitsOf(head: Uint8Array): ArrayLike<number> {
  const encoding = encodingOf(head);
  if (encoding === 'utf-8') return head;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  return Uint16Array.from({ length: head.length >> 1 }, (_, at) =>
    view.getUint16(at * 2, encoding === 'utf-16le'),
  );
}

function isBinary(units: ArrayLike<number>): boolean {
  let odd = 0;
  for (let at = 0; at < units.length; at++) {
    const unit = units[at] ?? 0;
    // Colours in a log (ESC), form feeds and tabs are text.
    if (unit < 9 || (unit > 13 && unit < 32 && unit !== 27) || unit === 127) odd++;
  }
  return odd > units.length * MOST_ODD;
}
