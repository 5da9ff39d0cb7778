import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../build/read-catalogue.ts';
import { decodePaste } from '../../../tests/fixtures/decode-paste.ts';
import { createCatalogue } from '../../catalogue/catalogue.ts';
import type { Hit } from '../../detect/hit.ts';
import { findFailures } from './find-failures.ts';
import { extractMessageContext } from './message-context.ts';

const catalogue = createCatalogue(readCatalogue());
const CODES = ['131026', '131047', '131049', '131053', '131042'];

interface Failure {
  at: number;
  phone: string;
  time: string;
  code: string;
}

const createFailures = (count: number): Failure[] =>
  Array.from({ length: count }, (_, at) => ({
    at,
    phone: `55119876${5000 + 7 * at}0`,
    time: `2026-11-28 10:${at + 10}:07`,
    code: CODES[at % CODES.length] ?? '',
  }));

/** Returns a hit for each code, whatever the model says. */
const findHits = (text: string): Hit[] =>
  [...text.matchAll(/(?<!\d)131\d{3}(?!\d)/g)].map(
    ({ 0: code, index: start }) => ({
      start,
      end: start + code.length,
      code,
      subcode: null,
      meanings: [],
      confidence: 1,
      evidence: [],
    }),
  );

/** The lines of one failure. The second item is false if they have no time. */
const FORMATS: Record<string, [(one: Failure) => string, boolean?]> = {
  'a sentence': [
    ({ time, phone, code }) => `${time} send failed to +${phone}: ${code}`,
  ],
  'words only': [
    ({ phone, code }) => `${phone} order_update failed ${code}`,
    false,
  ],
  dashes: [({ phone, code }) => `+${phone} - order_update - ${code}`, false],
  'CSV without a head': [
    ({ time, phone, code }) => `${time},${phone},order_update,failed,${code}`,
  ],
  semicolons: [({ time, phone, code }) => `${phone};failed;${code};${time}`],
  tabs: [
    ({ time, phone, code }) =>
      `${time}\t${phone}\torder_update\tfailed\t${code}`,
  ],
  pipes: [
    ({ time, phone, code }) => `| ${time} | ${phone} | failed | ${code} |`,
  ],
  logfmt: [
    ({ time, phone, code }) =>
      `${time} ERROR to=${phone} template=order_update code=${code}`,
  ],
  'an arrow': [
    ({ time, phone, code }) =>
      `[${time}] order_update -> ${phone} FAILED (${code})`,
  ],
  'a grouped number': [
    ({ time, phone, code }) =>
      `${time} ERROR could not deliver to +${phone.replace(/^(..)(..)(.{5})/, '$1 ($2) $3-')}: error ${code}`,
  ],
  'a channel': [
    ({ time, phone, code }) =>
      `${time} WARN whatsapp:+${phone} undelivered error_code ${code}`,
  ],
  'a message id': [
    ({ at, time, phone, code }) =>
      `${time} wamid.HBgMNTUx${at}IAEg== to ${phone} failed: ${code}`,
  ],
  Portuguese: [
    ({ time, phone, code }) =>
      `${time} falha ao enviar para ${phone}: erro ${code}`,
  ],
  'sender and recipient': [
    ({ time, phone, code }) =>
      `${time} from +15550001111 to +${phone} failed: ${code}`,
  ],
  'the code first': [({ time, phone, code }) => `${code} ${phone} ${time}`],
  brackets: [
    ({ time, phone, code }) =>
      `[ERROR] [${phone}] [${code}] delivery failed ${time}`,
  ],
  'a stack trace': [
    ({ time, phone, code }) =>
      `${time} ERROR send to ${phone} failed\n  GraphApiError: (#${code}) Failed\n    at send (/srv/app/send.js:24:11)\n    at run (node:internal/process:95:5)`,
  ],
  'lines behind': [
    ({ time, phone, code }) =>
      `${time} ERROR send failed: (#${code})\n    recipient: ${phone}\n    template: order_update`,
  ],
  YAML: [
    ({ time, phone, code }) =>
      `- to: ${phone}\n  failed_at: ${time}\n  error_code: ${code}`,
  ],
};

describe.each(Object.entries(FORMATS))(
  'each line of a log with %s',
  (_, [format, hasTime = true]) => {
    it.each([3, 12, 40])(
      'is one failure with its own recipient and time, among %i',
      (count) => {
        const failures = createFailures(count);
        const text = failures.map(format).join('\n');
        const read = findFailures(findHits(text), text, catalogue).map(
          ({ hit, findOwnText }) => {
            const { recipient, time } = extractMessageContext(
              text,
              hit,
              findOwnText(),
            );
            return [hit.code, recipient?.replace(/\D/g, ''), time?.text];
          },
        );
        expect(read).toEqual(
          failures.map(({ code, phone, time }) => [
            code,
            phone,
            hasTime ? time : undefined,
          ]),
        );
      },
    );
  },
);

const readRecipients = (text: string) =>
  decodePaste(text, catalogue).flatMap(({ places }) =>
    places.map(({ recipient }) => recipient),
  );

describe('the recipient of a log line', () => {
  it.each([
    ['10:14:07 sent to=5511987650000\n10:14:08 send failed: error 131026'],
    ['sent to +5511987650000\nsend failed: error 131026'],
    ['order 55119876500 failed: error 131026'],
    ['batch #551198765000 failed: error 131026'],
    ['1764320001000 send failed: error 131026'],
    ['+15550001111 +5511987650000 failed: error 131026'],
  ])('is unknown in %j', (text) =>
    expect(readRecipients(text)).toEqual([null]),
  );
});

describe('what a message says', () => {
  const createWebhook = (message: object, name = 'Ana') => ({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '102290129340398',
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              contacts: [{ profile: { name }, wa_id: '5511987650000' }],
              messages: [
                {
                  from: '5511987650000',
                  id: 'wamid.HBgM',
                  timestamp: '1764320000',
                  ...message,
                },
              ],
              statuses: [
                {
                  id: 'wamid.HBgN',
                  status: 'failed',
                  recipient_id: '919876543210',
                  errors: [{ code: 131026, title: 'Message undeliverable' }],
                },
              ],
            },
          },
        ],
      },
    ],
  });

  it.each([
    [createWebhook({ type: 'text', text: { body: 'what is error 131047?' } })],
    [
      createWebhook({
        type: 'image',
        image: { caption: 'error code 131047, what\'s "that"?' },
      }),
    ],
    [
      createWebhook({
        type: 'button',
        button: { payload: 'ERROR_131047', text: 'Error 131047' },
      }),
    ],
    [
      createWebhook({
        interactive: {
          type: 'button_reply',
          button_reply: { id: 'e', title: 'Error 131047' },
        },
      }),
    ],
    [createWebhook({ type: 'text', text: { body: 'hi' } }, 'error 131047')],
  ])('is no failure: %j', (webhook) => {
    for (const text of [
      JSON.stringify(webhook),
      JSON.stringify(webhook, null, 2),
    ])
      expect(decodePaste(text, catalogue)).toMatchObject([
        { code: '131026', count: 1, places: [{ recipient: '919876543210' }] },
      ]);
  });

  it.each([
    '{"from":"5511987650000","to":"15550001111","message_type":"text","text":"what is error 131047?"}',
    '{"messaging_product":"whatsapp","to":"5511987650000","text":{"body":"what is error 131047?"}}',
    "{'messages': [{'from': '5511987650000', 'type': 'text', 'text': {'body': 'what is error 131047?'}}]}",
    'Body=what is error 131047?&From=whatsapp:+5511987650000',
  ])('is no failure, either: %s', (text) =>
    expect(decodePaste(text, catalogue)).toEqual([]),
  );

  it.each([
    '{"text":"Send failed: error 131047"}',
    '{"messages":[{"message":"error 131047"}]}',
    '{"from":"15550001111","to":"5511987650000","status":"failed","text":"(#131047) Re-engagement message"}',
    JSON.stringify({
      messages: [
        {
          from: '55',
          errors: [{ code: 131047, title: '131047: Re-engagement' }],
        },
      ],
    }),
  ])('is a failure in an alert or a report: %s', (text) =>
    expect(decodePaste(text, catalogue)).toMatchObject([{ code: '131047' }]),
  );
});
