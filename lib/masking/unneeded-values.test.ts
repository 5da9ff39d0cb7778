import { describe, expect, it } from 'vitest';
import { bundledMasking } from './bundled-masking.ts';
import { createWordTest, packVocabulary } from './known.ts';
import { maskText, maskWords, splitQuoting } from './mask-text.ts';

const mask = (text: string) => maskText(bundledMasking.splitIntoParts(text));

describe('a text about a message or a person', () => {
  it.each([
    [
      'from +55 11 98765-4321: Oi, tudo bem com o pedido?',
      'from [phone]: [text]',
    ],
    [
      'to +55 11 98765-4321: "Oi, tudo bem" error 131026',
      'to [phone]: [text] error 131026',
    ],
    [
      'to +55 11 98765-4321: (#131026) Message undeliverable',
      'to [phone]: (#131026) Message undeliverable',
    ],
    [
      'to +55 11 98765-4321: Message undeliverable',
      'to [phone]: Message undeliverable',
    ],
    ['to +55 11 98765-4321: {"code":131026}', 'to [phone]: {"code":131026}'],
    [
      'Customer Ana Souza wrote “please call me tomorrow” and the send failed with 131047',
      'Customer [name] wrote “[text]” and the send failed with 131047',
    ],
    [
      'phone +5511987654321 said "I want my money back now", error 131047',
      'phone [phone] said "[text]", error 131047',
    ],
    [
      'phone +5511987654321 said "thanks", error 131047',
      'phone [phone] said "thanks", error 131047',
    ],
    [
      'phone +5511987654321 got "Message undeliverable today", error 131026',
      'phone [phone] got "Message undeliverable today", error 131026',
    ],
    [
      '{"to":"+5511987654321","status":"failed","note":"sick, call back"}',
      '{"to":"[phone]","status":"failed","note":"[text]"}',
    ],
    [
      '{"to":"+5511987654321","status":"please call me back when you can","type":"text"}',
      '{"to":"[phone]","status":"[text]","type":"text"}',
    ],
    [
      '{"to":"+5511987654321","template":"order_update","button":"Yes"}',
      '{"to":"[phone]","template":"order_update","button":"[text]"}',
    ],
    [
      '{"to":"+5511987654321","custom":"order_confirmation"}',
      '{"to":"[phone]","custom":"order_confirmation"}',
    ],
    [
      '{"to":"+5511987654321","custom":"FAILED"}',
      '{"to":"[phone]","custom":"FAILED"}',
    ],
    [
      '{"to":"+5511987654321","custom":"Ana"}',
      '{"to":"[phone]","custom":"[text]"}',
    ],
    [
      '{"to":"+5511987654321","custom":"Message undeliverable"}',
      '{"to":"[phone]","custom":"Message undeliverable"}',
    ],
    [
      '{"to":"+5511987654321","custom":"131026"}',
      '{"to":"[phone]","custom":"131026"}',
    ],
    [
      '{"to":"+5511987654321","custom":"12 34"}',
      '{"to":"[phone]","custom":"12 34"}',
    ],
    [
      '{"to":"+5511987654321","custom":"12a34"}',
      '{"to":"[phone]","custom":"[id]"}',
    ],
    [
      '{"to":"+5511987654321","custom":"see you soon"}',
      '{"to":"[phone]","custom":"[text]"}',
    ],
    [
      '{"to":"+5511987654321","custom":"https://example.com/a"}',
      '{"to":"[phone]","custom":"https://example.com/a"}',
    ],
    [
      '{"to":"+5511987654321","custom":"failed with 131026 again"}',
      '{"to":"[phone]","custom":"failed with 131026 again"}',
    ],
    [
      '{"to":"+5511987654321","error":{"code":1,"message":"Unknown thing happened"}}',
      '{"to":"[phone]","error":{"code":1,"message":"Unknown thing happened"}}',
    ],
    [
      '{"to":"+5511987654321","message":"Ana is not well today"}',
      '{"to":"[phone]","message":"[text]"}',
    ],
    [
      '{"to":"+5511987654321","message":"Invalid parameter value"}',
      '{"to":"[phone]","message":"Invalid parameter value"}',
    ],
    [
      '{"to":"+5511987654321","message":"482913"}',
      '{"to":"[phone]","message":"[number]"}',
    ],
    [
      '{"to":"+5511987654321","message":"131026"}',
      '{"to":"[phone]","message":"131026"}',
    ],
    [
      '{"to":"+5511987654321","customer_id":"48213","order_id":"48213"}',
      '{"to":"[phone]","customer_id":"[id]","order_id":"48213"}',
    ],
    [
      '{"to":"+5511987654321","customer":{"id":"48213"}}',
      '{"to":"[phone]","customer":{"id":"[number]"}}',
    ],
    [
      '{"to":"+5511987654321","file":"Invoice of Ana.pdf","document":"a.pdf"}',
      '{"to":"[phone]","file":"[text]","document":"[text]"}',
    ],
    [
      '{"name":"order_update","components":[{"name":"BODY"}],"to":"+5511987654321"}',
      '{"name":"order_update","components":[{"name":"BODY"}],"to":"[phone]"}',
    ],
    [
      'msg=see you soon code=1 to=+5511987654321',
      'msg=[text] code=1 to=[phone]',
    ],
    [
      'name=Ana Souza code=131026 to=+5511987654321',
      'name=[name] code=131026 to=[phone]',
    ],
    [
      'name=Ana status=failed to=+5511987654321',
      'name=[name] status=failed to=[phone]',
    ],
    [
      'Name,Phone,Status,Notes\nAna,+5511987654321,failed,wants a refund',
      'Name,Phone,Status,Notes\n[name],[phone],failed,[text]',
    ],
    [
      'Phone,Count,Retries,Ref\n+5511987654321,12,3,a-9',
      'Phone,Count,Retries,Ref\n[phone],12,3,a-9',
    ],
    [
      'Note:\nplease call me back\nPhone: +5511987654321',
      'Note:\n[text]\nPhone: [phone]',
    ],
    [
      'Error:\nsomething went wrong here\nPhone: +5511987654321',
      'Error:\nsomething went wrong here\nPhone: [phone]',
    ],
    [
      'Authorization: Bearer EAAGm0PX4ZCpsBAKZCxyz\nto: whatsapp:+14155552671',
      'Authorization: Bearer [token]\nto: whatsapp:[phone]',
    ],
    [
      'phone: +5511987654321\nmsg: 明天见，请给我打电话',
      'phone: [phone]\nmsg: [text]',
    ],
    ['phone: +5511987654321\nstatus: 已发送', 'phone: [phone]\nstatus: 已发送'],
    [
      'phone: +5511987654321\nsent_at: Mon, 3 Nov\nattempts: 3\nattempts_text: three of them',
      'phone: [phone]\nsent_at: Mon, 3 Nov\nattempts: 3\nattempts_text: [text]',
    ],
    [
      'retry(user, attempt=3) phone=+5511987654321 next=now() x=a.b.c',
      'retry(user, attempt=3) phone=[phone] next=now() x=a.b.c',
    ],
    [
      '- phone: +5511987654321\n- failed\n- Ana',
      '- phone: [phone]\n- failed\n- [name]',
    ],
    [
      '<contact><name>Ana</name><status>failed</status><phone>+5511987654321</phone></contact>',
      '<contact><name>[name]</name><status>failed</status><phone>[phone]</phone></contact>',
    ],
    [
      '{"birthday":"3 May 1980","to":"+5511987654321"}',
      '{"birthday":"[id]","to":"[phone]"}',
    ],
    [
      '{"messages":[{"text":{"body":"I will come at noon"}}],"code":131026}',
      '{"messages":[{"text":{"body":"[text]"}}],"code":131026}',
    ],
    ['{"message":"I will come at noon"}', '{"message":"[text]"}'],
    ['{"message":"come soon"}', '{"message":"come soon"}'],
    [
      '{"user":{"level":"gold member","plan":"x9"},"code":131026}',
      '{"user":{"level":"gold member","plan":"x9"},"code":131026}',
    ],
    [
      'waiter: "two more beers please", table 4',
      'waiter: "two more beers please", table 4',
    ],
    [
      '[10:12, 3/11/2026] Ana: Oi, quero saber "do meu pedido de hoje"',
      '[10:12, 3/11/2026] [name]: [text]',
    ],
    [
      '<tr><td>+5511987654321</td><td>failed</td><td>131026</td></tr>',
      '<tr><td>[phone]</td><td>failed</td><td>131026</td></tr>',
    ],
    [
      '{"to":"+5511987654321","reason":"undelivered","note":"Read"}',
      '{"to":"[phone]","reason":"undelivered","note":"Read"}',
    ],
    [
      '│ to ┆ name ┆ status │\n╞═══╪═══╪═══╡\n│ +5511987654321 ┆ Ana Souza ┆ delivered │',
      '│ to ┆ name ┆ status │\n╞═══╪═══╪═══╡\n│ [phone] ┆ [name] ┆ delivered │',
    ],
  ])('keeps what support needs, and no more: %s', (text, masked) =>
    expect(mask(text)).toBe(masked),
  );
});

describe('a text that Errata wrote around texts of others', () => {
  const show = (text: string, quoted: readonly string[]) =>
    maskText(splitQuoting(bundledMasking, text, quoted));

  it('is masked only in those', () => {
    const text = 'Written by Keisha Odom: call +5511987654321\nor Tyler Moss';
    expect(show(text, [])).toBe(text);
    expect(show(text, ['call +5511987654321'])).toBe(
      text.replace('+5511987654321', '[phone]'),
    );
  });

  it('is masked if its quotation has other spaces', () =>
    expect(
      show('said: Keisha  Odom, 131026, to +55 11 98765-4321', [
        'to +55 11\n98765-4321',
      ]),
    ).toBe('said: Keisha  Odom, 131026, to [phone]'));

  it.each([
    [new Set<string>(), 'a B-12 c'],
    [new Set(['B-12']), 'a [text] c'],
    [new Set(['B', '12', 'c']), 'a [text]-[text] [text]'],
  ])('has the words %o masked too', (words, masked) =>
    expect(
      maskText(maskWords([{ text: 'a B-12 c', masked: null }], words)),
    ).toBe(masked),
  );
});

describe('the vocabulary of the catalogue', () => {
  const isKnown = createWordTest(
    packVocabulary(
      '{"title":"Message undeliverable.","next":"Don’t retry","other":"x"}',
    ),
  );

  it.each([
    'message',
    'Undeliverable',
    'don’t',
    'Message undeliverable',
    'message undeliverable. ',
    'RETRY',
  ])('has %s', (text) => expect(isKnown(text)).toBe(true));
  it.each(['Keisha', 'message retry', '', 'undeliverables'])(
    'has no "%s"',
    (text) => expect(isKnown(text)).toBe(false),
  );
});
