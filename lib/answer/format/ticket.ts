import type { Entry } from '../../../data/schema.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { findConsole } from '../../detect/find-console.ts';
import type { Explanation } from '../explain/explanation.ts';
import type { TimeText } from '../explain/find-timestamps.ts';
import {
  MAX_MESSAGES,
  type MessageContext,
  NO_CONTEXT,
} from '../explain/message-context.ts';
import { escapeMarkdown, formatCode, getNextStep } from './explanation-text.ts';
import { formatMoreCount } from './failure-counts.ts';
import { BLANK, findMissingNeeds } from './ticket-needs.ts';
import { getDisplayedSteps } from './verdict-text.ts';

/** Occurrences of a code, for a ticket, and the page that helps to identify the sender. Not masked. */
export interface CodeOrigin {
  host?: string | null | undefined;
  path?: string | null | undefined;
  /** Selected by the user. */
  provider?: string | null | undefined;
  count: number;
  /** The first messages with this code (at most `MAX_MESSAGES`), with the details next to each. */
  places: readonly MessageContext[];
  text: string | null;
}

const MAX_BLANKS = 3;
const MAX_TEXT_LENGTH = 600;
export const MESSAGE_COLUMNS = [
  ['time', 'Time'],
  ['message', 'Message'],
  ['recipient', 'Recipient'],
  ['template', 'Template'],
  ['trace', 'fbtrace_id'],
  ['said', 'Details'],
] as const satisfies readonly (readonly [keyof MessageContext, string])[];

/** Says what happened, how often and where, in one sentence. */
function formatOpening(
  code: string,
  seen: CodeOrigin | null,
  { write }: TicketWriter,
): string {
  const times = seen && seen.count > 1 ? ` ${seen.count} times` : '';
  const place = seen?.host
    ? ` on ${write(`${seen.host}${seen.path ?? ''}`)}`
    : '';

  return `We get ${code}${times}${place}.`;
}

/** Returns what a desk also asks for and nobody has told: not in the ticket, but for its sender. English. */
export function getOptionalNeeds(
  { entry, detail, said }: Explanation,
  seen: CodeOrigin | null,
  catalogue: Catalogue,
): readonly string[] {
  const details = detail?.text || said;
  const places = seen?.places ?? [];
  const messages = details
    ? [...places, { ...NO_CONTEXT, said: details }]
    : places;

  return findMissingNeeds(entry, messages, catalogue).slice(MAX_BLANKS);
}

/**
 * Formats one ticket for all messages of a failure: the desk, the subject, what happened where, the messages, what the text
 * says, at most three blanks for what the desk asks for, and the steps. The desk knows what its code means. Contains personal data: mask
 * it with `splitQuoting`. Message ids stay, because the desk needs them.
 */
export function formatTicket(
  explanation: Explanation,
  seen: CodeOrigin | null,
  form: 'text' | 'markdown',
  catalogue: Catalogue,
): string {
  const { detail, said } = explanation;
  const writer = WRITERS[form];

  const entry = explanation.entry && {
    ...explanation.entry,
    ...explanation.entry.english,
  };

  const texts = new Set(seen?.places.flatMap(({ said: own }) => own ?? []));

  // Equal details are one fact below the table.
  const places = (seen?.places ?? [])
    .slice(0, MAX_MESSAGES)
    .map((place) => (texts.size > 1 ? place : { ...place, said: null }));

  const details = texts.size > 1 ? null : detail?.text || said || [...texts][0];
  const messages = details
    ? [...places, { ...NO_CONTEXT, said: details }]
    : places;
  const needs = findMissingNeeds(entry, messages, catalogue);
  const subject = `${formatCode(explanation)} ${entry?.title ?? ''}`.trim();

  const facts: readonly Fact[] = [
    ...listMessage(places, writer),
    ['Details', details && writer.write(details)],
    [
      'Text next to the code',
      seen?.text && writer.write(seen.text.trim().slice(0, MAX_TEXT_LENGTH)),
    ],
    ...needs.slice(0, MAX_BLANKS).map((name): Fact => [name, BLANK]),
    ['Time zone', places.some(isWithoutZone) && ZONE_NOTE],
    ['Note', places.some(hasWamid) && WAMID_NOTE],
  ];

  const steps = entry
    ? getDisplayedSteps(entry, getNextStep({ detail }, entry))
    : [];

  const list = steps.map((step, at) => `${at + 1}. ${writer.escape(step.do)}`);

  const blocks = [
    [
      writer.formatHead('To', getSupportDesk(entry, seen ?? {}, catalogue)),
      writer.formatHead('Subject', writer.escape(subject)),
    ],
    ['Hello,'],
    [formatOpening(formatCode(explanation), seen, writer)],
    places.length > 1
      ? formatMessages(places, seen?.count ?? 0, form === 'markdown')
      : [],
    facts.flatMap(([name, value]) =>
      value ? writer.formatFact(name, value) : [],
    ),
    list.length > 0 ? [STEPS_LEAD, ...list] : [],
    [CLOSING],
  ];

  return `${blocks.flatMap((lines) => (lines.length > 0 ? lines.join('\n') : [])).join('\n\n')}\n`;
}

/** A name and a value, which may be missing. */
type Fact = readonly [string, string | false | null | undefined];

/** How the parts of a ticket are written. */
interface TicketWriter {
  write(value: string): string;
  escape(text: string): string;
  formatHead(name: string, value: string): string;
  formatFact(name: string, value: string): string;
}

const WRITERS: Readonly<Record<'text' | 'markdown', TicketWriter>> = {
  text: {
    write: (value) => value.replace(/\s+/g, ' '),
    escape: (text) => text,
    formatHead: (name, value) => `${name}: ${value}`,
    formatFact: (name, value) => `${name}: ${value}`,
  },
  markdown: {
    write: formatCodeSpan,
    escape: escapeMarkdown,
    formatHead: (name, value) => `**${name}:** ${value}`,
    formatFact: (name, value) => `- ${name}: ${value}`,
  },
};

/** The details of the only message. Several are a table. */
function listMessage(
  places: readonly MessageContext[],
  { write }: TicketWriter,
): Fact[] {
  const [place, ...more] = places;
  if (!place || more.length > 0) return [];

  return MESSAGE_COLUMNS.map(([key, name]) => [
    name,
    formatCell(place, key, write),
  ]);
}

const isWithoutZone = ({ time }: MessageContext): boolean => time?.at === null;

const hasWamid = ({ message }: MessageContext): boolean =>
  message?.startsWith('wamid.') ?? false;

const STEPS_LEAD = 'What we tried (delete what you did not):';
const CLOSING = 'What causes this, and what should we change?';
const ZONE_NOTE = `not stated; the sender of this ticket is in ${Intl.DateTimeFormat().resolvedOptions().timeZone}`;
const WAMID_NOTE =
  'The message ID (wamid) contains the number of the recipient.';

export function formatMessages(
  places: readonly MessageContext[],
  count: number,
  isMarkdown: boolean,
  mask: (text: string) => string = String,
): string[] {
  const columns = MESSAGE_COLUMNS.filter(([key]) =>
    places.some((place) => place[key]),
  );

  if (columns.length === 0) return [];

  // A cell of a table ends at a bar, even in a code span.
  const write = (value: string) =>
    isMarkdown
      ? formatCodeSpan(mask(value)).replaceAll('|', '\\|')
      : mask(value).replace(/\s+/g, ' ');

  // A code in a sentence has no recipient and no time.
  const rows = places
    .map((place) => columns.map(([key]) => formatCell(place, key, write) ?? ''))
    .filter((cells) => cells.some((cell) => cell !== ''));

  const left =
    count > rows.length ? [formatMoreCount(count - rows.length)] : [];

  const lines = [
    columns.map(([, name]) => name),
    ...(isMarkdown ? [columns.map(() => '---')] : []),
    ...rows,
  ];

  return [
    ...lines.map((cells) =>
      isMarkdown ? `| ${cells.join(' | ')} |` : cells.join(' | '),
    ),
    ...left,
  ];
}

export function formatCell(
  place: MessageContext,
  key: keyof MessageContext,
  write: (value: string) => string,
): string | null {
  const value =
    key === 'time' ? place.time && formatTime(place.time) : place[key];
  return value ? write(value) : null;
}

export const getMessageIds = (seen: CodeOrigin | null): string[] =>
  (seen?.places ?? []).flatMap(({ message }) => message ?? []);

export const getRecipients = (seen: CodeOrigin | null): string[] =>
  (seen?.places ?? []).flatMap(({ recipient }) => recipient ?? []);

export const getQuotedTexts = (seen: CodeOrigin | null): string[] =>
  [
    ...[seen?.text, seen?.path],
    ...(seen?.places ?? []).flatMap(({ message: _, time, ...place }) => [
      time?.text,
      ...Object.values(place),
    ]),
  ].filter((text) => typeof text === 'string');

/** Returns the original text, but formats Unix seconds as ISO 8601, because they look like a phone number. */
function formatTime(time: TimeText): string {
  if (time.at === null || !/^\d+$/.test(time.text)) return time.text;
  return new Date(time.at).toISOString().replace('.000Z', 'Z');
}

/** Formats a Markdown code span with a fence longer than any run of backticks in it. */
export function formatCodeSpan(value: string): string {
  const text = value.replace(/\s+/g, ' ');

  const longest = Math.max(
    0,
    ...(text.match(/`+/g) ?? []).map(({ length }) => length),
  );

  const fence = '`'.repeat(longest + 1);

  return longest > 0 ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

/** Customers of a provider contact it, even about Meta’s codes. An answer with a trace id came from Meta itself. */
export function getSupportDesk(
  entry: Entry | null,
  { host, path, provider, places = [] }: Partial<CodeOrigin>,
  catalogue: Catalogue,
): string {
  const site = host
    ? findConsole(catalogue.consoles, host, path ?? '/')?.provider
    : undefined;

  const isOpen =
    entry?.provider === 'meta' && !places.some(({ trace }) => trace);

  const ids = [provider, site, isOpen ? null : entry?.provider];
  const own = ids.find((id) => id && id !== 'meta') ?? ids.find(Boolean);

  return catalogue.provider(own ?? '')?.desk ?? 'your provider’s support';
}
