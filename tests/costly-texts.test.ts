import { describe, it } from 'vitest';
import { getCatalogueMasking } from '../cli/catalogue-masking.ts';
import { answerText } from '../lib/answer/answer-text.ts';
import { auditText } from '../lib/checks/audit/audit.ts';
import { maskText } from '../lib/masking/mask-text.ts';
import { COSTLY_TEXTS, createCostlyText } from './bench/costly-texts.ts';
import { takeNthByDay } from './by-day.ts';
import { testCatalogue } from './fixtures/catalogue.ts';
import { expectCostRatio, expectLinearCost } from './growth.ts';

const LENGTH = process.env.NIGHTLY ? 320_000 : 80_000;
const masking = getCatalogueMasking(testCatalogue);

const TOOLS: Readonly<Record<string, (text: string, path: string) => unknown>> =
  {
    explained: (text) => answerText(text, { catalogue: testCatalogue }),
    masked: (text) => maskText(masking.splitIntoParts(text)),
    audited: (text, path) => auditText(text, path, testCatalogue),
  };

describe.each(Object.entries(TOOLS))('a text that is %s', (_, read) => {
  it.each(takeNthByDay(4, Object.entries(COSTLY_TEXTS)))(
    'costs time in proportion to its length: %s',
    (_name, one) =>
      expectLinearCost(LENGTH, (length) => {
        const text = createCostlyText(one, length);

        return () => read(text, one.path);
      }),
  );
});

const explain = (text: string) => () =>
  answerText(text, { catalogue: testCatalogue });

it('a line of source that is repeated costs less than lines of which each is new', () => {
  const source = createText('one line of source');
  const log = createText('a log of new words');

  expectCostRatio(explain(source), explain(log), 0.5);
});

it.each([', ', ',', ' '])(
  'a list of codes with "%s" costs less than lines of which each is new',
  (sign) => {
    const long = testCatalogue.entries
      .map(({ code }) => code)
      .filter((code) => /^\d{6}$/.test(code));
    const log = createText('a log of new words');
    const list = Array.from(
      { length: log.length / 7 },
      (_, at) => long[at % long.length],
    );

    expectCostRatio(explain(list.join(sign)), explain(log), 0.5);
  },
);

function createText(name: string): string {
  const one = COSTLY_TEXTS[name];

  if (!one) throw new Error(`There is no text "${name}".`);

  return createCostlyText(one, LENGTH);
}
