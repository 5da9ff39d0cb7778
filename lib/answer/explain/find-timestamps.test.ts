import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findLastCustomerMessage,
  findTimeInLine,
  findTimestampNear,
  findTimestamps,
} from './find-timestamps.ts';

const parseMs = (iso: string) => Date.parse(iso);
const findMoment = (text: string, code = '131049') =>
  findTimestampNear(text, text.indexOf(code), text);

describe('timestamps of a text', () => {
  it.each([
    ['2026-11-20T10:33:00Z', '2026-11-20T10:33:00Z'],
    ['2026-11-20T10:33:00.123456+0530', '2026-11-20T10:33:00+05:30'],
    ['2026-11-20 10:33 UTC', '2026-11-20T10:33:00Z'],
    ['2026/11/20 10:33:05 -03:00', '2026-11-20T10:33:05-03:00'],
    ['Fri, 20 Nov 2026 10:33:00 GMT', '2026-11-20T10:33:00Z'],
    ['Friday, 20-Nov-26 03:00:00 PST', '2026-11-20T11:00:00Z'],
    ['25-Jul-26 23:00:00 PDT', '2026-07-26T06:00:00Z'],
    ['[20/Nov/2026:10:33:00 +0100]', '2026-11-20T09:33:00Z'],
    ['"timestamp":"1795170780"', '2026-11-20T10:33:00Z'],
    ['"sent_at": 1795170780000', '2026-11-20T10:33:00Z'],
    ['ts=1795170780', '2026-11-20T10:33:00Z'],
    ['2026-11-20T10:33Z', '2026-11-20T10:33:00Z'],
  ])('%s is certain', (text, iso) =>
    expect(findTimestamps(text).map(({ ms }) => ms)).toEqual([parseMs(iso)]),
  );

  it.each([
    '2026-11-20 10:33:00',
    '2026-11-20',
    '20 Nov 2026, 10:33',
    '11/12/2026 10:33 UTC',
    '2026-11-20 10:33 PM UTC',
    '2026-02-30T10:33:00Z',
    '2026-11-20 24:33:00Z',
    '2026-11-20 10:60:00Z',
    '2026-11-20 10:33:61Z',
    '2026-13-20T10:33:00Z',
    '"timestamp": 1295170780',
  ])('%s is uncertain', (text) =>
    expect(findTimestamps(text).map(({ ms }) => ms)).toEqual([null]),
  );

  it.each(['seat', 'attempt', 'bots', 'tsid', 'x_atlas'])(
    'a number after %s is no time',
    (key) => expect(findTimestamps(`${key}: 1795170780`)).toEqual([]),
  );

  it.each([
    '1795170780',
    '+1795170780',
    '"wa_id":"1795170780"',
    'order 20261120',
    '131049',
    '10:33',
  ])('%s is no time', (text) => expect(findTimestamps(text)).toEqual([]));
});

const STATUS = (stamp: string, more = '') =>
  `{"id":"wamid.x","status":"failed","timestamp":"${stamp}","recipient_id":"1795170999"${more},"errors":[{"code":131049,"title":"t","error_data":{"details":"d"}}]}`;

describe('the moment of a failure', () => {
  it.each([
    [
      'the timestamp of its status',
      `{"entry":[{"time":1795170790,"changes":[{"value":{"statuses":[${STATUS('1795170780')}]}}]}]}`,
      '2026-11-20T10:33:00Z',
    ],
    [
      'the one in its own object',
      '{"at":"2026-11-19T00:00:00Z","error":{"code":131049,"time":"2026-11-20T10:33:00Z"}}',
      '2026-11-20T10:33:00Z',
    ],
    [
      'its own status among several',
      `[${STATUS('1795170780')},${STATUS('1795170999').replace('131049', '131026')}]`,
      '2026-11-20T10:33:00Z',
    ],
    [
      'the time of its log line',
      'x\n2026-11-20T10:33:00Z ERROR 131049 failed\n2026-11-20T10:40:00Z ok',
      '2026-11-20T10:33:00Z',
    ],
    [
      'the time of its log line, and no part of an address or a phone number',
      '2026-11-20T10:33:00Z 10.12.20.26 to +33.6.12.10.26.78 ERROR 131049',
      '2026-11-20T10:33:00Z',
    ],
    [
      'its timestamp, not another time of its object',
      '{"created_at":"2026-11-19T00:00:00Z","timestamp":"1795170780","code":131049}',
      '2026-11-20T10:33:00Z',
    ],
    [
      'the one time of its row',
      'Template\t131049\nFri, 20 Nov 2026 10:33:00 GMT',
      '2026-11-20T10:33:00Z',
    ],
    [
      'not when it runs out',
      `${STATUS('1795170780', ',"conversation":{"expiration_timestamp":"1795257180"}')}`,
      '2026-11-20T10:33:00Z',
    ],
  ])('is %s', (_, text, iso) => expect(findMoment(text)).toBe(parseMs(iso)));

  it.each([
    ['without a zone', '2026-11-20 10:33:00 ERROR 131049 failed'],
    ['without a date', '10:33:00Z ERROR 131049'],
    [
      'with two times on its line',
      '2026-11-20T10:33:00Z queued, 2026-11-20T10:40:00Z failed 131049',
    ],
    [
      'with a sure one and one without zone',
      '131049\t2026-11-20T10:33:00Z\t2026-11-21 08:00',
    ],
    [
      'with several around it',
      '131049\n2026-11-20T10:33:00Z\n2026-11-20T10:34:00Z',
    ],
    [
      'where it tells of something else',
      '{"expires_at":"2026-11-20T10:33:00Z","code":131049}',
    ],
    ['of another century', '{"timestamp":"1195170780","code":131049}'],
    ['that is a phone number', '{"recipient_id":"1795170780","code":131049}'],
  ])('is not known %s', (_, text) => expect(findMoment(text)).toBeNull());
});

describe("the customer's last message", () => {
  it.each([
    ['Last customer message: 2026-11-20T10:33:00Z', '2026-11-20T10:33:00Z'],
    [
      '"last_incoming_message_at":"2026-11-20T10:33:00+00:00"',
      '2026-11-20T10:33:00Z',
    ],
    ['last_customer_message_at = 1795170780', '2026-11-20T10:33:00Z'],
    [
      'Última mensagem do cliente: 20 Nov 2026 10:33 GMT',
      '2026-11-20T10:33:00Z',
    ],
  ])('%s', (text, iso) =>
    expect(findLastCustomerMessage(text)).toBe(parseMs(iso)),
  );

  it("without a time zone is used only with the user's", () => {
    const text = 'Last message from customer: 25 Nov 2026, 02:10';
    expect(findLastCustomerMessage(text)).toBeNull();
    expect(findLastCustomerMessage(text, true)).toBe(
      new Date(2026, 10, 25, 2, 10).getTime(),
    );
    expect(
      findLastCustomerMessage('Last customer message: 10:33', true),
    ).toBeNull();
  });

  it.each([
    'Last customer message: 10:33',
    'Last customer message: yesterday. Sent 2026-11-20T10:33:00Z',
    'Last customer message: 2026-11-20T10:33:00Z\nLast customer message: 2026-11-20T11:33:00Z',
    'sent 2026-11-20T10:33:00Z',
  ])('is not told by %s', (text) =>
    expect(findLastCustomerMessage(text)).toBeNull(),
  );
});

it('the time in a line is the first or last one with a time of day', () => {
  const line =
    'on 2026-11-18: 2026-11-19 10:00 queued 2026-11-20 10:33 failed 2026-11-21 x 11:00';
  expect(findTimeInLine(line, 'first')?.text).toBe('2026-11-19 10:00');
  expect(findTimeInLine(line, 'last')?.text).toBe('2026-11-20 10:33');
});

it('never throws and never returns an impossible time', () => {
  const part = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      '{',
      '}',
      '"timestamp":"',
      '1795170780',
      '2026-11-20T10:33:00',
      'Z',
      '131049',
      '\n',
      '20/Nov/2026:',
      '99:99:99',
      'last customer message: ',
    ),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      for (const { ms, start, end } of findTimestamps(text)) {
        expect(end).toBeGreaterThan(start);
        if (ms !== null)
          expect(new Date(ms).getUTCFullYear()).toBeGreaterThanOrEqual(2014);
      }
      findTimestampNear(text, Math.max(0, text.indexOf('131049')), text);
      findLastCustomerMessage(text);
    }),
  );
});
