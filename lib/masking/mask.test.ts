import fc from 'fast-check';
import { getExampleNumber, parsePhoneNumber } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/metadata.min.json';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, it } from 'vitest';
import { expectLinearCost } from '../../tests/growth.ts';
import { bundledMasking } from './bundled-masking.ts';
import { maskText, maskWords } from './mask-text.ts';

const { splitIntoParts } = bundledMasking;
const mask = (text: string) => maskText(splitIntoParts(text));

describe('masking masks', () => {
  it.each([
    [
      '{"name":"token","description":"what the app sends with every request to the server, so that the server knows who asks and what they are allowed to read, to write and to delete, until it is revoked or it expires","value":"swordfish9x"}',
      '{"name":"token","description":"[text]","value":"[token]"}',
    ],
    ['password: !!str swordfish9x', 'password: !!str [token]'],
    ['to +55 11 98765-4321 failed', 'to [phone] failed'],
    ['+5511987654321', '[phone]'],
    ['whatsapp:+14155552671', 'whatsapp:[phone]'],
    [
      '+201012251430 at 201012251430, v1.2.3+20261120',
      '[phone] at 201012251430, v1.2.3+20261120',
    ],
    ["{'to': '201012251430'}", "{'to': '[phone]'}"],
    ['to 001 684 733 1200 failed', 'to [phone] failed'],
    ['call 090-1310-2600 now', 'call [phone] now'],
    ['(11) 98765-4321', '[phone]'],
    ['98765 43210', '[phone]'],
    ['1 202 555 0143', '[phone]'],
    ['212.555.0123', '[phone]'],
    ['55 11 91234-5678', '[phone]'],
    ['11 91234-5678', '[phone]'],
    ['01712-345678', '[phone]'],
    ['2065550143\tMaria\tfailed\t131026', '[phone]\t[text]\tfailed\t131026'],
    ['{"contact":"2025550143"}', '{"contact":"[phone]"}'],
    ['1712345678 failed with 131026', '[phone] failed with 131026'],
    ['"recipient_id":"5511987654321"', '"recipient_id":"[phone]"'],
    ['"wa_id":"1763399138"', '"wa_id":"[phone]"'],
    ['٩٦٦٥٠١٢٣٤٥٦٧', '[phone]'],
    ['+٩٦٦ ٥٠ ١٢٣ ٤٥٦٧', '[phone]'],
    [
      'Authorization: Bearer EAAGm0PX4ZCpsBAKZCxyz',
      'Authorization: Bearer [token]',
    ],
    ['Bearer abc.def-ghi_jkl', 'Bearer [token]'],
    ['?access_token=EAAGm0PX4ZCpsBA&x=1', '?access_token=[token]&x=1'],
    ['"access_token":"sk_live_0123456"', '"access_token":"[token]"'],
    [
      '{\\"access_token\\":\\"sk_live_0123456\\"}',
      '{\\"access_token\\":\\"[token]\\"}',
    ],
    ['D360-API-KEY: aB3dE6gH9', 'D360-API-KEY: [token]'],
    ['mail ana.souza+wa@example.com.br!', 'mail [e-mail]!'],
    ['page_id: 106540352242922', 'page_id: [id]'],
    ['"user_id":"102290129340398"', '"user_id":"[user]"'],
    ['entry 10229012934039812', 'entry [id]'],
    ['to=/5511987654321/', 'to=/[phone]/'],
    ['"profile":{"name":"Ana Souza"}', '"profile":{"name":"[name]"}'],
    ["'first_name': 'josé',", "'first_name': '[name]',"],
    ['{\\"name\\":\\"محمد علي\\"}', '{\\"name\\":\\"[name]\\"}'],
    ['wamid.HBgNNTUxMTk4NzY1NDMyMRUCABEYEjdGN0Y=', 'wamid.[masked]'],
    [
      'id HBgNNTUxMTk4NzY1NDMyMRUCABEYEjdGN0Y= failed',
      'id wamid.[masked] failed',
    ],
    ['wamid.HBgNNTUxMTk4NzY1NDMyMRUC%3D%3D&x=1', 'wamid.[masked]&x=1'],
    ['gBEGkYiEB1VXAglK1ZEqA1YKPrU', 'wamid.[masked]'],
    ['55 11 98765 4321', '[phone]'],
    ['415 555 2671 undelivered', '[phone] undelivered'],
    ['9123 4567', '[phone]'],
    ['8 (912) 345-67-89', '[phone]'],
    ['+55\u00a011\u202f98765\u20114321', '[phone]'],
    ['+55 11 9\u200b8765\u20134321', '[phone]'],
    ['%2B5511987654321&type=text', '[phone]&type=text'],
    ['\\u002b5511987654321', '[phone]'],
    ['&#43;55&nbsp;11 98765 4321', '[phone]'],
    ['user_5511987654321 left', 'user_[phone] left'],
    ['5511987654321@c.us', '[e-mail]'],
    ['+55 11 98765-4321 131026', '[phone] 131026'],
    ['131026 98765 43210', '131026 [phone]'],
    ['ID 5 1 202 555 0143 undelivered 30008', 'ID 5 [phone] undelivered 30008'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjMifQ.c2lnbmF0dXJl', '[token]'],
    ['Authorization: App 92873ab4-key', 'Authorization: App [token]'],
    ['AccessKey q1w2e3r4t5', 'AccessKey [token]'],
    ['access_token%3Dq1w2e3r4t5%26x%3D1', 'access_token%3D[token]%26x%3D1'],
    [
      'AC0123456789abcdef0123456789abcdef:q1w2e3r4t5',
      'AC0123456789abcdef0123456789abcdef:[token]',
    ],
    [
      'https://user:q1w2e3@api.example.com/',
      'https://user:[token]@api.example.com/',
    ],
    ['"pin":"123456"', '"pin":"[token]"'],
    ['josé.müller@exämple.de', '[e-mail]'],
    ['anna%40example.com', '[e-mail]'],
    ['Customer: Ana Souza wrote', 'Customer: [name] wrote'],
    ['Nombre: María José de la Cruz, 131026', 'Nombre: [name], 131026'],
    ['"contact":"ana souza"', '"contact":"[name]"'],
    ['profile.name=Ana', 'profile.name=[name]'],
    ['الاسم: محمد', 'الاسم: [name]'],
    ['Name\tError\nAna Souza\t131026', 'Name\tError\n[name]\t131026'],
    [
      '| Cliente | Code |\n|---|---|\n| Ana | 470 |',
      '| Cliente | Code |\n|---|---|\n| [name] | 470 |',
    ],
  ])('%s', (text, expected) => expect(mask(text)).toBe(expected));
});

describe('masking masks whole', () => {
  const name81 = 'Maria Aparecida '.repeat(6).trim();
  const mail = `${'a'.repeat(70)}@example.com`;
  it.each([
    [
      'TWILIO_AUTH_TOKEN=0123456789abcdef0123456789abcdef customer_full_name: Ana Souza',
      'TWILIO_AUTH_TOKEN=[token] customer_full_name: [name]',
    ],
    [
      '/srv/app/webhooks/inbound token=q1w2e3r4',
      '/srv/app/webhooks/inbound token=[token]',
    ],
    [
      '------------------------ token=q1w2e3r4',
      '------------------------ token=[token]',
    ],
    ['WHATSAPP_ACCESS_TOKEN=q1w2e3r4', 'WHATSAPP_ACCESS_TOKEN=[token]'],
    ['hub_verify_token=flamengo&x=1', 'hub_verify_token=[token]&x=1'],
    ['system_user_token: q1w2e3r4', 'system_user_token: [token]'],
    ['FACEBOOK_APP_SECRET=q1w2e3r4', 'FACEBOOK_APP_SECRET=[token]'],
    ['database_password="p@ss w;rd"', 'database_password="[token]"'],
    [
      'x-whatsapp-authorization: Bearer q1w2e3r4',
      'x-whatsapp-authorization: Bearer [token]',
    ],
    [
      '<access_token>q1w2e3r4</access_token>',
      '<access_token>[token]</access_token>',
    ],
    [
      '{"name":"access_token","value":"q1w2e3r4"}',
      '{"name":"access_token","value":"[token]"}',
    ],
    [
      '{"value":"q1w2e3r4","key":"access_token"}',
      '{"value":"[token]","key":"access_token"}',
    ],
    ['access_token\tq1w2e3r4', 'access_token\t[token]'],
    ['access_token is q1w2e3r4', 'access_token is [token]'],
    [
      'https://x.example/callback/token/EAAGm0PX4ZCpsBA',
      'https://x.example/callback/token/[token]',
    ],
    [
      '/webhooks/inbound/EAAGm0PX4ZCpsBA/131026',
      '/webhooks/inbound/[token]/131026',
    ],
    ['pass=hunter2', 'pass=[token]'],
    ['senha: flamengo', 'senha: [token]'],
    ['contraseña=flamenco', 'contraseña=[token]'],
    [
      'X-Hub-Signature-256: sha256=0123456789abcdef0123456789abcdef',
      'X-Hub-Signature-256: [token]',
    ],
    [
      '/attachments/?mid=1&hash=ATtQ3x9aB2cD4eF6gH8',
      '/attachments/?mid=1&hash=[token]',
    ],
    ['sk-proj-abcDEF123_-abcDEF123', '[token]'],
    ['sk-ant-api03-abc_DEF-123abc', '[token]'],
    ['glpat-abcDEF123abcDEF123ab.01.q1w2e3r4t', '[token]'],
    ['hf_abcdefghijklmnopqrstuvwxyzabcdefgh', '[token]'],
    ['ya29.a0AfH6SMBabc-def_ghi', '[token]'],
    ['shpat_0123456789abcdef0123456789abcdef', '[token]'],
    ['pat-na1-1cc1eda1-3c0c-4b1c-9d61-0b2f3f6e4a10', '[token]'],
    [
      '/bot123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/send',
      '/bot[token]/send',
    ],
    ['1234567890123456|abcDEF_ghi-JKLmno123', '[token]'],
    [
      '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0B\nVJTUt9Us8cKj\n-----END PRIVATE KEY-----',
      '-----BEGIN PRIVATE KEY-----\n[token]\n\n-----END PRIVATE KEY-----',
    ],
    ['recipient_display_name: Ana Souza', 'recipient_display_name: [name]'],
    ['"customerDisplayName":"Ana Souza"', '"customerDisplayName":"[name]"'],
    ['shipping_first_name=Ana', 'shipping_first_name=[name]'],
    ['whatsapp_profile_name: ana souza', 'whatsapp_profile_name: [name]'],
    ['"name":"[Ana] Souza"', '"name":"[name]"'],
    [String.raw`"name":"Ana \"Nana\" Souza"`, '"name":"[name]"'],
    [
      String.raw`{\"name\":\"Ana \\\"Nana\\\" Souza\"}`,
      String.raw`{\"name\":\"[name]\"}`,
    ],
    ['<name>Ana Souza</name>', '<name>[name]</name>'],
    [`"name":"${name81}"`, '"name":"[name]"'],
    ['user BR.1A2B3C4D5E6F sent', 'user [user] sent'],
    ['US.ENT.11815799212886844830', '[user]'],
    ['from @maria.silva today', 'from [user] today'],
    ['12345678901234@lid', '[user]'],
    ['120363021234567890@g.us', '[id]'],
    ['5,511,952,596,589', '[phone]'],
    ['5.511952596589E+12', '[phone]'],
    ['1e+05 131047', '1e+05 131047'],
    ['2.3E+04 131047,131026', '2.3E+04 131047,131026'],
    // The statistics of a column of numbers, but not those of codes.
    [
      '{"phone":{"min":15550100123,"max":15550100999},"code":{"max":131026}}',
      '{"phone":{"min":[phone],"max":[phone]},"code":{"max":131026}}',
    ],
    [
      '  4. "phone"\n\n\tSmallest value:   15550100123\n\tUnique values:   3',
      '  4. "phone"\n\n\tSmallest value:   [phone]\n\tUnique values:   3',
    ],
    [
      'phone:\n  Sum: 15550100123\n\n  max: 15550100123\ncode:\n  Sum: 655130131',
      'phone:\n  Sum: [phone]\n\n  max: [phone]\ncode:\n  Sum: 655130131',
    ],
    [
      '  4. "bytes"\n\n\tSum:   15550100123',
      '  4. "bytes"\n\n\tSum:   15550100123',
    ],
    ["11'952'596'589", '[phone]'],
    ['5 511 987 654 321', '[phone]'],
    ['2026 01510 6460001', '2026 [phone]'],
    ['14:05 +4420 7946 0958', '14:05 [phone]'],
    ['sms5511987654321sent', 'sms[phone]sent'],
    ['⁵⁵¹¹⁹⁸⁷⁶⁵⁴³²¹', '[phone]'],
    ['⑤⑤①①⑨⑧⑦⑥⑤④③②① ❺❺❶❶❾❽❼❻❺❹❸❷❶', '[phone] [phone]'],
    [
      'https://x.example/list/ana.souza@example.com',
      'https://x.example/list/[e-mail]',
    ],
    [mail, '[e-mail]'],
    ['from 203.0.113.7 and 2001:db8::1', 'from [IP] and [IP]'],
    ["define('WA_TOKEN', 'q1w2e3r4')", "define('WA_TOKEN', '[token]')"],
    ['Senha do banco: abacaxi2024', 'Senha do banco: [token]'],
    ['La contraseña es: perro123', 'La contraseña es: [token]'],
    ['full_name: Souza, Ana', 'full_name: [name]'],
    [
      '"name":{"first":"Ana","last":"Souza"}',
      '"name":{"first":"[name]","last":"[name]"}',
    ],
    ['billing_address: Rua das Flores, 123', 'billing_address: [address]'],
    ['access_token\tsonnenschein', 'access_token\t[token]'],
    ['| api_key | sunflower | 2026 |', '| api_key | [token] | 2026 |'],
    ['id\tapi_token\n1\tsonnenschein', 'id\tapi_token\n1\t[token]'],
    [
      'database_password=correct-horse (131026)',
      'database_password=[token] (131026)',
    ],
    [
      '["app_secret"]=>\n  string(9) "q1w2e3r4t"',
      '["app_secret"]=>\n  string(9) "[token]"',
    ],
    ['api.setToken("q1w2e3r4t5y6u7i8")', 'api.setToken("[token]")'],
    ['/hooks/inbound/q1W2e3R4t5Y6u7I8o9P0a1/x', '/hooks/inbound/[token]/x'],
    [
      "INSERT INTO customers (id, name, phone) VALUES (1, 'Ana Souza', '5511987654321'), (2, 'O''Brien', NULL);",
      "INSERT INTO customers (id, name, phone) VALUES (1, '[name]', '[phone]'), (2, '[name]', NULL);",
    ],
    [
      '{"log":"id,access_token\\n1,q1w2e3r4\\n2,r4e3w2q1","code":1005}',
      '{"log":"id,access_token\\n1,[token]\\n2,[token]","code":1005}',
    ],
    ['Nome completo: João da Silva', 'Nome completo: [name]'],
    ['Dear Ana Souza,', 'Dear [name],'],
    ['Hi Maria, we tried', 'Hi [name], we tried'],
    ['Olá João!', 'Olá [name]!'],
    ['नमस्ते राहुल,', 'नमस्ते [name],'],
    ['Kind regards,\nAna Souza', 'Kind regards,\n[name]'],
    ['my name is Ana and', 'my name is [name] and'],
    ['Mr. John Smith called', '[name] called'],
    ['customer Ana Souza wrote', 'customer [name] wrote'],
    ['from: João da Silva', 'from: [name]'],
    ['To: "Souza, Ana" <ana@example.com>', 'To: "[name]" <[e-mail]>'],
    ['"zip":"10115"', '"zip":"[address]"'],
    ['from 203.0.113.9:53211', 'from [IP]:53211'],
    ['const token: string = "q1w2e3r4"', 'const token: string = "[token]"'],
    [
      '<password><![CDATA[sonne]]></password>',
      '<password><![CDATA[[token]]]></password>',
    ],
    ['Olá, Bruna!', 'Olá, [name]!'],
    [
      '*771234* is your verification code.',
      '*[token]* is your verification code.',
    ],
    [
      '"apikey":[{"key":"value","value":"k3y-456"},{"key":"in","value":"header"}]',
      '"apikey":[{"key":"value","value":"[token]"},{"key":"in","value":"[text]"}]',
    ],
    ['<apiKey value="abc-12"/>', '<apiKey value="[token]"/>'],
    [
      '<field id="db_password" value="tiger1"/>',
      '<field id="db_password" value="[token]"/>',
    ],
    [
      '<FirstName>Ana</FirstName><LastName>Souza</LastName>',
      '<FirstName>[name]</FirstName><LastName>[name]</LastName>',
    ],
    [
      '<name><first>Ana</first><last>Souza</last></name>',
      '<name><first>[name]</first><last>[name]</last></name>',
    ],
    ['certificate: CmUKIQj5m8uXw9TAAhIGZW50OndhIghF', 'certificate: [token]'],
    [
      'Authorization: Digest username="ops", realm="x", response="6629fae49393a05397450978507c4ef1"',
      'Authorization: Digest username="[user]", realm="x", response="[token]"',
    ],
    ['"notify":"Ana","code":131026', '"notify":"[name]","code":131026'],
    ['Hi maria,', 'Hi [name],'],
    ['a cliente Fernanda não recebeu', 'a cliente [name] não recebeu'],
    ['De: Bruna Lima', 'De: [name]'],
    ["I'm Kofi Annan and it failed", "I'm [name] and it failed"],
    ['Att.,\nCamila Rocha', 'Att.,\n[name]'],
    ['田中様、お荷物', '[name]、お荷物'],
    ['Customer name\nAna Souza', 'Customer name\n[name]'],
    ['App secret\n0c9a8b7d6e5f4a3b2c1d0e9f8a7b6c5d', 'App secret\n[token]'],
    [
      '│ name │ code │\n├──────┼──────┤\n│ Ana Souza │ 131026 │',
      '│ name │ code │\n├──────┼──────┤\n│ [name] │ 131026 │',
    ],
    [
      "INSERT INTO users VALUES (1, 'Ana Souza', 'ana');",
      "INSERT INTO users VALUES (1, '[text]', '[text]');",
    ],
    ['X-User-Name: Ana Souza', 'X-User-Name: [user]'],
    ['alıcı: Zeynep Demir', 'alıcı: [name]'],
    ['OTP for login: 449182', 'OTP for login: [token]'],
    ['lead_name:Ana_Souza', 'lead_name:[name]'],
    ["ім'я: Тарас Бондар", "ім'я: [name]"],
    ['顧客名：佐藤健', '顧客名：[name]'],
    ['ชื่อลูกค้า: มาลี ศรีสุข', 'ชื่อลูกค้า: [name]'],
    ['postal_code: 90210', 'postal_code: [address]'],
    ['street=Main St 12, code=131047', 'street=[address], code=131047'],
    ['DNI 12345678Z 131026', 'DNI [id] 131026'],
    ['Your WhatsApp code is 482-913', 'Your WhatsApp code is [token]'],
    ['verify token "expTok1" expected', 'verify token "[token]" expected'],
    [
      "sshpass -p 's3cr3t' ssh ops@host",
      "sshpass -p '[token]' ssh [user]@host",
    ],
    ['session_id=s-8f7a6b5c4d', 'session_id=[token]'],
    [
      '"parameters":[{"type":"text","text":"Ana Souza"},{"type":"text","text":"R$ 20,00"}]',
      '"parameters":[{"type":"text","text":"[text]"},{"type":"text","text":"R$ 20,00"}]',
    ],
    [
      'ContentVariables={"1":"Ana Souza","2":"#A-1"}',
      'ContentVariables={"1":"[text]","2":"[id]"}',
    ],
    ['"text":{"body":"call me at home"}', '"text":{"body":"[text]"}'],
    ['العميل محمد عبد الله لم يستلم', 'العميل [name] لم يستلم'],
    ['ग्राहक सुनीता शर्मा को संदेश नहीं मिला', 'ग्राहक [name] को संदेश नहीं मिला'],
    ['sent to Ana Souza - +55 11 98765-4321', 'sent to [name] - [phone]'],
    ['the password is Monday and', 'the password is [token] and'],
    ['SMTP_PASS: abcd efgh ijkl mnop', 'SMTP_PASS: [token]'],
    ['Password:\norchid-lane-5', 'Password:\n[token]'],
    ['kode OTP Anda 771204', 'kode OTP Anda [token]'],
    [
      'https://n8n.example/webhook/8b1d9a74-3c1e-4f7e-9a57-2f8c0de1a6b3',
      'https://n8n.example/webhook/[token]',
    ],
    [
      '/hooks/T02AB3CDE/B04FG5HIJ/9Kx2mPq7RtZv',
      '/hooks/T02AB3CDE/B04FG5HIJ/[token]',
    ],
    [
      'could not reach Ana Souza on +55 11 98765-4321',
      'could not reach [name] on [phone]',
    ],
    ['Call Ana Souza, IBAN DE89370400440532013000', 'Call [name], IBAN [id]'],
    ['O atendente Ana Souza encerrou', 'O atendente [name] encerrou'],
    ['Sent by Ana Souza', 'Sent by [name]'],
    ['Enviado por Ana Souza', 'Enviado por [name]'],
    [
      'Empfänger Ana Souza nicht erreichbar',
      'Empfänger [name] nicht erreichbar',
    ],
    ['Pembeli: Joko Anwar', 'Pembeli: [name]'],
    ['Regards, Chimamanda', 'Regards, [name]'],
    ['-- \nHaruki Sato\nSupport Engineer', '-- \n[name]\nSupport Engineer'],
    ['Passwort für den Zugang: Eichhorn5', 'Passwort für den Zugang: [token]'],
    ['WA_KEY=9x8w7v6u5t4s', 'WA_KEY=[token]'],
    [
      '/webhook-test/1d2c3b4a-5e6f-4a7b-8c9d-0e1f2a3b4c5d',
      '/webhook-test/[token]',
    ],
    ['the token that I used is tesla123', 'the token that I used is [token]'],
    [
      'verify_token (webhook): cachorro-quente',
      'verify_token (webhook): [token]',
    ],
    ['user maria.silva / password', 'user [user] / password'],
    ["Nom d'utilisateur : boutique_lyon", "Nom d'utilisateur : [user]"],
    ['Dim apiKey As String = "swordfish9"', 'Dim apiKey As String = "[token]"'],
    ['رمز التحقق 904512', 'رمز التحقق [token]'],
    ['<td class="name">Ana Souza</td>', '<td class="name">[name]</td>'],
  ])('%s', (text, expected) => expect(mask(text)).toBe(expected));

  it('shows control characters and those that reverse a text', () => {
    expect(mask('a\0b \u202egnp.exe\u202c \u001b[31mred')).toBe(
      'a␀b \ufffdgnp.exe\ufffd ␛[31mred',
    );
    expect(mask('EAAGm0PX\u00004ZCpsBA')).toBe('[token]');
    expect(mask('\u200ea\u200fb\u061cc\u200b\ufeff \u2066d\u2069')).toBe(
      'abc \ufffdd\ufffd',
    );
  });
});

describe('further examples are masked whole', () => {
  it.each([
    ['u: admin p: Kaktus!123', 'u: admin p: [token]'],
    ['secret "purple elephant dance"', 'secret "[token]"'],
    ['sid=s%3A0aLyLoIwRT57zoUYlxoeJD.GbRSrcN6pFh5R9gcvSxrqV', 'sid=[token]'],
    [
      '2026-11-20 10:15:32,5511987654321,failed,131047',
      '2026-11-20 10:15:32,[phone],failed,131047',
    ],
    [
      '20/11/2026 10:15:32,912345678,failed,131047',
      '20/11/2026 10:15:32,[phone],failed,131047',
    ],
    [
      '2026-10-02T07:12:00,919600000433,sent',
      '2026-10-02T07:12:00,[phone],sent',
    ],
    ['10:15:32,123 386-31-234-566 failed', '10:15:32,123 [phone] failed'],
    [
      '20261120 101532 - 0712 123157: Hello',
      '20261120 101532 - [phone]: Hello',
    ],
    ['1795176932 - 386-31-234-207', '[phone] - [phone]'],
    ['(264) 235-1201 failed', '[phone] failed'],
    [
      'TWILIO_AUTH_TOKEN=0123456789abcdef0123456789abcdef customer_full_name: Ana Souza',
      'TWILIO_AUTH_TOKEN=[token] customer_full_name: [name]',
    ],
    ['WHATSAPP_ACCESS_TOKEN=q7w1e3r4t5y9', 'WHATSAPP_ACCESS_TOKEN=[token]'],
    ['hub_verify_token=q7w1e3r4t5y9', 'hub_verify_token=[token]'],
    ['"system_user_token":"q7w1e3r4t5y9"', '"system_user_token":"[token]"'],
    [
      'FACEBOOK_APP_SECRET=0123456789abcdef0123456789abcdef',
      'FACEBOOK_APP_SECRET=[token]',
    ],
    ['database_password: q7w1e3r4t5y9', 'database_password: [token]'],
    [
      'x-whatsapp-authorization: q7w1e3r4t5y9',
      'x-whatsapp-authorization: [token]',
    ],
    [
      '<access_token>q7w1e3r4t5y9</access_token>',
      '<access_token>[token]</access_token>',
    ],
    [
      '{"name":"access_token","value":"q7w1e3r4t5y9"}',
      '{"name":"access_token","value":"[token]"}',
    ],
    [
      '{"value":"q7w1e3r4t5y9","name":"access_token"}',
      '{"value":"[token]","name":"access_token"}',
    ],
    ['access_token\tq7w1e3r4t5y9', 'access_token\t[token]'],
    ['access_token is q7w1e3r4t5y9', 'access_token is [token]'],
    [
      'https://example.com/callback/token/EAAGm0PX4ZCpsBAKZCxyzQ12',
      'https://example.com/callback/token/[token]',
    ],
    ['/webhooks/inbound/EAAGm0PX4ZCpsBAKZCxyzQ12', '/webhooks/inbound/[token]'],
    ['pass=hunter2x', 'pass=[token]'],
    ['senha: hunter2x', 'senha: [token]'],
    ['contraseña: hunter2x', 'contraseña: [token]'],
    [
      'X-Hub-Signature-256: sha256=0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
      'X-Hub-Signature-256: [token]',
    ],
    [
      'https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=123&ext=1763399138&hash=ATsc0123456789abcdef0123',
      'https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=123&ext=1763399138&hash=[token]',
    ],
    ['sk-proj-0123456789abcdef0123456789abcdef', '[token]'],
    ['sk-ant-api03-0123456789abcdef0123456789abcdef-AA', '[token]'],
    ['glpat-0123456789abcdef0123', '[token]'],
    ['hf_AbCdEfGhIjKlMnOpQrStUvWxYz12345678', '[token]'],
    ['ya29.a0AfH6SMBx-abc_DEF123', '[token]'],
    ['shpat_0123456789abcdef0123456789abcdef', '[token]'],
    ['pat-na1-11111111-2222-3333-4444-555555555555', '[token]'],
    ['123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1', '[token]'],
    [
      'https://api.telegram.org/bot123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1/sendMessage',
      'https://api.telegram.org/bot[token]/sendMessage',
    ],
    ['123456789012345|AbCdEfGhIjKlMnOpQrStUvWxYz1', '[token]'],
    [
      '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\nBKcwggSjAgEAAoIBAQ==\n-----END PRIVATE KEY-----',
      '-----BEGIN PRIVATE KEY-----\n[token]\n\n-----END PRIVATE KEY-----',
    ],
    ['customer_full_name: Ana Souza', 'customer_full_name: [name]'],
    [
      '"recipient_display_name":"Ana Souza"',
      '"recipient_display_name":"[name]"',
    ],
    ['"customerDisplayName":"Ana Souza"', '"customerDisplayName":"[name]"'],
    ['shipping_first_name=Ana', 'shipping_first_name=[name]'],
    ['whatsapp_profile_name=Ana Souza', 'whatsapp_profile_name=[name]'],
    ['"name":"[Ana] Souza"', '"name":"[name]"'],
    ['"name":"Ana \\"Nana\\" Souza"', '"name":"[name]"'],
    ['<name>Ana Souza</name>', '<name>[name]</name>'],
    [
      '"name":"Ana Maria Souza Ana Maria Souza Ana Maria Souza Ana Maria Souza Ana Maria Souza Ana Maria Souza Ana Maria Souza Ana Maria Souza"',
      '"name":"[name]"',
    ],
    ['user BR.1A2B3C4D5E failed', 'user [user] failed'],
    ['"user_id":"US.ENT.11815799212886844830"', '"user_id":"[user]"'],
    [
      'BR.1a2B3c4D1a2B3c4D1a2B3c4D1a2B3c4D1a2B3c4D1a2B3c4D1a2B3c4D1a2B3c4D1a2B3c4D1a2B3c4D1a2B3c4D1a2B3c4D1a2B3c4D1a2B3c4D1a2B3c4D1a2B3c4D',
      '[user]',
    ],
    ['sent to @maria.silva yesterday', 'sent to [user] yesterday'],
    ['123456789012345@lid', '[user]'],
    ['120363041234567890@g.us', '[id]'],
    ['5,511,952,596,589', '[phone]'],
    ['5.511952596589E+12', '[phone]'],
    [`11'952'596'589`, '[phone]'],
    ['5 511 987 654 321', '[phone]'],
    ['2026 01510 6460001', '2026 [phone]'],
    ['14:05 +4420 7946 0958', '14:05 [phone]'],
    ['2026-11-20 14:05:33 +4420 7946 0958', '2026-11-20 14:05:33 [phone]'],
    ['sms5511987654321sent', 'sms[phone]sent'],
    ['⁵⁵¹¹⁹⁸⁷⁶⁵⁴³²¹', '[phone]'],
    ['⑤⑤①①⑨⑧⑦⑥⑤④③②①', '[phone]'],
    [
      'https://example.com/list/ana.souza@example.com',
      'https://example.com/list/[e-mail]',
    ],
    [
      'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@example.com',
      '[e-mail]',
    ],
    ['from 203.0.113.7 port 443', 'from [IP] port 443'],
    ['client 2001:db8::8a2e:370:7334 closed', 'client [IP] closed'],
    [
      '/var/log/whatsapp/cloud_api/send_message_worker TWILIO_AUTH_TOKEN=0123456789abcdef0123456789abcdef',
      '/var/log/whatsapp/cloud_api/send_message_worker TWILIO_AUTH_TOKEN=[token]',
    ],
    [
      '---------------------------------- 5511987654321',
      '---------------------------------- [phone]',
    ],
    ['password: correct horse battery staple', 'password: [token]'],
    ['hub.verify_token: meu_token_secreto', 'hub.verify_token: [token]'],
    [
      "if (req.query['hub.verify_token'] === 'p4lm3ir4s!') return",
      "if (req.query['hub.verify_token'] === '[token]') return",
    ],
    ['Verify token\nzapzap_oficina_33', 'Verify token\n[token]'],
    [
      '{"secret":{"type":"string","value":"q7w1e3r4t5y9"}}',
      '{"secret":{"type":"string","value":"[token]"}}',
    ],
    [
      'Server=sql;Password=Str0ng Pa55;Encrypt=true',
      'Server=sql;Password=[token];Encrypt=true',
    ],
    [
      "sshpass -p 'Rio de Janeiro 22' ssh host",
      "sshpass -p '[token]' ssh host",
    ],
    ['verification pin "914402"', 'verification pin "[token]"'],
    ["11'952'596'589 message undeliverable", '[phone] message undeliverable'],
    ['415-555-2671 US customer', '[phone] US customer'],
    ['имя клиента: Иван Петров', 'имя клиента: [name]'],
    ['Tenant: Olivia Brandt', 'Tenant: [name]'],
    ['Assignee\nGrace Okafor', 'Assignee\n[name]'],
    [
      '[14:05, 02/11/2026] Renata Alves: oi',
      '[14:05, 02/11/2026] [name]: [text]',
    ],
    ['usuario carla_mendez bloqueado', 'usuario [user] bloqueado'],
    ['user jsmith84 logged in', 'user [user] logged in'],
    ['wa.me/u/carla.rocha', 'wa.me/u/[user]'],
    ['"group_id":"q7w1e3r4t5y9q7w1e3r4t5y9q7w1e3r4"', '"group_id":"[id]"'],
    [
      '{"street":"Musterstraße 12","city":"Heidelberg"}',
      '{"street":"[address]","city":"[address]"}',
    ],
    ['shipping_city=Lyon', 'shipping_city=[address]'],
    ["verify_token: 'mi token secreto'", "verify_token: '[token]'"],
    [
      'le mot de passe du compte est Poire99x',
      'le mot de passe du compte est [token]',
    ],
    ['API-Schlüssel\nyawgpL0bSCWD54hdvKsLmjgt', 'API-Schlüssel\n[token]'],
    ['اسم العميل\nنورة القحطاني', 'اسم العميل\n[name]'],
    ['username carla.rocha', 'username [user]'],
    ['/cb/FN9Q0e3prhzo51nVpHBDqu95y9x8/wa', '/cb/[token]/wa'],
    ['Message to Harpreet Kaur failed', 'Message to [name] failed'],
    ['Zugewiesen an Katharina Vogel', 'Zugewiesen an [name]'],
    [
      'customer_name | Osman Demir\ncode | 131026',
      'customer_name | [name]\ncode | 131026',
    ],
    ["('Leila Farouk', '+201001234567')", "('[name]', '[phone]')"],
    [
      '<div data-testid="contact-name">Teo Jansen</div>',
      '<div data-testid="contact-name">[name]</div>',
    ],
    ['{{1}}=Halima', '{{1}}=[name]'],
    ['login als k.schmidt', 'login als [user]'],
    ['user BR.tOtAxeTufNyTruYrUkrHqzJY', 'user [user]'],
    ['<#> 482-119 is your WhatsApp code', '<#> [token] is your WhatsApp code'],
    [
      'PIN verifikasi dua langkah: 118204',
      'PIN verifikasi dua langkah: [token]',
    ],
    [
      'PIN de verificación en dos pasos: 482913',
      'PIN de verificación en dos pasos: [token]',
    ],
    [
      'dirección de envío: Calle 45 #12-30, Bogotá',
      'dirección de envío: [address]',
    ],
  ])('%s', (text, expected) => expect(mask(text)).toBe(expected));
});

describe('masking keeps', () => {
  it.each([
    '(#131047) Re-engagement message',
    '"code":131047,"error_subcode":2494010',
    '"fbtrace_id":"A1234567890123bc"',
    'fbtrace_id=123456789012',
    '"timestamp":"1763399138"',
    'at 1763399138 and 1763399138123',
    '2026-11-20T14:05:33.123Z and 20/11/2026 14:05 and 2026-11-20 14:05:33 +0300',
    '200-299, 1000-1036, 63016 63018 63021, 131026 / 132000',
    '470 471 1005, 190 100',
    '10:15:32,123 ERROR 131047',
    '10:15:32.123456Z 131047',
    '10:15:32,123456789 INFO 131047',
    '2026-11-20T10:15:32,123456789Z and 2026-11-20T10:15:32,123456+01:00',
    '2026-11-20 10:15:32,123 12345 ERROR 131047',
    '2026-11-20 10:15:32,123 [12345] ERROR 131047',
    '2026-11-20 10:15:32,123 - 12345 - INFO - 131047',
    '2026-11-20 10:15:32,123|[2026-11-20 10:15:32,131] 131047',
    '2026-11-20 10:15:32,131047,failed',
    '20261120 101532 131047',
    'expires_at=1763399138 "createdAt":1763399138 ts: 1763399138',
    '360dialog 1005, HTTP 403, v21.0',
    'errorId 1cc1eda1-3c0c-4b1c-9d61-0b2f3f6e4a10',
    '"template":{"name":"order_update"}',
    'name=order_update_2',
    'an expired access token',
    'Bearer token missing',
    '"status":{"name":"REJECTED_DESTINATION"}',
    'WhatsApp: 131049, then failed + 131047',
    '| 190/100/200 | auth |',
    'INACTIVE_SENDER: Inactive sender',
    'Customer: has blocked the number',
    '20261120 20261120140533 2026-11-20_14:05',
    'meta/management/100.2388024',
    'Chrome/120.0.6099.109 0.14581138',
    '12 345 678 messages a day, R$ 1.234.567, 250 000 €',
    '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    'SM0123456789abcdef0123456789abcdef',
    'took 12345 ms, retry after 86400, 12 45 7 131 8',
    'Price, tax and sender,\nto be paid, now and here,',
    'Error validating access token: Session has expired on Friday, 20-Nov-26 10:00:00 PST.',
    'Invalid OAuth access token - Cannot parse access token',
    '"token_type":"bearer","expires_in":5183944,"max_tokens":4096',
    'OAuthException:131026:2494073',
    'password must be at least 8 characters, the token is invalid',
    'x-fb-trace-id: Ab3Cd4Ef5Gh',
    '"code":131026,"name":"Message Undeliverable"',
    '138000\t| Code | Name |\n|---|---|\n| 138000 | Calling Not Enabled |',
    'const token = process.env.WA_TOKEN',
    '1,234,567,890 bytes, IDR 12.345.678.901',
    'WhatsApp 2.24.10.13, Facade::make, std::string',
    'actions/checkout@v4 @pytest.mark.skip @param',
    '403 (200-299), 21211/21217, 10/2018278',
    'Hi Team, hello World! Dear customer, Hi there,',
    'customer Support Team, Customer Cannot Be Reached, the user Access Token',
    'To: Example Connect support, with the id',
    '| access_token | created | string |',
    '| `TOKEN_EXPIRED` | Graph | 190 |',
    "INSERT INTO wa_templates (id, name) VALUES (132001, 'Order Update')",
    'tid=140213412, 12 345 678,90 €',
    'thread 140213412345678, mem 8192/16384, heap 134217728 of 268435456 bytes',
    'name: CI\non: push',
    '- name: Build and test\n  run: npm test',
    '"name":"whatsapp-sender","version":"4.12.1"',
    'x-fb-rev: 1017364849, startTime=1730628764123456, order_id=2026110312345, EAN 4006381333931',
    'X-Amzn-Trace-Id: Root=1-67891233-abcdef012345678912345678',
    'token_type=bearer expires_in=5183944',
    'Display name: approved',
    'Hi guys, hello everyone, olá pessoal, customer Support replied, cliente VIP paga',
    '"parameters":[{"type":"text","text":"R$ 20"}], "params": ["to", "messaging_product"]',
    'Code: 200-299 - API Permission',
    'mysql -u root -p shop_db, redis-cli -p 6379 ping',
    'العميل لم يستلم الرسالة 131026',
    'ग्राहक को संदेश नहीं मिला',
    'the password is incorrect, so it failed',
    'GET /requests/8b1d9a74-3c1e-4f7e-9a57-2f8c0de1a6b3',
    'last_seen 1793871122 next > 1793871422',
    '[1793871122] alert',
    'version: [ 2, 3000, 1015901307 ]',
    'Wed Jan 07 2026 15:00:31',
    'user agent: Mozilla/5.0',
    'Owner: Meta',
    'owner: Business Manager',
    'Error Code 58014884415, template 594425479, 1500/250000',
    'strict-transport-security: max-age=15552000',
    'x-ratelimit-reset: 1793871122',
    'GET /webhook?hub.challenge=1158201444 403, next retry 1793871422',
    '20261112102231123',
    'sentry event 5f0c1a2b3c4d5e6f708192a3b4c5d6e7',
    'Invoice ABC-2026-131026',
    'WhatsApp Image 2022-10-20 at 15.40.53, The DataWorks 2024-05-18 APIs',
    'wa-version to ^1.5.519 ([1279697])',
    'Contraseña: inválida',
    '- name: PORT\n  value: "8080"',
    'postgresql://db:5432/evolution',
    'name: Send reminder',
    '"workflow":{"name":"Send Reminder"}',
    'Tenant: production',
    'Signed: SHA256withRSA',
    'user opt_in required, user rate_limit',
    'password: please contact your admin today',
    'city: required',
    'message for Marketing Templates is limited',
    'secret "the value is empty"',
    '[10:11, 02/11/2026] System: deleted',
    "if (token === 'expired' && type == 'Wait For Reply')",
    'Agent\nBusiness Manager',
    'Sid == "515b470f9cde4d212d1f990448811b7k"',
  ])('%s', (text) => expect(mask(text)).toBe(text));
});

describe('masking of any text', () => {
  const noise = fc
    .string({ unit: 'binary', maxLength: 30 })
    .filter((text) => !/[\p{N}\w+]$/u.test(text) && !/^[\p{N}\w]/u.test(text));
  const digits = (length: number) =>
    fc.stringMatching(new RegExp(`^[2-9]\\d{${length - 1}}$`));

  it('masks an international number in any notation', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 20 }),
        digits(12),
        (before, number) => {
          expect(mask(`${before} +${number} after`)).not.toContain(number);
        },
      ),
    );
  });

  it('masks digits as long as a phone number', () => {
    const number = fc
      .stringMatching(/^[1-9]\d{9,12}$/)
      // Milliseconds, and dates such as `202611201405`.
      .filter(
        (run) =>
          !(run.length === 13 && /^1[4-9]/.test(run)) &&
          !/^20[0-4]\d[01]\d[0-3]\d/.test(run),
      );
    fc.assert(
      fc.property(number, (run) => {
        expect(mask(`${run}\tMaria\tfailed\t131026`)).toBe(
          '[phone]\t[text]\tfailed\t131026',
        );
      }),
    );
  });

  it('masks a token, an e-mail address and a message id', () => {
    const secret = fc.constantFrom(
      'EAAGm0PX4ZCpsBAKZC',
      'ana@example.com',
      'wamid.HBgNNTUxMTk4',
    );
    fc.assert(
      fc.property(noise, secret, noise, (before, hidden, after) => {
        expect(mask(`${before} ${hidden} ${after}`)).not.toContain(hidden);
      }),
    );
  });

  it('keeps codes, trace ids and times in any context', () => {
    const kept = fc.constantFrom(
      '(#131047)',
      '"code":131026,"error_subcode":2494010',
      'fbtrace_id=AbC-1_234567890123',
      '"fbtrace_id":"123456789012"',
      'x-fb-trace-id: Ab3Cd4Ef5Gh',
      'x-fb-rev: 1017364849',
      'traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
      'WhatsApp 2.24.10.13',
      '"template":{"name":"order_update_2"}',
      'R$ 1.234,56',
      'Message failed to send because more than 24 hours have passed',
      '2026-11-20T14:05:33Z',
      '"timestamp":"1763399138"',
      '63016',
      'INVALID_ACCESS_TOKEN',
    );
    fc.assert(
      fc.property(noise, kept, noise, (before, part, after) => {
        expect(mask(`${before} ; ${part} ; ${after}`)).toContain(part);
      }),
    );
  });

  it('masks a number under a key of a person', () => {
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
        expect(mask(`{${before}${number}"} ${after}`)).not.toContain(number);
      }),
    );
  });

  describe('of numbers of the world', () => {
    /** Numbers with fewer than eight digits are masked only if the text is about a person. */
    const regions = (Object.keys(examples) as (keyof typeof examples)[]).filter(
      (region) =>
        (getExampleNumber(region, examples, metadata)?.nationalNumber.length ??
          0) >= 8,
    );
    const dashes = fc.constantFrom(
      ' ',
      '-',
      '.',
      '\u00a0',
      '\u2009',
      '\u202f',
      '\u2011',
      '\u2013',
      ' - ',
    );
    const frames = fc.constantFrom(
      'to {} failed',
      '{"to":"{}","code":131047}',
      'Ana\t{}\t131026',
      '[{}]',
      '2026-11-20 14:05:33 ERROR send({}) 131047',
      'لم يتم الإرسال إلى {}',
      'chat_{}_open',
    );
    /** International notation, in groups. */
    const number = fc
      .tuple(fc.constantFrom(...regions), fc.nat(99))
      .map(([region, end]) => {
        const given =
          getExampleNumber(region, examples, metadata)?.number ?? '';
        return parsePhoneNumber(
          given.slice(0, -2) + String(end).padStart(2, '0'),
          metadata,
        );
      })
      .map((parsed) => ({
        digits: parsed.number.slice(1),
        groups: parsed.formatInternational().slice(1).split(' '),
        national: parsed.formatNational(),
      }));
    const lost = (text: string, digits: string) => {
      const left = mask(text).normalize('NFKC').replace(/\D/g, '');
      return Array.from({ length: digits.length - 5 }, (_, at) =>
        digits.slice(at, at + 6),
      ).every((part) => !left.includes(part));
    };

    it('keeps less than six digits of a number with its calling code', () => {
      const start = fc.constantFrom(
        '+',
        '00',
        '%2B',
        '\\u002b',
        '&#43;',
        '\uff0b',
        'tel:+',
        '+\u200b',
      );
      fc.assert(
        fc.property(
          number,
          start,
          dashes,
          frames,
          ({ digits, groups }, plus, dash, frame) => {
            expect(
              lost(frame.replace('{}', `${plus}${groups.join(dash)}`), digits),
            ).toBe(true);
          },
        ),
      );
    });

    it('keeps six digits of at most one number in 100 without its plus or calling code', () => {
      const written = fc
        .tuple(number, dashes, fc.nat(4), frames)
        .map(([{ digits, groups, national }, dash, way, frame]) => {
          const [code = '', area = '', ...rest] = groups;
          const ways = [
            digits,
            groups.join(dash),
            national,
            `${code} (${area}) ${rest.join(dash)}`,
            [area, ...rest].join(dash),
          ];
          return [frame.replace('{}', ways[way] ?? ''), digits] as const;
        });
      const leaks = fc
        .sample(written, { numRuns: 1_000, seed: 33 })
        .filter(([text, digits]) => !lost(text, digits))
        .map(([text]) => text);
      expect(leaks.length, leaks.join('\n')).toBeLessThanOrEqual(10);
    });
  });

  it('masks a name in a field of its own', () => {
    const name = fc.constantFrom(
      'Ana Souza',
      'José',
      "O'Brien",
      '山田太郎',
      'Иван Петров',
      'محمد علي',
      'Nguyễn Văn A',
    );
    const field = fc.constantFrom(
      'Customer: {}, 131026',
      '"contact":"{}"',
      '"profile":{"name":"{}"}',
      "'first_name': '{}'",
      'Nome: {}',
      '[name] => {}',
      'Имя: {}',
      'name={}&x=1',
      '%22name%22%3A%22{}%22',
      'Cliente\tCode\n{}\t131026',
    );
    fc.assert(
      fc.property(noise, field, name, noise, (before, frame, hidden, after) => {
        expect(
          mask(`${before}\n${frame.replace('{}', hidden)}\n${after}`),
        ).not.toContain(hidden);
      }),
    );
  });

  it.each(['aaaaaaaaaaaA', 'A_$$*#@@.$.A', 'a$.-#~#*@0.a', 'A%~#.@_.%*@0.aA'])(
    'masks a whole secret whose key is a value of its own: %s',
    (secret) => {
      for (const name of ['Signature', 'mysenha', 'access_token'])
        expect(mask(JSON.stringify({ name, value: secret }))).not.toContain(
          secret.slice(0, 5),
        );
    },
  );

  it('masks a whole secret under any key that names one', () => {
    const key = fc
      .tuple(
        fc.constantFrom('', 'wa_', 'X-Meta-', 'my', 'facebookApp_', 'PROD_'),
        fc.constantFrom(
          'access_token',
          'Password',
          'api_key',
          'clientSecret',
          'senha',
          'contraseña',
          'Signature',
        ),
      )
      .map((parts) => parts.join(''));
    const secret = fc
      .stringMatching(/^[A-Za-z0-9][A-Za-z0-9!@#$%^*_.~-]{10,60}[A-Za-z0-9]$/)
      .filter((text) => !/%[\dA-Fa-f]{2}/.test(text));
    const frame = fc.constantFrom(
      '"{k}":"{v}"',
      "'{k}' => '{v}'",
      '{k}="{v}"',
      '{k}={v}',
      '<{k}>{v}</{k}>',
      '{"name":"{k}","value":"{v}"}',
      '{\\"{k}\\":\\"{v}\\"}',
    );
    fc.assert(
      fc.property(
        noise,
        key,
        secret,
        frame,
        noise,
        (before, name, hidden, notation, after) => {
          const written = notation
            .replaceAll('{k}', () => name)
            .replace('{v}', () => hidden);
          const masked = mask(`${before}\n${written}\n${after}`);
          for (let at = 0; at + 6 <= hidden.length; at++)
            expect(masked).not.toContain(hidden.slice(at, at + 6));
        },
      ),
    );
  });

  it('splits a text into parts without losing a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(
          splitIntoParts(text)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('changes nothing if it masks a masked text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => mask(mask(text)) === mask(text),
      ),
    );
  });

  it.each([
    ['digits', '1'],
    ['word characters', 'a'],
    ['separated digits', '1 '],
    ['dots and at signs', 'a@a.'],
    ['quotes', '"'],
    ['hyphens', '1-'],
    ['token keys', 'token='],
    ['names', 'Customer: A '],
    ['cells', 'name,x\n'],
    ['plus signs', '+1'],
    ['escapes', '%2B1'],
    ['half a date', '2026-11-'],
    ['Base64', 'aB3_'],
    ['blanks', '\u00a0'],
    ['numbers', '98765 43210 '],
    ['open tags', '<name>'],
    ['closing brackets', '>'],
    ['open values', 'password="'],
    ['pairs', '{"name":"token","value":'],
    ['backslashes', '\\'],
    ['underscores', '_', ' ana@example.com'],
    ['signs of words', '-_', ' ana@example.com'],
    ['user names', '@a.b '],
    ['colons', '::'],
    ['blocks', '-----BEGIN KEY-----'],
    ['blanks behind keys', 'address:          '],
    ['cells without end', '|a'],
    [
      'cells of one row, the last of them private',
      'ab cd|',
      ' ana@example.com',
    ],
    ['values without a name', 'data: x y\n', ' ana@example.com'],
    ['typed values', '{"S":"ab cd"},', ' ana@example.com'],
  ])('masks a long text of %s in linear time', (_, unit, end = '') => {
    expectLinearCost(process.env.NIGHTLY ? 1_000_000 : 40_000, (size) => {
      const text = unit.repeat(size / unit.length) + end;

      return () => mask(text);
    });
  });
});

it('masks chosen words with signs, where they stand alone', () => {
  const parts = [
    { text: 'Jean-Luc (a/b) said to Jean-Lucas: a+b', masked: null },
  ];
  expect(maskText(maskWords(parts, new Set(['Jean-Luc', 'a/b', 'a+b'])))).toBe(
    '[text] ([text]) said to Jean-Lucas: [text]',
  );
});
