import { anyOf, joinPatterns } from '../../core/pattern-parts.ts';
import { findLineEnd, findLineStart } from '../../structure/lines.ts';

/** In a payload, a log, a list of messages, a question or a request, a text next to a code does not explain it. */
const RECORD = anyOf(
  [
    /[{}=]/,
    /["']\s?:/,
    /\d:\d\d/,
    /\d{4}-\d\d/,
    /\d{1,2}[./]\d{1,2}[./]\d{2}/,
    /\d{7}/,
    /(?:\d[ ()-]{1,2}){7}/,
    /[?¿]/,
    /\b(?:ago|today|yesterday|please|why|por favor|por qu[eê])\b/,
  ],
  'i',
);
/** The code at the start of a line or row. */
const LEADING_CODE = joinPatterns(
  [
    /^[^\p{L}\d]{0,6}/u,
    /(?:(?:error|code|c[oó]digo|erro|meta|whatsapp|kode|hata)[ #(]{1,3}){0,3}/u,
    /(\d{6})(?!\d)[)\]`*"'\s]{0,4}/u,
  ],
  'iu',
);
/** Between a code and its meaning: a sign, or a verb that says so. */
const SIGN = /^[:=–—→\t|-]\s{0,3}/;
const COPULA = joinPatterns(
  [
    /^/u,
    [
      /means?/u,
      /meaning/u,
      /indicates/u,
      /signifi(?:es|ca|e)/u,
      /denotes/u,
      /indi(?:ca|que)/u,
      /quer/u,
      /quiere/u,
      /bedeutet/u,
      /veut/u,
      /berarti/u,
      /artinya/u,
      /demek/u,
    ],
    /\s/u,
  ],
  'iu',
);
/** In a sentence with another code, what follows says more than the meaning of the first. */
const OTHER_CODE = /(?<!\d)\d{5,6}(?!\d)/;
/** A phrase without the signs around it. */
const BARE_PHRASE = /[\p{L}\p{N}](?:.*[^\s"'`*|])?/u;
const MAX_LENGTH = 160;

/**
 * Reads a line or tab-separated row that explains the code at its start.
 *
 * @param start An offset in the line.
 * @returns The code and what the line says of it, a text for each cell. Null for any other line.
 */
export function readExplainedLine(
  text: string,
  start: number,
): { code: string; phrases: string[] } | null {
  const line = text
    .slice(findLineStart(text, start), findLineEnd(text, start))
    .trim();

  if (line.length > MAX_LENGTH || RECORD.test(line)) return null;

  const [lead = '', code = ''] = LEADING_CODE.exec(line) ?? [];
  if (code === '') return null;

  // The tab of a row is a part of what follows the code.
  const rest = line.slice(lead.trimEnd().length).replace(/^ {1,4}/, '');
  const [sign] = SIGN.exec(rest) ?? COPULA.exec(rest) ?? [];
  if (sign === undefined || OTHER_CODE.test(rest)) return null;

  const phrases = rest
    .slice(sign.length)
    .split(/\t+/)
    .flatMap((phrase) => BARE_PHRASE.exec(phrase)?.[0] ?? []);

  return phrases.length > 0 ? { code, phrases } : null;
}
