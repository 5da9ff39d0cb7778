import { describe, expect, it } from 'vitest';
import { bundledMasking } from './bundled-masking.ts';
import { maskText } from './mask-text.ts';
import { isSecretCell } from './secret-cell.ts';
import { isStatement } from './statement.ts';

describe('the value of a key', () => {
  it.each([
    ['pushname "Ana"', 'pushname "[name]"'],
    ['customer "Ana Souza" failed 131026', 'customer "[name]" failed 131026'],
    ['address "12 Main St"', 'address "[address]"'],
    [
      'To: Example support, with the id of the message',
      'To: Example support, with the id of the message',
    ],
    ['To: Keisha Odom | failed', 'To: [name] | failed'],
    ['Assignee: Keisha Odom\n131026', 'Assignee: [name]\n131026'],
    [
      '{"assignees":["Keisha Odom","Tyler Moss"]}',
      '{"assignees":["[name]","[name]"]}',
    ],
    [
      '{"name":{"first":"Keisha","last":"Odom"}}',
      '{"name":{"first":"[name]","last":"[name]"}}',
    ],
    [
      '{"size":{"first":"12","last":"14"}}',
      '{"size":{"first":"12","last":"14"}}',
    ],
    [
      'Authorization: Digest username="keisha", response="6629fae49393a05397450978507c4ef1"',
      'Authorization: Digest username="[user]", response="[token]"',
    ],
    ['Authorization: EAAGm0PX4Z', 'Authorization: [token]'],
    ['Authorization=Token EAAGm0PX4Z99', 'Authorization=Token [token]'],
    [
      'Server=db;Password=two words;Encrypt=true',
      'Server=db;Password=[token];Encrypt=true',
    ],
    ['PWD=/srv/app', 'PWD=/srv/app'],
    ['if (password == "hunter22x") x', 'if (password == "[token]") x'],
    ['password: await next()', 'password: await next()'],
    ['PASSWORD=self', 'PASSWORD=[token]'],
    ['token: session has ended', 'token: session has ended'],
    ['Invalid token: expired', 'Invalid token: expired'],
    ['token: abc', 'token: abc'],
    ['token: token', 'token: token'],
    ['password: 123456', 'password: [token]'],
    ['pin: 4821', 'pin: [token]'],
    ['my password is swordfish', 'my password is [token]'],
    ['the password is Monday and 131026', 'the password is [token] and 131026'],
    ['the password is missing', 'the password is missing'],
    ['senha é flamengo', 'senha é [token]'],
    ['our password is invalid,', 'our password is invalid,'],
    ['signature: `def handle(event)`', 'signature: `def handle(event)`'],
    ['{"secret":"[object Object]"}', '{"secret":"[object Object]"}'],
    ['{"secret":"correct horse battery staple"}', '{"secret":"[token]"}'],
    ['{"password":"is required"}', '{"password":"is required"}'],
    ['{"token":"token_expired"}', '{"token":"token_expired"}'],
    ['{"token":"my_token_for_home"}', '{"token":"[token]"}'],
    ["'direccion' => 'saliente'", "'direccion' => 'saliente'"],
    ["'direccion' => 'Calle 5'", "'direccion' => '[address]'"],
    ['zip: 12345', 'zip: [address]'],
    ['city: Reno, address: none', 'city: [address], address: none'],
    ['direccion: No disponible', 'direccion: No disponible'],
    ['direccion: Calle No 5', 'direccion: [address]'],
    ['Owner: Business Manager', 'Owner: Business Manager'],
    ['Sender = Receiver', 'Sender = Receiver'],
    ['Sender: Keisha Odom', 'Sender: [name]'],
    ['name: CI', 'name: CI'],
    ['name: ValidationError x', 'name: ValidationError x'],
    ['first name: Keisha_Odom', 'first name: [name]'],
    ['name: order_update', 'name: order_update'],
    ['customer name: keisha odom', 'customer name: [name]'],
    ['name: Keisha, 131026', 'name: [name], 131026'],
    ['Customer name\nKeisha Odom\n131026', 'Customer name\n[name]\n131026'],
    [
      'Customer name\nOrder number\n131026',
      'Customer name\nOrder number\n131026',
    ],
    ['Password:\nab-12-cd\nx', 'Password:\n[token]\nx'],
    ['Password\nab12cdx\nx', 'Password\n[token]\nx'],
    ['Token\nexpired today\n', 'Token\nexpired today\n'],
    ['API key:\nsk_live_0123456789abcdef', 'API key:\n[token]'],
    ['{"owner":"Keisha Odom"}', '{"owner":"[name]"}'],
    ['{"owner":"a b c d e f g h"}', '{"owner":"a b c d e f g h"}'],
    ['{"owner":"Is this you?"}', '{"owner":"Is this you?"}'],
    ['{"customer_name":"keisha"}', '{"customer_name":"[name]"}'],
    ['{"customer_name":"[\\"a\\"]"}', '{"customer_name":"[\\"a\\"]"}'],
    ['group_id: 120363025246125486', 'group_id: [id]'],
    ['account_id: 12', 'account_id: 12'],
    ['otp: 4821', 'otp: [token]'],
    ['cvv: 123', 'cvv: [token]'],
    ['user account failed', 'user account failed'],
    ['username: is required', 'username: is required'],
    ['user: Keisha Odom', 'user: [name]'],
    ['The sender is online', 'The sender is online'],
    ['The sender name is too long', 'The sender name is too long'],
    ['sender name Keisha Odom', 'sender name [name]'],
    ['customer: [masked]', 'customer: [masked]'],
    ['[10:12] Keisha Odom: see you', '[10:12] [name]: [text]'],
    ['<name>Keisha</name>', '<name>[name]</name>'],
    ['<secret>swordfish9x</secret>', '<secret>[token]</secret>'],
    ['text=see%20you%20soon&to=%2B5511987654321', 'text=[text]&to=[phone]'],
    [
      'to=5511987654321&body=see%20you%20soon%21&type=text',
      'to=[phone]&body=[text]&type=text',
    ],
    [
      'Body=see+you+soon&To=whatsapp%3A%2B5511987654321',
      'Body=[text]&To=whatsapp%3A[phone]',
    ],
    [
      'level=info url=/x?y=2&to=5511987654321',
      'level=info url=/x?y=2&to=[phone]',
    ],
    ['address: 63015 never joined', 'address: 63015 never joined'],
    ['auth: (#190) token expired', 'auth: (#190) token expired'],
    ['pin: 131026', 'pin: [token]'],
    ['pin 1005 – Timeout', 'pin 1005 – Timeout'],
    ['address: 500 Pine Street', 'address: [address]'],
    ['password: 131047x', 'password: [token]'],
    [
      'to 5511987654321, 5511987654322 and 131026',
      'to [phone], [phone] and 131026',
    ],
    [
      'Keisha Odom got 131026; KeishaOdom did not',
      '[name] got 131026; [name] did not',
    ],
  ])('is masked if the key and its form say so: %s', (text, masked) =>
    expect(maskText(bundledMasking.splitIntoParts(text))).toBe(masked),
  );
});

describe('a cell below the header of a secret', () => {
  it.each([
    ['password', 'swordfish9x', false],
    ['password', 'swordfish', false],
    ['password', 'sk_live_0123456789', false],
    ['token', 'a8F3kQ9zPq1LmXw2', false],
    ['password', 'two words', true],
  ])('%s: %s is one', (heading, value, isInQuotes) =>
    expect(isSecretCell(heading, value, isInQuotes)).toBe(true),
  );
  it.each([
    ['password', 'expired', false],
    ['password', 'reset', false],
    ['password', 'two words', false],
    ['token', 'swordfish', false],
    ['password', 'abc', true],
    ['password', '{"a":1}', true],
    ['password', 'is required', true],
    ['name', 'swordfish', true],
  ])('%s: %s is none', (heading, value, isInQuotes) =>
    expect(isSecretCell(heading, value, isInQuotes)).toBe(false),
  );
});

describe('a statement about a secret', () => {
  it.each([
    'expired',
    'token_expired',
    'is required',
    ', which is missing',
    'not found',
    'token has expired',
  ])('%s', (text) => expect(isStatement(text)).toBe(true));
  it.each([
    'swordfish',
    'my_token_for_home',
    'correct horse battery staple',
    ':)',
    'x9',
  ])('not %s', (text) => expect(isStatement(text)).toBe(false));
});
