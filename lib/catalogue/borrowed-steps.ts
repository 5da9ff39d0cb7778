import directOnly from '../../data/direct-only.json' with { type: 'json' };
import type { Entry, Provider } from '../../data/schema.ts';
import { findAmbiguousWrappedCodes, findRelated } from './relations.ts';

export type EntrySteps = NonNullable<Entry['steps']>;

/** Matches fields, API calls and screens that only customers who use Meta's API directly can access. */
const DIRECT_ONLY_PATTERN = new RegExp(directOnly.words.join('|'), 'i');

/** An entry with this many steps of its own borrows none. Fewer borrowed steps than this are not useful out of context. */
const MIN_OWN_STEPS = 2;

/** Replaces Meta's names of screens and fields in the steps with the names in the provider's own console (`places`). */
export function adaptStepsToConsole(
  steps: EntrySteps,
  screens: Provider['places'] = [],
): EntrySteps {
  return steps.map((step) => ({
    ...step,
    do: screens.reduce(
      (said, { meta, here }) => said.replaceAll(meta, here),
      step.do,
    ),
  }));
}

/** What only customers of Meta have. */
const META_TICKET_WORDS = [
  'WhatsApp Manager',
  'Business Support Home',
  'Graph API',
  'Business Account ID',
  'portfolio ID',
  'pays Meta',
];
const isAboutMeta = (need: string): boolean =>
  META_TICKET_WORDS.some((words) => need.includes(words));

/**
 * Completes each provider code that wraps a Meta code with data from the Meta entry: the message for the customer, the ticket
 * checklist and, if the entry has fewer than two steps, the Meta steps after its own, with the provider's names of screens. Borrows
 * nothing if the provider's code can stand for several Meta codes, or if the verdicts differ: Meta's steps would then solve another
 * problem.
 */
export function withBorrowedSteps(
  entries: readonly Entry[],
  providers: readonly Pick<Provider, 'id' | 'name' | 'places'>[] = [],
): readonly Entry[] {
  const byId = new Map(providers.map((provider) => [provider.id, provider]));
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));

  return entries.map((entry) => {
    const source = findRelated(['behind'], entry, byKey).find(
      ({ deprecated, verdict }) =>
        !deprecated && haveSameVerdict(verdict, entry.verdict),
    );

    // Check `source` first: few entries have one, and this loop runs over all entries each time a catalogue opens.
    if (!source || entry.success || findAmbiguousWrappedCodes(entry).length > 0)
      return entry;

    const provider = byId.get(entry.provider);
    const customer = entry.customer ?? source.customer;
    const ticket = entry.ticket ?? adaptMetaTicket(source, provider?.name);
    const isLent = customer !== entry.customer || ticket !== entry.ticket;

    const lent = isLent
      ? { ...entry, ...(customer && { customer }), ...(ticket && { ticket }) }
      : entry;

    const own = removeRepeatedSteps(entry.steps, entry.next);
    if (own.length >= MIN_OWN_STEPS) return lent;

    const borrowed = removeRepeatedSteps(source.steps, entry.next).filter(
      (step) => !DIRECT_ONLY_PATTERN.test(step.do),
    );

    if (borrowed.length < MIN_OWN_STEPS) return lent;

    return {
      ...lent,
      steps: [...own, ...adaptStepsToConsole(borrowed, provider?.places)],
    };
  });
}

function adaptMetaTicket(
  { provider, ticket = [] }: Entry,
  name: string | undefined,
): Entry['ticket'] {
  const theirs = ticket.filter(
    (need) => !DIRECT_ONLY_PATTERN.test(need) && !isAboutMeta(need),
  );

  if (provider !== 'meta' || !name || theirs.length < MIN_OWN_STEPS)
    return undefined;

  return [
    `Your account at ${name}`,
    ...theirs.map((need) => need.replace(' (wamid)', '')),
  ];
}

export function removeRepeatedSteps(
  steps: Entry['steps'],
  headline: string,
): EntrySteps {
  return (steps ?? []).filter((step) => !repeatsHeadline(step.do, headline));
}

/** Maximum number of words of a closing step such as "Send again.", which is kept even if the headline has the same words. */
const MAX_CLOSING_STEP_WORDS = 2;

export function repeatsHeadline(step: string, headline: string): boolean {
  const words = splitWords(step);
  const said = splitWords(headline);

  if (words.length <= MAX_CLOSING_STEP_WORDS && words.length < said.length)
    return false;

  return words.every((word) => said.includes(word));
}

const splitWords = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];

const haveSameVerdict = (one: Entry['verdict'], other: Entry['verdict']) =>
  one.turn === other.turn && one.retry === other.retry;
