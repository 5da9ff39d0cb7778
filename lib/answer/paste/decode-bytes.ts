import packed from '../../../data/packed-files.json' with { type: 'json' };
import { t } from '../../core/i18n/translate.ts';

export interface DecodeError {
  /** A sentence for the user: `This is a PDF, not text.` */
  message: string;
  remedy: string;
  /** A shell command that converts the input to text. Null if there is none. */
  command: string | null;
}

/** Number of bytes that are checked to detect the type of an input. */
export const SNIFF_BYTES = 8_192;
/** Maximum share of control characters in a text. Logs contain a few. */
const MAX_CONTROL_SHARE = 0.1;

/** Returns the reason why an input is not readable text, from its first bytes (at most `SNIFF_BYTES`). Returns null for text. */
export function findDecodeError(head: Uint8Array): DecodeError | null {
  // Magic bytes of the formats that are often mistaken for logs.
  const found = packed.find(({ magic }) =>
    magic.every((byte, at) => head[at] === byte),
  );

  if (found) {
    const { name: nameWords, way: wayWords, command } = found;

    return {
      message: t('This is $1, not text.', t(nameWords)),
      remedy: t(wayWords),
      command,
    };
  }

  if (!isBinary(new TextDecoder(detectEncoding(head)).decode(head)))
    return null;

  return {
    message: t('This isn’t text.'),
    remedy: t('Use a text file: a log, a payload or a table.'),
    command: null,
  };
}

/** Detects UTF-16 by its byte order mark or a zero byte beside nearly every Latin character, else UTF-8. */
export function detectEncoding(
  head: Uint8Array,
): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (head.length < 4) return 'utf-8';

  const zeros = [0, 0];

  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });

  const [even = 0, odd = 0] = zeros;

  const isWide =
    Math.max(even, odd) > head.length * 0.3 &&
    Math.min(even, odd) < head.length * 0.02;

  if (!isWide) return 'utf-8';

  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** Decodes a whole file. Returns a `DecodeError` if it is not text. Invalid UTF-8 becomes U+FFFD, which does not hide a code. */
export function decodeBytes(bytes: Uint8Array): string | DecodeError {
  const head = bytes.subarray(0, SNIFF_BYTES);
  return (
    findDecodeError(head) ?? new TextDecoder(detectEncoding(head)).decode(bytes)
  );
}

/** White space such as form feeds, and ESC (colours in a log), count as text. */
function isBinary(text: string): boolean {
  const odd =
    text.match(/[^\P{Cc}\s]/gu)?.filter((unit) => unit !== '\u001b') ?? [];
  return odd.length > text.length * MAX_CONTROL_SHARE;
}
