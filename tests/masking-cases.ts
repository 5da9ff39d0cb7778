import {
  type CountryCode,
  getCountries,
  getExampleNumber,
  isValidPhoneNumber,
  parsePhoneNumber,
} from 'libphonenumber-js';
import examples from 'libphonenumber-js/mobile/examples';

/** A text with private data, no part of which may remain. */
export interface MaskingCase {
  kind: 'phone' | 'secret' | 'name' | 'user' | 'mail' | 'ip';
  text: string;
  pieces: readonly string[];
}

/** Creates a seeded random number generator (mulberry32) with values from 0 up to, but not including, 1. */
function seededRandom(seed: number): () => number {
  let state = seed;

  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const HEX = `${DIGITS}abcdef`;
const ALPHANUMERIC = LOWER + LOWER.toUpperCase() + DIGITS;
const COUNTRIES = 60;

const FRAMES = [
  '{}',
  'failed to send to {} (131026)',
  '2026-11-20 14:05:33 ERROR {} not reached, code 131047',
  '"error":"{}","code":470',
  'Ana\t{}\t131026',
  'src/lib/whatsapp_cloud_api/send_template_message: {}',
  '---------------------------------- {}',
  '[{}] 63016',
  'الرسالة إلى {} لم تصل',
];
const SECRET_KEYS = (
  'access_token WHATSAPP_ACCESS_TOKEN hub_verify_token system_user_token FACEBOOK_APP_SECRET database_password ' +
  'x-whatsapp-authorization client_secret appSecret refreshToken API_KEY x-api-key D360-API-KEY TWILIO_AUTH_TOKEN ' +
  'stripe_secret_key webhookSecret signing_secret private_key DB_PASS senha contraseña kata_sandi clave_api chave_api ' +
  'smtpPassword jwt id_token session_token bearer_token META_SYSTEM_USER_ACCESS_TOKEN app_secret_proof X-Hub-Signature-256 ' +
  'VONAGE_API_SECRET infobip_api_key encryption_key पासवर्ड токен 密码 パスワード'
).split(' ');
const NAME_KEYS = (
  'customer_full_name recipient_display_name customerDisplayName shipping_first_name whatsapp_profile_name contactName ' +
  'first_name lastName full_name pushName sender_name nombre_cliente nome_do_cliente nama_pelanggan ग्राहक_का_नाम اسم_العميل ' +
  'billing_last_name patientName agent_name leadName guest-name'
).split(' ');
const NAMES = [
  'Ana Souza',
  'José da Silva',
  "Sinéad O'Brien",
  'Nguyễn Văn An',
  'Müller',
  'Иван Петров',
  'محمد علي',
  '山田太郎',
  'प्रिया शर्मा',
  'Jean-Luc Dupont',
  '[Ana] Souza',
  'Ana Beatriz de Oliveira Cavalcanti',
  'Bambang Wijaya',
];
const PAIRS = [
  '{k}={v}',
  '{k}: {v}',
  '"{k}":"{v}"',
  '"{k}": "{v}", "code": 190',
  "'{k}' => '{v}',",
  '{\\"{k}\\":\\"{v}\\"}',
  '<{k}>{v}</{k}>',
  '{"name":"{k}","value":"{v}"}',
  '{"value": "{v}", "key": "{k}"}',
  '{k}\t{v}',
  '| {k} | {v} |',
  'export {k}="{v}"',
  '%22{k}%22%3A%22{v}%22',
  'level=error {k}="{v}" code=131047',
  '<param name="{k}">{v}</param>',
  '  {k}: {v}\n  code: 131047',
  '<b>{k}</b>: <code>{v}</code>',
  '"{k}":["{v}"]',
];
/** For secrets only: without quotes, a space ends a name. */
const SECRET_PAIRS = [
  ...PAIRS,
  '{k} is {v}',
  'GET /v21.0/me?{k}={v}&fields=id',
  '{k}={v} customer=1 code=131047',
  "curl -H '{k}: {v}' https://example.com",
  '{k}: Bearer {v}',
];

/** Returns 60 countries from the whole alphabet. */
const selectCountries = () =>
  getCountries()
    .filter(
      (country) =>
        (getExampleNumber(country, examples)?.nationalNumber.length ?? 0) >= 8,
    )
    .filter((_, at, all) => at % Math.floor(all.length / COUNTRIES) === 0)
    .slice(0, COUNTRIES);

/** Dates and times as logs, tables and chats write them. */
const TIMES = [
  '2026-11-20 10:15:32',
  '2026-11-20T10:15:32',
  '2026-11-20T10:15:32Z',
  '2026-11-20T10:15:32-03:00',
  '2026-11-20 10:15:32 +0000',
  '2026-11-20 10:15:32,123',
  '2026-11-20 10:15:32.123',
  '2026-11-20T10:15:32.004817Z',
  '2026-11-20 10:15',
  '2026-11-20',
  '2026/11/20 10:15:32',
  '20/11/2026 10:15:32',
  '20/11/2026, 10:15:32',
  '20/11/2026 10:15',
  '20/11/2026',
  '20/11/26, 10:15:32',
  '20.11.2026 10:15:32',
  '20-11-2026 10:15:32',
  '11/20/2026 10:15:32 AM',
  '11/20/26, 10:15 PM',
  '20/Nov/2026:10:15:32 +0000',
  '20 Nov 2026 10:15:32',
  'Nov 20 10:15:32',
  'Fri Nov 20 10:15:32 2026',
  '10:15:32',
  '10:15:32.004817350',
  '10:15',
  '20261120',
  '20261120 101532',
  '20261120101532',
  '20261120T101532Z',
  '1795176932',
  '1795176932123',
];
const TIME_FRAMES = [
  '{t},{n},order_update,failed,131047',
  '{t},"{n}",failed,131047',
  '"{t}","{n}",131047',
  'wamid,{t},{n}',
  '{n},{t},failed,131047',
  '131047,{n},{t}',
  '{t};{n};131047',
  '{t}\t{n}\t131047',
  '{t}|{n}|131047',
  'id,at,to,code\n1,{t},{n},131047',
  '{"at":"{t}","to":"{n}","code":131047}',
  '["{t}","{n}",131047]',
  '[["{n}","{t}"],["131047"]]',
  '{"line":"{t},{n},failed"}',
  '{t} ERROR {n} failed: 131047',
  '{t} {n} failed: 131047',
  '[{t}] {n}: 131047',
  '{t} [{n}] (131047)',
  '{t} - {n} - 131047',
  '{n} {t} 131047',
  '[{t}] {n}: Hello',
  '{t} - {n}: Hello',
  '{t}, {n}: Hello',
];

/** Creates phone numbers of 60 countries next to each form of date and time, in each kind of line. */
export function createTimeCases(seed: number, perForm: number): MaskingCase[] {
  const random = seededRandom(seed);
  const countries = selectCountries();

  const pick = <T>(list: readonly T[]): T =>
    list[Math.floor(random() * list.length)] as T;

  return TIMES.flatMap((time) =>
    TIME_FRAMES.flatMap((frame) =>
      Array.from({ length: perForm }, (): MaskingCase => {
        const digits = otherNumber(pick(countries), () =>
          String(Math.floor(random() * 900) + 100),
        );

        const number = parsePhoneNumber(digits);
        const written = pick(TIME_NOTATIONS)(number);
        const text = frame.replace('{t}', time).replace('{n}', () => written);

        return {
          kind: 'phone',
          text,
          pieces: windows(number.nationalNumber, 6),
        };
      }),
    ),
  );
}

export function createMaskingCases(seed: number): MaskingCase[] {
  const random = seededRandom(seed);

  const pick = <T>(list: readonly T[]): T =>
    list[Math.floor(random() * list.length)] as T;

  const chars = (alphabet: string, length: number) =>
    Array.from(
      { length },
      () => alphabet[Math.floor(random() * alphabet.length)],
    ).join('');

  const framed = (text: string) => pick(FRAMES).replace('{}', () => text);

  const paired = (form: string, key: string, value: string) =>
    form.replaceAll('{k}', key).replaceAll('{v}', () => value);

  const cases: MaskingCase[] = [];

  // Phone numbers of each country in each notation, with random last digits.
  for (const country of selectCountries())
    for (const write of NOTATIONS) {
      const digits = otherNumber(country, () => chars(DIGITS, 3));
      const written = write(parsePhoneNumber(digits));

      cases.push({
        kind: 'phone',
        text: framed(written),
        pieces: windows(digits.slice(1), 6),
      });
    }

  const forms: readonly (() => string)[] = [
    () => `EAAG${chars(ALPHANUMERIC, 40)}ZD`,
    () => `sk-proj-${chars(`${ALPHANUMERIC}_-`, 48)}a`,
    () => `sk-ant-api03-${chars(`${ALPHANUMERIC}_-`, 60)}AA`,
    () => `glpat-${chars(ALPHANUMERIC, 20)}`,
    () => `hf_${chars(LOWER + LOWER.toUpperCase(), 34)}`,
    () => `ya29.${chars(`${ALPHANUMERIC}_-`, 60)}a`,
    () => `shpat_${chars(HEX, 32)}`,
    () =>
      `pat-na1-${chars(HEX, 8)}-${chars(HEX, 4)}-${chars(HEX, 4)}-${chars(HEX, 4)}-${chars(HEX, 12)}`,
    () => `1${chars(DIGITS, 9)}:AA${chars(ALPHANUMERIC, 33)}`,
    () => `1${chars(DIGITS, 14)}|${chars(ALPHANUMERIC, 27)}`,
    () => `ghp_${chars(ALPHANUMERIC, 36)}`,
    () =>
      `xoxb-${chars(DIGITS, 11)}-${chars(DIGITS, 12)}-${chars(ALPHANUMERIC, 24)}`,
    () => `AKIA${chars('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16)}`,
    () => `AIza${chars(ALPHANUMERIC, 35)}`,
    () => `sk_live_${chars(ALPHANUMERIC, 24)}`,
    () => `SG.${chars(ALPHANUMERIC, 22)}.${chars(ALPHANUMERIC, 43)}`,
    () =>
      `eyJhbGciOiJIUzI1NiJ9.eyJ${chars(ALPHANUMERIC, 30)}.${chars(ALPHANUMERIC, 43)}`,
    () => `npm_${chars(ALPHANUMERIC, 36)}`,
  ];

  for (const form of forms)
    for (const frame of [
      ...FRAMES,
      'https://example.com/callback/token/{}',
      '/webhooks/inbound/{}',
      'x={}&y=1',
    ]) {
      const token = form();

      cases.push({
        kind: 'secret',
        text: frame.replace('{}', () => token),
        pieces: windows(token.slice(-16), 8),
      });
    }

  const values: readonly (() => string)[] = [
    () => chars(HEX, 32),
    () => chars(ALPHANUMERIC, 12),
    () => chars(ALPHANUMERIC, 40),
    () => `${chars(LOWER, 6)}${chars(DIGITS, 3)}`,
    () => `${chars(ALPHANUMERIC, 9)}!${chars(DIGITS, 2)}`,
    () =>
      `${chars(HEX, 8)}-${chars(HEX, 4)}-4${chars(HEX, 3)}-a${chars(HEX, 3)}-${chars(HEX, 12)}`,
    () => `sha256=${chars(HEX, 64)}`,
    () => forms[0]?.() ?? '',
  ];

  for (const key of SECRET_KEYS)
    for (const pair of SECRET_PAIRS) {
      const value = pick(values)();

      cases.push({
        kind: 'secret',
        text: paired(pair, key, value),
        pieces: windows(value, 8),
      });
    }

  const pem = chars(`${ALPHANUMERIC}+/`, 64);

  for (const end of ['\n', '\\n', '\r\n'])
    cases.push({
      kind: 'secret',
      text: `"key": "-----BEGIN RSA PRIVATE KEY-----${end}${pem}${end}${pem}${end}-----END RSA PRIVATE KEY-----"`,
      pieces: windows(pem, 10),
    });

  for (const key of NAME_KEYS)
    for (const pair of PAIRS) {
      const name = pick(NAMES);

      cases.push({
        kind: 'name',
        text: paired(pair, key, name),
        pieces: name.match(/[\p{L}\p{M}]{3,}/gu) ?? [],
      });
    }

  for (const name of NAMES)
    for (const [pair, key] of [
      ['"profile":{"{k}":"{v}"}', 'name'],
      ['<{k}>{v}</{k}>', 'name'],
      ['"{k}":"{v}"', 'name'],
      ['{k}\tError\n{v}\t131026', 'Name'],
    ] as const)
      cases.push({
        kind: 'name',
        text: paired(pair, key, name),
        pieces: name.match(/[\p{L}\p{M}]{3,}/gu) ?? [],
      });

  const users: readonly (() => string)[] = [
    () => `BR.${chars(ALPHANUMERIC, 16)}7a`,
    () => `${pick(['US', 'IN', 'ID', 'MX'])}.ENT.${chars(DIGITS, 20)}`,
    () => `DE.${chars(DIGITS, 17)}`,
    () => `ES.${chars(ALPHANUMERIC, 126)}1a`,
    () => `@${chars(LOWER, 5)}.${chars(LOWER, 6)}`,
    () => `@${chars(LOWER, 6)}_${chars(DIGITS, 3)}`,
    () => `1${chars(DIGITS, 14)}@lid`,
    () => `120363${chars(DIGITS, 12)}@g.us`,
    () => `55119${chars(DIGITS, 8)}-16${chars(DIGITS, 8)}@g.us`,
  ];

  for (const user of users)
    for (let count = 0; count < 12; count++) {
      const id = user();

      cases.push({
        kind: 'user',
        text: framed(id),
        pieces: windows(id.replace(/@(?:lid|g\.us)$/, ''), 5),
      });
    }

  for (const key of [
    'username',
    'user_id',
    'from_user_id',
    'parentUserId',
    'wa_username',
    'bsuid',
    'handle',
  ])
    for (const pair of PAIRS) {
      const id = `${chars(LOWER, 5)}${pick(['.', '_', ''])}${chars(LOWER, 5)}${chars(DIGITS, 2)}`;

      cases.push({
        kind: 'user',
        text: paired(pair, key, id),
        pieces: windows(id, 5),
      });
    }

  for (let count = 0; count < 160; count++) {
    const local = pick([
      () => `${chars(LOWER, 5)}.${chars(LOWER, 7)}`,
      () => chars(LOWER, 70),
      () => `${chars(LOWER, 8)}+wa${chars(DIGITS, 2)}`,
      () => `josé.${chars(LOWER, 6)}`,
    ])();

    const at = pick(['@', '@', '%40', '\\u0040', '&#64;']);
    const text = `${local}${at}${pick(['example.com', 'mail.example.com.br', 'exämple.de', 'example.co.uk'])}`;

    const frame = pick([
      ...FRAMES,
      'https://example.com/list/{}',
      'mailto:{}?subject=131047',
      '<{}>',
      'user={}&code=1',
    ]);

    cases.push({
      kind: 'mail',
      text: frame.replace('{}', text),
      pieces: windows(local, 5),
    });
  }

  for (let count = 0; count < 60; count++) {
    const byte = () => String(1 + Math.floor(random() * 250));
    const block = () => `1${chars(HEX, 3)}`;

    const ip = pick([
      () => `203.${byte()}.${byte()}.${byte()}`,
      () => `2001:db8::${block()}:${block()}:${block()}`,
      () =>
        `2001:db8:${block()}:${block()}:${block()}:${block()}:${block()}:${block()}`,
    ])();

    const frame = pick([
      'client {} closed',
      'from {} port 443',
      '"ip":"{}"',
      'x-forwarded-for: {}',
      '[{}] 131047',
    ]);

    cases.push({
      kind: 'ip',
      text: frame.replace('{}', ip),
      pieces: [ip, ip.slice(4)],
    });
  }

  return cases;
}

type PhoneNumber = ReturnType<typeof parsePhoneNumber>;

const groupsOf = (number: PhoneNumber) =>
  number.formatInternational().slice(1).split(' ');
const FULL_WIDTH = 0xfee0;
const fullWidth = (text: string) =>
  text.replace(/\d/g, (digit) =>
    String.fromCharCode(digit.charCodeAt(0) + FULL_WIDTH),
  );
const inArabic = (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
const inThousands = (digits: string, mark: string) =>
  digits.replace(/\B(?=(?:\d{3})+$)/g, mark);

const NOTATIONS: readonly ((number: PhoneNumber) => string)[] = [
  (number) => number.number,
  (number) => number.formatInternational(),
  (number) => number.formatNational(),
  (number) => number.number.slice(1),
  (number) => groupsOf(number).join(' '),
  (number) => `+${groupsOf(number).join('-')}`,
  (number) => `+${groupsOf(number).join('.')}`,
  (number) => `00${groupsOf(number).join(' ')}`,
  (number) => `%2B${number.number.slice(1)}`,
  (number) => `+${inArabic(groupsOf(number).join(' '))}`,
  (number) => fullWidth(number.number),
  (number) => `"wa_id":"${number.number.slice(1)}"`,
  (number) => `phone=${number.nationalNumber}`,
  (number) => `14:05 ${number.formatInternational()}`,
  (number) => `2026-11-20 14:05:33 ${number.number.slice(1)}`,
  (number) => `sms${number.number.slice(1)}sent`,
  (number) => `whatsapp:${number.number}`,
  (number) => `${number.number.slice(1)}@s.whatsapp.net`,
  (number) => `+${groupsOf(number).join('\u202f')}`,
  (number) =>
    `(+${number.countryCallingCode}) ${groupsOf(number).slice(1).join('-')}`,
  (number) => inThousands(number.number.slice(1), ','),
];

const TIME_NOTATIONS: readonly ((number: PhoneNumber) => string)[] = [
  (number) => number.number.slice(1),
  (number) => number.number,
  (number) => number.nationalNumber,
  (number) => number.formatInternational(),
  (number) => number.formatNational(),
  (number) => groupsOf(number).join(' '),
  (number) => groupsOf(number).join('-'),
];

/** Returns the example number of a country with other last digits. */
function otherNumber(country: CountryCode, digits: () => string): string {
  const given = getExampleNumber(country, examples)?.number ?? '';

  for (let attempt = 0; attempt < 20; attempt++) {
    const other = given.slice(0, -3) + digits();
    if (isValidPhoneNumber(other)) return other;
  }

  return given;
}

/** Returns all substrings of a length. */
function windows(text: string, size: number): string[] {
  if (text.length <= size) return [text];
  return Array.from({ length: text.length - size + 1 }, (_, at) =>
    text.slice(at, at + size),
  );
}
