import parties from '../../../data/message-parties.json' with { type: 'json' };
import { getAttribute, getNodeProperty, matches } from '../dom/nodes.ts';
import { isTableCell } from './readable-text.ts';

/** Levels from a text to the bubble of its message. */
const MAX_CLIMB_LEVELS = 10;
const MAX_VALUE_LENGTH = 200;
/** A row or cell of a log has fields of its own, but rows of chats are rows of a grid, too. */
const NO_BUBBLE = 'body,main,table,td,th,[role="cell"],[role="gridcell"]';
/** Text that was quoted in an answer, as mail programs mark it. */
const QUOTATION = 'blockquote[type="cite" i],[class*="_quote" i]';
/** Attributes that name who wrote a message, or in which direction it went. */
const PARTY = /(?:direction|author|sender|from|role|party|type)$/;
/** Attributes of who got a message, or of what it contains: `data-message-type="contact"`. */
const OTHER_TYPE = /\b(?:recipient|receiver|to|contact|message|content)-?type$/;
/** What an element is, which may be the record of a customer: `data-type="lead"`. */
const OWN_TYPE = /^(?:data-)?type$/;
const TYPE_OF_AUTHOR = /^end ?user$/;

type Party = Exclude<keyof typeof parties, 'means' | 'failure'>;

const createWordPattern = (words: readonly string[]) =>
  new RegExp(`(?:^| )(?:${words.join('|')})(?= |$)`, 'u');
const PATTERNS: Readonly<Record<Party, RegExp>> = {
  customer: createWordPattern(parties.customer),
  incoming: createWordPattern(parties.incoming),
  received: createWordPattern(parties.received),
  outgoing: createWordPattern(parties.outgoing),
  message: createWordPattern(parties.message),
  staff: createWordPattern(parties.staff),
  toward: createWordPattern(parties.toward),
  collection: createWordPattern(parties.collection),
  machine: createWordPattern(parties.machine),
};

/** `message-in` and `messageIn_x7` of a build, but not `message-in-progress`, `logged-in-message` or `msg-slide-in`. */
const CAME_IN = new RegExp(
  `(?:^| )(?:${parties.message.join('|')}) in(?: \\p{L}{1,2})*$`,
  'u',
);

/** Returns `message in` for `messageIn`, `message-in` and `message_in`. */
const splitWords = (name: string): string =>
  name
    .slice(0, MAX_VALUE_LENGTH)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[^\p{L}\p{M}]+/gu, ' ')
    .toLowerCase()
    .trim();

/**
 * Creates a test whether a text is part of a message that a customer wrote: its bubble, its mail, or a quotation of it.
 * The page says so by a direction, an author or a role; the names of people say nothing.
 */
export function createCustomerMessageTest() {
  const known = new WeakMap<Element, boolean>();

  function isOf(element: Element, levels: number): boolean {
    const answer = known.get(element) ?? judge(element, levels);
    known.set(element, answer);

    return answer;
  }

  function judge(element: Element, levels: number): boolean {
    const own = judgeOwn(element);
    if (own !== null) return own;

    const parent = getNodeProperty(element, 'parentElement');
    return parent !== null && levels > 0 && isOf(parent, levels - 1);
  }

  // There are many cells.
  return (element: Element): boolean =>
    !isTableCell(element) && isOf(element, MAX_CLIMB_LEVELS);
}

/** Returns null for an element that says nothing of a message. */
function judgeOwn(element: Element): boolean | null {
  if (matches(element, NO_BUBBLE)) return false;
  if (matches(element, QUOTATION)) return true;

  const tokens = (getAttribute(element, 'class') ?? '')
    .split(/\s+/)
    .map(splitWords);
  const parts = readParties(element);
  const words = [...tokens, ...parts.map(({ value }) => value)].join(' ');
  const has = (party: Party) => PATTERNS[party].test(words);

  if (words === '' || has('machine')) return null;
  if (has('outgoing')) return has('customer') ? null : false;

  const isMessage = tokens.some((token) => PATTERNS.message.test(token));

  const isSaid =
    has('incoming') ||
    tokens.some((token) => CAME_IN.test(token)) ||
    tokens.some((token) => namesMessageOf(token, 'received')) ||
    tokens.some((token) => namesMessageOf(token, 'customer')) ||
    parts.some((part) => namesCustomer(part, isMessage));

  return isSaid || null;
}

/** `customer-message`, but not a list of messages, or what `customer-support` or somebody wrote to a customer. */
const namesMessageOf = (token: string, party: 'customer' | 'received') =>
  PATTERNS.message.test(token) &&
  PATTERNS[party].test(token) &&
  !PATTERNS.staff.test(token) &&
  !PATTERNS.collection.test(token) &&
  !isToward(token);

function isToward(text: string): boolean {
  const at = text.search(PATTERNS.customer);
  return at > 0 && PATTERNS.toward.test(text.slice(0, at + 1));
}

/** Reads `data-author="customer"`, `type="end-user"` and `aria-label="Message from customer"`. */
function readParties(element: Element) {
  const names = Element.prototype.getAttributeNames.call(element);

  return names.flatMap((name) => {
    const isLabel = name === 'aria-label';
    if (name === 'class' || !(isLabel || PARTY.test(name))) return [];
    if (OTHER_TYPE.test(name)) return [];

    const value = splitWords(getAttribute(element, name) ?? '');
    return [{ name, value }];
  });
}

type PartyAttribute = ReturnType<typeof readParties>[number];

/** A label has to name a message, too, and so has an element with a type. */
function namesCustomer(
  { name, value }: PartyAttribute,
  isMessage: boolean,
): boolean {
  if (name === 'aria-label') return namesMessageOf(value, 'customer');
  if (name.endsWith('direction') && value === 'in') return true;
  if (OWN_TYPE.test(name) && !isMessage) return TYPE_OF_AUTHOR.test(value);

  return PATTERNS.customer.test(value) && !PATTERNS.staff.test(value);
}
