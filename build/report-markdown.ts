import type { Claim, Entry } from '../data/schema.ts';
import type { Catalogue } from '../lib/catalogue/catalogue.ts';

/** Formatting shared by all parts of `docs/catalogue.md`: an entry, a claim, a table. */

export function formatEntryHeading(
  { provider, api, code, subcode, title }: Entry,
  { apiName }: Catalogue,
): string {
  return `${code}${subcode ? `/${subcode}` : ''} ${escapeMarkdownText(title)}, ${apiName({ provider, api })}`;
}

export function formatClaim(claim: Claim, catalogue: Catalogue): string {
  const source = catalogue.source(claim.source);
  const row = claim.row === undefined ? '' : `, row ${claim.row}`;
  const said = claim.title ? `“${escapeMarkdownText(claim.title)}”` : escapeMarkdownText(claim.says ?? '');
  const http = claim.http === undefined ? '' : ` (HTTP ${claim.http})`;
  return `${source?.publisher ?? claim.source}, ${escapeMarkdownText(source?.name ?? '')}${row}: ${said}${http}`;
}

export function getPublishers({ claims }: Entry, { source }: Pick<Catalogue, 'source'>): string[] {
  const names = claims
    .filter(({ agrees }) => agrees)
    .map((claim) => source(claim.source)?.publisher ?? claim.source);
  return [...new Set(names)];
}

export function formatMarkdownTable(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const formatLine = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [formatLine(head), formatLine(head.map(() => '---')), ...rows.map(formatLine)].join('\n');
}

/** Escapes text for a Markdown table cell, and collapses white space. */
export const escapeMarkdownText = (text: string) => text.replace(/\s+/g, ' ').replace(/[|*_<>[\]]/g, '\\$&');
