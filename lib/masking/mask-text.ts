import MASKS from '../../data/masks.json' with { type: 'json' };
import type { Span } from '../core/spans.ts';
import { escapeLiteral } from '../detect/literals.ts';

export { MASKS };

export type MaskedKind = keyof typeof MASKS;

export interface MaskedSpan extends Span {
  masked: MaskedKind;
  /** True for a word that only the tagger took for private, without much evidence. */
  isUnsure?: boolean;
}

/** A part of a text, kept or to be masked. All parts together are the text. */
export interface TextPart {
  text: string;
  masked: MaskedKind | null;
  /** True if it may well be harmless: see `tagger.ts`. */
  isUnsure?: boolean;
}

/** Splits a text into parts. Large, so it is loaded only before a copy. See `find-private-parts.ts`. */
export interface Masker {
  splitIntoParts(text: string): readonly TextPart[];
}

/** Invisible characters that no script needs: they can reorder a text or hide a part of it. */
const INVISIBLE = /[\u061c\u200b\u200e\u200f\u2060-\u2064\ufeff]/g;
const CONTROLS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
  /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g;
const CONTROL_PICTURES = 0x2400;

/** Makes control and bidi characters visible. Removes invisible marks, or replaces each by one character. */
export const showControls = (text: string, mark = ''): string =>
  text
    .replace(INVISIBLE, mark)
    .replace(CONTROLS, (unit) =>
      unit < ' '
        ? String.fromCharCode(CONTROL_PICTURES + unit.charCodeAt(0))
        : '\ufffd',
    );

/** Returns the text with its private parts replaced. Keeps line breaks within a masked part, so line numbers don't change. */
export function maskText(
  parts: readonly TextPart[],
  mask: (kind: MaskedKind, match: string) => string = (kind, match) =>
    MASKS[kind] + match.replace(/[^\n]+/g, ''),
): string {
  return parts
    .map(({ text, masked }) =>
      masked ? mask(masked, text) : showControls(text),
    )
    .join('');
}

const joinSpaces = (text: string): string => text.replace(/\s+/g, ' ');

/**
 * Splits a text that Errata wrote around texts of others: only parts of those are masked.
 *
 * @param quoted The texts of others.
 */
export function splitQuoting(
  masker: Masker,
  text: string,
  quoted: readonly string[],
): TextPart[] {
  const others = quoted.map(joinSpaces).join('\n');

  return masker
    .splitIntoParts(text)
    .map((part) =>
      part.masked && !others.includes(joinSpaces(part.text))
        ? { ...part, masked: null }
        : part,
    );
}

/** Masks further words in the parts that are not masked, wherever no letter or digit is next to them. */
export function maskWords(
  parts: readonly TextPart[],
  words: ReadonlySet<string>,
  kind: MaskedKind = 'text',
) {
  if (words.size === 0) return parts;

  const any = [...words].map(escapeLiteral).join('|');

  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(${any})(?![\\p{L}\\p{N}])`,
    'gu',
  );

  return parts.flatMap((part) =>
    part.masked
      ? [part]
      : part.text.split(pattern).map(
          (text): TextPart => ({
            text,
            masked: words.has(text) ? kind : null,
          }),
        ),
  );
}
