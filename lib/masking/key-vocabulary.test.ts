import { expect, it } from 'vitest';
import {
  classifyKey,
  isAboutSecret,
  isNameOfPerson,
  isSureSecret,
  splitKey,
} from './key-vocabulary.ts';

it.each([
  ['X-Customer-Full-Name', ' x customer full name '],
  ['dbPassword2', ' db password '],
  ['HTTPServer', ' http server '],
  ['sha256Sum', ' sha 256 sum '],
  ['a12_34', ' a '],
  ['contraseña', ' contrasena '],
  ['Ẫ', ' a '],
  ['ADI SOYADI', ' adi soyadi '],
  ['adı', ' adi '],
  ['पासवर्ड', ' पासवर्ड '],
  ['--', ''],
])('splits %s into "%s"', (key, parts) => expect(splitKey(key)).toBe(parts));

it.each([
  ['fbtrace_id', 'trace sure'],
  ['access_token', 'token sure'],
  ['token_type', 'token shape'],
  ['id_token', 'token sure'],
  ['id_token_name', 'token shape'],
  ['token_id', 'token shape'],
  ['session_id', 'token sure'],
  ['session_token_session_id', 'token sure'],
  ['session_id_token_name', 'token shape'],
  ['one_time_password', 'token sure'],
  ['password_time', 'token shape'],
  ['Invalid|access token', 'token shape'],
  ['validating|access token', 'token shape'],
  ['Auth|token', 'token sure'],
  ['pin', 'token digits'],
  ['pin_secret', 'token sure'],
  ['pin_secret_name', 'token digits'],
  ['OTP for|login', 'token digits'],
  ['Nome de|usuário', 'user sure'],
  ['username', 'user sure'],
  ['requested|by', 'name shape'],
  ['The customer|to', 'phone sure orName'],
  ['to', 'phone sure orName'],
  ['cc', 'name shape orName'],
  ['wa_id', 'phone sure'],
  ['contact_number', 'phone sure'],
  ['page_id', 'id digits'],
  ['cpf', 'id sure'],
  ['bank account of|cpf', 'id sure'],
  ['my|passport number', 'id sure'],
  ['first_name', 'name sure'],
  ['error|first_name', 'name sure'],
  ['error|surname', null],
  ['error_surname', null],
  ['surname', 'name sure'],
  ['Nome|completo', 'name sure'],
  ['customer_name', 'name sure'],
  ['customer|name', 'name sure'],
  ['customer|template_name', 'trace sure'],
  ['template|name', null],
  ['name', 'name plain'],
  ['nice_name', 'name shape'],
  ['billing_address', 'address sure'],
  ['ip_address', null],
  ['server|address', null],
  ['customer', 'name shape'],
  ['state', 'token shape'],
  ['status', null],
])('%s is %s', (written, expected) => {
  const [key = '', before = ''] = written.split('|').reverse();
  const found = classifyKey(key, before);
  expect(
    found && `${found.kind} ${found.certainty}${found.orName ? ' orName' : ''}`,
  ).toBe(expected);
});

it.each([
  'access_token',
  'db-password',
  'password',
  'pwd',
  'passphrase',
  'contraseña',
  'सर्वर.पासवर्ड',
])('%s is surely a secret', (key) => expect(isSureSecret(key)).toBe(true));
it.each([
  'token',
  'Access token',
  'token_expired',
  'api_version',
  'secret',
  '(password)',
  'password:',
  'mypwd',
])('%s may be no secret', (key) => expect(isSureSecret(key)).toBe(false));

it('tells headings and names from other words', () => {
  expect(
    ['created', 'e-mail', 'customer', 'swordfish'].map(isAboutSecret),
  ).toEqual([true, false, true, false]);
  expect(['Ana Souza', 'Team', 'Ana Team'].map(isNameOfPerson)).toEqual([
    true,
    false,
    false,
  ]);
});
