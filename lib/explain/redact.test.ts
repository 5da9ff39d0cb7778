import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOf, redact } from './redact.ts';

describe('redaction masks', () => {
  it.each([
    ['to +55 11 98765-4321 failed', 'to [phone] failed'],
    ['+5511987654321', '[phone]'],
    ['whatsapp:+14155552671', 'whatsapp:[phone]'],
    ['call 090-1310-2600 now', 'call [phone] now'],
    ['(11) 98765-4321', '[phone]'],
    ['98765 43210', '[phone]'],
    ['1 202 555 0143', '[phone]'],
    ['212.555.0123', '[phone]'],
    ['55 11 91234-5678', '[phone]'],
    ['11 91234-5678', '[phone]'],
    ['01712-345678', '[phone]'],
    ['2065550143\tMaria\tfailed\t131026', '[phone]\tMaria\tfailed\t131026'],
    ['{"contact":"2025550143"}', '{"contact":"[phone]"}'],
    ['1712345678 failed with 131026', '[phone] failed with 131026'],
    ['"recipient_id":"5511987654321"', '"recipient_id":"[phone]"'],
    ['"wa_id":"1763399138"', '"wa_id":"[phone]"'],
    ['٩٦٦٥٠١٢٣٤٥٦٧', '[phone]'],
    ['+٩٦٦ ٥٠ ١٢٣ ٤٥٦٧', '[phone]'],
    ['Authorization: Bearer EAAGm0PX4ZCpsBAKZCxyz', 'Authorization: Bearer [token]'],
    ['Bearer abc.def-ghi_jkl', 'Bearer [token]'],
    ['?access_token=EAAGm0PX4ZCpsBA&x=1', '?access_token=[token]&x=1'],
    ['"access_token":"sk_live_0123456"', '"access_token":"[token]"'],
    ['{\\"access_token\\":\\"sk_live_0123456\\"}', '{\\"access_token\\":\\"[token]\\"}'],
    ['D360-API-KEY: aB3dE6gH9', 'D360-API-KEY: [token]'],
    ['mail ana.souza+wa@example.com.br!', 'mail [e-mail]!'],
    ['phone_number_id: 106540352242922', 'phone_number_id: [id]'],
    ['"waba_id":"102290129340398"', '"waba_id":"[id]"'],
    ['entry 10229012934039812', 'entry [id]'],
    ['"entry":[{"id":"102290129340398","time":1763399138', '"entry":[{"id":"[id]","time":1763399138'],
    ['"entry":[{"changes":[],"id":"102290129340398"}]', '"entry":[{"changes":[],"id":"[id]"}]'],
    [
      'https://graph.facebook.com/v21.0/106540352242922/messages',
      'https://graph.facebook.com/v21.0/[id]/messages',
    ],
    ['GET /v21.0/106540352242922?fields=name', 'GET /v21.0/[id]?fields=name'],
    ['to=/5511987654321/', 'to=/[phone]/'],
    ['"profile":{"name":"Ana Souza"}', '"profile":{"name":"[name]"}'],
    ["'first_name': 'josé',", "'first_name': '[name]',"],
    ['{\\"name\\":\\"محمد علي\\"}', '{\\"name\\":\\"[name]\\"}'],
    ['wamid.HBgNNTUxMTk4NzY1NDMyMRUCABEYEjdGN0Y=', 'wamid.[masked]'],
  ])('%s', (text, expected) => expect(redact(text)).toBe(expected));
});

describe('redaction keeps', () => {
  it.each([
    '(#131047) Re-engagement message',
    '"code":131047,"error_subcode":2494010',
    '"fbtrace_id":"A1234567890123bc"',
    'fbtrace_id=123456789012',
    '"timestamp":"1763399138"',
    'at 1763399138 and 1763399138123',
    '2026-11-20T14:05:33.123Z and 20/11/2026 14:05 and 2026-11-20 14:05:33 +0300',
    '200-299, 1000-1036, 63016 63018 63021, 131026 / 132000',
    '470 471 1005, 190 100 2388, 1 131 131 131047',
    'expires_at=1763399138 "createdAt":1763399138 ts: 1763399138',
    '360dialog 1005, HTTP 403, v21.0',
    'errorId 1cc1eda1-3c0c-4b1c-9d61-0b2f3f6e4a10',
    '"template":{"name":"order_update"}',
    'name=order_update_2',
    'an expired access token',
  ])('%s', (text) => expect(redact(text)).toBe(text));
});

describe('redaction of any text', () => {
  const noise = fc
    .string({ unit: 'binary', maxLength: 30 })
    .filter((text) => !/[\p{N}\w+]$/u.test(text) && !/^[\p{N}\w]/u.test(text));
  const digits = (length: number) => fc.stringMatching(new RegExp(`^[2-9]\\d{${length - 1}}$`));

  it('never lets an international number through', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), digits(12), (before, number) => {
        expect(redact(`${before} +${number} after`)).not.toContain(number);
      }),
    );
  });

  it('never lets a run of digits as long as a number through', () => {
    const number = fc
      .stringMatching(/^[1-9]\d{9,12}$/)
      .filter((run) => !(run.length === 13 && /^1[4-9]/.test(run)));
    fc.assert(
      fc.property(number, (run) => {
        expect(redact(`${run}\tMaria\tfailed\t131026`)).toBe('[phone]\tMaria\tfailed\t131026');
      }),
    );
  });

  it('never lets a token, an address or a message id through', () => {
    const secret = fc.constantFrom('EAAGm0PX4ZCpsBAKZC', 'ana@example.com', 'wamid.HBgNNTUxMTk4');
    fc.assert(
      fc.property(noise, secret, noise, (before, hidden, after) => {
        expect(redact(`${before} ${hidden} ${after}`)).not.toContain(hidden);
      }),
    );
  });

  it('lets codes, trace ids and times through, whatever stands around', () => {
    const kept = fc.constantFrom(
      '(#131047)',
      '"code":131026,"error_subcode":2494010',
      'fbtrace_id=AbC-1_234567890123',
      '"fbtrace_id":"123456789012"',
      '2026-11-20T14:05:33Z',
      '"timestamp":"1763399138"',
      '63016',
      'INVALID_ACCESS_TOKEN',
    );
    fc.assert(
      fc.property(noise, kept, noise, (before, part, after) => {
        expect(redact(`${before} ; ${part} ; ${after}`)).toContain(part);
      }),
    );
  });

  it('never lets a number under a key of a person through', () => {
    const key = fc.constantFrom(
      '"recipient_id":"',
      "'to': '",
      'wa_id=',
      '"phone":"+',
      'to: whatsapp:+',
      '[mobile] => ',
    );
    fc.assert(
      fc.property(key, digits(12), noise, (before, number, after) => {
        expect(redact(`{${before}${number}"} ${after}`)).not.toContain(number);
      }),
    );
  });

  it('takes a text apart without losing a unit of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(
          partsOf(text)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('changes nothing more when done twice', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => redact(redact(text)) === redact(text)));
  });

  it.each([
    ['digits', '1'],
    ['word characters', 'a'],
    ['separated digits', '1 '],
    ['dots and at signs', 'a@a.'],
    ['quotes', '"'],
    ['hyphens', '1-'],
    ['token keys', 'token='],
  ])('takes a megabyte of %s in its stride', (_, unit) => {
    const time = (text: string) => {
      const start = performance.now();
      redact(text);
      return performance.now() - start;
    };
    const text = unit.repeat(1_000_000 / unit.length);
    time(text.slice(0, 50_000));
    const small = Math.max(time(text.slice(0, 100_000)), 1);
    expect(time(text)).toBeLessThan(small * 40 + 500);
  });
});
