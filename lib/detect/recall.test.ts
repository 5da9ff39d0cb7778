import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { detect } from './detect.ts';
import type { TextContext } from './hit.ts';
import { own } from './own.ts';
import { rule } from './rules/vendor.ts';
import { testIndex } from './test-index.ts';

/** What comes for the third time is remembered. */
const found = (text: string, context: TextContext) =>
  [1, 2, 3].map(() => detect(text, testIndex, context)).at(-1);
/** Nothing is remembered where a row holds the sign that stands for a digit, and by itself it says nothing. */
const foundAnew = (text: string, context: TextContext) =>
  detect(text, testIndex, { ...context, nearby: `${context.nearby ?? ''} \u0001` });

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
  '[HTTP #] @ recipient unsubscribed',
  'request failed # INVALID_ACCESS_TOKEN',
  'EC_INVALID_TEMPLATE (#), fixes #@',
  'at ##:# (№@) Application request limit reached, (№#) Invalid parameter',
  '@ as more than # hours have passed',
  'https://x.test/#/@?at=#',
  'WhatsApp kod @ … #',
  '₹ # 000 @ Meta #',
  'send failed to=A# user-# (№@) fbtrace_id=B#',
  'win# flake# HY# v# x# D# error @ %#A',
  'req# id#_# error code @, # VALIDATION',
  'INVALID_# = @, INVALID_@ = @, INVALID_FORMAT (#)',
);
const row = fc.constantFrom(
  '##:##:##\t+55 11 # ####\tfailed\t@',
  '##:##:##\t+55 11 # ####\tdelivered, read at ##:##\t@',
  '# | @ | Re-engagement message',
  '@ # hours of WhatsApp',
  '#dialog @ #',
  'Twilio # @ Mensagem não entregue #%',
  '# @ voucher ₹ #',
  'Retry #\n@\n#8x#',
  '@ ٢٤ # часа',
  '#',
);
const cell = fc.constantFrom('@', '№@', '@ #', 'Error @', '(№@) Re-engagement message', '## @', '@: #');
const filling = fc.array(figures, { minLength: 4, maxLength: 4 });

/** A line with the first or the second of the figures. */
function filled(line: string, one: string, all: readonly (readonly string[])[], which: number): string {
  let next = 0;
  return line
    .replaceAll(/##+/g, (run) => `${all[3]?.[which] ?? ''}${'7'.repeat(run.length)}`.slice(0, run.length))
    .replaceAll('#', () => all[next++ % 3]?.[which] ?? '')
    .replaceAll('№', '#')
    .replaceAll('@', one);
}

/** The same lines twice, with other figures. */
const twins = fc
  .array(fc.tuple(form, code, filling), { minLength: 1, maxLength: 4 })
  .map((lines) =>
    [0, 1].map((which) => lines.map(([line, one, all]) => filled(line, one, all, which)).join('\n')),
  );
/** The same cell of the same row twice, with other figures. */
const twinCells = fc.tuple(fc.oneof(cell, form), row, code, filling).map(([text, nearby, one, all]) =>
  [0, 1].map((which) => ({
    text: filled(text, one, all, which),
    nearby: filled(nearby, one, all, which),
  })),
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

test('what is remembered of a cell and its row changes no hit', () => {
  fc.assert(
    fc.property(twinCells, fc.constantFrom(...contexts), (cells, context) => {
      for (const { text, nearby } of cells)
        expect(found(text, { ...context, nearby })).toEqual(foundAnew(text, { ...context, nearby }));
    }),
    { numRuns: 2000 },
  );
});

test('a row is told apart by a figure that is part of a word', () => {
  const place: TextContext = { host: 'forum.example', header: 'Code' };
  for (const nearby of ['131047 360dialog', '131047 361dialog', '131047 24 hours', '131047 25 hours'])
    expect(found('131047', { ...place, nearby }), nearby).toEqual(foundAnew('131047', { ...place, nearby }));
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

test('the word of a topic is the nearest of the text, before that of the row', () => {
  for (const between of [20, 4, 40, 200, 20])
    for (const nearby of ['WhatsApp template', 'Meta webhook', ''])
      for (const word of ['whatsapp sandbox', 'waba broadcast', 'nothing']) {
        const text = `${word}${' and so on'.repeat(between)}\nerror code 1005 at 10:12 in mysql`;
        expect(found(text, { nearby }), `${word} ${between} ${nearby}`).toEqual(foundAnew(text, { nearby }));
      }
});

test.each([
  'send failed: (#190) Error validating access token',
  'Graph answered (#4) Application request limit reached',
  'error 131047: outside of the 24 hour window',
  '[HTTP 400] error code 21610 recipient unsubscribed',
])('a log of one failure is searched a few times: %s', (failure) => {
  const time = (at: number) => `2026-11-${10 + (at % 20)}T10:${10 + (at % 49)}:07.${100 + (at % 899)}Z`;
  const log = Array.from(
    { length: 400 },
    (_, at) => `${time(at)} ERROR [worker-${at % 16}] ${failure}\n`,
  ).join('');
  const find = vi.spyOn(rule, 'find');
  expect(detect(log, testIndex, {})).toHaveLength(400);
  expect(find.mock.calls.length).toBeLessThan(40);
  find.mockRestore();
});

test('a copy is the same text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => own(text) === text));
});
