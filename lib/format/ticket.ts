import type { Catalogue } from '../catalogue/catalogue.ts';
import { findConsole } from '../detect/find-console.ts';
import type { Explanation } from '../explain/explanation.ts';
import type { MessageContext } from '../explain/message-context.ts';
import { formatExplanationMarkdown, formatExplanationText } from './explanation-text.ts';
import { BLANK, findMissingNeeds } from './ticket-needs.ts';

/** Occurrences of a code, for a ticket. Not masked. */
export interface CodeOrigin extends TicketSender {
  count: number;
  /** The messages with this code. The first few are included in the ticket. */
  places: readonly MessageContext[];
  text: string | null;
}

export type TicketFormat = 'text' | 'markdown';

type TicketFact = readonly [name: string, value: string];

const MAX_MESSAGES = 5;
const MAX_TEXT_LENGTH = 600;

/**
 * Formats a ticket for a support desk: the desk, the evidence with its nearby text, placeholders for unknown values that the desk
 * asks for, then code, meaning, verdict and steps. Contains personal data: mask it with `splitQuoting`.
 */
export function formatTicket(
  explanation: Explanation,
  seen: CodeOrigin | null,
  form: TicketFormat,
  catalogue: Catalogue,
): string {
  const desk: TicketFact = ['To', getSupportDesk(explanation, seen ?? {}, catalogue)];
  const evidence = seen ? collectEvidence(seen) : [];
  const blanks = findMissingNeeds(explanation.entry, getMessages(seen), catalogue);
  if (form === 'text') {
    const formatFact = ([name, value]: TicketFact) => `${name}: ${value.replace(/\s+/g, ' ')}`;
    const open = blanks.map((name): TicketFact => [name, BLANK]);
    const facts = [desk, ...evidence, ...open].map(formatFact).join('\n');
    return `${facts}\n\n${formatExplanationText(explanation, catalogue, 'ticket')}\n`;
  }
  const facts = evidence.map(([name, value]) => `- ${name}: ${formatCodeSpan(value)}\n`);
  const open = blanks.map((name) => `- ${name}: ${BLANK}\n`);
  const told = formatExplanationMarkdown(explanation, catalogue, 'ticket');
  return [`**To:** ${desk[1]}\n`, [...facts, ...open].join(''), told].join('\n');
}

/** Returns the texts of others that a ticket quotes. */
export const getQuotedTexts = (seen: CodeOrigin | null): string[] =>
  [seen?.text, seen?.path, ...getMessages(seen).flatMap((message) => Object.values(message))].filter(
    (text) => typeof text === 'string',
  );

const getMessages = (seen: CodeOrigin | null) => seen?.places.slice(0, MAX_MESSAGES) ?? [];

function collectEvidence(seen: CodeOrigin): TicketFact[] {
  const { host, path, count, text } = seen;
  const facts: TicketFact[] = [];
  const addFact = (name: string, value: string | null | undefined) => {
    if (value) facts.push([name, value]);
  };
  addFact('Seen on', host && `${host}${path ?? ''}`);
  if (count > 1) addFact('Failures', String(count));
  for (const { message, recipient, template, time, trace } of getMessages(seen)) {
    addFact('Message', message);
    addFact('Recipient', recipient);
    addFact('Template', template);
    addFact('Time', formatTime(time));
    addFact('fbtrace_id', trace);
  }
  addFact('Text next to the code', text?.trim().slice(0, MAX_TEXT_LENGTH));
  return facts;
}

/** Returns the original text, but formats Unix seconds as ISO 8601, because they look like a phone number. */
function formatTime(time: MessageContext['time']): string | null {
  if (!time || time.at === null || !/^\d+$/.test(time.text)) return time?.text ?? null;
  return new Date(time.at).toISOString().replace('.000Z', 'Z');
}

/** Formats a Markdown code span with a fence longer than any run of backticks in it. */
export function formatCodeSpan(value: string): string {
  const text = value.replace(/\s+/g, ' ');
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

/** The page of the code, which helps to identify the sender. */
export interface TicketSender {
  host?: string | null | undefined;
  path?: string | null | undefined;
  /** Selected by the user. */
  provider?: string | null | undefined;
}

/** Customers of a provider contact it, even about Meta’s codes. Names both desks if the page does not decide. */
export function getSupportDesk(
  { entry }: Pick<Explanation, 'entry'>,
  sender: TicketSender,
  catalogue: Catalogue,
): string {
  const { host, path, provider } = sender;
  const site = host ? findConsole(catalogue.consoles, host, path ?? '/')?.provider : undefined;
  const ids = [provider, site, entry?.provider];
  const own = ids.find((id) => id && id !== 'meta');
  const desk = own ? catalogue.provider(own)?.desk : undefined;
  if (desk) return desk;
  const meta = catalogue.provider('meta')?.desk ?? 'Meta support';
  return provider === 'meta' || site === 'meta'
    ? `${meta}; if you send through a provider, its support instead`
    : `your provider’s support; if you send directly, ${meta}`;
}
