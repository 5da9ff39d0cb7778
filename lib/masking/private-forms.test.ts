import { describe, expect, it } from 'vitest';
import table from '../../data/private-forms.json' with { type: 'json' };
import supportFields from '../../data/support-fields.json' with {
  type: 'json',
};
import { compileForms } from '../structure/notations.ts';
import { bundledMasking } from './bundled-masking.ts';
import { expandForm } from './form-table.ts';
import { maskText } from './mask-text.ts';
import { findKeptForms } from './private-forms.ts';

const { splitIntoParts } = bundledMasking;
const mark = (text: string, kind: string) =>
  splitIntoParts(text)
    .map((part) => (part.masked === kind ? `⟦${part.text}⟧` : part.text))
    .join('');

describe('the example of each private form is masked', () => {
  it.each(table.private.map(({ kind, example }) => [kind, example]))(
    '%s: %s',
    (kind, example) => {
      expect(mark(example.replace(/[⟦⟧]/g, ''), kind)).toBe(example);
    },
  );
});

describe('the example of each form of a number and of a value is matched', () => {
  const examples = new Map<string, object>([
    ...Object.entries(table.numbers),
    ...Object.entries(table.values),
  ]);
  const patterns = {
    ...compileForms(table.numbers, expandForm),
    ...compileForms(table.values, expandForm),
  };
  // A list of words needs no example.
  const forms = Object.entries(patterns).flatMap(([name, pattern]) => {
    const one = examples.get(name);
    return one && 'example' in one
      ? [[name, String(one.example), pattern] as const]
      : [];
  });
  it.each(forms)('%s: %s', (_, example, pattern) => {
    pattern.lastIndex = example.indexOf('⟦');
    const [match = ''] = pattern.exec(example.replace(/[⟦⟧]/g, '')) ?? [];
    expect(example).toContain(`⟦${match}⟧`);
  });
});

describe('the example of each kept form is kept', () => {
  it.each(table.kept.map(({ example }) => [example]))('%s', (example) => {
    expect(findKeptForms(example)).toContainEqual({
      start: expect.any(Number),
      end: expect.any(Number),
    });
    expect(splitIntoParts(example).every(({ masked }) => masked === null)).toBe(
      true,
    );
  });
});

it.each(Object.entries(supportFields.keeps))(
  'the example of what support needs matches: %s',
  (_, { form, flags, example }) => {
    expect(example).toMatch(new RegExp(form, flags));
  },
);

it.each(Object.entries(supportFields.forms))(
  'the example of a needed form matches: %s',
  (_, { form, example }) => {
    expect(example).toMatch(new RegExp(`^(?:${form})$`, 'u'));
  },
);

describe('private parts are found by their form alone', () => {
  it.each([
    [
      'Berger’s phone failed with 131026, said Anne Berger',
      '[name]’s phone failed with 131026, said [name]',
    ],
    ['Call Ana Souza about error 131026', 'Call [name] about error 131026'],
    ['Error Ana Souza sent 131026', 'Error [name] sent 131026'],
    ['sent by Seán O’Brien, error 131026', 'sent by [name], error 131026'],
    ["sent by Seán O'Brien. Error 131026", 'sent by [name]. Error 131026'],
    ['met Anne-Lise Berger today, 131026', 'met [name] today, 131026'],
    ['Xander=1 +5511987654321', 'Xander=1 [phone]'],
    ['Xander:on +5511987654321', 'Xander:on [phone]'],
    ['Xander: on +5511987654321', 'Xander: on [phone]'],
    [
      'user ana.souza_91 got 131026 at +5511987654321',
      'user [user] got 131026 at [phone]',
    ],
    ['user=ana.souza failed', 'user=[user] failed'],
    ['/home/ana.souza/app/log.txt 131026', '/home/[user]/app/log.txt 131026'],
    ['NTUxMTk4NzY1NDMyMQ== failed 131026', 'wamid.[masked] failed 131026'],
    ['token: NTUxMTk4NzY1NDMyMQ==', 'token: [token]'],
    ['hello_world_template NTUxMTk4', 'hello_world_template NTUxMTk4'],
    [
      'password: invalid or missing value',
      'password: invalid or missing value',
    ],
    ['secret is swordfish9x', 'secret is [token]'],
    ['/webhooks/a8F3kQ9zPq1LmXw2/in 131026', '/webhooks/[token]/in 131026'],
    ['/webhooks/order_update_2/in', '/webhooks/order_update_2/in'],
    [
      '/v1/3f2504e0-4f89-11d3-9a0c-0305e82c3301/x',
      '/v1/3f2504e0-4f89-11d3-9a0c-0305e82c3301/x',
    ],
    ['/webhooks/aB3dE6gH9kL/in', '/webhooks/[token]/in'],
    ['reply: “, or so it seems” +5511987654321', 'reply: “[text]” [phone]'],
    ['GB82 WEST 1234 5698 7654 32', '[id]'],
    [
      'bad::cafe and fe80::1ff:fe23:4567:890a',
      'bad::cafe and fe80::1ff:fe23:4567:890a',
    ],
    ['2001:db8::1.', '[IP].'],
    ['name: JOHN SMITH error 131026', 'name: [name] error 131026'],
    ['Sender Name: Acme Corp GmbH', 'Sender Name: [name]'],
    [
      'Dear Ms Okafor, your parcel is here. 131026',
      'Dear [name], your parcel is here. 131026',
    ],
    ['Hi Tom! 131026 failed', 'Hi [name]! 131026 failed'],
    ['@ana_souza91 wrote 131026', '[user] wrote 131026'],
    ['card 4242 4242 4242 4242 exp 12/29', 'card [id] exp 12/29'],
    ['passport no. X1234567', 'passport no. [id]'],
    ['Rua das Flores, 12, 01310-100 São Paulo', '[address], [name]'],
    [
      'jdbc:postgresql://ana:s3cr3tPw@db.example.com/x',
      'jdbc:postgresql://[user]:[token]@db.example.com/x',
    ],
    ['https://user:pa55word@example.com/', 'https://user:[token]@example.com/'],
    ['curl -u ana:pa55word https://x', 'curl -u [user]:[token] https://x'],
    ['AKIAIOSFODNN7EXAMPLE', '[token]'],
    ['ghp_16C7e42F292c6912E7710c838347Ae178B4a', '[token]'],
    ['xoxb-123456789012-abcdefghijkl', '[token]'],
    [
      '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----',
      '-----BEGIN PRIVATE KEY-----\n[token]\n-----END PRIVATE KEY-----',
    ],
  ])('%s', (text, masked) =>
    expect(maskText(splitIntoParts(text))).toBe(masked),
  );
});
