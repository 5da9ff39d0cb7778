import type { Entry } from '../../data/schema.ts';
import { getCauseVerdict } from '../explain/detail-verdict.ts';
import { getSteps } from './verdict-text.ts';

/** Returns an entry with the documented fields first. The names are public: scripts of users depend on them. */
export function toEntryJson(entry: Entry) {
  return {
    provider: entry.provider,
    api: entry.api,
    code: entry.code,
    subcode: entry.subcode ?? null,
    title: entry.title,
    class: entry.class,
    meaning: entry.meaning,
    turn: entry.verdict.turn,
    retry: entry.verdict.retry,
    wait: entry.verdict.wait ?? null,
    next: entry.next,
    claims: entry.claims.map(
      ({
        source,
        row = null,
        title = null,
        says = null,
        remedy = null,
        agrees,
        http = null,
        reason = null,
      }) => {
        return { source, row, title, says, remedy, agrees, http, reason };
      },
    ),
    key: entry.key,
    http: entry.http ?? null,
    symbols: entry.symbols ?? [],
    causes: (entry.causes ?? []).map((cause) => {
      const { turn, retry, wait = null } = getCauseVerdict(entry, cause);
      return { text: cause.text, turn, retry, wait, do: cause.do ?? null, who: cause.who ?? null };
    }),
    steps: getSteps(entry),
    customer: entry.customer ?? null,
    ticket: entry.ticket ?? [],
    success: entry.success ?? false,
    deprecated: entry.deprecated ?? null,
    renamedFrom: entry.renamedFrom ?? null,
    related: entry.related ?? [],
    decided: entry.decided ?? null,
    confidence: entry.confidence,
    channel: entry.channel ?? 'whatsapp',
    where: entry.where ?? [],
    seenIn: entry.seenIn ?? null,
    unaffected: entry.unaffected ?? null,
    examples: (entry.examples ?? []).map(({ text }) => text),
  };
}

export type EntryJson = ReturnType<typeof toEntryJson>;
