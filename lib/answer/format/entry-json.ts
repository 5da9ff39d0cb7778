import type { Entry } from '../../../data/schema.ts';
import { getCauseSource } from '../../catalogue/claim-url.ts';
import { getPublishedVerdict } from '../../core/published-verdict.ts';
import { getCauseVerdict } from '../explain/detail-verdict.ts';
import { getSteps } from './verdict-text.ts';

/** Returns an entry with the documented fields first. The names are public: scripts of users depend on them. */
export function toEntryJson(entry: Entry) {
  const {
    provider,
    api,
    code,
    subcode = null,
    title,
    class: about,
    meaning,
    next,
    key,
    http = null,
  } = entry;

  const { turn, retry, wait = null } = getPublishedVerdict(entry);

  const {
    customer = null,
    ticket = [],
    success = false,
    deprecated = null,
    renamedFrom = null,
  } = entry;

  const {
    related = [],
    decided = null,
    confidence,
    channel = 'whatsapp',
    where = [],
  } = entry;

  const {
    seenIn = null,
    unaffected = null,
    symbols = [],
    causes = [],
    examples = [],
  } = entry;

  return {
    provider,
    api,
    code,
    subcode,
    title,
    class: about,
    meaning,
    turn,
    retry,
    wait,
    next,
    claims: entry.claims.map(({ source, agrees, ...claim }) => {
      const {
        row = null,
        title = null,
        says = null,
        remedy = null,
        http = null,
        reason = null,
        url = null,
        at = null,
      } = claim;

      return {
        source,
        row,
        title,
        says,
        remedy,
        agrees,
        http,
        reason,
        url,
        at,
      };
    }),
    key,
    http,
    symbols,
    causes: causes.map((cause) => {
      const { text, do: remedy = null, who = null } = cause;
      const verdict = getCauseVerdict(entry, cause);

      const {
        turn,
        retry,
        wait = null,
      } = getPublishedVerdict({ ...entry, verdict });

      const {
        source = null,
        url = null,
        at = null,
      } = getCauseSource(cause, entry);

      return {
        text,
        turn,
        retry,
        wait,
        do: remedy,
        who,
        source,
        url,
        at,
      };
    }),
    steps: getSteps(entry).map(({ do: what, who }) => ({ do: what, who })),
    customer,
    ticket,
    success,
    deprecated,
    renamedFrom,
    related,
    decided,
    confidence,
    channel,
    where,
    seenIn,
    unaffected,
    examples: examples.map(({ text }) => text),
  };
}

export type EntryJson = ReturnType<typeof toEntryJson>;
