import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detect } from './detect.ts';
import type { TextContext } from './hit.ts';
import { own } from './recall.ts';
import { testIndex } from './test-index.ts';

/** Nothing is remembered where a row is given, and an empty one says nothing. */
const found = (text: string, context: TextContext) => detect(text, testIndex, context);
const foundAnew = (text: string, context: TextContext) =>
  detect(text, testIndex, { ...context, nearby: ' ' });

/** Figures that mean something, by how long they are. */
const TELLING = [
  '1248',
  '',
  '24 13 10 55 00 09',
  '200 400 401 455 422 901 131',
  '2026 1013 1005 2016 9999',
  '63016 10007 99999',
  '131047 131026 654321',
];

/** Two figures of one length, so that nothing else differs between two texts. */
const figures = fc.integer({ min: 1, max: 11 }).chain((length) => {
  const any = fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
  const known = (length === 1 ? [...'1248'] : (TELLING[length] ?? '').split(' ')).filter((one) => one !== '');
  const figure = known.length > 0 ? fc.oneof(any, fc.constantFrom(...known)) : any;
  return fc.tuple(figure, figure);
});
const code = fc.constantFrom(
  ...[
    '131047',
    '131026',
    '63016',
    '470',
    '190',
    '100',
    '4',
    '130472',
    '131999',
    'REJECTED',
    'INVALID_FORMAT',
    'VALIDATION',
  ],
);
const form = fc.constantFrom(
  'ERROR [worker-#] send failed: (№@) Re-engagement message',
  '2026-11-##T##:##:##.###Z ERROR [worker-##] error @: Message undeliverable',
  '{"status":"failed","errors":[{"code":@,"title":"Re-engagement message","at":"#"}]}',
  'at ##:##:## Twilio #: ErrorCode=@ after # s',
  '+55 11 # @',
  '##:## @ #',
  'HTTP # error code @ for #',
  'it said # @ for the template',
  ':#.# @ of Meta',
  '# hours of WhatsApp, @ times, ####-##-##',
  '| # | @ | #',
  '#, @,#',
  'status # "@" - #',
  'Reason: @ #.#.#',
  'https://x.test/#/@?at=#',
  'WhatsApp kod @ … #',
  '₹ # 000 @ Meta #',
);
/** The same lines twice, with other figures. */
const twins = fc
  .array(fc.tuple(form, code, fc.array(figures, { minLength: 4, maxLength: 4 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((lines) =>
    [0, 1].map((which) =>
      lines
        .map(([line, one, all]) => {
          let next = 0;
          return line
            .replaceAll(/##+/g, (run) =>
              `${all[3]?.[which] ?? ''}${'7'.repeat(run.length)}`.slice(0, run.length),
            )
            .replaceAll('#', () => all[next++ % 3]?.[which] ?? '')
            .replaceAll('№', '#')
            .replaceAll('@', one);
        })
        .join('\n'),
    ),
  );
const contexts: TextContext[] = [
  {},
  { asked: true },
  { host: 'console.twilio.com', header: 'Error code' },
  { provider: 'meta', label: 'Reason' },
];

test('what is remembered of a surrounding changes no hit', () => {
  fc.assert(
    fc.property(twins, fc.constantFrom(...contexts), (texts, context) => {
      for (const text of texts) expect(found(text, context)).toEqual(foundAnew(text, context));
    }),
    { numRuns: 2000 },
  );
});

test('the same line is told apart by a figure that counts', () => {
  for (const status of ['401', '901', '422', '777', '401']) {
    const text = `at 10:12 it said ${status} VALIDATION for the template`;
    expect(found(text, {}), status).toEqual(foundAnew(text, {}));
  }
  for (const told of ['Twilio', 'nobody', 'Twilio']) {
    const text = `${told} was here.${' and so on'.repeat(20)}\nerror code 1005 at 10:12\n${'and so on '.repeat(20)}`;
    expect(found(text, {}), told).toEqual(foundAnew(text, {}));
  }
});

test('a copy is the same text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => own(text) === text));
});
