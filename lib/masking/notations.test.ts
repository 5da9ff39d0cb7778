import { describe, expect, it } from 'vitest';
import { bundledMasking } from './bundled-masking.ts';
import { maskText } from './mask-text.ts';

const HEX = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const META_TOKEN = 'EAAGm0PX4ZCpsBAKZCxyz0123456789abcdef';
const LONG_NAME = `Ana ${'Beatriz de Oliveira Cavalcanti '.repeat(3)}Souza`;

/** A notation of a key and its value. `{k}` and `{v}` stand for them. */
const NOTATIONS = [
  '{k}={v}',
  'export {k}="{j}"',
  '{"{k}":"{j}"}',
  '"{\\"{k}\\":\\"{e}\\"}"',
  '<{x}>{v}</{x}>',
  '<add key="{k}" value="{v}"/>',
  '{"name":"{k}","value":"{j}"}',
  '{"value": "{j}", "key": "{k}"}',
  'https://a.example/x?id=1&{q}={u}&b=2',
  '{k}: {v}',
  "{k}: '{y}'",
  'env:\n  {k}: {v}\n  other: 1',
  'level=error {k}="{j}" code=131026',
  '{k}\t{v}',
  'code\t{k}\n131026\t{v}',
  '| {k} | {v} |',
  '| code | {k} |\n|---|---|\n| 131026 | {v} |',
  'code,{k}\n131026,"{c}"',
  '131026,"{""{k}"":""{v}"",""code"":1}"',
  "{'{k}': '{p}', 'code': 131026}",
  "'{k}' => '{p}',",
  '{k} is {v}',
  '{k} → {v}',
  "curl -H '{k}: {y}' https://a.example",
  "curl -d '{q}={u}' https://a.example",
  `curl -d '{"{k}":"{j}"}' https://a.example`,
  'The {k} is "{j}", and it fails with 131026',
];
const BEHIND = [
  '',
  '/srv/app/releases/20261103/lib/whatsapp_cloud_api/send_template_message.rb ',
  'whatsapp_cloud_api_send_template_message_with_retry ',
  'send-template-message-with-exponential-backoff ',
  `${'-'.repeat(60)} `,
  '2026-11-03T10:12:44Z ERROR ',
];

const backslashed = (text: string, chars: RegExp) =>
  text.replace(chars, '\\$&');
function write(notation: string, key: string, value: string): string {
  const json = backslashed(value, /"/g);
  const values: Record<string, string> = {
    k: key,
    x: key.replace(/^[^\p{L}_]/u, '_'),
    q: encodeURIComponent(key),
    v: value,
    j: json,
    e: backslashed(json, /["\\]/g),
    c: value.replaceAll('"', '""'),
    p: backslashed(value, /'/g),
    u: encodeURIComponent(value),
    y: value.replaceAll("'", "''"),
  };
  return notation.replace(/\{(\w)\}/g, (_, name: string) => values[name] ?? '');
}

const mask = (text: string) => maskText(bundledMasking.splitIntoParts(text));
const findWords = (text: string): string[] =>
  text.normalize('NFKC').match(/[\p{L}\p{N}]{3,}/gu) ?? [];

/** Returns the texts that keep a word of their private value, and what is left of them. */
const findLeaks = (
  texts: readonly (readonly [text: string, value: string])[],
) =>
  texts
    .map(([text, value]) => [text, mask(text), value] as const)
    .filter(([, left, value]) =>
      findWords(value).some((word) => findWords(left).includes(word)),
    );

/** Writes each value under each key in each notation, behind one of the runs in turn. */
const writePairs = (
  keys: string,
  values: readonly string[],
  notations: readonly string[] = NOTATIONS,
) =>
  keys
    .split(' ')
    .flatMap((key) =>
      values.flatMap((value) =>
        notations.map((notation) => ({ key, value, notation })),
      ),
    )
    .map(
      ({ key, value, notation }, at) =>
        [
          `${BEHIND[at % BEHIND.length]}${notation.includes('\n') ? '\n' : ''}${write(notation, key, value)}`,
          value,
        ] as const,
    );

describe('in every notation', () => {
  it.each([
    [
      'a secret is masked whole',
      'WHATSAPP_ACCESS_TOKEN hub_verify_token system_user_token FACEBOOK_APP_SECRET database_password access_token ' +
        'x-whatsapp-authorization TWILIO_AUTH_TOKEN pass senha contraseña X-Hub-Signature-256 smtpPassword',
      [HEX, META_TOKEN, 'S3cr3t!kiwi'],
    ],
    [
      'a name is masked whole',
      'customer_full_name recipient_display_name customerDisplayName shipping_first_name whatsapp_profile_name',
      ['Ana Souza', 'Xóchitl', 'محمد علي', LONG_NAME],
    ],
    [
      'a user id is masked whole',
      'user_id from_user_id',
      ['BR.1A2B3C4D5E6F7G8H', `US.ENT.${'9aB'.repeat(40)}`],
    ],
    [
      'a number is masked whole',
      'to recipient wa_id phone_number',
      ['5511952596589', '+55 11 95259-6589'],
    ],
  ])('%s', (_, keys, values) => {
    expect(findLeaks(writePairs(keys, values))).toEqual([]);
  });

  it('a value with quotes, brackets or spaces is masked whole if it is in quotes', () => {
    const quoted = NOTATIONS.filter((notation) =>
      /["']\{[a-uw-z]\}\\?["']/.test(notation.replace(/["']\{k\}/g, '')),
    );
    const names = ['Ana "Nana" Souza', '[Ana] Souza', "Sinéad O'Brien"];
    const secrets = ['swordfish', 'correct horse battery staple'];
    expect(findLeaks(writePairs('customer_full_name', names, quoted))).toEqual(
      [],
    );
    expect(
      findLeaks(writePairs('password database_password', secrets, quoted)),
    ).toEqual([]);
  });
});

describe('without a key', () => {
  const FRAMES = [
    '{}',
    '({})',
    '"{}"',
    'x={}',
    'a,{},131026',
    '131026\t{}\tfailed',
    'https://a.test/list/{}?b=1',
    '{} was refused.',
  ];
  it.each([
    ...[
      META_TOKEN,
      `sk-proj-${HEX}`,
      `sk-ant-api03-${HEX}`,
      `glpat-${HEX}`,
      'hf_abcdefghijklmnopqrstuvwxyzABCDEFGH',
    ],
    ...[
      `ya29.${HEX}`,
      `shpat_${HEX}`,
      `pat-na1-${HEX}`,
      `123456789:AA${HEX}x`,
      `1029384756123456|${HEX.slice(5)}`,
    ],
    ...[
      'BR.1A2B3C4D5E6F7G8H',
      `US.ENT.${'9aB'.repeat(40)}`,
      '184467440737095@lid',
      '120363025246125486@g.us',
    ],
    ...[
      'ana.souza@example.com',
      `${'ana.souza.'.repeat(8)}x@example.com`,
      '203.0.113.42',
      '+5511952596589',
    ],
  ])('%s is masked whole', (value) => {
    const texts = BEHIND.flatMap((before) =>
      FRAMES.map(
        (frame) => [before + frame.replace('{}', value), value] as const,
      ),
    );
    expect(findLeaks(texts)).toEqual([]);
  });
});

describe('texts whose structure says who wrote', () => {
  it.each([
    [
      '[١٢/٠٥/٢٠٢٤، ٣:٤٤:١٠ م] خولة الدوسري: وين صار طلب الكنب\n',
      '[١٢/٠٥/٢٠٢٤، ٣:٤٤:١٠ م] [name]: [text]',
    ],
    [
      '10:02\t欧阳静怡\t请问我订的蛋糕可以改成周三取吗',
      '10:02\t[name]\t[text]',
    ],
    [
      'from=919820417735 name="यशोधरा कुलकर्णी" text="मेरा पार्सल कब आएगा"',
      'from=[phone] name="[name]" text="[text]"',
    ],
    [
      'to=919820417735 params=["यशोधरा जी","नीली साड़ी"]',
      'to=[phone] params=["[text]","[text]"]',
    ],
    [
      'In(from=61412880937, text=Call me back please, type=BUTTON)',
      'In(from=[phone], text=[text], type=BUTTON)',
    ],
    [
      '["tel"]=>\nstring(12) "+33672410983"\n["variables"]=>\n  array(1) {\n    [0]=>\n    string(9) "deux lits"\n  }',
      '["tel"]=>\nstring(12) "[phone]"\n["variables"]=>\n  array(1) {\n    [0]=>\n    string(9) "[text]"\n  }',
    ],
  ])('masks %j', (text, masked) => {
    expect(maskText(bundledMasking.splitIntoParts(text)).trimEnd()).toBe(
      masked,
    );
  });

  it('masks a name that is known in one place everywhere', () => {
    const text =
      'Chat with 欧阳静怡 and Jane Petersen-Holm\n10:02\t欧阳静怡\t我订的蛋糕\ncustomer: Jane Petersen-Holm';
    const shown = maskText(bundledMasking.splitIntoParts(text));
    expect(shown).not.toMatch(/欧阳静怡|Petersen/);
    expect(shown).toMatch(/^Chat with \[name\] and \[name\]/);
  });
});
