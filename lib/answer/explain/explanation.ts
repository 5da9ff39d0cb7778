import type { Entry, EntryKey, TimeWindow } from '../../../data/schema.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { describeUnknownCode } from '../../catalogue/code-ranges.ts';
import { type CodeContext, rankEntries } from '../../catalogue/rank-entries.ts';
import type { RowText } from '../../structure/around-code.ts';
import type { MessageFailure, PlannedFailure } from '../plan/plan-failures.ts';
import type { CodeRow } from './row-failure.ts';

export interface TimeBound {
  as: TimeWindow['as'];
  atMs: number;
  /** Start of the duration. Null if the text states the time itself. */
  fromMs: number | null;
  /** The text has no time zone: the time is read in the user's own zone and is only a suggestion. */
  isOwn?: boolean;
  confidence: TimeWindow['confidence'];
}

export interface WindowState {
  isOpen: boolean;
  /** End of the window in milliseconds since the Unix epoch. Null if it is unknown. */
  endMs: number | null;
  /** The message failed before the customer wrote, so the window was closed then. */
  wasClosed?: boolean;
  formatText(): string;
}

/** Another failure of the recipient, which can decide a row: a later one goes first, and who opted out gets nothing. */
export type RecipientRow = CodeRow & { isBefore: boolean };

export interface Explanation {
  code: string;
  subcode: string | null;
  /** The most likely meaning, with the verdict of the matched detail. Null if the catalogue does not know the code. */
  entry: Entry | null;
  others: readonly Entry[];
  /** True if the evidence does not decide between `entry` and `others`. The user is asked. */
  ambiguous: boolean;
  /** The question to ask if `ambiguous`: the provider, its API, one of several meanings in one API, or one of the codes with a wording. */
  undecided: 'provider' | 'registry' | 'variant' | 'wording' | null;
  /** The matched detail near the code. It refines the meaning or, with `adds`, extends it. */
  detail: {
    text: string;
    meaning: string;
    adds?: true;
    next: string | null;
    cause?: string;
  } | null;
  /** The sender's message next to the code, in any language, that no `detail` matches. Untrusted text. */
  said: string | null;
  /** End of the condition, if the nearby text states a reliable time. See `formatTimeBound`. */
  when: TimeBound | null;
  /** For a code about a closed window: the time of the failure in milliseconds since the Unix epoch, if it is certain. */
  failedAtMs?: number | null;
  /** What the text says of the message, with the entry before its row decides. `text` is the row with its headers. */
  row?:
    | (MessageFailure & { entry: Entry } & Partial<
          Pick<RowText, 'text' | 'timeZone'>
        > & { others?: readonly RecipientRow[] })
    | null;
  /** What is decided for the row now. Undefined before `decideRow`. */
  planned?: PlannedFailure | undefined;
  /** When it was decided, in milliseconds since the Unix epoch. */
  decidedAtMs?: number;
  /** For a code about a closed window, if the page or the user says when the customer last wrote: the state of the window now. */
  window?: WindowState | null | undefined;
  /** For an unknown code: a description of its range or family, in one or two sentences. */
  family: string | null;
  /** For a provider's code that wraps a Meta code: the entry of the Meta code, which is the cause. */
  inner?: Entry | null;
  /** For an unlisted subcode: the entry of its code. The meaning is the parent's, not the subcode's. */
  parent?: Entry | null;
  /** For a range without an entry of its own: the entries of its codes, in numeric order. */
  within?: readonly Entry[];
  /** For a subcode without an entry of its own: a description of its range. The meaning of another subcode is never used. */
  subcodeFamily: string | null;
}

export function createExplanation(
  code: string,
  more: Partial<Explanation> = {},
): Explanation {
  const unknown = {
    subcode: null,
    entry: null,
    others: [],
    ambiguous: false,
    undecided: null,
  };

  const unread = {
    detail: null,
    said: null,
    when: null,
    family: null,
    subcodeFamily: null,
  };

  return {
    code,
    ...unknown,
    ...unread,
    ...more,
  };
}

/** Explains an entry that the user selected, so nothing is ambiguous. A key that no longer exists is unknown. */
export function explainEntry(
  { code, key }: { code: string; key: EntryKey | null },
  catalogue: Catalogue,
  context: CodeContext,
): Explanation {
  const entry = key === null ? undefined : catalogue.byKey.get(key);
  if (!entry)
    return createExplanation(code, { family: describeUnknownCode(code) });

  const meanings = rankEntries(entry.code, catalogue, context).map(
    (ranked) => ranked.entry,
  );

  const others = meanings.filter((other) => other.key !== entry.key);

  return createExplanation(entry.code, {
    subcode: entry.subcode ?? null,
    entry,
    others,
  });
}
