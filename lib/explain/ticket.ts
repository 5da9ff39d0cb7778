import type { Catalogue } from '../catalogue/catalogue.ts';
import { entryAsJson } from './as-json.ts';
import { asMarkdown, asText } from './as-text.ts';
import { deskOf, type Sender } from './desk.ts';
import type { Explanation } from './explanation.ts';
import type { Sighting } from './sighting.ts';

/** Where a code was seen: what a ticket tells besides its meaning. Not masked. */
export interface Seen extends Sender {
  /** How often. */
  count: number;
  /** The messages it was seen with; the first few go along. */
  places: readonly Sighting[];
  /** The text beside it. */
  text: string | null;
}

export const TICKET_FORMS = ['markdown', 'text', 'json'] as const;
export type TicketForm = (typeof TICKET_FORMS)[number];

const MOST_PLACES = 5;
const MOST_TEXT = 600;

/**
 * What goes to a support desk: code, meaning, verdict, steps, sources, and where it was seen. Holds what people must not read of
 * others: mask it with `redact` or `partsOf`.
 */
export function ticketText(
  explanation: Explanation,
  seen: Seen | null,
  form: TicketForm,
  catalogue: Catalogue,
): string {
  const facts = factsOf(explanation, seen, catalogue);
  if (form === 'json') return `${JSON.stringify(asObject(explanation, seen, catalogue), null, 2)}\n`;
  if (form === 'text') {
    const lines = facts.map(([name, value]) => `${name}: ${value.replace(/\s+/g, ' ')}.`);
    return [asText(explanation, catalogue), ...lines].join(' ').replaceAll('..', '.');
  }
  const lines = facts.map(([name, value]) => `- ${name}: ${code(value)}`);
  return `${asMarkdown(explanation, catalogue)}\n${lines.join('\n')}\n`;
}

function factsOf(explanation: Explanation, seen: Seen | null, catalogue: Catalogue): [string, string][] {
  const facts: [string, string][] = [];
  const add = (name: string, value: string | null | undefined) => {
    if (value) facts.push([name, value]);
  };
  if (seen) {
    const { host, path, count, places, text } = seen;
    add('Seen on', host && `${host}${path ?? ''}`);
    if (count > 1) add('Failures', String(count));
    for (const { message, recipient, time, trace } of places.slice(0, MOST_PLACES)) {
      add('Message', message);
      add('Recipient', recipient);
      add('Time', time?.text);
      add('fbtrace_id', trace);
    }
    add('Text beside it', text?.trim().slice(0, MOST_TEXT));
  }
  add('For', deskOf(explanation, seen ?? {}, catalogue));
  return facts;
}

function asObject(explanation: Explanation, seen: Seen | null, catalogue: Catalogue) {
  const { code: written, subcode, entry, detail } = explanation;
  return {
    code: written,
    subcode,
    entry: entry && entryAsJson(entry),
    detail: detail?.meaning ?? null,
    sources: (entry?.claims ?? []).map(({ source }) => catalogue.source(source)?.url ?? source),
    seen: seen && {
      page: seen.host ? `${seen.host}${seen.path ?? ''}` : null,
      count: seen.count,
      places: seen.places.slice(0, MOST_PLACES).map(({ message, recipient, time, trace }) => ({
        message_id: message,
        recipient,
        timestamp: time?.text ?? null,
        fbtrace_id: trace,
      })),
      text: seen.text?.trim().slice(0, MOST_TEXT) ?? null,
    },
    for: deskOf(explanation, seen ?? {}, catalogue),
  };
}

/** A span of code in Markdown: longer fences than any run of backticks within. */
function code(value: string): string {
  const text = value.replace(/\s+/g, ' ');
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}
