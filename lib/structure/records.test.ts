import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findHeading,
  findRecordForm,
  MAX_HEAD_UNITS,
  type RecordForm,
  splitIntoRecords,
} from './records.ts';

const split = (text: string, form = findRecordForm(text)) =>
  [...splitIntoRecords(text, form)].map(({ start, end }) =>
    text.slice(start, end),
  );

describe('the form of a text', () => {
  it.each<[RecordForm, string]>([
    ['timed', '2026-03-14 07:17:31 a\n2026-03-14 07:18:31 b'],
    [
      'timed',
      '{"time":"2026-03-14T07:17:31Z"}\n{"time":"2026-03-14T07:18:31Z"}',
    ],
    ['timed', 'ERROR [14/Mar/2026:07:17:31] a\nINFO [14/Mar/2026:07:18:31] b'],
    [
      'lines',
      [1, 2, 3, 4].map((at) => `2761962100${at} failed 131047`).join('\n'),
    ],
    [
      'paragraphs',
      [1, 2, 3, 4]
        .map((at) => `To: 2761962100${at}\nCode: 131047`)
        .join('\n\n'),
    ],
    [
      'lines',
      [1, 2, 3, 4, 5]
        .map((at) => `{\n  "to": "2761962100${at}",\n  "code": 131047\n}`)
        .join('\n'),
    ],
    ['whole', 'Message failed: 131047'],
    [
      'whole',
      '131047 is new.\nThe second line says something else.\nAnd more.',
    ],
    ['whole', '{\n  "code": 131047\n}'],
    ['whole', '{\n  "code": 131047\n}\n{\n  "code": 131026\n}'],
  ])('is %s', (form, text) => expect(findRecordForm(text)).toBe(form));

  it('is that of the text once when it is repeated', () => {
    const line = '27619621000 failed 131047\n';

    expect(findRecordForm(line.repeat(50))).toBe('whole');
  });

  it.each<[RecordForm, string, string]>([
    ['alike', 'a line of source', "  131047: 'Template paused',\n"],
    ['whole', 'lines that belong together', 'code: 131047\ntitle: Paused\n'],
    ['whole', 'an object on several lines', '  {\n    "code": 131047\n  },\n'],
  ])('is %s for a long text of %s', (form, _, lines) => {
    expect(findRecordForm(lines.repeat(5_000))).toBe(form);
  });

  it('is whole for long statements with words of their own', () => {
    const names = Array.from({ length: 5_000 }, (_, at) =>
      [...String(at)].map((digit) => 'abcdefghij'.charAt(Number(digit))),
    );
    const statements = names.map((name) => `  131047: '${name.join('')}',\n`);

    expect(findRecordForm(statements.join(''))).toBe('whole');
  });

  it('is that of its first 32 KB', () => {
    const statements = "  131047: 'Template paused',\n".repeat(5_000);

    expect(findRecordForm(statements.slice(0, MAX_HEAD_UNITS))).toBe('alike');
  });
});

it('takes each line that is like the others for a record, indented or not', () => {
  const text = ' a: 1\n\n b: 2\nc: 3';

  expect(split(text, 'alike')).toEqual([' a: 1', ' b: 2', 'c: 3']);
});

it('keeps a trace with its record', () => {
  const trace =
    '2026-03-14 07:17:31 error\n    at send (a.js:1:2)\nCaused by: x';
  const next = '2026-03-14 07:18:31 fine';

  expect(split(`${trace}\n${next}\n${next}`)).toEqual([trace, next, next]);
});

it('has a heading only above the first record', () => {
  const rows = '2026-03-14 07:17:31;a\n2026-03-14 07:18:31;b';

  expect(findHeading(`Time;Name\n${rows}`, 'timed')).toBe('Time;Name');
  expect(findHeading(rows, 'timed')).toBe('');
});

it('has all of a text but blanks', () => {
  const part = fc.constantFrom(
    '2026-03-14 07:17:31 ',
    '\n',
    '  at x',
    '{"a":1}',
    'failed 131047',
    '\n\n',
  );
  const form = fc.constantFrom<RecordForm>(
    'timed',
    'lines',
    'paragraphs',
    'whole',
  );

  fc.assert(
    fc.property(
      fc.array(part).map((parts) => parts.join('')),
      form,
      (text, own) => {
        expect(split(text, own).join('').replace(/\s/g, '')).toBe(
          text.replace(/\s/g, ''),
        );
      },
    ),
  );
});
