import { expect, test } from 'vitest';
import { readCatalogue } from '../../../build/read-catalogue.ts';
import { decodePaste } from '../../../tests/fixtures/decode-paste.ts';
import { createCatalogue } from '../../catalogue/catalogue.ts';

const catalogue = createCatalogue(readCatalogue());
const countCodes = (rows: string) =>
  decodePaste(`To,Status,Error code\n${rows}`, catalogue).map(
    ({ code, count }) => `${code}×${count}`,
  );

const SENT =
  '+14155550100,delivered,0\n+14155550101,undelivered,131047\n+14155550102,read,0\n';

test('a 0 in the code column is no failure', () => {
  expect(countCodes(SENT)).toEqual(['131047×1']);
});

test('a 0 in the row of a failure is a code', () => {
  expect(countCodes(`${SENT}+14155550103,failed,0\n`)).toEqual([
    '131047×1',
    '0×1',
  ]);
});

test('a wording without a code has the cause that the text below it proves, up to another wording', () => {
  const draft = { code: '131009', detail: { meaning: 'The Flow is a draft.' } };
  const text = 'Parameter value is not valid\nFlow is in draft mode';
  expect(decodePaste(text, catalogue)).toMatchObject([draft]);
  const other = 'Recipient phone number not in allowed list';
  expect(decodePaste(`${other}\n${text}`, catalogue)).toMatchObject([
    { code: '131030' },
    draft,
  ]);
});
