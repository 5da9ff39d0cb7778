import type { AcceptedDifference } from '../../data/schema.ts';
import { formatCodeSpan } from '../../lib/answer/format/ticket.ts';
import { isOffline, isPageGone, type LinkCheck } from './check-links.ts';
import type { SourceCheck } from './check-sources.ts';
import type { Difference } from './compare.ts';

const HEADINGS: Record<AcceptedDifference['kind'], string> = {
  new: 'New codes',
  title: 'Changed titles',
  http: 'Changed statuses',
  text: 'Changed texts',
  vanished: 'No longer on the page',
  unclaimed: 'In the catalogue, without a claim of this source',
};
const MAX_SHOWN = 200;

/** Formats the result of a check as Markdown. A page's words become code spans, in which GitHub creates no links and mentions nobody. */
export function formatChecks(checks: readonly SourceCheck[]): string {
  const different = checks.filter(({ differences }) => differences.length > 0);

  const unreadable = checks.flatMap(({ id, url, unreadable: why }) =>
    why ? `- ${id} ${quote(url)}: ${quote(why)}` : [],
  );

  const count = different.reduce(
    (sum, { differences }) => sum + differences.length,
    0,
  );

  const intro = [
    `${checks.length - unreadable.length} of ${checks.length} sources read:`,
    `${count} differences in ${different.length} of them,`,
    `${unreadable.length} unreadable.`,
  ].join(' ');

  return [
    intro,
    ...different.map(formatSource),
    ...(unreadable.length > 0 ? ['## Unreadable', unreadable.join('\n')] : []),
  ].join('\n\n');
}

/** Formats whether each address still answers. Those whose page is gone come first. */
export function formatLinks(links: readonly LinkCheck[]): string {
  if (isOffline(links))
    return `## Addresses\n\nNo network: none of the ${links.length} addresses answered, so nothing is known of them and nothing is recorded.`;

  const gone = links.filter(isPageGone);
  const silent = links.filter(
    (one) => 'failure' in one.answer && !isPageGone(one),
  );
  const alive = links.length - gone.length - silent.length;
  const sorted = [...new Set([...gone, ...silent, ...links])];

  return [
    '## Addresses',
    `${alive} of ${links.length} addresses answer, ${gone.length} are gone, ${silent.length} did not answer this time.`,
    sorted.map(formatLink).join('\n'),
  ].join('\n\n');
}

function formatLink({ url, read, sources, answer }: LinkCheck): string {
  const state = 'status' in answer ? `HTTP ${answer.status}` : answer.failure;

  return `- ${quote(url)}: ${quote(state)}, last read ${read}, of ${sources.join(', ')}`;
}

function formatSource({ id, url, differences }: SourceCheck): string {
  const kinds = Object.entries(HEADINGS).flatMap(([kind, heading]) => {
    const own = differences.filter((one) => one.kind === kind);
    return own.length > 0
      ? [`${heading} (${own.length}):\n${own.map(formatDifference).join('\n')}`]
      : [];
  });

  return [`## ${id}`, quote(url), ...kinds].join('\n\n');
}

function formatDifference({ code, here, there }: Difference): string {
  const texts = [
    here && `here ${quote(here)}`,
    there && `page ${quote(there)}`,
  ].filter(Boolean);

  return `- ${quote(code)}${texts.length > 0 ? `: ${texts.join(', ')}` : ''}`;
}

function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return formatCodeSpan(
    line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)}…` : line,
  );
}
