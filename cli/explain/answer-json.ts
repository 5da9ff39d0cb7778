import type { Entry } from '../../data/schema.ts';
import type { Answer } from '../../lib/answer/answer.ts';
import { decideRow } from '../../lib/answer/explain/decide-row.ts';
import { toEntryJson } from '../../lib/answer/format/entry-json.ts';
import { describeResponseHint } from '../../lib/answer/format/explanation-text.ts';
import type { Finding } from '../../lib/answer/paste/finding.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { getEntryPlan } from '../../lib/core/published-verdict.ts';

/** Returns an entry with what is decided for its row now, if the text has one. */
function toFoundJson(
  entry: Entry,
  finding: Finding | undefined,
  catalogue: Catalogue,
) {
  const now = { nowMs: Date.now() };
  const decided = finding && decideRow(finding, catalogue, now);
  const { plan, reason, sendAfterMs } = decided?.planned ?? {
    plan: getEntryPlan(entry),
    reason: null,
    sendAfterMs: null,
  };

  return {
    ...toEntryJson(decided?.entry ?? entry),
    plan,
    reason,
    sendAfter:
      sendAfterMs === null ? null : new Date(sendAfterMs).toISOString(),
  };
}

/** Returns an answer as JSON. The names are public: scripts of users depend on them. */
export function toAnswerJson(answer: Answer, catalogue: Catalogue) {
  const {
    entries,
    unknown,
    findings,
    suggestions,
    guessed,
    hint,
    droppedCount,
  } = answer;

  const ids = new Set(
    entries.flatMap(({ claims }) => claims.map(({ source }) => source)),
  );

  return {
    found: entries.map((entry) => {
      const finding = findings.find((one) => one.entry === entry);
      return toFoundJson(entry, finding, catalogue);
    }),
    unknown,
    /** Why `found` is a guess from words. Null if a code was found. */
    guessed,
    /** How to get the code of a response of which the text has only the status. */
    hint: hint && Object.values(describeResponseHint(hint)).join(' '),
    /** Failures beyond the first 500 kinds. */
    left: droppedCount,
    suggestions: suggestions.map(toEntryJson),
    /** The sender's message next to each code, for each occurrence. */
    details: findings.flatMap(({ code, subcode, entry, places }) =>
      places.flatMap(({ said, line }) =>
        said === null
          ? []
          : {
              code,
              subcode,
              key: entry?.key ?? null,
              text: said,
              line,
            },
      ),
    ),
    sources: [...ids]
      .flatMap((id) => catalogue.source(id) ?? [])
      .map(({ id, publisher, name, url = null, seen }) => ({
        id,
        publisher,
        name,
        url,
        seen,
      })),
  };
}
