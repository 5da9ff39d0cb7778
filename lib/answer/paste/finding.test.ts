import { describe, expect, it } from 'vitest';
import {
  testCatalogue,
  testCatalogueData,
} from '../../../tests/fixtures/catalogue.ts';
import { createCatalogue } from '../../catalogue/catalogue.ts';
import { createExplanation } from '../explain/explanation.ts';
import {
  createFindingCollector,
  type FindingDraft,
  haveDistinctTexts,
  isAtTextEnd,
  isTruncated,
  mayBeTruncated,
} from './finding.ts';

const NO_PLACE = {
  message: null,
  recipient: null,
  template: null,
  time: null,
  trace: null,
};
const createDraft = (
  code: string,
  more: Partial<FindingDraft> = {},
): FindingDraft => ({
  ...createExplanation(code),
  cause: null,
  wording: null,
  ...more,
});
const placeAt = (line: number) => () => ({
  ...NO_PLACE,
  line,
  time: { text: `${line}`, at: line },
});
const createTimeBound = (atMs: number) => ({
  as: 'ends' as const,
  atMs,
  fromMs: null,
  confidence: 'stated' as const,
});

function collect(...drafts: FindingDraft[]) {
  const collector = createFindingCollector();
  for (const [at, draft] of drafts.entries())
    collector.note(draft, placeAt(at + 1));
  return collector.all();
}

describe('equal findings', () => {
  it('are one, with its places and the time of the last', () => {
    const [one, ...others] = collect(
      ...Array.from({ length: 125 }, () => createDraft('1')),
    );
    expect(others).toEqual([]);
    expect(one).toMatchObject({ count: 125, until: { at: 125 } });
    expect(one?.places.map(({ line }) => line)).toEqual(
      Array.from({ length: 100 }, (_, at) => at + 1),
    );
    expect(collect(createDraft('1'))[0]?.until).toBeNull();
    const collector = createFindingCollector();
    for (let line = 1; line <= 125; line++)
      collector.note(createDraft('1'), placeAt(line));
    expect(
      [collector.all(), collector.all()].map(([found]) => found?.until?.at),
    ).toEqual([125, 125]);
    collector.note(createDraft('1', { said: 'a' }), placeAt(126));
    expect(collector.all()[0]?.until?.at).toBe(126);
    expect(collect(createDraft('1'), createDraft('1'))[0]?.until).toEqual({
      text: '2',
      at: 2,
    });
  });

  it('keep places beyond the hundredth only with another message, up to 200', () => {
    const same = Array.from({ length: 130 }, () =>
      createDraft('1', { said: 'a' }),
    );
    const [one] = collect(
      ...same,
      createDraft('1', { said: 'b' }),
      createDraft('1', { said: 'b' }),
    );
    expect(one?.places.map(({ said }) => said)).toEqual([
      ...Array(100).fill('a'),
      'b',
    ]);
    const [many] = collect(
      ...Array.from({ length: 250 }, (_, at) =>
        createDraft('1', { said: `${at}` }),
      ),
    );
    expect(many?.places).toHaveLength(200);
  });

  it('end with the latest of their times', () => {
    const ends = [2, 3, 1].map((atMs) =>
      createDraft('1', { when: createTimeBound(atMs) }),
    );
    expect(collect(createDraft('1'), ...ends)[0]?.when?.atMs).toBe(3);
  });

  it('are kept up to 500 kinds', () => {
    const collector = createFindingCollector();
    for (let code = 0; code < 503; code++)
      collector.note(createDraft(`${code}`), placeAt(1));
    expect([collector.all().length, collector.droppedCount()]).toEqual([
      500, 3,
    ]);
  });

  it('differ by subcode, detail, cause or origin', () => {
    const detail = { text: 'x', meaning: 'm', next: null };
    const others = [
      { subcode: '2' },
      { detail },
      { cause: '3' },
      { wording: { text: 'x', confidence: 1 } },
    ];
    expect(
      collect(
        createDraft('1'),
        ...others.map((more) => createDraft('1', more)),
      ),
    ).toHaveLength(5);
  });

  it('quote the detail and the rest of the message', () => {
    const detail = { text: 'x', meaning: 'm', next: null };
    const found = collect(
      createDraft('1', { detail, said: 'y' }),
      createDraft('2'),
    );
    expect(found.map(({ places: [place] }) => place?.said)).toEqual([
      'x · y',
      null,
    ]);
    expect(found.map(haveDistinctTexts)).toEqual([false, false]);
    expect(
      collect(createDraft('1', { said: 'y' }), createDraft('1')).map(
        haveDistinctTexts,
      ),
    ).toEqual([true]);
  });
});

it('a cause comes before the code that wraps it, unless it is wrapped, too', () => {
  const getCodes = (...drafts: FindingDraft[]) =>
    collect(...drafts).map(({ code }) => code);
  expect(
    getCodes(
      createDraft('0'),
      createDraft('1', { cause: '2' }),
      createDraft('2'),
    ),
  ).toEqual(['0', '2', '1']);
  expect(
    getCodes(
      createDraft('1', { cause: '2' }),
      createDraft('2', { cause: '1' }),
    ),
  ).toEqual(['1', '2']);
});

it.each([
  ['131', true],
  ['131999', true],
  ['131047', false],
  ['2388040', false],
  ['-5', true],
  ['PENDING', false],
  ['E131', false],
  ['131E', false],
])('%s may be the begin of a longer code: %s', (code, isExpected) => {
  expect(mayBeTruncated(code, testCatalogue)).toBe(isExpected);
});

it('a known code of full length may be the begin of a known longer one', () => {
  const [entry] = testCatalogueData.entries.filter(
    ({ code }) => code === '131047',
  );
  const longer = entry && {
    ...entry,
    code: '1310471',
    key: 'meta/cloud/1310471' as const,
  };
  const entries = [...testCatalogueData.entries, ...(longer ? [longer] : [])];
  expect(
    mayBeTruncated(
      '131047',
      createCatalogue({ ...testCatalogueData, entries }),
    ),
  ).toBe(true);
});

it.each([
  ['131047', true],
  ['131047…\n', true],
  ['131047... ', true],
  ['131047.', false],
  ['131047}', false],
  [`131047${' '.repeat(40)}`, false],
])('%j ends with its code: %s', (text, isExpected) => {
  expect(isAtTextEnd(text, { end: 6 })).toBe(isExpected);
});

it('a payload is truncated if its error is its end, or an ellipsis', () => {
  const error = {
    line: 1,
    column: 1,
    expected: '',
    before: '',
    after: ' ...',
    ends: false,
    decoded: false,
  };
  const other = { ...error, after: '}' };
  expect(
    [null, error, other, { ...other, ends: true }].map(isTruncated),
  ).toEqual([false, true, false, true]);
});
