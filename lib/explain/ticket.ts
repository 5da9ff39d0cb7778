import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { consoleAt } from '../detect/consoles.ts';
import { entryAsJson } from './as-json.ts';
import { asMarkdown, asText } from './as-text.ts';
import type { Explanation } from './explanation.ts';
import type { Sighting } from './sighting.ts';
import { BLANK, blanksOf } from './ticket-needs.ts';

/** Occurrences of a code, for a ticket. Not masked. */
export interface Seen extends Sender {
  /** Number of occurrences. */
  count: number;
  /** The messages with this code. The first few are included in the ticket. */
  places: readonly Sighting[];
  /** The nearby text. */
  text: string | null;
}

export const TICKET_FORMS = ['markdown', 'text', 'json'] as const;
export type TicketForm = (typeof TICKET_FORMS)[number];

type Fact = readonly [name: string, value: string];

const MOST_PLACES = 5;
const MOST_TEXT = 600;

/**
 * Formats a ticket for a support desk: the desk, the evidence with its nearby text, placeholders for unknown values that the desk
 * asks for, then code, meaning, verdict and steps. Contains personal data: mask it with `redact` or `partsOf`.
 */
export function ticketText(
  explanation: Explanation,
  seen: Seen | null,
  form: TicketForm,
  catalogue: Catalogue,
): string {
  if (form === 'json') return `${JSON.stringify(asObject(explanation, seen, catalogue), null, 2)}\n`;
  const desk: Fact = ['To', deskOf(explanation, seen ?? {}, catalogue)];
  const evidence = seen ? evidenceOf(seen) : [];
  const blanks = blanksOf(explanation.entry, placesOf(seen), catalogue);
  if (form === 'text') {
    const line = ([name, value]: Fact) => `${name}: ${value.replace(/\s+/g, ' ')}.`;
    const open = blanks.map((name) => line([name, BLANK]));
    const parts = [line(desk), ...evidence.map(line), ...open, asText(explanation, catalogue, 'ticket')];
    return parts.join(' ').replaceAll('..', '.');
  }
  const facts = evidence.map(([name, value]) => `- ${name}: ${code(value)}\n`);
  const open = blanks.map((name) => `- ${name}: ${BLANK}\n`);
  const told = asMarkdown(explanation, catalogue, 'ticket');
  return [`**To:** ${desk[1]}\n`, [...facts, ...open].join(''), told].join('\n');
}

const placesOf = (seen: Seen | null) => seen?.places.slice(0, MOST_PLACES) ?? [];

function evidenceOf(seen: Seen): Fact[] {
  const { host, path, count, text } = seen;
  const facts: Fact[] = [];
  const add = (name: string, value: string | null | undefined) => {
    if (value) facts.push([name, value]);
  };
  add('Seen on', host && `${host}${path ?? ''}`);
  if (count > 1) add('Failures', String(count));
  for (const { message, recipient, time, trace } of placesOf(seen)) {
    add('Message', message);
    add('Recipient', recipient);
    add('Time', timeText(time));
    add('fbtrace_id', trace);
  }
  add('Text next to the code', text?.trim().slice(0, MOST_TEXT));
  return facts;
}

/** Returns the original text, but formats Unix seconds as ISO 8601, because they look like a phone number. */
function timeText(time: Sighting['time']): string | null {
  if (!time || time.at === null || !/^\d+$/.test(time.text)) return time?.text ?? null;
  return new Date(time.at).toISOString().replace('.000Z', 'Z');
}

function asObject(explanation: Explanation, seen: Seen | null, catalogue: Catalogue) {
  const { code: written, subcode, entry, detail } = explanation;
  return {
    to: deskOf(explanation, seen ?? {}, catalogue),
    seen: seen && {
      page: seen.host ? `${seen.host}${seen.path ?? ''}` : null,
      count: seen.count,
      places: placesOf(seen).map(({ message, recipient, time, trace }) => ({
        message_id: message,
        recipient,
        timestamp: timeText(time),
        fbtrace_id: trace,
      })),
      text: seen.text?.trim().slice(0, MOST_TEXT) ?? null,
    },
    to_fill_in: Object.fromEntries(blanksOf(entry, placesOf(seen), catalogue).map((name) => [name, BLANK])),
    code: written,
    subcode,
    entry: entry && withoutClaims(entry),
    detail: detail?.meaning ?? null,
  };
}

/** Removes the sources: a desk needs the failure, not its documentation. */
function withoutClaims(entry: Entry) {
  const { claims: _, ...rest } = entryAsJson(entry);
  return rest;
}

/** Formats a Markdown code span with a fence longer than any run of backticks in it. */
export function code(value: string): string {
  const text = value.replace(/\s+/g, ' ');
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

/** The page of the code, which helps to identify the sender. */
export interface Sender {
  host?: string | null | undefined;
  path?: string | null | undefined;
  /** Selected by the user. */
  provider?: string | null | undefined;
}

/**
 * Returns the support desk for a ticket. Customers of a provider contact the provider, even about Meta's codes; direct
 * customers contact Meta. Names both if the page does not decide.
 */
export function deskOf({ entry }: Pick<Explanation, 'entry'>, sender: Sender, catalogue: Catalogue): string {
  const { host, path, provider } = sender;
  const place = host ? consoleAt(catalogue.consoles, host, path ?? '/')?.provider : undefined;
  const ids = [provider, place, entry?.provider];
  const own = ids.find((id) => id && id !== 'meta');
  const desk = own ? catalogue.provider(own)?.desk : undefined;
  if (desk) return desk;
  const meta = catalogue.provider('meta')?.desk ?? 'Meta support';
  return provider === 'meta' || place === 'meta'
    ? `${meta}; if you send through a provider, its support instead`
    : `your provider’s support; if you send directly, ${meta}`;
}
