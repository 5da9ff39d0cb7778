import type { Entry } from '../data/schema.ts';
import { getCauseVerdict } from '../lib/answer/explain/detail-verdict.ts';

type Verdict = Entry['verdict'];
type Part = Pick<Entry, 'verdict' | 'window'> & {
  /** What contains the verdict, if it is not the entry itself. */
  of?: string;
  texts: readonly (string | undefined)[];
};

/** A next step that speaks of a wait, of less sending, or of a moment. */
const WAITING_STEP =
  /\b(?:wait|pause|stop|slow|leave|until|once|after|before|when|within)\b|\d/i;

/** `Retry once`, but not `Retry once the phone is on`. */
const RETRY_ONCE =
  /\bretry (?:\w+ ){0,2}once\b(?! (?:the|a|an|it|you|your|they|this)\b)/i;

const UNIT = '(?:second|minute|hour|day|week|month)s?';
const NUMBER =
  '(?:an?|\\d+|one|two|three|four|five|six|ten|twelve|some|a few|several)';
const SPAN = `${NUMBER}(?: (?:to|or) \\w+)? ${UNIT}`;
const WAIT_PATTERNS = [
  `\\b(?:wait|in|after|at least|wait for)(?: at least| about)? ${SPAN}\\b(?! (?:a|ago|of|life)\\b)`,
  `\\b${SPAN} later\\b`,
  '\\btomorrow\\b',
  '\\bnext day\\b',
].map((source) => new RegExp(source, 'i'));

/** Checks that each wait has a time, and that each time in a text is in the data as well. */
export function findTimeProblems(entry: Entry): string[] {
  const parts = getParts(entry);
  const isTimed = parts.some((part) => hasTime(part));

  return parts.flatMap((part) => [
    ...findVerdictProblems(part, entry),
    ...(isTimed ? [] : findUnusedTimes(part)),
  ]);
}

/** Returns the entry, its causes and its details, each with the verdict that applies to it. */
function getParts(entry: Entry): readonly Part[] {
  const { verdict, window, next, steps = [] } = entry;
  const { causes = [], details = [] } = entry;
  const own = {
    verdict,
    window,
    texts: [next, ...steps.map((step) => step.do)],
  };

  const ofCauses = causes.map((cause) => ({
    of: cause.text,
    verdict: getCauseVerdict(entry, cause),
    window,
    texts: [cause.do],
  }));
  const ofDetails = details.map((detail) => ({
    of: detail.meaning,
    verdict: detail.verdict ?? verdict,
    window: detail.window ?? window,
    texts: [detail.next],
  }));

  return [own, ...ofCauses, ...ofDetails];
}

const hasTime = ({ verdict, window }: Pick<Part, 'verdict' | 'window'>) =>
  Boolean(verdict.wait || window);

function findVerdictProblems(part: Part, { decided }: Entry): string[] {
  const { of, verdict, texts } = part;
  const [next = ''] = texts;
  const place = of ? `"${of}": ` : '';
  const isTimeless = verdict.retry === 'later' && !hasTime(part) && !decided;
  const isMistaken = RETRY_ONCE.test(next) && verdict.retry !== 'once';

  return [
    isTimeless &&
      'retry is "later" without a time; add a wait or a window, use another word, or give the reason in "decided"',
    !of &&
      isFixFirst(verdict, next) &&
      'retry is "later", but the next step is a fix; use "after-fix", with the wait if there is one',
    isMistaken && `says "retry once", but retry is "${verdict.retry}"`,
  ].flatMap((problem) => (problem ? `${place}${problem}` : []));
}

const isFixFirst = ({ turn, retry }: Verdict, next: string) =>
  turn === 'you' && retry === 'later' && !WAITING_STEP.test(next);

function findUnusedTimes({ texts }: Part): string[] {
  return texts
    .filter((text) => WAIT_PATTERNS.some((pattern) => pattern.test(text ?? '')))
    .map((text) => `"${text}" has a time that no wait and no window has`);
}
