import { describe, expect, it } from 'vitest';
import { createTagger, type TaggerModel } from './tagger.ts';
import { TAGGER_BITS } from './tagger-tokens.ts';

const known = {
  isCode: (code: string) => code === '131026',
  isKnown: (word: string) => /^(?:error|hill|template|the)$/i.test(word),
};

/** Takes every word that it may judge for private, or none. */
const createModel = (bias: number): TaggerModel => ({
  bias,
  weights: new Float32Array(1 << TAGGER_BITS),
  isName: () => false,
});

const tag = (text: string, bias = 5, kept = '', found = '') =>
  createTagger(
    createModel(bias),
    known,
  )({
    text,
    found: findSpans(text, found).map((span) => ({ ...span, masked: 'phone' })),
    kept: findSpans(text, kept),
  });

const findSpans = (text: string, part: string) =>
  part === ''
    ? []
    : [{ start: text.indexOf(part), end: text.indexOf(part) + part.length }];

const read = (text: string, ...more: [number?, string?, string?]) =>
  tag(text, ...more).map(({ start, end }) => text.slice(start, end));

describe('the tagger', () => {
  it('joins the words of a name, with a word of the catalogue', () => {
    expect(read('ask Ottokar Hill, now', 5, 'ask')).toEqual([
      'Ottokar Hill',
      'now',
    ]);
  });

  it('joins the numbers and short words between two private ones', () => {
    expect(read('ul. Ottokarowa 12 Quirin', 5, 'ul')).toEqual([
      'Ottokarowa 12 Quirin',
    ]);
  });

  it.each([
    'the error template',
    '131026 v4.12',
    '7',
    'MISSING_TOKEN ORDER_UPDATE',
    'send.log index.ts',
    'EventDispatcherJob',
    'foo(1)',
    '/srv/otto/',
    '$otto',
    'otto=1',
    'WhatsApp Support Team',
  ])('leaves what no word of a sentence is: %s', (text) =>
    expect(read(text)).toEqual([]),
  );

  it('leaves what structure keeps, and what is masked', () => {
    expect(read('ottokar quirin', 5, 'ottokar')).toEqual(['quirin']);
    expect(read('ottokar quirin', 5, '', 'ottokar')).toEqual(['quirin']);
  });

  it('needs less near something that the rules found', () => {
    expect(read('Quirin +', 1)).toEqual([]);
    expect(read('Quirin 5511987654321', 1, '', '5511987654321')).toEqual([
      'Quirin',
    ]);
  });

  it('tells what it is less sure of', () => {
    expect(tag('Quirin 5511987654321', 1.6, '', '5511987654321')).toMatchObject(
      [{ isUnsure: true }],
    );
    expect(tag('quirin', 5)).toMatchObject([{ isUnsure: false }]);
  });

  it.each([
    ['quirin', 'name'],
    ['Quirin Otto', 'name'],
    ['q.otto', 'user'],
    ['quirin_otto', 'user'],
    ['Sommer!27', 'token'],
    ['604 118', 'id'],
    ['17.08.1979', 'id'],
    ['王', 'name'],
  ])('names the kind of %s', (text, masked) =>
    expect(tag(text)).toMatchObject([{ masked }]),
  );

  it('reads each Han character, because no space shows where a name ends', () =>
    expect(read('客户', 5, '客')).toEqual(['户']));
});
