import type { CatalogueData, Claim, Entry } from '../data/schema.ts';
import type { Catalogue } from '../lib/catalogue/catalogue.ts';
import { getRegistryId } from '../lib/core/entry-key.ts';
import { escapeMarkdown } from '../lib/format/explanation-text.ts';

/** Generates `docs/catalogue.md` in Markdown. It depends on the data alone, with all dates and versions. */
export function createCatalogueReport(catalogue: Catalogue): string {
  const sections = [
    intro(catalogue),
    '## By provider and registry\n',
    byRegistry(catalogue),
    '## Conflicts, and how they were decided\n',
    `A source that is wrong keeps its line. ${conflicting(catalogue.entries).length} entries have at least one.\n`,
    conflicts(catalogue),
    '## Sources\n',
    sources(catalogue),
  ];
  return `${sections.map((section) => section.trimEnd()).join('\n\n')}\n`;
}

function intro({ entries, providers, sources }: Catalogue): string {
  const owners = new Set(entries.map(({ provider }) => provider));
  const count = (level: Entry['confidence']) =>
    entries.filter(({ confidence }) => confidence === level).length;
  const inferred = count('inferred') > 0 ? `, ${count('inferred')} are inferred` : '';
  return `# What is in the catalogue

<!-- Made by \`npm run report\` from data/. Do not edit: a test fails where it is out of date. -->

${number(entries.length)} entries of ${owners.size} providers (${providers.length} are known by name), from ${sources.length} sources.
${number(count('confirmed'))} are confirmed, ${number(count('single-source'))} are not yet${inferred}.

*Confirmed*: two publishers agree, or the provider’s own page says it. It means read alike in two places, not measured twice:
most lists of others go back to Meta’s page.`;
}

function byRegistry({ entries, apiName }: Catalogue): string {
  const rows = [...Map.groupBy(entries, getRegistryId)].map(([id, group]) => [
    group.map(apiName)[0] ?? id,
    `\`${id}\``,
    group.length,
    group.filter(({ confidence }) => confidence === 'confirmed').length,
    group.filter(({ confidence }) => confidence === 'single-source').length,
    group.filter(({ deprecated }) => deprecated).length,
  ]);
  return formatMarkdownTable(['Registry', 'Key', 'Entries', 'Confirmed', 'One publisher', 'Retired'], rows);
}

const conflicting = (entries: readonly Entry[]) =>
  entries.filter(({ claims }) => claims.some(({ agrees }) => !agrees));

function conflicts(catalogue: Catalogue): string {
  return conflicting(catalogue.entries)
    .map((entry) => {
      const lines = entry.claims
        .filter(({ agrees }) => !agrees)
        .map((claim) => `- ${formatClaim(claim, catalogue)} → ${escapeMarkdown(claim.reason ?? '')}`);
      return `**${formatEntryHeading(entry, catalogue)}**\n${lines.join('\n')}\n- *Decided:* ${escapeMarkdown(entry.decided ?? '')}`;
    })
    .join('\n\n');
}

function sources({ sources, entries }: CatalogueData): string {
  const claims = entries.flatMap((entry) => entry.claims);
  const rows = sources.map(({ id, name, publisher, kind, url, seen, trust }) => {
    const own = claims.filter(({ source }) => source === id);
    const against = own.filter(({ agrees }) => !agrees).length;
    const title = escapeMarkdown(`${publisher}: ${name}`);
    return [url ? `[${title}](${url})` : title, kind, trust, seen, own.length, against];
  });
  return formatMarkdownTable(['Source', 'Kind', 'Trust', 'Last checked', 'Claims', 'Against'], rows);
}

const number = (count: number) => count.toLocaleString('en');

const formatEntryHeading = ({ provider, api, code, subcode, title }: Entry, { apiName }: Catalogue): string =>
  `${code}${subcode ? `/${subcode}` : ''} ${escapeMarkdown(title)}, ${apiName({ provider, api })}`;

function formatClaim(claim: Claim, catalogue: Catalogue): string {
  const source = catalogue.source(claim.source);
  const row = claim.row === undefined ? '' : `, row ${claim.row}`;
  const said = claim.title ? `“${escapeMarkdown(claim.title)}”` : escapeMarkdown(claim.says ?? '');
  const http = claim.http === undefined ? '' : ` (HTTP ${claim.http})`;
  return `${source?.publisher ?? claim.source}, ${escapeMarkdown(source?.name ?? '')}${row}: ${said}${http}`;
}

function formatMarkdownTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]) {
  const formatLine = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [formatLine(head), formatLine(head.map(() => '---')), ...rows.map(formatLine)].join('\n');
}
