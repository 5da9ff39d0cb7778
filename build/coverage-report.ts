import type { Catalogue } from '../lib/catalogue/catalogue.ts';
import { formatMarkdownTable } from './report-markdown.ts';

/** Generates the part of `docs/catalogue.md` that shows how much of the catalogue programs compare with its sources. */
export function formatCoverage({ coverage, entries, sources, provider }: Catalogue): string {
  if (!coverage) return '';
  const claims = entries.reduce((sum, entry) => sum + entry.claims.length, 0);
  const part = (count: number, all: number) => `${count} of ${all} (${Math.round((count / all) * 100)} %)`;
  const published = formatMarkdownTable(
    ['Provider', 'Codes on the pages read', 'In the catalogue'],
    coverage.published.map(({ provider: id, codes, known }) => [
      provider(id)?.name ?? id,
      codes,
      part(known, codes),
    ]),
  );
  return `A program reads ${part(coverage.sources, sources.length)} sources (\`npm run sources\`, [sources.md](sources.md)), which carry ${part(coverage.claims, claims)} claims.
Of all claims, ${part(coverage.recentClaims, claims)} were read in the last 90 days before the last reading.

${published}`;
}
