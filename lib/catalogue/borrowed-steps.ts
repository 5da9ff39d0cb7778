import directOnly from '../../data/direct-only.json' with { type: 'json' };
import type { Entry, Provider } from '../../data/schema.ts';
import { lostBehind, relatedAs } from './relations.ts';

export type Steps = NonNullable<Entry['steps']>;

/** Fields, calls and screens that only those reach who send to Meta without a provider between. */
const DIRECT_ONLY = new RegExp(directOnly.words.join('|'), 'i');

/** Own steps from which on a code needs no others; of others, fewer are out of their context. */
const ENOUGH = 2;

/** Steps of Meta's for who works in a provider's console: what it has itself is named as it is there. */
export function placedSteps(steps: Steps, places: Provider['places'] = []): Steps {
  return steps.map((step) => ({
    ...step,
    do: places.reduce((said, { meta, here }) => said.replaceAll(meta, here), step.do),
  }));
}

/** What only Meta's own support can look up. */
const METAS_TICKET =
  /WhatsApp Manager|Business Support Home|Graph API|Business Account ID|portfolio ID|pays Meta/;

/**
 * Gives each provider's code that stands for one of Meta's what it lacks of the Meta code: the words for the customer, the list of a
 * ticket, and, where it has fewer than two steps, those, below its own, with places named as at the provider. Nothing is borrowed
 * where the provider does not say which code of Meta's it was, or where the two verdicts differ: Meta's steps would then answer
 * another question.
 */
export function withBorrowed(
  entries: readonly Entry[],
  providers: readonly Pick<Provider, 'id' | 'name' | 'places'>[] = [],
): readonly Entry[] {
  const byId = new Map(providers.map((provider) => [provider.id, provider]));
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  return entries.map((entry) => {
    const source = relatedAs(['behind'], entry, byKey).find(
      ({ deprecated, verdict }) => !deprecated && agree(verdict, entry.verdict),
    );
    // Asked first: few entries have one, and each catalogue that is opened reads all of them.
    if (!source || entry.success || lostBehind(entry).length > 0) return entry;
    const provider = byId.get(entry.provider);
    const customer = entry.customer ?? source.customer;
    const ticket = entry.ticket ?? borrowedTicket(source, provider?.name);
    const isLent = customer !== entry.customer || ticket !== entry.ticket;
    const lent = isLent ? { ...entry, ...(customer && { customer }), ...(ticket && { ticket }) } : entry;
    const own = addedSteps(entry.steps, entry.next);
    if (own.length >= ENOUGH) return lent;
    const borrowed = addedSteps(source.steps, entry.next).filter((step) => !DIRECT_ONLY.test(step.do));
    if (borrowed.length < ENOUGH) return lent;
    return { ...lent, steps: [...own, ...placedSteps(borrowed, provider?.places)] };
  });
}

function borrowedTicket({ provider, ticket = [] }: Entry, name: string | undefined): Entry['ticket'] {
  const theirs = ticket.filter((need) => !DIRECT_ONLY.test(need) && !METAS_TICKET.test(need));
  if (provider !== 'meta' || !name || theirs.length < ENOUGH) return undefined;
  return [`Your account at ${name}`, ...theirs.map((need) => need.replace(' (wamid)', ''))];
}

/** The steps that say more than a headline does. */
export function addedSteps(steps: Entry['steps'], headline: string): Steps {
  return (steps ?? []).filter((step) => !repeats(step.do, headline));
}

/** A step as short as this closes a list ("Send again.") and stays. */
const SHORT = 2;

/** Whether every word of a step stands in the headline already: "Publish the Flow." below "Publish the Flow before you send it." */
export function repeats(step: string, headline: string): boolean {
  const words = wordsOf(step);
  const said = wordsOf(headline);
  if (words.length <= SHORT && words.length < said.length) return false;
  return words.every((word) => said.includes(word));
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];

const agree = (one: Entry['verdict'], other: Entry['verdict']) =>
  one.turn === other.turn && one.retry === other.retry;
