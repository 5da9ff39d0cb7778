import type { Entry, Owner, Retry } from '../../data/schema.ts';
import wording from '../../data/wording.json' with { type: 'json' };
import { addedSteps, repeats, type Steps } from '../catalogue/borrowed-steps.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { type ShownTurn, shownTurn } from '../catalogue/mark.ts';
import { t } from '../language/translate.ts';
import type { Explanation } from './explanation.ts';

/** Whose turn it is. A provider's entry names the provider instead: see `turnText`. */
export const TURN_TEXT: Readonly<Record<ShownTurn, string>> = wording.turn;

/** Whether the same helps again: the only words for it, wherever a verdict, a list or a count is shown. They stand in the file above. */
export const RETRY_TEXT: Readonly<Record<Retry, string>> = wording.retry;

/** What a code is about. */
export const CLASS_TEXT: Readonly<Record<Entry['class'], string>> = wording.class;

export const NOTHING_FAILED = 'nothing failed';

/** At the head of a list or a choice. */
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const OWNER_TEXT: Readonly<Record<Owner, string>> = wording.owner;

/** Who does a step. */
export const ownerText = (owner: Owner): string => t(OWNER_TEXT[owner]);

/** Whose turn it is, with the provider's name where it is the provider's. */
export function turnText(
  { provider, verdict }: Pick<Entry, 'provider' | 'verdict'>,
  catalogue: Catalogue,
): string {
  // What Meta lists of a provider's software is not Meta's turn.
  const isNamed = verdict.turn === 'provider' && provider !== 'meta';
  const name = isNamed ? catalogue.provider(provider)?.name : undefined;
  return name ? t("$1's turn", name) : t(TURN_TEXT[shownTurn({ verdict })]);
}

/** Whether to retry: what a list has room for. */
export function againText({ verdict: { turn, retry }, success }: Pick<Entry, 'verdict' | 'success'>): string {
  if (success) return t(NOTHING_FAILED);
  // It is not the reader who fixes it.
  return turn === 'recipient' && retry === 'after-fix' ? t('retry when done') : t(RETRY_TEXT[retry]);
}

/** Whose turn it is, whether to retry, and how long to wait first, which comes first where it is all there is to do. */
export function verdictParts(
  entry: Pick<Entry, 'provider' | 'verdict' | 'success'>,
  catalogue: Catalogue,
): readonly [string, ...string[]] {
  const again = againText(entry);
  const wait = !entry.success && entry.verdict.wait ? waitText(entry.verdict.wait) : null;
  if (wait && shownTurn(entry) === 'wait') return [upperFirst(wait), again];
  return [turnText(entry, catalogue), again, ...(wait ? [wait] : [])];
}

/**
 * The one line that a reader in a hurry needs, in one voice wherever a verdict is shown: `Your turn · retry when fixed`, with
 * `Retired` before it where that is so; at most 90 characters. With it the next step, as the entry has it.
 */
export function verdictLine(
  entry: Pick<Entry, 'provider' | 'verdict' | 'success' | 'next' | 'deprecated'>,
  catalogue: Catalogue,
): { line: string; next: string } {
  const retired = entry.deprecated ? `${t('Retired')} · ` : '';
  const line = retired + verdictParts(entry, catalogue).join(' · ');
  return { line: line.length <= 90 ? line : `${line.slice(0, 89).trimEnd()}…`, next: entry.next };
}

/** `24 hours` and `until tomorrow` become `wait 24 hours` and `wait until tomorrow`: in English where nobody has translated it. */
function waitText(wait: string): string {
  const english = /^wait/i.test(wait) ? `w${wait.slice(1)}` : `wait ${wait}`;
  return t(english);
}

/** Who makes the next move, by what the code is about, else the operator; where it is somebody else's turn, the reader asks or waits. */
const MOVERS = {
  admin: ['account', 'payment', 'permission', 'phone-number', 'policy', 'quality', 'template'],
  developer: ['auth', 'flow', 'parameter', 'rate-limit', 'service'],
} as const satisfies Partial<Record<Owner, readonly Entry['class'][]>>;

/**
 * Who makes the next move: named beside it where no steps follow, or where one of them says the same and is therefore not shown; null
 * where nothing is to be done.
 */
export function moverOf(entry: Entry, next: string = entry.next): Owner | null {
  const { verdict, success, class: about, steps = [] } = entry;
  if (success) return null;
  const same = steps.find((step) => repeats(step.do, next));
  if (same) return same.who;
  if (steps.length > 0) return null;
  if (verdict.turn !== 'you') return 'operator';
  const isAbout = (classes: readonly Entry['class'][]) => classes.includes(about);
  return isAbout(MOVERS.admin) ? 'admin' : isAbout(MOVERS.developer) ? 'developer' : 'operator';
}

/** The steps as they are shown below the next move, perhaps none: what says the same as the move is left out. */
export function shownSteps(entry: Entry, next: string = entry.next): Steps {
  return addedSteps(entry.steps, next);
}

/** The steps of an entry as data, never empty: where one move is all, that move with who makes it. */
export function stepsOf(entry: Entry): Steps {
  const shown = shownSteps(entry);
  return shown.length > 0 ? shown : [{ do: entry.next, who: moverOf(entry) ?? 'operator' }];
}

/** What can be done with a failed message now, in the order of the lists: what the reader has to do comes first. */
const OUTCOMES = ['fix', 'wait', 'never', 'resend', 'unknown', 'fine'] as const;
export type Outcome = (typeof OUTCOMES)[number];

const OUTCOME_TEXT: Readonly<Record<Outcome, string>> = {
  fix: RETRY_TEXT['after-fix'],
  wait: RETRY_TEXT.later,
  never: RETRY_TEXT.no,
  resend: RETRY_TEXT.once,
  unknown: wording.outcome.unknown,
  fine: NOTHING_FAILED,
};

/** At the head of a list. */
export const outcomeText = (outcome: Outcome): string => upperFirst(t(OUTCOME_TEXT[outcome]));

/** Sorts a failure by its verdict. What evidence does not decide is never called safe. */
function outcomeOf({ entry, ambiguous }: Pick<Explanation, 'entry' | 'ambiguous'>): Outcome {
  if (!entry || ambiguous) return 'unknown';
  return entry.success ? 'fine' : BY_RETRY[entry.verdict.retry];
}

const BY_RETRY = { no: 'never', 'after-fix': 'fix', once: 'resend', later: 'wait', backoff: 'wait' } as const;

/** Failures of a paste or a page by outcome, in the order of `OUTCOMES`, the most frequent first. */
export function triage<T extends Pick<Explanation, 'entry' | 'ambiguous'> & { count: number }>(
  failures: readonly T[],
): readonly { outcome: Outcome; failures: readonly T[] }[] {
  return OUTCOMES.map((outcome) => ({
    outcome,
    failures: failures.filter((one) => outcomeOf(one) === outcome).sort((a, b) => b.count - a.count),
  })).filter(({ failures: own }) => own.length > 0);
}
