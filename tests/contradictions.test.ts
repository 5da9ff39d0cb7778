import { describe, expect, test } from 'vitest';
import { readCatalogue } from '../build/read-catalogue.ts';
import type { Entry } from '../data/schema.ts';
import {
  formatVerdictLine,
  getSteps,
} from '../lib/answer/format/verdict-text.ts';
import { createCatalogue } from '../lib/catalogue/catalogue.ts';
import { getEntryPlan } from '../lib/core/published-verdict.ts';

const catalogue = createCatalogue(readCatalogue());
const { entries } = catalogue;

/** A request to the recipient, or one to the reader to do no more than that. */
const ASKS = /^(?:Ask|Have)\b/;
const IS_NO_TASK = /^(?:Wait|Do (?:nothing|not)|Leave|Continue|Go on)\b/;
/** Without a condition, or a second half that says for whom it holds. */
const FORBIDS =
  /^(?:Do not|Don’t|Never) (?:(?:send|try|repeat) (?:it|the (?:same )?\w+|this \w+) again|resend|retry)\b(?!.*[;:] (?:retry|for|in|to) )/i;
const REPEATED_BY_OTHERS =
  /^(?!.*\bif\b).*\b(?:retries by itself|itself (?:retries|sends))\b/;
const RESENDS = /^(?:Send|Resend|Retry|Try|Repeat)\b/;

const list = (isWrong: (entry: Entry) => boolean, among = entries) =>
  among
    .filter(isWrong)
    .map(
      ({ key, verdict, next }) =>
        `${key}: ${verdict.turn} ${verdict.retry}: ${next}`,
    );
const current = entries.filter(
  ({ deprecated, success }) => !deprecated && !success,
);

describe('turn, retry, step and plan of every entry agree', () => {
  test('what only the recipient can fix begins with what the recipient does, or is asked', () => {
    const theirs = current.filter(
      ({ verdict }) => verdict.turn === 'recipient' && verdict.retry !== 'once',
    );
    expect(theirs.length).toBeGreaterThan(100);
    const beginsWithReader = (entry: Entry) => {
      const [first] = getSteps(entry);
      // A code of Meta behind it lends its steps to an entry without any.
      return (
        first?.who !== 'customer' &&
        !ASKS.test(first?.do ?? '') &&
        entry.steps !== undefined
      );
    };
    expect(list(beginsWithReader, theirs)).toEqual([]);
    expect(
      list(
        ({ verdict, next }) =>
          verdict.retry === 'after-fix' && !/^(?:Ask|Have)\b/.test(next),
        theirs,
      ),
    ).toEqual([]);
  });

  test('nobody’s turn has no task', () =>
    expect(
      list(
        ({ verdict, next }) =>
          verdict.turn === 'nobody' &&
          verdict.retry === 'no' &&
          !IS_NO_TASK.test(next),
        current,
      ),
    ).toEqual([]));

  test('what is final is not sent again', () =>
    expect(
      list(
        (entry) => getEntryPlan(entry) === 'never' && RESENDS.test(entry.next),
      ),
    ).toEqual([]));

  test('what is sent again is told so: no step forbids it, and no one else repeats it meanwhile', () => {
    const again = current.filter(
      ({ verdict }) => !['no', 'after-fix'].includes(verdict.retry),
    );
    expect(again.length).toBeGreaterThan(280);
    const isForbidden = (entry: Entry) =>
      [entry.next, ...(entry.steps ?? []).map((step) => step.do)].some((text) =>
        FORBIDS.test(text),
      );
    expect(list(isForbidden, again)).toEqual([]);
    const isRepeated = ({ steps = [], verdict }: Entry) =>
      !verdict.wait && steps.some((step) => REPEATED_BY_OTHERS.test(step.do));
    expect(list(isRepeated, again)).toEqual([]);
  });

  test('a plan fits its turn: what goes out again needs nobody else, what is to be fixed has somebody', () => {
    expect(
      list(
        (entry) =>
          getEntryPlan(entry) === 'now' && entry.verdict.turn === 'you',
      ),
    ).toEqual([]);
    expect(
      list(
        (entry) =>
          getEntryPlan(entry) === 'fix' && entry.verdict.turn === 'nobody',
      ),
    ).toEqual([]);
  });

  test('a retired code has verdict and step of its single successor, else it is checked by hand', () => {
    const retired = entries.filter(({ deprecated }) => deprecated);
    const findSuccessors = ({ related = [] }: Entry) =>
      related.flatMap(({ as, key }) =>
        as === 'successor' ? (catalogue.byKey.get(key) ?? []) : [],
      );
    const single = retired.filter(
      (entry) => findSuccessors(entry).length === 1,
    );
    expect(single.length).toBeGreaterThan(60);
    const getDeed = ({ verdict, next }: Entry) =>
      JSON.stringify([verdict, next]);
    expect(
      list(
        (entry) =>
          findSuccessors(entry).some((one) => getDeed(one) !== getDeed(entry)),
        single,
      ),
    ).toEqual([]);
    expect(
      list(
        (entry) => !single.includes(entry) && getEntryPlan(entry) !== 'check',
        retired,
      ),
    ).toEqual([]);
  });

  test.each([
    ['meta/cloud/131047', 'Your turn · Fix first'],
    ['meta/cloud/131026', "Recipient's turn · Fix first"],
    ['meta/cloud/131049', 'Wait 24 hours'],
    ['meta/cloud/131050', "Recipient's turn · Never send again"],
    ['meta/cloud/130472', "Recipient's turn · Never send again"],
    ['meta/cloud/131000', "Meta's turn · Send again now"],
    ['meta/cloud/130429', 'Your turn · Send again slowly'],
    ['vonage/api/1250', "Vonage's turn · Fix first"],
    ['meta/onprem/470', 'Retired · Your turn · Fix first'],
    ['meta/onprem/1026', 'Retired · Check by hand'],
    ['meta/onprem/1006', 'Retired · Check by hand'],
    ['infobip/status/5', "Nobody's turn · nothing failed"],
  ])('%s says: %s', (key, line) =>
    expect(
      formatVerdictLine(catalogue.byKey.get(key) as Entry, catalogue).line,
    ).toBe(line),
  );
});
