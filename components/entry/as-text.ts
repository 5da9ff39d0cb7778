import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import { verdictLine } from '../../lib/explain/words.ts';

export function asText(
  { code, entry }: Explanation,
  catalogue: Catalogue,
  form: 'text' | 'markdown',
): string {
  if (!entry) return `${code}: not in the catalogue of Errata.`;
  const words = verdictLine(entry, catalogue);
  const head = form === 'text' ? `${code} ${entry.title}` : `**\`${code}\` ${entry.title}**`;
  return `${head} (${catalogue.apiName(entry)}). ${words.line}. ${words.next}`;
}
