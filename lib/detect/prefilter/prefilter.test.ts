import codes from 'virtual:codes';
import known from 'virtual:prefilter';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashWord } from '../../core/word-hash.ts';
import { createCodeIndex } from '../code-index.ts';
import { detect } from '../detect.ts';
import { createPrefilter } from './prefilter.ts';
import {
  NUMBER_LIMIT,
  packNumbers,
  packWords,
  unpackNumbers,
  unpackWords,
} from './prefilter-pack.ts';

const index = createCodeIndex(codes);
const prefilter = createPrefilter(known);

describe('the prefilter for a text', () => {
  test.each([
    '(#131047)',
    'Error 100',
    'Fehler 4',
    'error 4',
    '4 – API Too Many Calls',
    'E131047',
    '131047',
    'MISSING_TOKEN',
    'código ١٣١٠٤٧',
    'code: 131999',
    'ErrorCode63016',
    '131_047',
    '200-299',
    'undeliverable',
    '"failed"',
    '"status":"OPT-OUT"',
    'AbsentSubscriber (1)',
    '+100\n131047',
    '+55 11 5550 0123 – 131047',
    '14:02:131047',
    '%7B%22code%22%3A%20131047%7D',
    '%22131047%22',
    '&quot;131047&quot;',
    '–١٣١٠٤٧',
    '１３１０４７',
  ])('passes %s on to the engine', (text) => {
    expect(prefilter(text)).toBe(true);
  });

  test.each([
    'Delivered',
    'failed',
    ' rejected\n',
    'delivered, read at 14:02',
    '+91 98765 43210',
    '+55 11 5550 0123',
    '–',
    '00:00:01',
    '已送达，14:02',
    'Messages',
    '98765 sent',
    '1013 ms, attempt 2',
    'in 131005 us',
    '131072 KB',
    'SM93fa11f0131',
    'SM7ead14a1a3f4ebbb',
    '2026-11-24 10:33:12',
    '$0.0100',
    'promo_v12 (en_US)',
    'one_time_code_v8 (id)',
    'Error code',
    'Reason for failure',
    'مرحبا بالعالم',
    'SMS',
    '',
  ])('rejects %j', (text) => {
    expect(prefilter(text)).toBe(false);
  });

  test('accepts each symbol of the catalogue, also after a number', () => {
    expect(
      index.symbols.filter((symbol) => /^\S*\d[A-Za-z]/.test(symbol)),
    ).toEqual([]);
    const constants = index.symbols.filter((symbol) =>
      /^\w*[A-Z]\w*_\w+$/.test(symbol),
    );
    expect(constants.length).toBeGreaterThan(100);
    expect(
      constants.filter((symbol) => !prefilter(`It says ${symbol} there`)),
    ).toEqual([]);
    expect(
      constants.filter((symbol) => !prefilter(`It says A306${symbol} there`)),
    ).toEqual([]);
  });

  test('rejects nothing that the engine would find', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'error',
        'Error',
        'code',
        '"code":',
        '(#',
        ')',
        'failed',
        ':',
        '\n',
        '\\n',
        '-',
        '/',
        '.',
        ',',
        'MISSING_TOKEN',
        'low-balance',
        'reason',
        '{',
        '}',
      ),
      fc.constantFrom(
        '131047',
        '100',
        '190',
        '63016',
        '2494010',
        '80007',
        '0',
        '1',
        '470',
        '131999',
        '١٣١٠٤٧',
      ),
      fc.nat({ max: 9_999_999 }).map(String),
      fc.string({ maxLength: 4 }),
    );
    const text = fc
      .tuple(fc.array(word, { maxLength: 8 }), fc.constantFrom('', ' '))
      .map(([words, gap]) => words.join(gap));
    fc.assert(
      fc.property(text, (written) => {
        // A phone number is not a code, whatever its heading, and two digits in a sentence rarely are. Rows of a
        // table in one text occur only in pastes; a page has cells.
        fc.pre(!/\d["'`*]{0,2}\s{0,3}[|\t]/.test(written));
        fc.pre(!/(?:^|[^A-Za-z])[a-z][A-Za-z]* \d{1,2}(?!\d)/.test(written));
        fc.pre(
          !prefilter(written) && !/^\s*\+[\d().\s-]{10,22}$/.test(written),
        );
        const hits = detect(written, index, {
          header: 'Error code',
          row: 'WhatsApp failed',
        });
        // An everyday word must be alone in its line.
        expect(hits.filter(({ code }) => !/^[a-z]+$/.test(code))).toEqual([]);
      }),
    );
  });
});

test('contains exactly the packed numbers', () => {
  const every = Array.from({ length: NUMBER_LIMIT }, (_, value) => value);
  const runs = fc.array(
    fc.tuple(
      fc.nat({ max: NUMBER_LIMIT - 1 }),
      fc.integer({ min: 1, max: 60 }),
    ),
  );
  fc.assert(
    fc.property(runs, (drawn) => {
      const packed = drawn.flatMap(([from, count]) =>
        every.slice(from, from + count),
      );
      const numbers = [...new Set(packed)].sort((a, b) => a - b);
      const listed = unpackNumbers(packNumbers(numbers));
      expect(every.filter((value) => listed[value])).toEqual(numbers);
    }),
    { numRuns: 50 },
  );
});

test('contains each packed word, and hardly any other', () => {
  const drawn = fc.array(fc.string({ minLength: 1 }), { minLength: 1 });
  fc.assert(
    fc.property(drawn, (words) => {
      const mayHaveWord = unpackWords(packWords(words.map(hashWord)));
      expect(words.filter((word) => !mayHaveWord(hashWord(word)))).toEqual([]);
    }),
  );
  const mayHaveWord = unpackWords(
    packWords(Array.from({ length: 500 }, (_, at) => hashWord(`LISTED_${at}`))),
  );
  const others = Array.from({ length: 20_000 }, (_, at) =>
    hashWord(`OTHER_${at}`),
  );
  expect(others.filter(mayHaveWord).length).toBeLessThan(20);
});

describe('on consoles of Meta and providers', () => {
  const onConsole = createPrefilter(known, 'business.facebook.com');
  const texts = [
    ...[
      'Paused',
      '● Paused',
      'Status · Paused',
      'Quality rating – Low',
      'Qualidade: Baixa',
    ],
    ...[
      'Quality rating\nLow',
      'Template name\nPaused',
      'Display name\nRestricted',
      'Idioma\nRechazada',
    ],
    ...[
      'Activa: calidad baja',
      'Ativo – qualidade baixa',
      'Aktiv – Qualität niedrig',
      'Aktif - Kualitas rendah',
    ],
  ];

  test.each(texts)('passes %s, which may be a state', (text) =>
    expect(onConsole(text)).toBe(true),
  );

  test.each(['acme.webexconnect.io', 'eu-central-1.console.aws.amazon.com'])(
    'also on %s',
    (host) =>
      expect(
        texts.map((text) => createPrefilter(known, host)(text)),
      ).not.toContain(false),
  );

  test.each(['example.com', 'acme.zendesk.com', 'notfacebook.com'])(
    'rejects it on %s',
    (host) =>
      expect(
        texts.map((text) => createPrefilter(known, host)(text)),
      ).not.toContain(true),
  );

  test.each([
    'Pause',
    'Your campaign was paused',
    'Low stock',
    'Média de envios',
    'Disable',
    'Rechazar',
  ])('rejects %s', (text) => expect(onConsole(text)).toBe(false));

  describe.each(['Pending', 'Deleted', 'failed', 'Status: Pending'])(
    '%s',
    (state) => {
      const passesBelow = (...heads: readonly string[]) => {
        const onPage = createPrefilter(known, 'business.facebook.com');
        expect(heads.filter((head) => onPage(head))).toEqual([]);
        return onPage(state);
      };

      test.each([
        ['Quality rating'],
        ['Messaging limit'],
        ['Phone number', 'Display name', 'Status'],
        ['Template name', 'Category', 'Language', 'Status'],
        ['Message templates', 'Name', 'Idioma'],
      ])('passes behind headers of numbers or templates: %s', (...heads) =>
        expect(passesBelow(...heads)).toBe(true),
      );

      test.each([
        [],
        ['Order', 'Customer', 'Status'],
        ['Ticket', 'Subject', 'Category', 'Language', 'Status'],
        ['Recipient', 'Template name', 'Status', 'Sent at'],
        [
          'Your quality rating is low, so we limit messages',
          'Choose a language for this template',
        ],
      ])('is rejected elsewhere: %s', (...heads) =>
        expect(passesBelow(...heads)).toBe(false),
      );
    },
  );
});

test('the prefilter is small', () => {
  expect(JSON.stringify(known).length).toBeLessThan(6_550);
});
