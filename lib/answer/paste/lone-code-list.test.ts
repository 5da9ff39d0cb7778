import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../build/read-catalogue.ts';
import { decodePaste } from '../../../tests/fixtures/decode-paste.ts';
import { createCatalogue } from '../../catalogue/catalogue.ts';
import { answerStream } from '../answer-stream.ts';
import { answerText } from '../answer-text.ts';
import type { Finding } from './finding.ts';
import { findCodeReader } from './lone-code-list.ts';

const catalogue = createCatalogue(readCatalogue());
const list = (findings: readonly Finding[]) =>
  findings.map(
    ({ code, subcode, count }) =>
      `${count} ${code}${subcode ? `.${subcode}` : ''}`,
  );
const FIVE = ['131047', '131026', '131049', '131053', '131042'];
const EIGHT = [...FIVE, '132001', '131009', '130472'];
const once = (codes: readonly string[]) => codes.map((code) => `1 ${code}`);

describe('a column of codes', () => {
  it.each<[string, string, readonly string[]]>([
    ['two codes', '131047\n131026', ['1 131047', '1 131026']],
    ['five codes', FIVE.join('\n'), once(FIVE)],
    ['eight codes', EIGHT.join('\n'), once(EIGHT)],
    ['a heading', `Error code\n${FIVE.join('\n')}`, once(FIVE)],
    [
      'repeats, CR LF and blank lines',
      '131047\r\n131026\r\n\r\n131047\r\n',
      ['2 131047', '1 131026'],
    ],
    ['names', 'MISSING_TOKEN\n131047', ['1 MISSING_TOKEN', '1 131047']],
    [
      'the output of uniq -c',
      '    812 131047\n      3 190/463\n',
      ['812 131047', '3 190.463'],
    ],
    [
      'counts that are codes, too',
      '12 131047\n3 131026\n1 131049',
      ['12 131047', '3 131026', '1 131049'],
    ],
    ['a sign', '12 x 131047\n3 x 131026\n', ['12 131047', '3 131026']],
    ['counts behind', '131047\t12\n131026\t3\n', ['12 131047', '3 131026']],
    [
      'counts with a word',
      '131026: 214 messages\n131047: 12 messages',
      ['214 131026', '12 131047'],
    ],
    ['short codes, half of them known', 'Code\n4\n9999', ['1 4', '1 9999']],
    [
      'a heading that names errors',
      'Top 3 errors:\n131047 12\n131026 3',
      ['12 131047', '3 131026'],
    ],
    [
      'a list of counts',
      '131049 (88), 131026 (51)',
      ['88 131049', '51 131026'],
    ],
    [
      'a list that ends as a sentence',
      'Failures: 131049 x 412, 131026 x 87.',
      ['412 131049', '87 131026'],
    ],
    [
      'a list with a heading',
      'Errors: 131049 - 8; 131026 - 5',
      ['8 131049', '5 131026'],
    ],
    [
      'a list with a heading of codes',
      'Most common codes: 131049=8 131026=5',
      ['8 131049', '5 131026'],
    ],
    [
      'counts before signs',
      '88 × 131049, 51 x 131026',
      ['88 131049', '51 131026'],
    ],
    [
      'counts by code in an object of one line',
      '{"131047": 412, "131026": 96}',
      ['412 131047', '96 131026'],
    ],
    [
      'counts by code, short ones among them',
      '{"131047": 412, "470": 3, "4": 1}',
      ['412 131047', '3 470', '1 4'],
    ],
    ['counts of Ruby', '{131047=>2, 131026=>1}', ['2 131047', '1 131026']],
    [
      'counts and shares',
      '131047    412  79.2%\n131026     96  (18.5 %)',
      ['412 131047', '96 131026'],
    ],
    [
      'counts and bars',
      '131047 ████████ 412\n131026 ██ 96',
      ['412 131047', '96 131026'],
    ],
    [
      'rules around',
      '------  ---\n131047  412\n131026   96\n------  ---',
      ['412 131047', '96 131026'],
    ],
    [
      'counts by code in an object',
      '{"errors":{"131049":8,"131026":5}}',
      ['8 131049', '5 131026'],
    ],
    [
      'an object on several lines',
      '{\n  "131049": 8,\n  "131026": 5\n}',
      ['8 131049', '5 131026'],
    ],
    [
      'symbols before each',
      '❌ 8 x 131049\n❌ 5 x 131026',
      ['8 131049', '5 131026'],
    ],
    [
      'numbered items',
      '1. 131049 - 80 messages\n2. 131026 - 5 messages',
      ['80 131049', '5 131026'],
    ],
    ['arrows', '131049 → 8\n131026 → 5', ['8 131049', '5 131026']],
    [
      'running numbers',
      '131047: 1\n131047: 2\n131026: 1\n131047: 3',
      ['3 131047', '1 131026'],
    ],
    ['one counted code', '131047 x 2', ['2 131047']],
    [
      'a table of counts',
      'code,count\n131047,12\n131026,3\n131047,1',
      ['13 131047', '3 131026'],
    ],
    [
      'subcodes',
      'Code | Subcode\n190 | 460\n190 | 463',
      ['1 190.460', '1 190.463'],
    ],
    ['one pair', 'code;error_subcode\n190;999', ['1 190.999']],
    [
      'subcodes without a heading',
      '190 460\n190 463',
      ['1 190.460', '1 190.463'],
    ],
  ])('is read with %s, by popup and command line alike', (_, text, wanted) => {
    expect(list(decodePaste(text, catalogue))).toEqual(wanted);
    expect(list(answerText(text, { catalogue }).findings)).toEqual(wanted);
  });

  it.each([
    ['a list of a line', '131047, 131026\n131049, 131053'],
    ['other numbers', '12\n48\n9955\n771\n5120\n'],
    ['grouped numbers', '131,047\n131,026'],
    ['a line of words among codes', '131047\n131026\nall is well\n'],
    ['a log', 'error 131047\nerror 131026\n'],
    ['one number', '131047'],
    ['a column of another name', 'Order number\n131047\n131026'],
    ['a heading of other codes', 'OTP codes\n131047\n131026'],
    ['counts below the name of errors', 'Errors\n12\n48\n3'],
    ['statuses of HTTP', 'Failed status\n200\n500\n403'],
    ['counted orders', 'Order,Qty\n131047,12\n131026,3'],
    ['counts between codes', '131047 12, 131026 3, 131049 7'],
    ['a list of other numbers', '100482, 100519, 100547, 131047, 100603'],
    ['short numbers', '100, 4, 190, 2, 131047'],
    ['words in a list', '131047, 131026, 131049, and more'],
    ['a row of two signs', '131047, 131026; 131049'],
  ])('is not %s', (_, text) =>
    expect(findCodeReader(text, catalogue)).toBeNull(),
  );

  it.each(['Order 131047: 3', 'Ticket 131047 (3)', 'Order number 131047 = 2'])(
    'is no list of counts with another name: %s',
    (text) => expect(answerText(text, { catalogue }).findings).toEqual([]),
  );

  it('has the line of each code, and is read as text where it ends', () => {
    const text = `${'131047\n131026\n'.repeat(300)}error code 131049: try again`;
    const findings = decodePaste(text, catalogue);
    expect(list(findings)).toEqual(['300 131047', '300 131026', '1 131049']);
    expect(
      findings.map(({ places }) => places.slice(0, 2).map(({ line }) => line)),
    ).toEqual([[1, 3], [2, 4], [601]]);
  });

  it('does not give an unknown code a meaning', () => {
    const { entries, unknown } = answerText('131047\n131049\n131999\n', {
      catalogue,
    });
    expect([entries.map(({ code }) => code), unknown]).toEqual([
      ['131047', '131049'],
      ['131999'],
    ]);
  });

  it('is counted to its end in a stream', async () => {
    async function* generateColumn() {
      for (let at = 0; at < 40; at++)
        yield '131047\n131026\nMISSING_TOKEN\n'.repeat(1_000).slice(at ? 0 : 7);
    }
    const { findings } = await answerStream(generateColumn(), { catalogue });
    expect(list(findings)).toEqual([
      '40000 131026',
      '40000 MISSING_TOKEN',
      '39999 131047',
    ]);
  });
});

describe('a list of codes', () => {
  const codes = [...EIGHT, '190', '368'];
  const many = Array.from({ length: 3_000 }, (_, at) => codes[at % 10] ?? '');
  const all = codes.map((code) => `300 ${code}`);

  it.each([
    ['commas', many.join(', ')],
    ['commas alone', many.join(',')],
    ['semicolons', many.join(';')],
    ['blanks', many.join(' ')],
    ['brackets', JSON.stringify(many.map(Number))],
    ['quotes', JSON.stringify(many)],
    [
      'lines',
      many.map((code, at) => `${code},${at % 10 ? '' : '\n'}`).join(''),
    ],
    ['indented lines', JSON.stringify(many, null, 2)],
  ])('counts each, however often it was said: %s', (_, text) => {
    expect(list(answerText(text, { catalogue }).findings)).toEqual(all);
  });

  it('is read as text where it ends', () => {
    const text = `${many.join(', ')}\nerror code 131056: try again`;

    expect(list(answerText(text, { catalogue }).findings)).toEqual([
      ...all,
      '1 131056',
    ]);
  });
});

describe('counted lines of a log', () => {
  it('count for the number of their failures', () => {
    const text =
      '    812 send failed to customer: error 131026\n      3 send failed: error 131047\n';
    expect(list(decodePaste(text, catalogue))).toEqual([
      '812 131026',
      '3 131047',
    ]);
  });

  it('are not those that a pager has numbered', () => {
    const text =
      '    812 send failed: error 131026\n    813 send failed: error 131047\n';
    expect(list(decodePaste(text, catalogue))).toEqual([
      '1 131026',
      '1 131047',
    ]);
  });
});
