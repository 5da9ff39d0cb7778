import { describe, expect, it } from 'vitest';
import { testCodeIndex } from '../../tests/fixtures/code-index.ts';
import { detect, isConfident } from './detect.ts';
import { RULES } from './rules.ts';

const CONTEXTS = [
  {},
  { host: 'business.facebook.com' },
  { header: 'Error code' },
];

function expectMark(line: string, isCode: boolean, contexts = CONTEXTS): void {
  const start = line.indexOf('‹');
  const text = line.replace(/[‹›]/g, '');
  for (const context of contexts) {
    const hits = detect(text, testCodeIndex, context).filter(isConfident);
    expect(hits.some((hit) => hit.start === start)).toBe(isCode);
  }
}

/** Lines that match for the number between ‹ ›. The test index has no code of a success, of Vonage, and no form of one list. */
const EXAMPLES: Record<string, readonly string[]> = {
  'value with a unit': [
    'in ‹131005› us',
    '‹131072› KB',
    '‹131072› bytes',
    'took ‹131026› ms',
  ],
  'ID of an asset': ['‹111› does not belong to WhatsApp Business Account 999.'],
  'HTTP status of a client': [
    'Upload failed due to: ‹400› Client Error: Bad Request for url: https://graph.facebook.com/v20.0/1/media',
    'requests.exceptions.HTTPError: ‹500› Server Error: Internal Server Error for url: https://x',
    'the API returns error code ‹200› OK but the message is not delivered',
  ],
  'exit status of a process': [
    'worker exited with code ‹190›',
    'finished with exit code ‹470›',
    '{"exitCode": ‹190›}',
  ],
  amount: ['failed: R$ ‹131047›', 'Error code: € ‹470›'],
  'share of a total': [
    '‹131047›/200000 failed',
    '‹131026› / 250000',
    '‹131026› of 200000 failed',
  ],
  'row index': ['# | Subject\n‹33› | Rate limit hit\n34 | Message failed'],
  'part of a name': ['order-update ‹470›', 'spring_sale ‹190›'],
  'index of a value': [
    '10:02:44.4 (4131026)|CALLOUT_RESPONSE|[‹470›]|System.HttpResponse[Status=Bad Request]',
    '10:02:44.6 (4131026)|EXCEPTION_THROWN|[‹131›]|WhatsAppException: failed',
  ],
  'number of a record': [
    '[{"id":8},{"id":9},{"id":‹10›},{"id":11},{"id":12}]',
    'id=7 id=5 id=‹4› id=2 id=1',
  ],
  'key of a row': [
    '#‹131000›\tAna\tOpen\n#131026\tLi\tOpen\n#131047\tOtto\tSolved',
  ],
  'part of an address': [
    'https://example.com/errors/payments#‹190›',
    '{"type":"https://example.com/errors#‹131047›"}',
  ],
  'code of an error': [
    '{"errors":[{"code":‹131001›},{"code":131002}]}',
    '{"error":{"code":‹131999›}}',
  ],
  'result of a call': [
    'send to=+4917612345678 result=‹131047› ms=88',
    'status=failed rc=‹131047›',
  ],
  'code in one word': [
    '{"errorcode": ‹131047›}',
    'status,errorcode\nfailed,‹131047›',
  ],
  'printed by Graph': [
    '(#‹131047›) Re-engagement message',
    '(#‹131999›) Something new',
  ],
};

describe.each(RULES.filter(({ id }) => EXAMPLES[id]))(
  '$id',
  ({ id, isCode }) => {
    it.each([...(EXAMPLES[id] ?? [])])('%s', (line) =>
      expectMark(line, isCode),
    );
  },
);

it('every example belongs to a rule', () => {
  expect(
    Object.keys(EXAMPLES).filter((id) => !RULES.some((rule) => rule.id === id)),
  ).toEqual([]);
});

describe('forms that need no rule', () => {
  it.each([
    ['GET /v21.0/1310471310470/messages ‹200› in 131 ms', false],
    ['"POST /webhook HTTP/1.1" ‹404› 131', false],
    ['["code"]=> string(‹10›) "1310470000"', false],
    ['array(‹4›) {', false],
    ['error=‹131047› ms=120', true],
    ['{"total": 135000, "result": ‹131047›, "limit": 10}', false],
    ['result=‹131047› sent ok', false],
    ['error ‹4› (API Too Many Calls)', true],
    ['Fehler ‹190›: Access token has expired', true],
    ['sender exited with status ‹131047›: Re-engagement message', true],
  ])('%s', (line, isCode) => expectMark(line, isCode));

  it.each(['Call (‹515›) 555 0100', '(‹470›) 555-0142', '(‹131›) 555.0142'])(
    'outside a column: %s',
    (line) => expectMark(line, false, CONTEXTS.slice(0, 2)),
  );
});
