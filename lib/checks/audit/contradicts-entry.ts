import type { EntryKey } from '../../../data/schema.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { findLineEnd, findLineStart } from '../../structure/lines.ts';
import { auditText } from './audit.ts';

/** In a payload, a log, a list of messages, a question or a request, a text next to a code does not explain it. */
const RECORD =
  /[{}=]|["']\s?:|\d:\d\d|\d{4}-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2}|\d{7}|(?:\d[ ()-]{1,2}){7}|[?¿]|\b(?:ago|today|yesterday|please|why|por favor|por qu[eê])\b/i;
/** The only code, at the start of a line or row. In a sentence, what follows says more than its meaning. */
const EXPLAINED =
  /^[^\p{L}\d]{0,6}(?:(?:error|code|c[oó]digo|erro|meta|whatsapp|kode|hata)[ #(]{1,3}){0,3}\d{6}[)\]`*"'\s]{0,4}(?:[:=–—→\t|-](?!.{0,160}(?<!\d)\d{5,6}(?!\d)))/iu;
const MAX_LENGTH = 160;

/**
 * Returns true if a line or tab-separated row surely gives the common code at its start the meaning of another.
 *
 * @param start An offset in the line.
 */
export function contradictsEntry(
  text: string,
  start: number,
  key: EntryKey,
  catalogue: Catalogue,
): boolean {
  const line = text
    .slice(findLineStart(text, start), findLineEnd(text, start))
    .trim();

  const common = new Set<string | undefined>(
    catalogue.mostCommon.map((one) => one.key),
  );

  if (
    !common.has(key) ||
    line.length > MAX_LENGTH ||
    RECORD.test(line) ||
    !EXPLAINED.test(line)
  )
    return false;

  return auditText(line, 'page.tsv', catalogue, true).some(
    ({ kind, entry, other }) =>
      kind === 'meaning' && entry.key === key && common.has(other?.key),
  );
}
