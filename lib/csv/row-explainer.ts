import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { getOrInsert } from '../core/get-or-insert.ts';
import { type CodeQuestion, explain } from '../explain/explain.ts';
import { formatOutcome, formatTurn, groupByOutcome } from '../format/verdict-text.ts';
import { parseWaitSeconds } from '../format/wait-seconds.ts';

/** Names of the added columns, in the order of `ExplainedRow.cells`. */
export const ADDED_COLUMNS = ['title', 'turn', 'retry', 'wait_seconds', 'next_step', 'entry'].map(
  (name) => `errata_${name}`,
);

/** What Errata adds to all rows with the same code, provider and details. */
export interface ExplainedRow {
  /** In the user's language, and in English for encodings that lack its script. */
  cells: readonly string[];
  englishCells: readonly string[];
  /** Rows with the same verdict. Null if the row has no code. */
  group: RowGroup | null;
  /** Time after the failure from which the message may be sent again. Null if that depends on a person. */
  retryAfterMs: number | null;
}

interface RowGroup {
  entry: Entry | null;
  ambiguous: boolean;
  count: number;
}

/** The meanings of an undecided code are listed up to this number. */
const MAX_LISTED_MEANINGS = 8;

/**
 * Creates a function that explains the code of a row. An undecided code claims no more than its meanings have in common.
 *
 * @param english The same catalogue in English.
 */
export function createRowExplainer(catalogue: Catalogue, english: Catalogue) {
  const groups = new Map<string, RowGroup>();

  function explainRow(question: CodeQuestion | null): ExplainedRow {
    const none = ADDED_COLUMNS.map(() => '');
    if (!question) return { cells: none, englishCells: none, group: null, retryAfterMs: null };
    const { entry, others, ambiguous } = explain(question, catalogue);
    const kind =
      entry && !ambiguous ? Object.values({ key: entry.key, ...entry.verdict }).join(' ') : `${ambiguous}`;
    const group = getOrInsert(groups, kind, () => ({ entry, ambiguous, count: 0 }));
    if (!entry) return { cells: none, englishCells: none, group, retryAfterMs: null };
    const meanings = ambiguous ? [entry, ...others] : [entry];
    const cells = createCells(meanings, catalogue);
    const englishCells =
      catalogue === english
        ? cells
        : createCells([explain(question, english).entry ?? entry, ...meanings.slice(1)], english);
    return { cells, englishCells, group, retryAfterMs: ambiguous ? null : getRetryDelayMs(entry) };
  }

  return {
    explainRow,
    /** Returns the number of rows by what to do and whose turn it is. */
    getGroups() {
      const counts = new Map<string, number>();
      for (const { outcome, failures } of groupByOutcome([...groups.values()])) {
        for (const { entry, ambiguous, count } of failures) {
          const hasTurn = entry && !ambiguous && outcome !== 'fine';
          const turn = hasTurn ? ` · ${formatTurn(entry, catalogue)}` : '';
          const text = `${formatOutcome(outcome)}${turn}`;
          counts.set(text, (counts.get(text) ?? 0) + count);
        }
      }
      return [...counts].map(([text, count]) => ({ text, count }));
    },
  };
}

function createCells(meanings: readonly Entry[], catalogue: Catalogue): readonly string[] {
  const getCommon = (read: (entry: Entry) => string) => {
    const [first = '', ...more] = new Set(meanings.map(read));
    return more.length === 0 ? first : '';
  };
  const apis = [...new Set(meanings.map((entry) => catalogue.apiName(entry)))];
  return [
    getCommon(({ title }) => title) ||
      `${meanings.length} meanings: ${apis.slice(0, MAX_LISTED_MEANINGS).join(', ')}`,
    getCommon(({ verdict }) => verdict.turn),
    getCommon(({ verdict }) => verdict.retry),
    getCommon(({ verdict }) => String(parseWaitSeconds(verdict.wait ?? null) ?? '')),
    getCommon(({ next }) => next),
    meanings
      .slice(0, MAX_LISTED_MEANINGS)
      .map(({ key }) => key)
      .join(' '),
  ];
}

/** A wait without a known length never ends by itself. */
function getRetryDelayMs({ success, verdict: { retry, wait } }: Entry): number | null {
  if (success || retry === 'no' || retry === 'after-fix') return null;
  const seconds = parseWaitSeconds(wait ?? null);
  if (seconds !== null) return seconds * 1_000;
  return wait || retry === 'later' ? null : 0;
}
