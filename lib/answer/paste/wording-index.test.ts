import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../build/read-catalogue.ts';
import type { Entry } from '../../../data/schema.ts';
import { type Catalogue, createCatalogue } from '../../catalogue/catalogue.ts';
import { createWordingIndex, isPartOfWording } from './wording-index.ts';

const catalogue = createCatalogue(readCatalogue());
const phrases = createWordingIndex(catalogue);
const findFirstCode = (text: string) => phrases(text)[0]?.entries[0]?.code;

describe('an error told without its number', () => {
  it.each([
    [
      'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
      '131047',
    ],
    ['Our agent sees "more than 24 hours have passed…" since today', '131047'],
    ['it says: Recipient phone number not in allowed list - why?', '131030'],
    [
      'This message was not delivered to maintain healthy ecosystem engagement.',
      '131049',
    ],
    [
      'Failed to send\nSession has expired on Friday, 20-Nov-26\nretrying in 5 s',
      '190',
    ],
    ['Parameter value is not valid', '131009'],
    ['Application does not have the capability to make this API call.', '3'],
    [
      'Parameter format does not match format in the created template',
      '132012',
    ],
    ["Acme can't onboard customers at the moment", '2655111'],
  ])('is known by its wording: %s', (text, code) =>
    expect(findFirstCode(text)).toBe(code),
  );

  it.each([
    'Dear customer, an error occurred. Please try again later.',
    'Something went wrong. Internal server error. Access denied.',
    'We are sorry that the service is temporarily unavailable for your account',
    'The number of guests does not match the expected number of chairs',
    'Dear team,\nthe invoice of 1,470 EUR was paid on 12 May.\nRegards',
    'The customer wrote last long ago, so the messaging window is closed',
    'Your session has expired, please log in again',
    '',
  ])('is not guessed from %j', (text) => expect(phrases(text)).toEqual([]));

  it('is surer the more of the wording stands there', () => {
    const whole =
      'Message failed to send because more than 24 hours have passed since the customer last replied to this number';
    const getConfidence = (text: string) => phrases(text)[0]?.confidence ?? 0;
    expect(getConfidence(whole)).toBeGreaterThan(
      getConfidence(whole.slice(0, 90)),
    );
    expect(getConfidence(whole)).toBeLessThan(1);
    expect(getConfidence('more than 24 hours have passed')).toBeLessThan(0.75);
  });

  it('stands at its place in any text', () => {
    const words = 'Recipient phone number not in allowed list';
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        (before, after) => {
          const text = `${before} | ${words} | ${after}`;
          const found = phrases(text).find(
            ({ entries }) => entries[0]?.code === '131030',
          );
          expect(found && text.slice(found.start, found.end)).toBe(words);
        },
      ),
    );
  });
});

describe('an index of a few wordings among a thousand entries', () => {
  const createEntry = (
    code: string,
    title: string,
    more: Partial<Entry> = {},
  ) =>
    ({
      code,
      title,
      provider: 'meta',
      api: 'cloud',
      key: `meta/cloud/${code}`,
      claims: [],
      ...more,
    }) as Entry;
  function createIndex(
    entries: readonly Entry[],
    mostCommon: readonly Entry[] = [],
  ) {
    const others = Array.from({ length: 1_000 }, (_, at) =>
      createEntry(`f${at}`, `other${at}`),
    );
    const all = [...entries, ...others];
    const byKey = new Map(all.map((entry) => [entry.key, entry]));
    const find = createWordingIndex({
      entries: all,
      byKey,
      mostCommon,
    } as unknown as Catalogue);
    return (text: string, isAsked?: boolean) =>
      find(text, isAsked).map((hit) => [
        text.slice(hit.start, hit.end),
        hit.entries.map(({ code }) => code).join(),
        hit.confidence,
      ]);
  }
  const TITLE = 'alpha bravo charlie delta echo foxtrot golf hotel';
  const find = createIndex([
    createEntry('1', 'Zulu apple Aztec zebra9'),
    createEntry('2', TITLE),
  ]);

  it.each([
    ['zulu apple aztec zebra9', [['zulu apple aztec zebra9', '1', 0.79]]],
    ['Zulu apple aztec', []],
    ['apple Aztec zebra9', []],
    [
      '"ZULU, APPLE; aztec-zebra9!"',
      [['ZULU, APPLE; aztec-zebra9', '1', 0.79]],
    ],
    [
      'zulu apple aztec zebra9 zulu apple aztec zebra9.',
      [
        ['zulu apple aztec zebra9', '1', 0.79],
        ['zulu apple aztec zebra9', '1', 0.79],
      ],
    ],
    [TITLE, [[TITLE, '2', 0.93]]],
    [`${TITLE} hotel`, [[TITLE, '2', 0.93]]],
    ['x alpha bravo charlie delta', []],
    [
      'x bravo charlie delta echo foxtrot y',
      [['bravo charlie delta echo foxtrot', '2', 0.71]],
    ],
    [
      'charlie delta echo foxtrot golf hotel',
      [['charlie delta echo foxtrot golf hotel', '2', 0.78]],
    ],
    [
      'alpha bravo charlie delta echo golf hotel',
      [['alpha bravo charlie delta echo', '2', 0.71]],
    ],
    [
      '@zulu `apple [aztec {zebra9',
      [['zulu `apple [aztec {zebra9', '1', 0.79]],
    ],
    ['zuluapple aztec zebra9', []],
  ])('finds in %s', (text, hits) => expect(find(text)).toEqual(hits));

  it('reads an apostrophe as no end of a word, and letters of any script as words', () => {
    const find = createIndex([
      createEntry('1', "can't won't shan't mustn't"),
      createEntry('2', 'नंबर गलत है 登録'),
    ]);
    expect(find('can’t won’t shan’t mustn’t')).toEqual([
      ['can’t won’t shan’t mustn’t', '1', 0.79],
    ]);
    expect(find("can t won't shan't mustn't")).toEqual([]);
    expect(find('x नंबर गलत है 登録 y')).toEqual([['नंबर गलत है 登録', '2', 0.79]]);
  });

  it.each([
    [1, '1', 0.79],
    [2, '1,2', 0.7],
    [3, '1,2,3', 0.54],
    [6, '1,2,3,4,5,6', 0.53],
  ])(
    'is less sure of a wording that %s codes share',
    (many, codes, confidence) => {
      const find = createIndex(
        Array.from({ length: many }, (_, at) =>
          createEntry(`${at + 1}`, 'zulu apple aztec zebra'),
        ),
      );
      expect(find('zulu apple aztec zebra')).toEqual([
        ['zulu apple aztec zebra', codes, confidence],
      ]);
    },
  );

  it('finds no wording of seven entries, and none of common words', () => {
    const same = Array.from({ length: 7 }, (_, at) =>
      createEntry(`${at}`, 'zulu apple aztec zebra'),
    );
    expect(createIndex(same)('zulu apple aztec zebra')).toEqual([]);
    const common = Array.from({ length: 60 }, (_, at) =>
      createEntry(`${at}`, `zulu apple aztec own${at}`),
    );
    expect(createIndex(common)('zulu apple aztec own3')).toHaveLength(1);
    const more = Array.from({ length: 600 }, (_, at) =>
      createEntry(`${at}`, `zulu apple aztec own${at}`),
    );
    expect(createIndex(more)('zulu apple aztec own3')).toEqual([]);
    expect(
      createIndex([
        ...common,
        createEntry('x', `zulu apple aztec kilo lima mike`),
      ])('zulu apple aztec kilo lima'),
    ).toEqual([]);
  });

  it('lists current entries of Meta first, then common ones, then the shorter wording', () => {
    const title = 'zulu apple aztec zebra yankee';
    const common = createEntry('4', title);
    const entries = [
      createEntry('1', title, { deprecated: 'since 2025' }),
      createEntry('2', title, { api: 'onprem' }),
      createEntry('3', title, { provider: 'twilio', api: 'api' }),
      createEntry('5', `${title} xray`),
      common,
      createEntry('6', title),
    ];
    expect(createIndex(entries, [common])(title)[0]?.[1]).toBe('4,6,5,3,2,1');
  });

  it('lists the successor of a retired code before it, once', () => {
    const related = [
      { key: 'meta/cloud/2', as: 'successor' },
    ] as Entry['related'];
    const entries = [
      createEntry('1', 'zulu apple aztec zebra', { related }),
      createEntry('2', 'new'),
    ];
    expect(createIndex(entries)('zulu apple aztec zebra')[0]?.[1]).toBe('2,1');
  });

  it('knows titles that agree and details, but no descriptions and no symbols', () => {
    const find = createIndex([
      createEntry('1', 'one two three four', { described: true }),
      createEntry('2', 'five six seven eight', {
        symbols: ['five six seven eight'],
      }),
      createEntry('3', 'x', {
        claims: [
          { agrees: true, title: 'nine ten eleven twelve' },
          { agrees: false, title: 'red green blue yellow' },
          { agrees: true },
        ] as Entry['claims'],
      }),
      createEntry('4', 'y', {
        details: [
          {
            match: [
              'north south east west {name:word} spring summer autumn winter',
            ],
          },
        ] as unknown as Entry['details'],
      }),
    ]);
    expect(
      find('one two three four. five six seven eight. red green blue yellow'),
    ).toEqual([]);
    expect(find('nine ten eleven twelve').map(([, code]) => code)).toEqual([
      '3',
    ]);
    expect(find('north south east west').map(([, code]) => code)).toEqual([
      '4',
    ]);
    expect(find('spring summer autumn winter').map(([, code]) => code)).toEqual(
      ['4'],
    );
  });

  it('finds two or three words only for a selection, as a whole sentence or cell', () => {
    const find = createIndex([
      createEntry('1', 'zulu apple'),
      createEntry('2', 'zulu apple'),
      createEntry('3', 'kilo lima mike', {
        claims: [{ agrees: true, title: 'Kilo lima mike.' }] as Entry['claims'],
      }),
      createEntry('4', 'quebec'),
      createEntry('5', 'oscar papa romeo sierra'),
    ]);
    expect(find('zulu apple')).toEqual([]);
    expect(find('zulu apple', true)).toEqual([['zulu apple', '1,2', 0.65]]);
    expect(find('id 7: Kilo lima mike! Then', true)).toEqual([
      ['Kilo lima mike', '3', 0.75],
    ]);
    expect(find('a\tzulu apple\tb', true)).toHaveLength(1);
    expect(find('the zulu apple', true)).toEqual([]);
    expect(find('quebec', true)).toEqual([]);
    expect(find('', true)).toEqual([]);
    expect(
      find('oscar papa romeo sierra. zulu apple', true).map(([, code]) => code),
    ).toEqual(['5']);
  });
});

describe('a number in a wording', () => {
  const [entry] = catalogue.entries;
  const phrase = {
    start: 10,
    end: 30,
    entries: entry ? [entry] : [],
    confidence: 0.8,
  };
  const other = {
    key: 'meta/cloud/none' as Entry['key'],
    score: 1,
    mark: 'you' as const,
  };
  const own = { ...other, key: entry?.key as Entry['key'] };
  it.each([
    [{ start: 15, end: 18 }, 0.8, [other], true],
    [{ start: 15, end: 18 }, 0.79, [other], false],
    [{ start: 10, end: 18 }, 0.8, [other], false],
    [{ start: 15, end: 30 }, 0.8, [other], false],
    [{ start: 15, end: 18 }, 0.8, [other, own], false],
    [{ start: 15, end: 18 }, 0.8, [], true],
  ])('at %j, with a confidence of %s', (place, confidence, meanings, isPart) =>
    expect(
      isPartOfWording({ ...place, meanings }, [{ ...phrase, confidence }]),
    ).toBe(isPart),
  );
});
