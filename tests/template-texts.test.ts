import { expect, it } from 'vitest';
import { getBundledCatalogue } from '../lib/catalogue/bundled-catalogue.ts';
import { decodePaste } from './fixtures/decode-paste.ts';

const catalogue = getBundledCatalogue();

/** What Meta says of a template when it is submitted, as people copy it: without its code. */
it.each([
  ["Variables can't be at the start or end of the template.", '2388299'],
  [
    'This template has too many variables for its length. Reduce the number of variables or increase the message length.',
    '2388293',
  ],
  [
    'There is already Albanian content for this template. You can create a new template and try again.',
    '2388024',
  ],
  [
    "New Albanian content can't be added while the existing Albanian content is being deleted. Try again in less than 1 minute or consider creating a new message template.",
    '2388023',
  ],
  [
    'The message template name can only have lowercase letters and underscores.',
    '2388046',
  ],
  [
    "The message header can't have any new lines, formatting characters, emojis or asterisks.",
    '2388047',
  ],
  [
    'O cabeçalho da mensagem não pode ter novas linhas, caracteres de formatação, emojis ou asteriscos.',
    '2388047',
  ],
  ['component of type BODY is missing expected field(s) (example)', '2388043'],
])('a sentence about a template leads to its code: %s', (text, code) => {
  const found = decodePaste(text, catalogue).map(({ entry }) => entry);
  expect(found.map((entry) => entry?.subcode ?? entry?.code)).toEqual([code]);
});

it('a header that is refused with the code of a body is a header', () => {
  const text = JSON.stringify({
    error: {
      message: 'Invalid parameter',
      code: 100,
      error_subcode: 2388072,
      error_user_msg:
        "The message header can't have any new lines, formatting characters, emojis or asterisks.",
    },
  });
  const [found] = decodePaste(text, catalogue);
  expect(found?.entry?.code).toBe('2388072');
  expect(found?.detail?.meaning).toMatch(/^The header contains/);
});
