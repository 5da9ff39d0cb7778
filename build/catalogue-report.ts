import { type CatalogueData, type Entry, LOOKUP_RESULTS } from '../data/schema.ts';
import type { Catalogue } from '../lib/catalogue/catalogue.ts';
import { findAmbiguousWrappedCodes } from '../lib/catalogue/relations.ts';
import { getRegistryId } from '../lib/core/entry-key.ts';
import {
  escapeMarkdownText,
  formatClaim,
  formatEntryHeading,
  formatMarkdownTable,
  getPublishers,
} from './report-markdown.ts';
import { findThinEntries } from './thin-steps.ts';

/**
 * Generates `docs/catalogue.md`: the contents of the catalogue, disagreements between sources, and entries with a single source.
 *
 * @returns Markdown that depends on the data alone. All dates and versions come from the data.
 */
export function createCatalogueReport(catalogue: Catalogue): string {
  const sections = [
    intro(catalogue),
    '## By provider and registry\n',
    byRegistry(catalogue),
    '## What programs read\n',
    coverageByProvider(catalogue),
    '## By class\n',
    byClass(catalogue),
    '## Codes that look like errors\n',
    successes(catalogue),
    '## Conflicts, and how they were decided\n',
    `A source that is wrong keeps its line. ${conflicting(catalogue.entries).length} entries have at least one.\n`,
    conflicts(catalogue),
    '## Right, with a remark\n',
    'Sources that mean the same, but are short, of their time, or say something more of their own.\n',
    remarks(catalogue),
    '## Where a provider’s number loses information\n',
    'One number of the provider stands for several of Meta’s; nothing beside it says which.\n',
    losses(catalogue),
    '## The codes that people meet most\n',
    mostMet(catalogue),
    '## Steps that repeat the headline\n',
    thin(catalogue),
    '## Looked up again\n',
    secondSources(catalogue),
    '## One publisher only\n',
    'Nothing else that could be read confirms these. They are shown with that remark.\n',
    singleSource(catalogue),
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

<!-- Made by \`npm run report\` from data/. Do not edit: check and build fail where it is out of date. -->

${number(entries.length)} entries of ${owners.size} providers (${providers.length} are known by name), from ${sources.length} sources.
${number(count('confirmed'))} are confirmed, ${number(count('single-source'))} are not yet${inferred}.

*Confirmed*: two publishers agree, or the provider’s own page says it. It means read alike in two places, not measured twice:
most lists of others go back to Meta’s page.`;
}

function byRegistry({ entries, apiName }: Catalogue): string {
  const rows = grouped(entries, getRegistryId).map(([id, group]) => [
    group.map(apiName)[0] ?? id,
    `\`${id}\``,
    group.length,
    group.filter(({ confidence }) => confidence === 'confirmed').length,
    group.filter(({ confidence }) => confidence === 'single-source').length,
    group.filter(({ deprecated }) => deprecated).length,
  ]);
  return formatMarkdownTable(['Registry', 'Key', 'Entries', 'Confirmed', 'One publisher', 'Retired'], rows);
}

/** How much of the catalogue programs compare with its sources. */
function coverageByProvider({ coverage, entries, sources, provider }: Catalogue): string {
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

function byClass({ entries }: Catalogue): string {
  const turns = ['you', 'recipient', 'meta', 'provider', 'nobody'] as const;
  const rows = grouped(entries, (entry) => entry.class)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, group]) => [
      name,
      group.length,
      ...turns.map((turn) => group.filter(({ verdict }) => verdict.turn === turn).length),
    ]);
  return formatMarkdownTable(
    ['Class', 'Entries', 'Your turn', 'Recipient', 'Meta', 'Provider', 'Nobody'],
    rows,
  );
}

function successes({ entries, apiName }: Catalogue): string {
  return grouped(
    entries.filter(({ success }) => success),
    apiName,
  )
    .map(
      ([name, group]) =>
        `- ${name}: ${group.map(({ code, title }) => `${code} ${escapeMarkdownText(title)}`).join(', ')}`,
    )
    .join('\n');
}

const conflicting = (entries: readonly Entry[]) =>
  entries.filter(({ claims }) => claims.some(({ agrees }) => !agrees));

function conflicts(catalogue: Catalogue): string {
  return conflicting(catalogue.entries)
    .map((entry) => {
      const lines = entry.claims
        .filter(({ agrees }) => !agrees)
        .map((claim) => `- ${formatClaim(claim, catalogue)} → ${escapeMarkdownText(claim.reason ?? '')}`);
      return `**${formatEntryHeading(entry, catalogue)}**\n${lines.join('\n')}\n- *Decided:* ${escapeMarkdownText(entry.decided ?? '')}`;
    })
    .join('\n\n');
}

function remarks(catalogue: Catalogue): string {
  const rows = catalogue.entries.flatMap((entry) =>
    entry.claims
      .filter(({ agrees, reason }) => agrees && reason)
      .map((claim) => [
        formatEntryHeading(entry, catalogue),
        formatClaim(claim, catalogue),
        escapeMarkdownText(claim.reason ?? ''),
      ]),
  );
  return formatMarkdownTable(['Code', 'Source', 'Remark'], rows);
}

function losses(catalogue: Catalogue): string {
  const rows = catalogue.entries.flatMap((entry) => {
    const lost = findAmbiguousWrappedCodes(entry);
    const codes = lost.map((key) => catalogue.byKey.get(key)?.code ?? key);
    const [key = ''] = lost;
    const behind = catalogue.byKey.get(key);
    return behind
      ? [[formatEntryHeading(entry, catalogue), `${codes.join(', ')} (${catalogue.apiName(behind)})`]]
      : [];
  });
  return formatMarkdownTable(['Provider’s code', 'Stands for'], rows);
}

function mostMet(catalogue: Catalogue): string {
  const rows = catalogue.mostCommon.flatMap(({ key, texts, threads }, at) => {
    const entry = catalogue.byKey.get(key);
    return entry ? [[at + 1, formatEntryHeading(entry, catalogue), texts, threads]] : [];
  });
  return `Each of these has a checklist in order of likelihood, words for the customer and the list for a ticket. Counted on 20 November 2026:
*texts* are the snippets of the labelled corpus (548, from public issues, forums, logs, payloads and pages) that name the code, *threads*
the distinct public addresses among them and the issue threads that a look-up by code and title found besides. The order is by both
together, then by texts, then by publishers that list the code. A code of the retired on-premises API counts half, since only old logs
hold it. Below the fortieth place the counts are small, and the order is little more than a choice.

${formatMarkdownTable(['', 'Code', 'Texts', 'Threads'], rows)}`;
}

function thin(catalogue: Catalogue): string {
  const entries = findThinEntries(catalogue.entries);
  if (entries.length === 0) return 'None.';
  return entries.map((entry) => `- ${formatEntryHeading(entry, catalogue)}: ${entry.next}`).join('\n');
}

const RESULT_TEXTS = {
  publisher: 'Another publisher says so',
  edition: 'Another text of the same publisher',
  name: 'Its name only',
  nothing: 'Nothing',
} as const;

function secondSources({ entries, apiName }: Catalogue): string {
  const again = entries.filter(({ checked }) => checked);
  const days = again.flatMap(({ checked }) => checked?.on ?? []).sort();
  const formatRow = (name: string, own: readonly Entry[]) => [
    name,
    ...LOOKUP_RESULTS.map((found) => own.filter(({ checked }) => checked?.found === found).length),
  ];
  const open = entries.filter(({ confidence, checked }) => confidence === 'single-source' && !checked).length;
  const counts = formatMarkdownTable(
    ['Registry', ...LOOKUP_RESULTS.map((found) => RESULT_TEXTS[found])],
    [...[...Map.groupBy(again, apiName)].map(([name, own]) => formatRow(name, own)), formatRow('All', again)],
  );
  return `${again.length} entries that had rested on one publisher were looked up again in public documentation, code and threads, the last on ${days.at(-1) ?? ''};
${open} were not. A list counts as looked up when its rarest words were: where nobody else prints those, its other rows are taken to
be found nowhere either. Finding nothing proves little, since the index that was searched answers with ten files for a number.

${counts}`;
}

function singleSource(catalogue: Catalogue): string {
  const single = catalogue.entries.filter((entry) => entry.confidence === 'single-source');
  return grouped(single, catalogue.apiName)
    .map(([name, group]) => {
      const bySource = grouped(group, (entry) => getPublishers(entry, catalogue).join(', '));
      const lines = bySource.map(
        ([source, some]) =>
          `- ${source}: ${some.map(({ code, subcode }) => (subcode ? `${code}/${subcode}` : code)).join(', ')}`,
      );
      return `**${name}** (${group.length})\n${lines.join('\n')}`;
    })
    .join('\n\n');
}

function sources({ sources, entries }: CatalogueData): string {
  const claims = entries.flatMap((entry) => entry.claims);
  const rows = sources.map(({ id, name, publisher, kind, url, seen, trust }) => {
    const own = claims.filter(({ source }) => source === id);
    const against = own.filter(({ agrees }) => !agrees).length;
    const title = escapeMarkdownText(`${publisher}: ${name}`);
    return [url ? `[${title}](${url})` : title, kind, trust, seen, own.length, against];
  });
  return formatMarkdownTable(['Source', 'Kind', 'Trust', 'Last checked', 'Claims', 'Against'], rows);
}

const grouped = <T>(all: readonly T[], by: (one: T) => string) => [...Map.groupBy(all, by)];

const number = (count: number) => count.toLocaleString('en');
