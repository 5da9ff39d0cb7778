import { describe, expect, it } from 'vitest';
import { bundledMasking } from './bundled-masking.ts';
import { maskText } from './mask-text.ts';

const mask = (text: string) => maskText(bundledMasking.splitIntoParts(text));

describe('a message beside its sender or recipient', () => {
  it.each([
    [
      '{"from":"905000003344","text":"please cancel my surgery","level":"info"}',
      '{"from":"[phone]","text":"[text]","level":"info"}',
    ],
    [
      '{"sender":"Ann Miller","text":"please cancel my surgery","level":"info"}',
      '{"sender":"[name]","text":"[text]","level":"info"}',
    ],
    [
      'level=info from=905000003344 text="please cancel my surgery"',
      'level=info from=[phone] text="[text]"',
    ],
    [
      'level=info sender="Ann Miller" msg="please cancel my surgery"',
      'level=info sender="[name]" msg="[text]"',
    ],
    [
      '{"level":"error","msg":"send failed","from":"905000003344","code":131026}',
      '{"level":"error","msg":"send failed","from":"[phone]","code":131026}',
    ],
    [
      '{"level":"info","msg":"sending the next batch","to":"905000003344"}',
      '{"level":"info","msg":"sending the next batch","to":"[phone]"}',
    ],
    [
      "INSERT INTO messages (direction, media, body, status, code) VALUES ('outbound', NULL, 'Any update from your side?', 'failed','131047');",
      "INSERT INTO messages (direction, media, body, status, code) VALUES ('outbound', NULL, '[text]', 'failed','131047');",
    ],
    ['Kunde schrieb: „wann kommt er“', 'Kunde schrieb: „[text]“'],
    ['お客様「荷物が届かないのですが」', 'お客様「[text]」'],
    [
      '[12/11/2026 09:14] lady_bird: where is my parcel',
      '[12/11/2026 09:14] [user]: [text]',
    ],
  ])('%s', (text, expected) => expect(mask(text)).toBe(expected));
});

describe('a date without a clock, and a number, beside a name', () => {
  it.each([
    [
      '{"name":"Ann Miller","birth":"1979-04-23","plz":"04109"}',
      '{"name":"[name]","birth":"[number]","plz":"[address]"}',
    ],
    [
      '{"name":"Ann Miller","tgl_lahir":"23-04-1979","created_at":"2026-11-20","attempts":3,"code":131026}',
      '{"name":"[name]","tgl_lahir":"[number]","created_at":"2026-11-20","attempts":3,"code":131026}',
    ],
    [
      '{"name":"Ann Miller","dogum":"1979-04-23T10:00","failed":131026}',
      '{"name":"[name]","dogum":"1979-04-23T10:00","failed":131026}',
    ],
    [
      '{"template":"order_update","lot":"04109","to":"905000003344"}',
      '{"template":"order_update","lot":"04109","to":"[phone]"}',
    ],
  ])('%s', (text, expected) => expect(mask(text)).toBe(expected));
});

describe('user names, secrets and one-time codes', () => {
  it.each([
    ['agent=mvogel to=+15550100277', 'agent=[user] to=[phone]'],
    ['user=mvogel code=131026', 'user=[user] code=131026'],
    ['{"user":"mvogel","code":131026}', '{"user":"[user]","code":131026}'],
    ['owner: mvogel\nreplicas: 3', 'owner: [user]\nreplicas: 3'],
    ['user=CORP\\mvogel error=131056', 'user=[name] error=131056'],
    ['user=postgres code=131026', 'user=postgres code=131026'],
    ['agent=customer code=131026', 'agent=customer code=131026'],
    ['owner: wa_bot\ncode: 131026', 'owner: wa_bot\ncode: 131026'],
    [
      '["serve","--jwt-secret","lange-nacht-der-museen"]',
      '["serve","--jwt-secret","[token]"]',
    ],
    [
      'kind: Secret\nstringData:\n  graph: lange nacht\n  hook: lange-nacht\ndata:\n  pin: NDgyOTE3',
      'kind: Secret\nstringData:\n  graph: [token]\n  hook: [token]\ndata:\n  pin: [token]',
    ],
    [
      'kind: ConfigMap\ndata:\n  mode: quick',
      'kind: ConfigMap\ndata:\n  mode: quick',
    ],
    ['code="804417" to=+15550100277', 'code="[token]" to=[phone]'],
    [
      '{"to":"+15550100277","code":"131026"}',
      '{"to":"[phone]","code":"131026"}',
    ],
    [
      '{"to":"+15550100277","code":"804417","status":"failed"}',
      '{"to":"[phone]","code":"804417","status":"failed"}',
    ],
    ['Votre code est 739 204', 'Votre code est [token]'],
    ['login code 7 3 9 2 0 4 sent', 'login code [token] sent'],
    ['your code is 131 026', 'your code is 131 026'],
    ['身份证11010519491231002X校验失败', '身份证[id]校验失败'],
    ['验证码629 041已发送至13900139021', '验证码[token]已发送至[phone]'],
    ['認証コード810 422を送信', '認証コード[token]を送信'],
    [
      'Content-Disposition: form-data; name="customer"\n\nZuleika Rahman\n--b1',
      'Content-Disposition: form-data; name="customer"\n\n[name]\n--b1',
    ],
    ['Kwabena/233245550119 => NACK', '[name]/[phone] => NACK'],
    [
      '{"biz_opaque_callback_data":"family-vogel","status":"failed"}',
      '{"biz_opaque_callback_data":"[text]","status":"failed"}',
    ],
    [
      '{"callbackData":"lead:rosa","errorCode":131026}',
      '{"callbackData":"[text]","errorCode":131026}',
    ],
  ])('%s', (text, expected) => expect(mask(text)).toBe(expected));
});

describe('the user in a Windows path', () => {
  const initials = [...'abcdefghijklmnopqrstuvwxyz'].flatMap((letter) => [
    letter,
    letter.toUpperCase(),
  ]);

  it.each(initials)('is masked whatever its initial: %s', (initial) => {
    const user = `${initial}ina`;

    expect(mask(`C:\\Users\\${user}\\logs`)).toBe('C:\\Users\\[user]\\logs');
    expect(mask(`"C:\\\\Users\\\\${user}\\\\logs"`)).toBe(
      '"C:\\\\Users\\\\[user]\\\\logs"',
    );
  });

  it('does not hide the line breaks of a text beside it', () =>
    expect(mask('a\\nto 5511987654321\\nC:\\Users\\tina\\x')).toBe(
      'a\\nto [phone]\\nC:\\Users\\[user]\\x',
    ));
});

describe('names of codes, times and templates in other languages', () => {
  it.each([
    'Fehlercode: 131047\nZeitpunkt: 12.11.2026 16:40\nVorlage: versand_info\nKunde: [name]',
    'Código do erro: 132001\nEnviado em: 12/11/2026\nModelo: cobranca\nCliente: [name]',
    'العميل: [name]\nالرمز: 131047\nالقالب: talab_wasal',
    'ग्राहक: [name]\nत्रुटि: 131026\nटेम्पलेट: order_shipped\nसमय: 2026-11-20',
    'お客様: [name]\nエラーコード: 131047\nテンプレート: delivery_notice\n送信日時: 2026-11-20',
    '客户: [name]\n错误代码: 131026\n模板: order_notice\n发送时间: 2026-11-20',
  ])('%s', (text) =>
    expect(mask(text.replace('[name]', 'Ann Miller'))).toBe(text),
  );
});

describe('what a program writes, beside something private', () => {
  it.each([
    'raise HTTPError(msg, response=self) # [phone]',
    'json = None; to=[phone]',
    'Enqueued EventDispatcherJob (Job ID: 4f1c2e77) to=[phone]',
    'the flow stops with the message: "Business Name can’t onboard customers at the moment" for [phone]',
    'SmsSid=SM0123456789abcdef0123456789abcdef&To=[phone]&ErrorCode=63016',
    'Meta answered: not reproducible, send a new trace ([phone])',
    'phone_number_id 118273645500192 not found, [phone]',
    'WABA 104857600123987 is not accessible, [phone]',
    'القالب talab_wasal غير موجود (132001) [phone]',
    'Our phone number id is 103948571120394, [phone]',
    '/104477120938851?fields=quality_rating [phone]',
    'Cliente: [phone]\nID de cuenta: 108822019934771\nCode: 470',
    'The AWS account 482910337715 exceeded its quota, [phone]',
  ])('%s', (text) =>
    expect(mask(text.replace('[phone]', '+15550100277'))).toBe(text),
  );
});
