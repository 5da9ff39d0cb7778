import type { Entry } from '../../../data/schema.ts';
import names from '../../../data/ticket-names.json' with { type: 'json' };
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { joinPatterns } from '../../core/pattern-parts.ts';
import type { MessageContext } from '../explain/message-context.ts';

export const BLANK = '____';

/** `of the first failure`. What belongs to another message, such as the customer's last one, is asked as it is written. */
const OF_FAILURE = joinPatterns([
  / of (?:the|an?|one|three) /,
  /(?:(?:first(?: and (?:the )?last)?|last|failed|rejected|refused|register) )?/,
  /(?:message|failure|attempt|call|send|error)s?\b/,
]);

/** Values that support desks ask for, whatever the wording. The nearby text may contain those that are `told`. */
const KNOWN_NEEDS = names.map(({ asked, ...one }) => ({
  ...one,
  asked: new Set(asked.map(toCompactNeed)),
}));

/** Returns the name of the value that a need asks for: `messagesid` for `the message SIDs of three failures`. */
function toCompactNeed(need: string): string {
  const [asked = ''] = need
    .toLowerCase()
    .replace(/^the /, '')
    .split(OF_FAILURE);

  return dropNoteAtEnd(asked).replace(/[ _]/g, '').replace(/s$/, '');
}

/** `the address (without its query)` */
function dropNoteAtEnd(text: string): string {
  const at = text.lastIndexOf(' (');

  return at > 0 && text.endsWith(')') ? text.slice(0, at) : text;
}

/** What a known value answers of a need, and what is still to be asked. */
const ANSWERS: readonly {
  told: keyof MessageContext;
  asked: RegExp;
  left: string;
}[] = [
  {
    told: 'template',
    asked: /^Template name(?:, | and )(?=language|category|ID)/,
    left: 'Template ',
  },
  { told: 'template', asked: /,? and the template name$/, left: '' },
  {
    told: 'template',
    asked: /^Whether the message was free text or a template$/,
    left: '',
  },
  {
    told: 'recipient',
    asked: /^The recipient's country, and whether messages ever reached them$/,
    left: 'Whether messages ever reached the recipient',
  },
];

/** Returns a need without what the messages already state. Can be empty. */
const subtractTold = (
  need: string,
  messages: readonly MessageContext[],
): string =>
  ANSWERS.filter(({ told }) =>
    messages.some((message) => message[told]),
  ).reduce((left, { asked, left: rest }) => left.replace(asked, rest), need);

function getUsualNeeds(
  provider: string | undefined,
  catalogue: Catalogue,
): readonly string[] {
  if (provider === 'meta')
    return [
      'WABA ID and phone number ID',
      'The message ID and the time',
      'fbtrace_id',
    ];

  const name = provider ? catalogue.provider(provider)?.name : undefined;

  return [
    name ? `Your account at ${name}` : 'Your account',
    'The message ID and the time',
  ];
}

/** Returns the names of the required values that are still unknown, each once: `WABA ID`, `Template name, language and ID`. */
export function findMissingNeeds(
  entry: Entry | null,
  messages: readonly MessageContext[],
  catalogue: Catalogue,
): readonly string[] {
  const needs = entry?.ticket ?? getUsualNeeds(entry?.provider, catalogue);

  const always =
    entry?.provider === 'meta' ? ['WABA ID', 'The time'] : ['The time'];

  const blanks = new Set(
    [...needs, ...always]
      .map((need) => subtractTold(need, messages))
      .filter(Boolean)
      .flatMap((need) => splitNeed(need) ?? [dropToldParts(need, messages)]),
  );

  const order = KNOWN_NEEDS.map(({ name }) => name);

  const missing = [...blanks].filter((name) => !isTold(name, messages));

  return [
    ...new Set([...order.filter((name) => missing.includes(name)), ...missing]),
  ];
}

/** Returns true if one of the messages has the value with this name. */
function isTold(
  name: string | undefined,
  messages: readonly MessageContext[],
): boolean {
  const key = KNOWN_NEEDS.find((one) => one.name === name)?.told as
    | keyof MessageContext
    | undefined;

  return key !== undefined && messages.some((message) => message[key] != null);
}

function findKnownNeed(need: string): string | undefined {
  const words = toCompactNeed(need);

  return KNOWN_NEEDS.find(({ asked }) => asked.has(words))?.name;
}

const ZONE_NOTE = /,? (?:with (?:the )?time zone|in UTC)(?=$|,)/g;
const AND = /,? and /;

/** Splits `fbtrace_id and the time, with time zone` into names. Null if a part is not a known name. */
function splitNeed(need: string): readonly string[] | null {
  const plain = need.replace(ZONE_NOTE, '');

  // `the times of the first and the last error` is one value.
  const endsWithFailure = plain.split(OF_FAILURE).at(-1) === '';
  const whole = endsWithFailure ? findKnownNeed(plain) : undefined;
  const known = whole ? [whole] : plain.split(AND).map(findKnownNeed);

  return known.every((name) => name !== undefined) ? known : null;
}

/** Returns `The endpoint` for `The time of the call and the endpoint`, if the time is told. */
function dropToldParts(
  need: string,
  messages: readonly MessageContext[],
): string {
  const parts = need.replace(ZONE_NOTE, '').split(AND);

  // `the time and the message ID of the customer's last message`: both are of that.
  const isOfOther = parts.some((part) =>
    part.split(OF_FAILURE)[0]?.includes(' of '),
  );
  if (isOfOther) return need;

  const left = parts.filter((part) => !isTold(findKnownNeed(part), messages));
  if (left.length === parts.length || left.length === 0) return need;

  const text = left.join(' and ');

  return text.charAt(0).toUpperCase() + text.slice(1);
}
