import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../data/schema.ts';
import { RETRIES, TURNS } from '../../../data/schema.ts';
import wording from '../../../data/wording.json' with { type: 'json' };
import { testCatalogue } from '../../../tests/fixtures/catalogue.ts';
import { getMarkKind } from '../../core/mark-kind.ts';
import { groupFailures } from './page-tree.ts';
import {
  formatTurn,
  formatVerdictLine,
  formatVerdictParts,
  getDisplayedSteps,
  getResponsibleParty,
  getSteps,
  RETRY_TEXT,
  TURN_TEXT,
} from './verdict-text.ts';

function createEntry(key: string, more: Partial<Entry> = {}): Entry {
  const found = testCatalogue.byKey.get(key);
  if (!found) throw new TypeError(`expected a key of the fixture, got ${key}`);
  return { ...found, ...more };
}

describe('words of a verdict', () => {
  it.each(TURNS)('names the turn of %s', (turn) =>
    expect(TURN_TEXT[turn]).toMatch(/turn$/),
  );
  it.each(RETRIES)('says what %s asks for', (retry) =>
    expect(RETRY_TEXT[retry]).not.toBe(''),
  );

  it('names the provider whose turn it is', () => {
    expect(
      formatTurn(
        createEntry('360dialog/registration/1005~locked'),
        testCatalogue,
      ),
    ).toBe("360dialog's turn");
    const verdict = { turn: 'meta', retry: 'after-fix' } as const;
    expect(formatTurn({ provider: 'meta', verdict }, testCatalogue)).toBe(
      "Meta's turn",
    );
    const ofProvider = {
      provider: 'meta',
      verdict: { ...verdict, turn: 'provider' as const },
    };
    expect(formatTurn(ofProvider, testCatalogue)).toBe("Provider's turn");
  });

  it.each([
    ['you', 'backoff', undefined, 'Your turn · Send again slowly'],
    ['you', 'backoff', 6, 'Your turn · Send again slowly · wait 6 seconds'],
    ['meta', 'later', 86_400, "Meta's turn · wait 24 hours"],
    ['recipient', 'later', undefined, "Recipient's turn · Wait"],
    ['nobody', 'later', undefined, 'Wait'],
    ['nobody', 'later', 86_400, 'Wait 24 hours'],
    ['nobody', 'backoff', 259_200, 'Wait 3 days · Send again slowly'],
    [
      'nobody',
      'once',
      5_400,
      "Nobody's turn · Send again now · wait 90 minutes",
    ],
    ['nobody', 'no', undefined, "Nobody's turn · Never send again"],
    ['you', 'no', undefined, 'Your turn · Never send again'],
    ['meta', 'after-fix', undefined, "Meta's turn · Fix first"],
    ['you', 'after-fix', 900, 'Your turn · Fix first · wait 15 minutes'],
    ['recipient', 'after-fix', undefined, "Recipient's turn · Fix first"],
  ] as const)(
    'say the turn, the retry and the wait: %s, %s, %s',
    (turn, retry, wait, line) => {
      const verdict = { turn, retry, ...(wait && { wait }) };
      expect(
        formatVerdictParts({ provider: 'meta', verdict }, testCatalogue).join(
          ' · ',
        ),
      ).toBe(line);
    },
  );

  it.each(
    TURNS.flatMap((turn) => RETRIES.map((retry) => [turn, retry] as const)),
  )('and the sign name the same turn: %s, %s', (turn, retry) => {
    const verdict = { turn, retry };
    const name = wording.mark[getMarkKind({ verdict })].name.replaceAll(
      '’',
      "'",
    );
    const said = formatTurn({ provider: 'meta', verdict }, testCatalogue);
    // Meta and the providers share one mark.
    expect(said).toBe(
      turn === 'meta'
        ? "Meta's turn"
        : turn === 'provider'
          ? "Provider's turn"
          : name,
    );
  });

  it('does not mention a retry for a success', () => {
    expect(
      formatVerdictLine(createEntry('exotel/api/30003'), testCatalogue).line,
    ).toBe("Nobody's turn · nothing failed");
  });

  it('is one short line', () => {
    expect(
      formatVerdictLine(createEntry('meta/cloud/131047'), testCatalogue),
    ).toMatchObject({
      line: 'Your turn · Fix first',
      next: 'Send an approved template instead of free text.',
    });
  });

  it.each([10, 86_399, 1e15])(
    'keeps the line within 90 characters with a wait of %i',
    (wait) => {
      const long = { ...createEntry('360dialog/registration/1005~locked') };
      long.verdict = { turn: 'provider', retry: 'backoff', wait };
      expect(
        formatVerdictLine(long, testCatalogue).line.length,
      ).toBeLessThanOrEqual(90);
    },
  );
});

describe('the steps of an entry', () => {
  it('are its own if it has any', () => {
    const own = createEntry('meta/cloud/131047');
    expect(getSteps(own)).toEqual(own.steps);
    expect(getDisplayedSteps(own)).toEqual(own.steps);
    expect(getResponsibleParty(own)).toBeNull();
  });

  it.each([
    ['meta/graph/190', 'developer'],
    ['meta/cloud/131042', 'admin'],
    ['twilio/api/30003', 'operator'],
    ['360dialog/registration/1005~locked', 'operator'],
  ])('otherwise are the next step of %s, performed by the %s', (key, who) => {
    expect(getSteps(createEntry(key))).toEqual([
      { do: createEntry(key).next, who },
    ]);
  });

  it('name nobody for a team’s own code, which names nobody', () => {
    const own = { wordings: [], link: undefined };
    expect(
      getResponsibleParty(createEntry('meta/cloud/131047', { own, steps: [] })),
    ).toBeNull();
    expect(
      getResponsibleParty(createEntry('meta/cloud/131047', { steps: [] })),
    ).not.toBeNull();
  });

  it('exclude a repetition of the next step, which then shows its owner', () => {
    const [first, second] = [
      { do: 'Send an approved template.', who: 'developer' },
      { do: 'Wait for the answer.', who: 'operator' },
    ] as const;
    const own = createEntry('meta/cloud/131047', { steps: [first, second] });
    expect(getDisplayedSteps(own)).toEqual([second]);
    expect(getSteps(own)).toEqual([second]);
    expect(getResponsibleParty(own)).toBe('developer');
    expect(getDisplayedSteps({ ...own, steps: [first] })).toEqual([]);
    expect(getSteps({ ...own, steps: [first] })).toEqual([
      { do: own.next, who: 'developer' },
    ]);
  });

  it("exclude a repetition of the detail's next step", () => {
    const own = createEntry('meta/cloud/131047');
    const [first, ...rest] = own.steps ?? [];
    expect(getDisplayedSteps(own, first?.do)).toEqual(rest);
  });

  it('are empty for a success', () => {
    expect(getResponsibleParty(createEntry('exotel/api/30003'))).toBeNull();
  });

  it('exist for every entry', () => {
    expect(
      testCatalogue.entries.filter((one) => getSteps(one).length === 0),
    ).toEqual([]);
  });
});

describe('plans', () => {
  const createFailure = (retry: Entry['verdict']['retry'], count = 1) => ({
    entry: createEntry('meta/cloud/131047', {
      verdict: { turn: 'you', retry },
    }),
    ambiguous: false,
    count,
  });
  const getPlans = (
    ...failures: Parameters<typeof groupFailures>[0][number][]
  ) => groupFailures(failures).map(({ plan, codes }) => [plan, codes.length]);

  it('come in the order of the plans, successes last', () => {
    expect(
      getPlans(
        createFailure('once'),
        createFailure('no'),
        createFailure('backoff'),
        createFailure('later'),
        createFailure('after-fix'),
        {
          ...createFailure('no'),
          entry: createEntry('meta/cloud/131047', { success: true }),
        },
        {
          ...createFailure('once'),
          entry: createEntry('meta/cloud/131047', {
            verdict: { turn: 'nobody', retry: 'once' },
          }),
        },
      ),
    ).toEqual([
      ['now', 1],
      ['slowly', 1],
      ['wait', 1],
      ['fix', 2],
      ['never', 1],
      [null, 1],
    ]);
  });

  it('are to check for ambiguous failures', () => {
    expect(
      getPlans(
        { ...createFailure('once'), ambiguous: true },
        { ...createFailure('once'), entry: null },
      ),
    ).toEqual([['check', 2]]);
  });

  it('list the most frequent first', () => {
    const failures = [createFailure('once', 2), createFailure('once', 9)];
    const [group] = groupFailures(failures);
    expect(group?.codes.map(({ count }) => count)).toEqual([9, 2]);
  });
});
