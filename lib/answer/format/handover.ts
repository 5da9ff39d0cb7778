import type { Entry } from '../../../data/schema.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { groupBy } from '../../core/group-by.ts';
import { withEnglish } from '../../core/i18n/translate.ts';
import { type MessageContext, NO_CONTEXT } from '../explain/message-context.ts';
import type { Clock } from '../explain/time-bound.ts';
import { stripFullStop } from './explanation-text.ts';
import { sumCounts } from './failure-counts.ts';
import type { CodeNode } from './page-tree.ts';
import { createClock, formatReason } from './reason-text.ts';
import { type CodeOrigin, formatMessages, getSupportDesk } from './ticket.ts';
import { BLANK, findMissingNeeds } from './ticket-needs.ts';
import { getResponsibleParty } from './verdict-text.ts';

/** Who gets a part of the failures: the support of a provider or of Meta, or somebody of the own team. */
export type Desk = 'support' | 'developer' | 'admin' | 'list';

export interface HandoverLetter {
  desk: Desk;
  /** The name of the support. English. */
  to: string;
  count: number;
  /** The letter, in English and not masked. */
  text: string;
  /** What the letter quotes of the page. */
  seen: CodeOrigin;
}

/** What a letter is written with. */
interface WritingContext {
  catalogue: Catalogue;
  clock: Clock;
}

type Origin = Pick<CodeOrigin, 'host' | 'path' | 'provider'>;

const OWN_DESKS: Readonly<Record<Exclude<Desk, 'support'>, string>> = {
  developer: 'our developer',
  admin: 'whoever manages our WhatsApp account',
  list: 'whoever owns the recipient list',
};
const DESK_ORDER: readonly Desk[] = ['support', 'developer', 'admin', 'list'];
const MAX_BLANKS = 3;

/**
 * Divides the failures of a page among the desks that can do something about them, and writes a letter to each, with its
 * messages. What did not fail is left out, also what arrived all the same. Contains personal data: mask it with
 * `splitQuoting`.
 *
 * @param messages The messages of a code, by the id of its node.
 */
export const writeHandovers = (
  nodes: readonly CodeNode[],
  messages: ReadonlyMap<string, readonly MessageContext[]>,
  origin: Origin,
  catalogue: Catalogue,
  nowMs: number,
): HandoverLetter[] =>
  withEnglish(() => {
    const clock = createClock(nowMs);

    const failed = nodes
      .filter(({ entry, planned }) => !entry?.success && planned?.plan !== null)
      .map((node) => ({
        node,
        ...findDesk(node, messages, origin, catalogue),
      }));

    const byDesk = [...groupBy(failed, ({ to }) => to)];

    const letters = byDesk.map(([to, own]): HandoverLetter => {
      const desk = own[0]?.desk ?? 'support';
      const ownNodes = own.map(({ node }) => node);
      const text = writeLetter({ desk, to }, ownNodes, messages, origin, {
        catalogue,
        clock,
      });

      const places = ownNodes.flatMap(({ id }) => messages.get(id) ?? []);
      const count = sumCounts(ownNodes);

      return {
        desk,
        to,
        count,
        text,
        seen: {
          ...origin,
          count,
          places,
          text: null,
        },
      };
    });

    return letters.sort(
      (a, b) => DESK_ORDER.indexOf(a.desk) - DESK_ORDER.indexOf(b.desk),
    );
  });

function findDesk(
  { id, entry }: CodeNode,
  messages: ReadonlyMap<string, readonly MessageContext[]>,
  origin: Origin,
  catalogue: Catalogue,
): Pick<HandoverLetter, 'desk' | 'to'> {
  const own = entry && findOwnDesk(entry);
  if (own) return { desk: own, to: OWN_DESKS[own] };

  const places = messages.get(id) ?? [];
  const to = getSupportDesk(entry, { ...origin, places }, catalogue);

  return { desk: 'support', to };
}

/** Returns who of the own team has the next step. Null if a support has it. */
function findOwnDesk(entry: Entry): Exclude<Desk, 'support'> | null {
  const { turn } = entry.verdict;
  if (turn === 'meta' || turn === 'provider') return null;
  if (turn === 'recipient' || turn === 'nobody') return 'list';

  const owner = getResponsibleParty(entry) ?? entry.steps?.[0]?.who;
  if (owner === 'meta' || owner === 'provider') return null;
  if (owner === 'developer') return 'developer';

  return owner === 'customer' ? 'list' : 'admin';
}

function writeLetter(
  { desk, to }: Pick<HandoverLetter, 'desk' | 'to'>,
  nodes: readonly CodeNode[],
  messages: ReadonlyMap<string, readonly MessageContext[]>,
  { host, path }: Origin,
  { catalogue, clock }: WritingContext,
): string {
  const count = sumCounts(nodes);
  const failures = count === 1 ? '1 failure' : `${count} failures`;
  const codes = [...new Set(nodes.map(({ name }) => name.code))].join(', ');
  const place = host ? ` on ${host}${path ?? ''}` : '';

  const isForSupport = desk === 'support';

  const parts = joinAlike(nodes, { catalogue, clock }).map((part) =>
    writePart(part, messages),
  );

  const blocks = [
    [`To: ${to}`, `Subject: ${failures}: ${codes}`],
    ['Hello,'],
    [`We have ${failures}${place}.`],
    ...parts,
    isForSupport ? listBlanks(nodes, messages, catalogue) : [],
    [isForSupport ? SUPPORT_CLOSING : TEAM_CLOSING],
  ];

  const written = blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'));

  return `${written.join('\n\n')}\n`;
}

const SUPPORT_CLOSING = 'What causes this, and what should we change?';
const TEAM_CLOSING = 'Could you take this on?';

interface LetterPart {
  /** `131056 Pair rate limit hit`. */
  name: string;
  /** With the reasons of its rows. Null for a code that the catalogue does not know. */
  next: string | null;
  nodes: readonly CodeNode[];
}

/** Joins the rows of a code that have the same next step, if for several reasons. */
function joinAlike(
  nodes: readonly CodeNode[],
  { catalogue, clock }: WritingContext,
): LetterPart[] {
  const rows = nodes.map((node) => {
    const { name, planned } = node;
    const entry = node.entry && { ...node.entry, ...node.entry.english };
    const title = entry ? ` ${stripFullStop(entry.title)}` : '';

    return {
      node,
      name: `${name.code}${title}`,
      next: entry?.next ?? null,
      reason: formatReason(planned, entry, catalogue, clock),
    };
  });

  const alike = groupBy(rows, ({ name, next }) => `${name}\n${next}`);

  return [...alike.values()].map((own) => {
    const [{ name = '', next = null } = {}] = own;
    const reasons = new Set(own.flatMap(({ reason }) => reason ?? []));
    const why = reasons.size > 0 ? ` (${[...reasons].join('; ')})` : '';

    return {
      name,
      next: next && `${stripFullStop(next)}${why}.`,
      nodes: own.map(({ node }) => node),
    };
  });
}

/** A code with its next step and its messages. */
function writePart(
  { name, next, nodes }: LetterPart,
  messages: ReadonlyMap<string, readonly MessageContext[]>,
): string[] {
  const count = sumCounts(nodes);
  const times = count === 1 ? 'once' : `${count} times`;

  // The text around a code repeats the other columns.
  const quoted = nodes
    .flatMap(({ id }) => messages.get(id) ?? [])
    .map((message) => ({ ...message, said: null }));

  return [
    `${name}, ${times}:`,
    ...(next ? [`Next step: ${next}`] : []),
    ...formatMessages(quoted, count, false),
  ];
}

/** Blanks for what the support asks for of any of the codes, each once. */
function listBlanks(
  nodes: readonly CodeNode[],
  messages: ReadonlyMap<string, readonly MessageContext[]>,
  catalogue: Catalogue,
): string[] {
  const needs = nodes.flatMap(({ id, entry }) =>
    findMissingNeeds(entry, messages.get(id) ?? [NO_CONTEXT], catalogue),
  );

  return [...new Set(needs)]
    .slice(0, MAX_BLANKS)
    .map((need) => `${need}: ${BLANK}`);
}
