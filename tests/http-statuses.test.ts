import { expect, it } from 'vitest';
import { answerText } from '../lib/answer/answer-text.ts';
import { getBundledCatalogue } from '../lib/catalogue/bundled-catalogue.ts';

const catalogue = getBundledCatalogue();
const findKeys = (text: string, host?: string) =>
  answerText(text, { catalogue, host }).entries.map(({ key }) => key);

it.each([
  'API gibt 200 zurück, aber nichts kommt an',
  'Antwort ist 200 aber Nachricht kommt nicht an',
  'Statuscode 200 aber Kunde erhält keine Nachricht',
  "API'den 200 geliyor ama mesaj ulaşmıyor",
  '200 dönüyor ama mesaj iletilmiyor',
  "WhatsApp API'si 200 döndürüyor fakat mesaj teslim edilmiyor",
  '200 OK yanıtı alıyoruz ama mesaj ulaşmıyor',
  "API'den 200 alıyorum ama mesaj gitmiyor",
])(
  'HTTP 200 in a question is no code, but a message that does not arrive: %s',
  (text) => {
    expect(findKeys(text)[0]).toBe('meta/guides/sent-not-delivered');
    expect(findKeys(text)).not.toContain('meta/cloud/200');
  },
);

it.each([
  'Fehlercode 200 Nachricht kommt nicht an',
  'Fehler 200 beim Senden',
  '200 hatası alıyorum mesaj gitmiyor',
  'hata kodu 200 alıyorum',
])('error 200 is one: %s', (text) =>
  expect(findKeys(text)[0]).toBe('meta/cloud/200'),
);

it.each([
  ['internal server error 500', undefined],
  ['internal server error 500', 'business.facebook.com'],
  ['500 Internal Server Error', 'business.facebook.com'],
  ['WhatsApp Cloud API: 500 Internal Server Error', undefined],
])('an internal server error of Meta means to retry: %s, %s', (text, host) =>
  expect(findKeys(text, host)[0]).toBe('meta/cloud/131000'),
);

it('one of another provider is its code', () =>
  expect(findKeys('Gupshup 500 internal server error')[0]).toBe(
    'gupshup/api/500',
  ));

it.each([
  '{"name":"BadRequest","message":"Invalid recipient","code":400,"className":"bad-request"}',
  "{ name: 'Conflict', code: 409 }",
])('the code of an error with the name of its status is none: %s', (text) =>
  expect(findKeys(text)).toEqual([]),
);
