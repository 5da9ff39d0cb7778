import type { AcceptedDifference } from '../../data/schema.ts';
import { formatCodeSpan } from '../../lib/answer/format/ticket.ts';
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

  const intro = `${checks.length - unreadable.length} of ${checks.length} sources read: ${count} differences in ${different.length} of them, ${unreadable.length} unreadable.`;

  return [
    intro,
    ...different.map(formatSource),
    ...(unreadable.length > 0 ? ['## Unreadable', unreadable.join('\n')] : []),
  ].join('\n\n');
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
