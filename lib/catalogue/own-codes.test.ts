import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testCatalogue } from '../../tests/fixtures/catalogue.ts';
import { testOwnCode } from '../../tests/fixtures/own-codes.ts';
import { explain } from '../answer/explain/explain.ts';
import { formatExplanationText } from '../answer/format/explanation-text.ts';
import { createCodeIndexData } from '../detect/code-index.ts';
import type { TextContext } from '../detect/hit.ts';
import { createLiteralFinder } from '../detect/literals.ts';
import { createEngine } from '../extension/engine/engine.ts';
import { createCatalogue } from './catalogue.ts';
import { createExcerpt } from './excerpt.ts';
import { withOwnCodes } from './own-codes.ts';
import { createSearch } from './search/search.ts';

const own = [
  {
    ...testOwnCode,
    wordings: ['quota of the day is used up', '[GW] queue *full*', 'حصة اليوم'],
  },
  { ...testOwnCode, code: '4712', wordings: [] },
  { ...testOwnCode, code: '131047', title: 'Our window rule', wordings: [] },
  { ...testOwnCode, code: 'GW_LIMIT', provider: 'gupshup', wordings: [] },
];
const catalogue = createCatalogue(withOwnCodes(testCatalogue, own));
const engine = createEngine(
  JSON.stringify(createCodeIndexData(testCatalogue)),
  own,
);
const findCodes = (text: string, context: TextContext = {}) =>
  engine
    .detect(text, context)
    .filter(engine.isConfident)
    .map(({ code, start, end, meanings }) => [
      code,
      text.slice(start, end),
      meanings[0]?.key,
    ]);

const KEY = 'our-gateway/own/E4711';

describe('detection of own codes', () => {
  test.each([
    ['Nothing was sent: E4711 (see the log)', 'E4711'],
    ['e4711', 'e4711'],
    [
      'The quota of  the\nday is used up, sorry',
      'quota of  the\nday is used up',
    ],
    ['2026-11-27 [gw] queue *full* for everybody', 'gw] queue *full*'],
    ['اليوم: حصة اليوم', 'حصة اليوم'],
  ])('needs no other evidence: %s', (text, written) => {
    expect(findCodes(text)).toEqual([['E4711', written, KEY]]);
  });

  test.each([
    'XE4711',
    'E47110',
    'E4711-2',
    'E4711.5',
    'E4711_RETRY',
    'quota of the day',
    'queue fuller',
    'order 4712 shipped',
    '4712',
  ])('finds none in: %s', (text) => expect(findCodes(text)).toEqual([]));

  test('a number needs evidence next to it, as every number', () => {
    expect(findCodes('4712', { header: 'Error code' })).toEqual([
      ['4712', '4712', 'our-gateway/own/4712'],
    ]);
  });

  test('a wording that contains a number of the catalogue is one code', () => {
    const [wording, provider] = ['error 131047 of the gateway', 'gw'];
    const { detect } = createEngine(
      JSON.stringify(createCodeIndexData(testCatalogue)),
      [{ ...testOwnCode, wordings: [wording], provider }],
    );
    const text = `Error 131026, then ${wording}, then error 131026`;
    expect(detect(text, {}).map(({ code }) => code)).toEqual([
      '131026',
      'E4711',
      '131026',
    ]);
  });
});

test('a code of the catalogue keeps its meaning, and the team’s own is listed before it', () => {
  expect(catalogue.meaningsOf('131047').map(({ key }) => key)).toContain(
    'our-gateway/own/131047',
  );
  const [hit] = engine.detect('Error 131047', {});
  expect(hit?.meanings.map(({ key }) => key).slice(0, 2)).toEqual([
    'our-gateway/own/131047',
    'meta/cloud/131047',
  ]);
  const onMetas = engine.detect('Error 131047', {
    host: 'business.facebook.com',
  });
  expect(onMetas[0]?.meanings[0]?.key).toBe('meta/cloud/131047');
});

test('an own code of a known provider belongs to it', () => {
  const entry = catalogue.byKey.get('gupshup/own/GW_LIMIT');
  expect(entry && catalogue.apiName(entry)).toBe('Gupshup');
  expect(catalogue.providers).toHaveLength(testCatalogue.providers.length + 1);
});

test('of two definitions of a code, the first counts', () => {
  const twice = withOwnCodes(testCatalogue, [
    testOwnCode,
    { ...testOwnCode, title: 'Other' },
  ]);
  expect(
    twice.entries.filter(({ key }) => key === KEY).map(({ title }) => title),
  ).toEqual([testOwnCode.title]);
});

test('search, explanation, copied text and the card’s excerpt know own codes', () => {
  const { find } = createSearch(catalogue);
  for (const query of ['E4711', 'gateway quota', 'quota of the day is used up'])
    expect(find(query)[0]?.entry.key).toBe(KEY);
  const text = formatExplanationText(
    explain({ code: 'E4711' }, catalogue),
    catalogue,
  );
  expect(text).toContain('Send the rest tomorrow');
  expect(text).toContain('https://wiki.example.com/e4711');
  const excerpt = createCatalogue(createExcerpt(['E4711'], catalogue));
  expect(excerpt.byKey.get(KEY)?.own?.link).toBe(testOwnCode.link);
});

test('literal texts are never patterns, and are found wherever they stand as words', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { maxLength: 5 }),
      fc.string(),
      (literals, text) => {
        const find = createLiteralFinder(literals);
        for (const { start, end } of find(text))
          expect(start).toBeLessThan(end);
        for (const literal of literals) {
          const first = literal.search(/[\p{L}\p{M}\p{N}_]/u);
          if (first < 0 || /\s{2}|\s$/.test(literal)) continue;
          expect(find(` ${literal} `)[0]?.start).toBeLessThanOrEqual(first + 1);
        }
      },
    ),
  );
});
