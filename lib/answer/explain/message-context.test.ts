import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { expectCostRatio } from '../../../tests/growth.ts';
import {
  findCountry,
  maskForDisplay,
  maskMessageId,
  maskMessageIds,
  maskPhoneNumber,
} from '../../masking/display-masking.ts';
import { parseTimeText } from './find-timestamps.ts';
import {
  extractMessageContext,
  findMessageContext,
} from './message-context.ts';

const WAMID = 'wamid.HBgNNTUxMTk4NzY1NDMyMRUCABEYEjdGN0YzQ0E5NTkA';

function readContextOf(text: string) {
  const start = text.indexOf('131047');
  return extractMessageContext(text, { start, end: start + 6 });
}

const TO = '5511987654321';
const SENT = `{"statuses":[{"id":"${WAMID}","status":"sent","recipient_id":"${TO}","template":"promo_may"}]}`;
const ERROR = 'Error: request failed with code 132000';

describe('the message context of a code', () => {
  it('is read from its own status, not from an adjacent one', () => {
    const createStatus = (id: string, to: string, at: number, code: number) =>
      `{"id":"${id}","status":"failed","timestamp":"${at}","recipient_id":"${to}","conversation":{"id":"c1","origin":{"type":"utility"}},"errors":[{"code":${code},"title":"x"}]}`;
    const text = `{"metadata":{"display_phone_number":"15550001111"},"statuses":[${createStatus('wamid.AAAAAAAAAAAA', '5511000000000', 1763399137, 131026)},${createStatus(WAMID, '5511987654321', 1763399138, 131047)},${createStatus('wamid.CCCCCCCCCCCC', '5511000000001', 1763399139, 131026)}]}`;
    expect(readContextOf(text)).toEqual({
      message: WAMID,
      recipient: '5511987654321',
      time: { text: '1763399138', at: 1763399138000 },
      template: null,
      trace: null,
    });
  });

  it.each([
    [
      'a dict of Python',
      `{'id': '${WAMID}', 'recipient_id': '5511987654321', 'errors': [{'code': 131047}]}`,
    ],
    [
      'a PHP array',
      `['id' => '${WAMID}', 'recipient_id' => '5511987654321', 'errors' => [['code' => 131047]]]`,
    ],
    [
      'print_r',
      `(\n [id] => ${WAMID}\n [recipient_id] => 5511987654321\n [code] => 131047\n)`,
    ],
    ['a line of a log', `ERROR to=5511987654321 ${WAMID} (#131047) failed`],
    [
      'a request and its answer',
      `POST {"to":"5511987654321","context":"${WAMID}"}\n{"error":{"code":131047}}`,
    ],
  ])('is read from %s', (_, text) =>
    expect(readContextOf(text)).toMatchObject({
      message: WAMID,
      recipient: '5511987654321',
    }),
  );

  it('is read from a provider’s own field names', () => {
    const text =
      '{"sid":"SM0123456789abcdef","status":"failed","to":"whatsapp:+14155552671","error_code":131047,"date_created":"2026-11-20T10:00:00Z"}';
    expect(readContextOf(text)).toMatchObject({
      message: 'SM0123456789abcdef',
      recipient: 'whatsapp:+14155552671',
      time: { at: Date.UTC(2026, 10, 20, 10) },
    });
  });

  it.each([
    [
      'time',
      `{"id":"${WAMID}","to":"5511987654321","errors":[{"code":131047,"timestamp":"1763399138"}]}`,
    ],
    [
      'recipient',
      `{"id":"${WAMID}","timestamp":"1763399138","errors":[{"code":131047,"to":"5511987654321"}]}`,
    ],
    [
      'message and recipient',
      `{"timestamp":"1763399138","errors":[{"code":131047,"to":"5511987654321","context":"${WAMID}"}]}`,
    ],
    [
      'time, before that of its status',
      `{"id":"${WAMID}","to":"5511987654321","timestamp":"1763399100","errors":[{"code":131047,"timestamp":"1763399138"}]}`,
    ],
  ])(
    'is read from the object of the code and those around it: its own %s',
    (_, text) =>
      expect(readContextOf(text)).toEqual({
        message: WAMID,
        recipient: '5511987654321',
        time: { text: '1763399138', at: 1763399138000 },
        template: null,
        trace: null,
      }),
  );

  it('takes an id for the message’s only beside a status or an error', () => {
    expect(
      readContextOf('{"id":"SM0123456789abcdef","error":131047}').message,
    ).toBe('SM0123456789abcdef');
    expect(
      readContextOf('{"id":"SM0123456789abcdef","code":131047}').message,
    ).toBeNull();
  });

  it.each([
    [
      'a log entry of its own',
      [
        SENT,
        'heartbeat',
        '2026-11-28T10:00:02Z ERROR job 30307 crashed',
        ERROR,
      ],
    ],
    ['a log entry right below', [SENT, '10:00:02 ERROR job crashed', ERROR]],
    ['no time', [SENT, 'job 30307 crashed', ERROR]],
    ['no line of its own above', [SENT, ERROR]],
    ['an indented line', [SENT, `    ${ERROR}`]],
    [
      'a log line of another message',
      [`INFO status=delivered to=${TO}`, ERROR],
    ],
    [
      'a payload with its time',
      [`{"time":"2026-11-28T10:00:01Z","to":"${TO}","msg":"queue"}`, ERROR],
    ],
    [
      'an older log entry',
      [`10:00:01 INFO sending to=${TO}`, '10:00:02 ERROR crashed', ERROR],
    ],
  ])('is not that of another message above %s', (_, lines) => {
    const text = [...lines, '    at send (/srv/app.js:24:11)'].join('\n');
    const start = text.indexOf('132000');
    expect(
      extractMessageContext(text, { start, end: start + 6 }),
    ).toMatchObject({ message: null, recipient: null, template: null });
  });

  it('is that of the log entry whose lines the code is in', () => {
    const text = `10:00:01 ERROR send to=${TO} crashed\n${ERROR}\n    at send (/srv/app.js:24:11)`;
    const start = text.indexOf('132000');
    expect(
      extractMessageContext(text, { start, end: start + 6 }).recipient,
    ).toBe(TO);
  });

  it('takes a recipient from the lines above, but not beyond a blank line, and no sender', () => {
    const readRecipient = (above: string) =>
      readContextOf(`${above}failed: 131047`).recipient;
    expect(readRecipient('to=+5511987654321\n')).toBe('+5511987654321');
    expect(readRecipient('to=+5511987654321\nretrying\n')).toBe(
      '+5511987654321',
    );
    expect(readRecipient('to=+5511987654321\n\n')).toBeNull();
    expect(
      readRecipient(`to=+5511987654321\n${'retrying\n'.repeat(80)}`),
    ).toBeNull();
    expect(readRecipient('from=+5511987654321\n')).toBeNull();
  });

  it.each([
    [
      '{"to":"5511987654321","template_name":"order_update","error":{"code":131047}}',
      'order_update',
    ],
    ['template=otp-login.v2 code=131047', 'otp-login.v2'],
    [
      '{"to":"5511987654321","template":{"name":"order_update","language":{"code":"en"}},"errors":[{"code":131047}]}',
      'order_update',
    ],
    [
      '{"template":{"language":{"code":"en"},"name":"order_update"},"status":"failed","code":131047}',
      'order_update',
    ],
    [
      `{'error': {'code': 131047}, 'template': {'name': 'order_update'}}`,
      'order_update',
    ],
    [
      '{ template: { name: "order_update" }, status: "failed", code: 131047 }',
      'order_update',
    ],
    [
      'template: {name: order_update}, status: failed, code: 131047',
      'order_update',
    ],
    [
      'template:\n  name: order_update\nstatus: failed\ncode: 131047',
      'order_update',
    ],
    ['template:\n  language: en\nstatus: failed\ncode: 131047', null],
    ['{"template":{"language":{"name":"English"}},"code":131047}', null],
    [
      '[{"template":{"name":"spring_sale"},"status":"sent"},{"status":"failed","code":131047}]',
      null,
    ],
    ['Vorlage: versand_info\nFehler: 131047', 'versand_info'],
    ['+5511987654321 | order_update | failed | 131047', 'order_update'],
    ['+5511987654321\torder_update\tfailed\t131047', 'order_update'],
    ['10:14:07 message_failed +5511987654321 welcome_es 131047', 'welcome_es'],
    ['+5511987654321 order_update spring_sale 131047', null],
    ['+5511987654321 error_code=131047 app/order_update.js', null],
    ['order_update failed: 131047', null],
  ])('has the template: %s', (text, template) =>
    expect(readContextOf(text).template).toBe(template),
  );

  it('has the trace id for support', () =>
    expect(
      readContextOf('{"error":{"code":131047,"fbtrace_id":"AbC-123_x"}}').trace,
    ).toBe('AbC-123_x'));

  it('is null where the text has no value', () =>
    expect(readContextOf('Error 131047 in 3 campaigns')).toEqual({
      message: null,
      recipient: null,
      time: null,
      template: null,
      trace: null,
    }));

  it('has the time of the line above the failure', () =>
    expect(
      readContextOf('2026-11-20 10:00:12 sending\n  failed with 131047').time
        ?.text,
    ).toBe('2026-11-20 10:00:12'));

  it('ignores a time of something else', () => {
    const line = 'failed: error code 131047 · last inbound 19 Nov 2026 14:05';
    expect(readContextOf(line).time).toBeNull();
    expect(readContextOf(`2026-11-20 10:00:12 ${line}`).time?.text).toBe(
      '2026-11-20 10:00:12',
    );
    expect(
      readContextOf('131047, token expires at 2026-11-20 10:00').time,
    ).toBeNull();
    expect(
      readContextOf('last try failed, 2026-11-20 10:00, 131047').time?.text,
    ).toBe('2026-11-20 10:00');
  });

  it('has no recipient if a line has two numbers', () => {
    const readRowContext = (numbers: string) =>
      readContextOf(`2026-11-20 14:02:11 UTC\t${numbers}\tUndelivered\t131047`);
    expect(
      readRowContext('whatsapp:+14155238886\twhatsapp:+551199990101').recipient,
    ).toBeNull();
    expect(readRowContext('+551199990101\t+551199990101').recipient).toBe(
      '+551199990101',
    );
    expect(readRowContext('whatsapp:+551199990101')).toMatchObject({
      recipient: '+551199990101',
      time: { text: '2026-11-20 14:02:11 UTC' },
    });
  });

  it('never throws', () => {
    const part = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        '"to":"',
        'wamid.',
        '"timestamp":',
        '1763399138',
        '\n',
        '=> ',
      ),
    );
    fc.assert(
      fc.property(fc.array(part), fc.nat(), fc.nat(9), (parts, at, length) => {
        const text = parts.join('');
        const start = text.length === 0 ? 0 : at % text.length;
        extractMessageContext(text, {
          start,
          end: Math.min(text.length, start + length),
        });
      }),
    );
  });

  it.each(['{', '}', '[', '"to":', 'wamid.', '1763399138 ', '2026-11-20 '])(
    'costs the same in a megabyte of %j as in little',
    (unit) => {
      const createWork = (length: number) => {
        const text = unit.repeat(length / unit.length);
        const middle = length / 2;

        return () => {
          for (let at = middle; at < middle + 20; at++)
            extractMessageContext(text, { start: at, end: at + 6 });
        };
      };

      expectCostRatio(createWork(1_000_000), createWork(20_000), 8);
    },
  );
});

describe('the message context of a row', () => {
  const row =
    'abc-123-def\t+55 11 98765-4321\t28/11/2026, 00:21\tfailed\t131047';
  const labelled = (...cells: readonly string[]) =>
    findMessageContext('131047', row, cells.join('\n'));

  it('is read from its cells by their headers', () =>
    expect(
      labelled(
        'Message ID: abc-123-def',
        'Recipient: +55 11 98765-4321',
        'Sent at: 2026-11-28T00:21:00Z\t28/11/2026, 00:21',
      ),
    ).toMatchObject({
      message: 'abc-123-def',
      recipient: '+55 11 98765-4321',
      time: { at: Date.UTC(2026, 10, 28, 0, 21) },
    }));

  it.each([
    'Message ID: abc-123-def of x',
    'Message ID: abc',
    'Order: abc-123-def',
    'Message ID abc-123-def',
  ])('has no message id from "%s"', (cell) => {
    const value = cell.replace(/^\w+(?: ID)?:? /, '');
    expect(
      findMessageContext('131047', `${value}\tfailed\t131047`, cell).message,
    ).toBeNull();
    expect(labelled(cell).message).toBeNull();
  });

  it('has no recipient from a cell with more than a number', () =>
    expect(
      findMessageContext(
        '131047',
        'sent 2 of 55119 to all\t131047',
        'Recipient: 2 of 55119 to all',
      ).recipient,
    ).toBeNull());

  it('keeps what the text around the code says', () =>
    expect(
      findMessageContext(
        '131047',
        `{"id":"${WAMID}","to":"5511987654321","code":131047}`,
        'Message ID: other-id-1',
      ),
    ).toMatchObject({ message: WAMID, recipient: '5511987654321' }));

  it('is read at the first place of the code as a word', () => {
    const text =
      'order 1310475 to 5511000000000\n\nto 5511987654321 failed: 131047\n\nto 5511000000001 failed: 131047';
    expect(findMessageContext('131047', text).recipient).toBe('5511987654321');
    expect(findMessageContext('470', text).recipient).toBe('5511000000000');
  });
});

describe('a time', () => {
  it.each([
    ['1763399138', 1763399138000],
    ['1763399138123', 1763399138123],
    ['2026-11-20T10:00:00Z', Date.UTC(2026, 10, 20, 10)],
    ['2026-11-20 10:00:00.123456 +05:30', Date.UTC(2026, 10, 20, 4, 30)],
    ['2026-11-20T10:00:00+0300', Date.UTC(2026, 10, 20, 7)],
    ['2026-11-20T10:00:00,5 UTC', Date.UTC(2026, 10, 20, 10)],
  ])('of %s is known to the second', (text, at) =>
    expect(parseTimeText(text).at).toBe(at),
  );

  it.each([
    '2026-11-20 10:00:00',
    '20/11/2026 10:00',
    '123',
    '0000000000',
    '2026-99-99T10:00:00Z',
  ])('of %s is not known: no zone, or no time', (text) =>
    expect(parseTimeText(text)).toEqual({ text, at: null }),
  );
});

describe('a displayed phone number or message id', () => {
  it('shows country and length of a wamid, but no digits of its number', () => {
    expect(maskMessageId(WAMID)).toBe('wamid, Brazil, 50 characters');
    expect(
      maskMessageId(`wamid.${btoa('\u001c\u0018\u000b14165550123\u0015')}`),
    ).toMatch(/^wamid, Canada, /);
    expect(maskMessageId('wamid.xx')).toBe('wamid, 8 characters');
    expect(maskMessageId('SM0123')).toBe('SM0123');
    expect(
      maskMessageId(`wamid.${btoa('\u001c\u0018\u0003551198765432')}`),
    ).toMatch(/^wamid, \d+ characters/);
  });

  it('stands in a text where it was', () => {
    expect(maskMessageIds(`id ${WAMID}, 131047, wamid.xx`)).toBe(
      'id wamid, Brazil, 50 characters, 131047, wamid, 8 characters',
    );
    expect(maskForDisplay('phone', '+5511987654321')).toBe('+55 …21');
    expect(maskForDisplay('message', WAMID)).toBe(
      'wamid, Brazil, 50 characters',
    );
    expect(maskForDisplay('message', 'HBgNNTUxMTk4NzY1NDMyMRUC')).toBe(
      'wamid.[masked]',
    );
    expect(maskForDisplay('name', 'wamid.Ana')).toBe('[name]');
  });

  it.each([
    ['14165550123', { calling: '1', region: 'CA', name: 'Canada' }],
    ['12025550143', { calling: '1', region: 'US', name: 'United States' }],
    ['1202555', { calling: '1', region: 'US', name: 'North America' }],
    ['77011234567', { calling: '7', region: 'KZ', name: 'Kazakhstan' }],
    ['5511987654321', { calling: '55', region: 'BR', name: 'Brazil' }],
    ['', null],
    ['999', null],
  ])('of %s is of %o', (digits, country) =>
    expect(findCountry(digits)).toEqual(country),
  );

  it.each([
    ['5511987654321', '+55 …21'],
    ['whatsapp:+14155552671', '+1 …71'],
    ['+77011234567', '+7 …67'],
    ['00966501234567', '+966 …67'],
    ['999', '…99'],
  ])('of %s is %s', (number, shown) =>
    expect(maskPhoneNumber(number)).toBe(shown),
  );

  it('never throws, and never has more than three digits in a row', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{7,15}$/),
        fc.string({ maxLength: 40 }),
        (number, rest) => {
          expect(maskPhoneNumber(number)).not.toMatch(/\d{4}/);
          const id = `wamid.${btoa(`\u001c\u0018${String.fromCharCode(number.length)}${number}\u0015`)}${rest}`;
          expect(maskMessageId(id)).not.toMatch(/\d{4}/);
          expect(maskMessageId(id)).not.toContain(number);
        },
      ),
    );
  });
});

test('the exact time of a cell counts, also where the page shows it in other words', () => {
  const labelled =
    'Code: 131047\nSent: 2026-11-28T10:00:00Z\t2 hours ago\nTo: +55 11 98765-4321';
  const time = { text: '2026-11-28T10:00:00Z', at: Date.UTC(2026, 10, 28, 10) };
  expect(
    findMessageContext(
      '131047',
      '131047 2 hours ago +55 11 98765-4321',
      labelled,
    ).time,
  ).toEqual(time);
  expect(findMessageContext('131047', labelled).time).toEqual(time);
  // The cell is not of this failure.
  expect(
    findMessageContext('131047', '131047 +55 11 98765-4321', labelled).time,
  ).toBeNull();
});
