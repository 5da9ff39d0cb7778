import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { explain, lookUp } from '../cli/npm/index.ts';
import { createPageRow } from '../components/popup/answer.ts';
import { answerText } from '../lib/answer/answer-text.ts';
import { explain as explainCode } from '../lib/answer/explain/explain.ts';
import { createCodeNode } from '../lib/answer/format/page-tree.ts';
import { createRowReader } from '../lib/answer/read-row.ts';
import { getBundledCatalogue } from '../lib/catalogue/bundled-catalogue.ts';
import { getCodeIndex } from '../lib/catalogue/get-code-index.ts';
import { detect, isConfident } from '../lib/detect/detect.ts';
import { takeNthByDay } from './by-day.ts';
import { answerEverywhere, shareSearches } from './surfaces.ts';

shareSearches();

const catalogue = getBundledCatalogue();
const queries = parse(
  readFileSync(join(import.meta.dirname, 'search-queries.yaml'), 'utf8'),
) as readonly {
  query: string;
  first: readonly string[];
}[];

describe('all surfaces', () => {
  it('give the same first answer to every labelled query, nearly always the right one', () => {
    const asked = takeNthByDay(20, queries);
    const answers = asked.map(({ query, first }) => ({
      query,
      first,
      keys: answerEverywhere(query),
    }));
    const differing = answers.filter(
      ({ keys }) => new Set(Object.values(keys)).size > 1,
    );
    expect(differing).toEqual([]);
    const right = answers.filter(({ keys, first }) =>
      first.includes(keys.typed ?? ''),
    );
    console.info(`right of ${asked.length}: ${right.length}`);
    expect(right.length / asked.length).toBeGreaterThanOrEqual(0.938);
  });

  it('give the same first meaning of a code', () => {
    const codes = takeNthByDay(24, [
      ...new Set(catalogue.entries.map(({ code }) => code)),
    ]);
    expect(codes.length).toBeGreaterThan(50);
    const differing = codes
      .map((code) => ({ code, ...answerEverywhere(code) }))
      .filter(({ code: _, ...keys }) => new Set(Object.values(keys)).size > 1);
    expect(differing).toEqual([]);
  });
});

const HOURS = 'meta/cloud/131047';

describe('texts that were answered wrongly', () => {
  it.each<[text: string, key: string | null]>([
    ['24 hours have passed since the customer last replied', HOURS],
    ['Exotel 30007', 'exotel/api/30007'],
    ['Twilio 400 bad request', 'twilio/api/20001'],
    ['sms-tools.co.uk error 102', 'smstools/api/102'],
    ['error 101 Gupshup Enterprise', 'gupshup-enterprise/api/101'],
    ['DISPLAY_NAME_PENDING', 'meta/cloud/131037'],
    ['ENGAGEMENT_LIMIT', 'meta/cloud/131049'],
    ['NUMBER_IN_MAINTENANCE_MODE', 'meta/cloud/131057'],
    [
      'undeliverable number (no WhatsApp, or refuses messages)',
      'meta/cloud/131026',
    ],
    ['<stream:error code="515"/>', 'whatsapp-web/connection/515'],
    ['"code" => 131_049', 'meta/cloud/131049'],
    ['"code":"MISSING_TOKEN"', 'cequens/api/MISSING_TOKEN'],
    ['(#131047)', HOURS],
    [
      'https://developer.vonage.com/api-errors/messages#1340',
      'vonage/api/1340',
    ],
    [
      'Stream Errored (restart required) statusCode: 515',
      'whatsapp-web/connection/515',
    ],
    ['MessageStatus=undelivered&ErrorCode=21211', 'twilio/api/21211'],
    [
      'type: https://developer.vonage.com/api-errors/messages#1340',
      'vonage/api/1340',
    ],
    ['[HTTP 401] Unable to create record: Authenticate', 'twilio/api/20003'],
    [
      'HTTP 401 error: Unable to create record: Authenticate',
      'twilio/api/20003',
    ],
    ['Unable to create record', null],
    [
      'Bad request - please check your parameters\nRe-engagement message',
      HOURS,
    ],
    [
      'Bad request - please check your parameters: Re-engagement message',
      HOURS,
    ],
    [
      'NodeApiError: Bad request - please check your parameters\nMessage undeliverable',
      'meta/cloud/131026',
    ],
    [
      'The service is receiving too many requests from you\nPair rate limit hit',
      'meta/cloud/131056',
    ],
    ['2026-12-01 10:00:00 ERROR code=131047', HOURS],
    ['10:05 ERROR code=131047', HOURS],
    ['1.12.2026 code 131047', HOURS],
    [
      'Unable to create record: The number is unverified. Trial accounts cannot send messages to unverified numbers',
      'twilio/api/21608',
    ],
    [
      'The number is unverified. Trial accounts cannot send messages to unverified numbers',
      'twilio/api/21608',
    ],
    ['لم يرد العميل منذ أكثر من 24 ساعة', HOURS],
    ['لم يرد العميل منذ أكثر من ٢٤ ساعة', HOURS],
    ['Han pasado más de 24 horas desde la última respuesta del cliente', HOURS],
    ['Mais de 24 horas se passaram desde a última resposta do cliente', HOURS],
    [
      'Plus de 24 heures se sont écoulées depuis la dernière réponse du client',
      HOURS,
    ],
    ['Прошло более 24 часов с последнего ответа клиента', HOURS],
    ['Müşterinin son yanıtından bu yana 24 saatten fazla geçti', HOURS],
    ['Klient nie pisał od ponad 24 godzin', HOURS],
    ['Od ostatniej wiadomości klienta minęły ponad 24 godziny', HOURS],
    ['24 tunnin ikkuna on sulkeutunut', HOURS],
    ['Asiakkaan viimeisestä viestistä on yli 24 tuntia', HOURS],
    ['고객의 마지막 메시지 이후 24시간이 지났습니다', HOURS],
    ['24시간이 지났습니다', HOURS],
    ['Zákazník neodpověděl déle než 24 hodin', HOURS],
    ['Az ügyfél több mint 24 órája nem válaszolt', HOURS],
    ['Клієнт не відповідав понад 24 години', HOURS],
    ['Kunden har inte svarat på över 24 timmar', HOURS],
    ['Kunden har ikke svart på over 24 timer', HOURS],
    ['De klant heeft meer dan 24 uur niet gereageerd', HOURS],
    ['Der Kunde hat seit mehr als 24 Stunden nicht geantwortet', HOURS],
    ['Il cliente non risponde da più di 24 ore', HOURS],
    ['Pelanggan belum membalas lebih dari 24 jam', HOURS],
    ['Khách hàng không trả lời hơn 24 giờ', HOURS],
    ['ลูกค้าไม่ได้ตอบกลับเกิน 24 ชั่วโมง', HOURS],
    ['ग्राहक ने 24 घंटे से जवाब नहीं दिया', HOURS],
    ['গ্রাহক ২৪ ঘণ্টার বেশি উত্তর দেননি', HOURS],
    ['گاہک نے 24 گھنٹے سے جواب نہیں دیا', HOURS],
    ['הלקוח לא ענה יותר מ-24 שעות', HOURS],
    ['客户超过24小时未回复', HOURS],
    ['お客様の最後の返信から24時間が経過しました', HOURS],
    [
      'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
      HOURS,
    ],
    [
      "(#100) Param image['id'] is not a valid whatsapp business account media attachment ID",
      'meta/cloud/100',
    ],
    ["(#100) Param image['link'] is not a valid URI.", 'meta/cloud/100'],
    ["(#100) Param template['name'] is not valid", 'meta/cloud/100'],
    ['(#100) Flow name is not unique', 'meta/flows/100'],
    // An HTTP status in a question is no code.
    [
      'post returns 200 but nothing is delivered',
      'meta/guides/no-status-webhook',
    ],
    [
      'we get a 200 with message id but never a delivered callback',
      'meta/guides/no-status-webhook',
    ],
    ['webhook returns 200 but no events', 'meta/guides/no-webhooks'],
    [
      'a API responde 200 mas a mensagem não chega',
      'meta/guides/no-status-webhook',
    ],
    [
      'I receive status code 200 but the user did not receive the message',
      'meta/guides/sent-not-delivered',
    ],
    [
      'we send a template through the cloud api and it returns 200 with a message id, but the customer never receives it',
      'meta/guides/sent-not-delivered',
    ],
    ['the api returns error code 200', 'meta/cloud/200'],
    [
      'the api returns 200 and then a webhook with error 131026',
      'meta/cloud/131026',
    ],
    ['gupshup returns 500', 'gupshup/api/500'],
    ['63 016', 'twilio/api/63016'],
    ['63.016', 'twilio/api/63016'],
    // Offered as "Did you mean", which is no answer.
    ['6 3016', null],
    ['63-016', null],
    ['131O47', null],
    ['13147', null],
    ['13 1047', null],
  ])('%s', (text, key) =>
    expect(new Set(Object.values(answerEverywhere(text)))).toEqual(
      new Set([key]),
    ),
  );

  it.each(['131O47', '13147', '13 1047'])(
    '%s offers the code that may be meant',
    (text) =>
      expect(answerText(text, { catalogue }).suggestions[0]?.key).toBe(HOURS),
  );

  it.each(['6 3016', '63-016'])(
    '%s offers the code without the separator',
    (text) =>
      expect(answerText(text, { catalogue }).suggestions[0]?.key).toBe(
        'twilio/api/63016',
      ),
  );

  it.each([
    ['two meanings of a wording, one retired', 'Re-engagement message'],
    [
      'the wording of a retired code',
      'Message failed to send because more than 24 hours have passed',
    ],
  ])('%s: only the live one is shown', (_, text) =>
    expect(answerEverywhere(text).menu).toBe(HOURS),
  );
});

it('a code is looked up as it is printed, with the provider in any case', () => {
  expect(lookUp('(#131047)').map(({ key }) => key)).toEqual([HOURS]);
  expect(lookUp('1003', 'Gupshup')[0]?.key).toBe('gupshup/api/1003');
  expect(() => lookUp('1003', 'nobody')).toThrow(
    /^Unknown provider "nobody"\. Known providers: 360dialog, /,
  );
});

it.each([
  '{"messages":[{"text":{"body":"what is 131049?"}}],"statuses":[{"status":"failed","errors":[{"code":131026}]}]}',
  '{"results":[{"status":{"id":7,"name":"PENDING_ENROUTE"}},{"status":{"id":12,"name":"REJECTED_NOT_ENOUGH_CREDITS"}}]}',
  '{\\"error\\":{\\"message\\":\\"(#132001) Template name does not exist\\",\\"code\\":132001}}',
  'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
  'Re-engagement message',
])('a cell of a table is answered like a text: %s', (text) => {
  const cell = { text, header: 'error_code', isNamed: true };
  const question = createRowReader(catalogue).readRow({
    cells: [cell],
    subcode: '',
    provider: undefined,
    details: [],
  });
  const entry = question && explainCode(question, catalogue).entry;
  expect(entry?.key).toBe(answerText(text, { catalogue }).entries[0]?.key);
  expect(entry).toBeTruthy();
});

it('the lists of a page have the entry of the card: that of a live code whose pair is retired', () => {
  const hits = detect(
    '{"error":{"code":132001,"error_subcode":2494073}}',
    getCodeIndex(catalogue),
  );
  const [hit] = hits.filter(isConfident);
  const card = hit && explainCode(hit, catalogue).entry?.key;
  const listed = {
    code: '132001',
    key: hit?.meanings[0]?.key ?? null,
    count: 1,
  };
  expect(listed.key).toBe('meta/cloud/132001.2494073');
  expect(card).toBe('meta/cloud/132001');
  const node = createCodeNode(listed, catalogue);
  expect(node.entry?.key).toBe(card);
  expect(createPageRow(node)).toMatchObject({
    key: card,
    entry: { key: card },
  });
});

describe('a failure is what failed', () => {
  it('a webhook holds one failure, whatever its customers ask about', () => {
    const { findings } = explain({
      messages: [
        {
          from: '5511987650000',
          type: 'text',
          text: { body: 'what is error 131047?' },
        },
      ],
      statuses: [
        {
          status: 'failed',
          recipient_id: '5511987650001',
          errors: [{ code: 131026 }],
        },
      ],
    });
    expect(findings.map(({ code, count }) => [code, count])).toEqual([
      ['131026', 1],
    ]);
  });

  it('a status of success is a status', () => {
    const report = (id: number, name: string) => ({
      to: '447',
      status: { id, name },
    });
    const { findings, statuses } = explain({
      results: [
        report(5, 'DELIVERED_TO_HANDSET'),
        report(4, 'UNDELIVERABLE_REJECTED_OPERATOR'),
        report(3, 'PENDING_WAITING_DELIVERY'),
        report(7, 'PENDING_ENROUTE'),
        report(26, 'PENDING_ACCEPTED'),
      ],
    });
    expect(findings.map(({ code }) => code)).toEqual(['4']);
    expect(statuses.map(({ code }) => code)).toEqual(['5', '3', '7', '26']);
  });

  it.each([
    [
      'known and unknown codes in a row',
      Array.from({ length: 200 }, (_, at) => 131_000 + at),
    ],
    ['unknown codes', Array.from({ length: 200 }, (_, at) => 138_000 + 7 * at)],
  ])('a list is never cut: %s', (_, codes) => {
    const message = 'The message could not be delivered. '.repeat(8);
    for (const more of [{}, { message }]) {
      const { findings } = explain({
        errors: codes.map((code) => ({ code, ...more })),
      });
      expect(findings.map(({ code }) => Number(code))).toEqual(codes);
    }
  });
});
