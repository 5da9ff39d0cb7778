import type { EntryKey } from '../../data/schema.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { findLineEnd, findLineStart } from '../structure/lines.ts';
import { auditText } from './audit.ts';

/** In a payload, a log or a list of messages, a text next to a code does not explain it. */
const RECORD =
  /[{}=]|["']\s?:|\d:\d\d|\d{4}-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2}|\d{7}|(?:\d[ ()-]{1,2}){7}|\b(?:ago|today|yesterday)\b/i;
/** The only code, at the start of a line or cell. In a sentence, what follows says more than its meaning. */
const EXPLAINED =
  /^(?:[^\d\n]{0,60}\t)?[^\p{L}\d]{0,6}(?:(?:error|code|c[oó]digo|erro|meta|whatsapp|kode|hata)[ #(]{1,3}){0,3}\d{6}[)\]`*"'\s]{0,4}(?:[:=–—→\t|-](?!.{0,160}(?<!\d)\d{5,6}(?!\d)))/iu;
const MAX_LENGTH = 160;

/** Returns true if the line or tab-separated row of a position surely gives a common code the meaning of another. */
export function contradictsEntry(text: string, start: number, key: EntryKey, catalogue: Catalogue): boolean {
  const line = text.slice(findLineStart(text, start), findLineEnd(text, start)).trim();
  const common = new Set<string | undefined>(catalogue.mostCommon.map((one) => one.key));
  if (!common.has(key) || line.length > MAX_LENGTH || RECORD.test(line) || !EXPLAINED.test(line))
    return false;
  return auditText(line, 'page.tsv', catalogue, true).some(
    ({ kind, entry, other }) => kind === 'meaning' && entry.key === key && common.has(other?.key),
  );
}
