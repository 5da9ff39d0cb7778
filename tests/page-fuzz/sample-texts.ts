import fc from 'fast-check';

const CODES = [
  '131047',
  'Error 131047',
  '470',
  '"code":190',
  '{"error":{"code":190,"message":"x"}}',
  'MISSING_TOKEN',
  '(#131026) Message undeliverable',
  'failed with error code 131049.',
  'errors 131026, 131047 and 470',
];
const CUES =
  'Error|Error code|Code|Reason|Status|failed|Error:|Errors (3)|Order|Count|Price|Sent'.split(
    '|',
  );
const NOISE = [
  '',
  ' ',
  '\n  ',
  'delivered',
  'lorem ipsum dolor sit amet.',
  'R$',
  '#',
  '{',
  '"code":',
];
const LOOK_ALIKES = ['14:02', '+55 11 5550 0123', '$ 470.00', '470,00'];
/** Parts of a code that is split across several texts. */
const PARTS = ['131', '047', '1310', '47', '0', '12', '2026', '99', '_'];

const generateOneOf = (...texts: readonly string[]) =>
  fc.constantFrom(...texts);
export const wholeText = fc.oneof(
  generateOneOf(...CODES),
  generateOneOf(...CUES),
  generateOneOf(...NOISE),
  generateOneOf(...LOOK_ALIKES),
);
export const brokenText = fc.oneof(wholeText, generateOneOf(...PARTS));
/** Codes that need context to be detected. */
export const judgedCode = generateOneOf('470', '190', '131047', '100');
export const judgingWord = generateOneOf(
  'Error code',
  'Error code',
  'Count',
  'Sent',
  'To',
  'Name',
  'Total',
);
/** Texts of a page with few codes. */
export const plainText = fc.oneof(
  { weight: 30, arbitrary: generateOneOf(...CUES, ...NOISE) },
  {
    weight: 30,
    arbitrary: generateOneOf(
      '1310',
      '9999',
      '14:02',
      '+55 11 5550 0123',
      '_',
      '777',
      '0,047 x',
    ),
  },
  { weight: 1, arbitrary: generateOneOf(...CODES) },
);
