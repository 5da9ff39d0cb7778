import { expect, it } from 'vitest';
import { readCatalogue } from '../../build/read-catalogue.ts';
import { answerText } from '../../lib/answer/answer-text.ts';
import { createCatalogue } from '../../lib/catalogue/catalogue.ts';
import { toAnswerJson } from './answer-json.ts';
import { formatAnswer } from './format-answer.ts';
import { createTerminalLayout } from './terminal-layout.ts';

const catalogue = createCatalogue(readCatalogue());
const layout = createTerminalLayout({ colour: false, width: 80 });
const printAnswer = (text: string) =>
  formatAnswer(answerText(text, { catalogue }), catalogue, layout);

it('a match by words alone has a heading that says so', () => {
  expect(printAnswer('window closed')).toMatch(
    /^No code found\. Closest matches:\n\n131047 /,
  );
  expect(printAnswer('order 131047 shipped')).toMatch(
    /^Perhaps no error code\. Closest matches:\n/,
  );
});

it.each(['none', 'Failed', 'pending', 'blocked', 'adult', 'dating'])(
  '%s is perhaps no code, but a word',
  (text) =>
    expect(printAnswer(text)).toMatch(
      /^Perhaps no error code\. Closest matches:\n/,
    ),
);

it.each([
  ['a state', 'FLAGGED', 'FLAGGED'],
  ['the title of a code', 'Message undeliverable', '131026'],
  ['a title with another verb', 'template paused', '132015'],
])('says that it found %s by its name', (_, text, code) =>
  expect(printAnswer(text)).toMatch(
    new RegExp(`^Found by name\\. Closest matches:\\n\\n${code} `),
  ),
);

it('explains the key of an entry whose code is a word', () =>
  expect(printAnswer('meta/management/PAUSED')).toMatch(
    /^PAUSED Template paused\n/,
  ));

it('asks for the provider of a code with several meanings, as the popup does', () => {
  const text = printAnswer('500');
  expect(text).toMatch(
    /^500 {2}\w+ meanings\n {2}Which provider sends your messages\?.*--provider/,
  );
  expect(text).not.toContain('Steps:');
  expect(
    formatAnswer(
      answerText('500', { catalogue, provider: 'wati' }),
      catalogue,
      layout,
    ),
  ).toMatch(/^500 Error at Wati\n/);
});

it.each([
  '131047',
  'meta/cloud/131047',
  'provider:gupshup 1003',
  '{"error":{"code":131047}}',
  'qwertzuiop',
])('says nothing of words for %s', (text) =>
  expect(printAnswer(text)).not.toContain('nearest by its words'),
);

it('a terminal gets no control character of a text', () => {
  const coloured = createTerminalLayout({ colour: true, width: 80 });
  expect(coloured.wrap('a \u001b[8m b', '')).toBe('a ␛[8m b');
  expect(coloured.paint('red', 'a\u001b[8m')).toBe('\u001b[31ma␛[8m\u001b[39m');
});

it('says what is known about an unlisted code and its range', () => {
  expect(printAnswer('E11005')).toMatch(
    /^E11005\n {2}Not in the catalogue\. .*Bird errors/,
  );
  expect(printAnswer('1005-1006')).toMatch(
    /Codes in this range:\n {4}Meta on-premises API: 1005 .*\n {4}Meta on-premises API: 1006 /,
  );
  expect(printAnswer('63000-63999')).toMatch(
    /Some of the \d\d codes in this range:/,
  );
});

it('quotes the details of each place if they differ, and those of an unknown code', () => {
  const errors = ['one', 'four'].map(
    (details) => `{"code":131049,"error_data":{"details":"${details}"}}`,
  );
  const text = `[${errors.join(',\n')}]`;
  expect(printAnswer(text)).toMatch(/131049 .*, 2 times/s);
  expect(printAnswer(text)).toMatch(
    / {2}Next to the code on line 1: "one"\n {2}Next to the code on line 2: "four"\n/,
  );
  const strange =
    '{"error":{"code":139999,"error_data":{"details":"Part two failed"}}}';
  expect(printAnswer(strange)).toMatch(
    /^139999\n {2}Not in the catalogue\.[^"]*\n {2}Next to the code: "Part two failed"\n/,
  );
  expect(
    toAnswerJson(answerText(`${text}\n${strange}`, { catalogue }), catalogue)
      .details,
  ).toEqual([
    {
      code: '131049',
      subcode: null,
      key: 'meta/cloud/131049',
      text: 'one',
      line: 1,
    },
    {
      code: '131049',
      subcode: null,
      key: 'meta/cloud/131049',
      text: 'four',
      line: 2,
    },
    {
      code: '139999',
      subcode: null,
      key: null,
      text: 'Part two failed',
      line: 3,
    },
  ]);
});

it('lists no other causes if the details name one', () => {
  const createOnPremError = (details: string) =>
    `{"errors":[{"code":1005,"title":"Access denied","details":"${details}"}]}`;
  expect(printAnswer(createOnPremError('x y z'))).toContain('Possible causes');
  expect(printAnswer(createOnPremError('certificate error'))).not.toContain(
    'Possible causes',
  );
});

it('names the sources that agree, and counts those that do not', () => {
  const { claims = [] } = catalogue.byKey.get('meta/cloud/131016') ?? {};
  const others = claims.filter(({ agrees }) => !agrees).length;
  expect(others).toBe(1);
  const text = printAnswer('131016').replace(/\s+/g, ' ');
  expect(text).toMatch(/ Sources: Meta, Error codes .*; 1 other disagrees /);
});

it('names the codes behind a code of a provider', () => {
  const text = printAnswer('63016');
  expect(text).toMatch(
    /Underlying codes:\n {4}Meta Cloud API: 131047 .*\n {4}Meta on-premises API: 470 /,
  );
  expect(text).toMatch(/131047 .*, inferred by Errata\n/);
  expect(text).not.toMatch(/470 .*, inferred by Errata/);
  expect(printAnswer('131047')).not.toContain('Underlying codes:');
});

it('names healthy states in one line beside what stops sending, and explains them alone', () => {
  const healthy = '"status":"CONNECTED","code_verification_status":"VERIFIED"';
  const beside = printAnswer(`{"quality_rating":"RED",${healthy}}`);
  expect(beside).toMatch(/^RED Low quality\n/);
  expect(beside).toMatch(
    /\n\n {2}Nothing failed: CONNECTED Number works; VERIFIED Number verified by code\n$/,
  );
  expect(beside).not.toContain('Continue; the number works.');
  expect(printAnswer(`{${healthy}}`)).toContain('Continue; the number works.');
});
