import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testCodeIndex } from '../../tests/fixtures/code-index.ts';
import { toAsciiDigits } from '../core/digits.ts';
import { findCandidates } from './candidates.ts';
import {
  type CodeIndex,
  createCodeIndex,
  type IndexRow,
  packRows,
} from './code-index.ts';
import { detect, isConfident, REPORT_CONFIDENCE } from './detect.ts';
import { mayHoldCode } from './detect-in-text.ts';
import { explainRejection } from './explain-prediction.ts';

const findFirstHit = (text: string, context = {}) =>
  detect(text, testCodeIndex, context).filter(isConfident)[0];

describe('invariants', () => {
  const shard = fc.constantFrom(
    'error ',
    '131047',
    '"code":',
    '(#',
    ')',
    '१३१०४७',
    '190',
    ' | ',
    '\n',
    '{',
    '}',
    '\t',
    '131_049',
    '\\"',
    '٤',
    '—',
    '😀',
    'MISSING_TOKEN',
    '200-299',
    '<b>',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(shard, { maxLength: 40 }).map((parts) => parts.join('')),
  );

  it('returns offsets of the code as written, sorted and without overlaps', () => {
    fc.assert(
      fc.property(text, (input) => {
        let last = 0;
        for (const { start, end, code, confidence } of detect(
          input,
          testCodeIndex,
          {
            host: 'business.facebook.com',
          },
        )) {
          const written = toAsciiDigits(input.slice(start, end));
          expect(
            /^\d+_\d+$/.test(written) ? written.replace('_', '') : written,
          ).toBe(code);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(confidence).toBeGreaterThanOrEqual(REPORT_CONFIDENCE);
          expect(confidence).toBeLessThanOrEqual(1);
          last = end;
        }
      }),
    );
  });

  it('never throws for any context', () => {
    const word = fc.option(fc.string({ unit: 'binary', maxLength: 60 }), {
      nil: undefined,
    });
    const context = fc.record({
      host: word,
      path: word,
      provider: word,
      header: word,
      label: word,
      row: word,
    });
    fc.assert(
      fc.property(text, context, (input, around) => {
        const given = Object.fromEntries(
          Object.entries(around).filter(([, value]) => value !== undefined),
        );
        expect(
          Array.isArray(detect(`${input} 131047`, testCodeIndex, given)),
        ).toBe(true);
      }),
    );
  });

  it('finds no hit in a text that the prefilter rejects', () => {
    fc.assert(
      fc.property(text, (input) => {
        if (!mayHoldCode(input))
          expect(
            findCandidates(toAsciiDigits(input), testCodeIndex).filter(
              ({ code }) => /\d/.test(code),
            ),
          ).toEqual([]);
      }),
    );
  });
});

describe('a hit', () => {
  it('has its evidence as text, strongest first', () => {
    const hit = findFirstHit('Error code: 131047', {
      host: 'business.facebook.com',
    });
    expect(hit?.evidence).toContainEqual(
      expect.objectContaining({ kind: 'slot', text: 'label Error code' }),
    );
    const weights = hit?.evidence.map(({ weight }) => Math.abs(weight)) ?? [];
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
  });

  it('has the subcode of the same payload', () => {
    expect(
      findFirstHit(
        '{"error":{"code":190,"error_subcode":463,"type":"OAuthException"}}',
      ),
    ).toMatchObject({
      code: '190',
      subcode: '463',
    });
    expect(
      findFirstHit(
        '{"error":{"error_subcode":463,"type":"OAuthException","code":190}}',
      ),
    ).toMatchObject({
      code: '463',
      subcode: null,
    });
    expect(
      findFirstHit('{"errors":[{"code":131047}]},{"x":{"error_subcode":463}}')
        ?.subcode,
    ).toBeNull();
  });

  it('has no subcode of another code, in a log or a list', () => {
    const findSubcodes = (text: string) =>
      detect(text, testCodeIndex, { host: 'business.facebook.com' })
        .filter(isConfident)
        .map(({ code, subcode }) => `${code} ${subcode}`);
    expect(
      findSubcodes('failed code=131030\nfailed code=190 subcode=463'),
    ).toEqual(['131030 null', '190 463', '463 null']);
    expect(
      findSubcodes('failed code=190 subcode=463\nfailed code=131030'),
    ).toEqual(['190 463', '463 null', '131030 null']);
    expect(
      findSubcodes(
        '{"http_code":400,"error_subcode":463,"type":"OAuthException","code":190}',
      ),
    ).toContain('190 463');
  });

  it('prefers the meaning of an adjacent subcode', () => {
    expect(
      findFirstHit(
        '{"error":{"code":190,"error_subcode":463,"type":"OAuthException"}}',
      )?.meanings[0]?.key,
    ).toBe('meta/graph/190.463');
    expect(
      findFirstHit('{"error":{"code":190,"type":"OAuthException"}}')
        ?.meanings[0]?.key,
    ).toBe('meta/graph/190');
  });

  it('has no meaning if the catalogue does not know the number', () => {
    expect(findFirstHit('(#131999) Something new')).toMatchObject({
      code: '131999',
      meanings: [],
    });
    expect(
      findFirstHit('"errors":[{"code":131998,"title":"x"}] WhatsApp'),
    ).toMatchObject({
      code: '131998',
      meanings: [],
    });
  });

  it('ignores a number of a range without further evidence', () => {
    expect(
      findFirstHit('we sent 230 of them', { host: 'business.facebook.com' }),
    ).toBeUndefined();
    expect(findFirstHit('(#230) Requires permission')).toMatchObject({
      code: '230',
      meanings: [{ code: '200-299' }],
    });
  });
});

describe('ranking', () => {
  const findBestKey = (text: string, context = {}) =>
    findFirstHit(text, context)?.meanings[0]?.key;

  it('prefers the provider of the console', () => {
    expect(findBestKey('error 30003', { host: 'console.twilio.com' })).toBe(
      'twilio/api/30003',
    );
    expect(findBestKey('error 30003', { host: 'my.exotel.com' })).toBe(
      'exotel/api/30003',
    );
  });

  it("prefers the user's provider over the console's", () => {
    expect(
      findBestKey('error 30003', {
        host: 'console.twilio.com',
        provider: 'exotel',
      }),
    ).toBe('exotel/api/30003');
  });

  it('prefers the provider of nearby words, titles and payloads', () => {
    expect(findBestKey('Twilio error 30003')).toBe('twilio/api/30003');
    expect(findBestKey('"exo_status_code": 30003, exo_detailed_status')).toBe(
      'exotel/api/30003',
    );
    expect(findBestKey('WhatsApp error 1005: Access denied')).toBe(
      'meta/onprem/1005',
    );
    expect(
      findBestKey('Unknown error: biz_link_error\nError code: 1005', {
        host: 'hub.360dialog.com',
      }),
    ).toBe('360dialog/registration/1005~biz-link-error');
  });
});

describe('the context of a text', () => {
  it('includes header, label and adjacent values', () => {
    expect(
      findFirstHit('1003', { host: 'www.gupshup.io', header: 'Error code' })
        ?.code,
    ).toBe('1003');
    expect(findFirstHit('131047', { label: 'Error code' })?.code).toBe(
      '131047',
    );
    expect(
      findFirstHit('131047', {
        host: 'business.facebook.com',
        header: 'Amount',
      }),
    ).toBeUndefined();
    expect(
      findFirstHit('470', {
        host: 'business.facebook.com',
        row: 'Re-engagement message',
        header: 'Code',
      })?.code,
    ).toBe('470');
    // On a console, an exact, rare code needs no other evidence; elsewhere it is just a number.
    expect(
      findFirstHit('131047', { host: 'business.facebook.com' })?.code,
    ).toBe('131047');
    expect(findFirstHit('131047', { isConsole: true })?.code).toBe('131047');
    expect(findFirstHit('131047', { host: 'shop.example' })).toBeUndefined();
    expect(
      findFirstHit('190', { host: 'business.facebook.com' }),
    ).toBeUndefined();
  });

  it.each([
    'Failed: 131056',
    'Message failed 131047',
    'Not delivered: 131026',
    '131042 - failed',
    'FAILED - 131049',
    'Falhou: 131052',
    '<li>Message failed <span class="code">131047</span></li>',
  ])(
    'need only a failure word next to a rare code on other sites: %s',
    (text) => {
      expect(findFirstHit(text)?.code).toBe(/\d{6}/.exec(text)?.[0]);
    },
  );

  it.each([
    'Order 131047 failed',
    'Failed payments 131047',
    'Total failed: 131047',
    'Failed: 190',
  ])(
    'reads the number of a thing or a count as none on other sites: %s',
    (text) => {
      expect(findFirstHit(text)).toBeUndefined();
    },
  );

  it.each([
    ['a list of what failed', { header: 'Failure reasons', row: '131047\n12' }],
    [
      'a list of the errors that come most',
      { header: 'Top errors', row: '131047\n12' },
    ],
    [
      'a row of one masked number',
      { label: 'Undelivered', row: '+91 98xxxx\nUndelivered\n131047' },
    ],
  ])('make a number a code on a console: %s', (_, context) => {
    expect(
      findFirstHit('131047', { host: 'business.facebook.com', ...context })
        ?.code,
    ).toBe('131047');
  });

  it('can be above a line with the meaning', () => {
    const context = {
      host: 'business.facebook.com',
      label: 'Message not delivered',
    };
    expect(findFirstHit('131026 · Message undeliverable', context)?.code).toBe(
      '131026',
    );
    expect(findFirstHit('131026 · Marketing · Sent', context)).toBeUndefined();
  });

  it.each([
    [
      'a column of codes',
      {
        row: 'Ana\tFailed at 12:01:22\t131047',
        lines: '\n131047\n131026\n\n\n131047\n\n131049',
      },
    ],
  ])('make a number in a row without headers a code: %s', (_, context) => {
    expect(
      findFirstHit('131047', { host: 'business.facebook.com', ...context })
        ?.code,
    ).toBe('131047');
  });

  it.each([
    [
      'ids',
      {
        row: '131047\tAna\tFailed at 12:01:22',
        lines: '131045\n131046\n131047\n131048\n131049\n131050',
      },
    ],
    [
      'amounts',
      {
        row: 'Ana\tFailed at 12:01:22\t131047',
        lines: '98210\n131047\n45500\n201300\n77120',
      },
    ],
    [
      'what was delivered',
      {
        row: 'Ana\tDelivered at 12:01:22\t131047',
        lines: '98210\n131047\n45500',
      },
    ],
  ])('make a number in a row without headers no code: %s', (_, context) => {
    expect(
      findFirstHit('131047', { host: 'business.facebook.com', ...context }),
    ).toBeUndefined();
  });

  it('do not outweigh "error code" beside a known number', () => {
    const context = { host: 'business.facebook.com', heading: 'Deliveries' };
    expect(findFirstHit('Error code: 1013 gateway', context)?.code).toBe(
      '1013',
    );
    expect(findFirstHit('Gateway 1013', context)).toBeUndefined();
    const row: IndexRow = ['4712', 'Quota used up', '', 'you', 0, [], ''];
    const teams = createCodeIndex({
      registries: [['acme/own', packRows([row])]],
      consoles: [],
      words: [],
    });
    const others = createCodeIndex({
      registries: [['acme/api', packRows([row])]],
      consoles: [],
      words: [],
    });
    const mark = (index: CodeIndex) =>
      detect('Failed with error code 4712.', index, context).filter(isConfident)
        .length;
    expect([teams, others].map(mark)).toEqual([1, 0]);
  });

  it('make a number in a column of amounts no code', () => {
    const mark = (lines: string) =>
      findFirstHit('470', {
        host: 'business.facebook.com',
        row: 'Ana\t470\tFailed',
        lines,
      })?.code;
    expect(mark('470\n131047\n470\n131026\n470')).toBe('470');
    expect(mark('12,450\n470\n1,550\n470\n9,120')).toBeUndefined();
  });

  it.each([
    [
      'a tile',
      { label: 'Failed', row: 'Failed\n131047\n+12% since last week' },
    ],
    [
      'a list of orders below another heading',
      { header: 'Recent orders', row: '131047\nFailed payment' },
    ],
    [
      'a tile among others',
      { label: 'Failed', row: 'Failed\n131047\nDelivered\n200312' },
    ],
    ['a list of orders', { header: 'Orders', row: '131047\nFailed payment' }],
    ['a column of failures', { header: 'Delivery failures', row: '131047' }],
    [
      'a tile beside a table that tells of the code',
      {
        label: 'Messages delivered',
        row: 'Messages delivered\n131047\nRe-engagement message',
      },
    ],
  ])('make a number a count or an id on a console: %s', (_, context) => {
    expect(
      findFirstHit('131047', { host: 'business.facebook.com', ...context }),
    ).toBeUndefined();
  });
});

it.each([
  '"code": int 131047',
  '"code":int131047',
  '["code"]=> int(131047)',
  '"code":string"131047"',
])('the kind of a value stands between it and its name: %s', (text) => {
  const [hit] = detect(`{"error": {${text}}}`, testCodeIndex).filter(
    isConfident,
  );
  expect(hit?.code).toBe('131047');
});

it.each([
  ['id,code\n1,131047\n2,131026\n3,\n4,131049', ['131047', '131026', '131049']],
  ['code,count\n131047,412\n131026,96', ['131047', '131026']],
  ['price,tax\n131047,412\n131026,96', []],
  ['131047,50\n131026,20', []],
])('two columns of CSV are read by their names: %j', (text, codes) =>
  expect(
    detect(text, testCodeIndex)
      .filter(isConfident)
      .map(({ code }) => code),
  ).toEqual(codes),
);

it('the number that R prints before a value is no code', () =>
  expect(
    detect(
      '$error$code\n[1] 131047\n\n$error$message\n[4] "failed"',
      testCodeIndex,
    )
      .filter(isConfident)
      .map(({ code }) => code),
  ).toEqual(['131047']));

it.each(['count', 'bytes', 'offset', 'took', 'seq', 'rows_sent'])(
  'a figure of a log stays one where the next line tells of its number as a code: %s',
  (key) => {
    const figure = `INFO batch ${key}=131047 ok`;
    const log = `${figure}\nERROR send failed: (#131047) Re-engagement message\n${figure}`;
    expect(detect(log, testCodeIndex).filter(isConfident)).toHaveLength(1);
  },
);

it.each([
  ['took 131026 ms', {}, 'excluded as value with a unit'],
  [
    '131047',
    { header: 'Order number' },
    'a label says otherwise (column Order number), provider unknown',
  ],
  ['131047', {}, 'no cue, provider unknown'],
  [
    'Your order 131047',
    { isConsole: true },
    'a label says otherwise (words Your order), a word says otherwise (order)',
  ],
  [
    '131999 maybe',
    { isConsole: true },
    'a word says otherwise (maybe), not in the catalogue',
  ],
  ['Error 131047', {}, 'less certain than the site’s setting asks for'],
])('says why “%s” of %j is not marked', (text, context, reason) => {
  const hits = detect(text, testCodeIndex, context, 0);
  expect(hits.map((hit) => explainRejection(hit, context))).toEqual([reason]);
});

describe('the prefilter', () => {
  it.each([
    '131047',
    'code ४',
    'MISSING_TOKEN',
    'biz_link_error',
    'undeliverable',
  ])('accepts %s', (text) => expect(mayHoldCode(text)).toBe(true));
  it.each(['Delivered to Anna', 'Message sent', '', 'नमस्ते दुनिया', '…'])(
    'rejects %s',
    (text) => expect(mayHoldCode(text)).toBe(false),
  );
});

it.each([
  'Request failed with error code 131047',
  'Erro 131047',
  'The send failed: error 131026',
])('is as sure with the stop of a sentence: %s', (text) => {
  const [plain, stopped] = [text, `${text}.`].map(
    (one) => findFirstHit(one)?.code,
  );
  expect(plain).toBeDefined();
  expect(stopped).toBe(plain);
});

it.each([
  ['Twilio: all the 63016s of today', '63016'],
  ['Twilio: it took 63016s today', undefined],
])('tells several failures from seconds: %s', (text, code) =>
  expect(findFirstHit(text)?.code).toBe(code),
);
