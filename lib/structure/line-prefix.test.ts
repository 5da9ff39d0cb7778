import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectLinearCost } from '../../tests/growth.ts';
import { createPrefixRemover } from './line-prefix.ts';

const removePrefixes = (text: string) => createPrefixRemover()(text, true);

const ENTRY = [
  'send failed {',
  "  message: '(#131047) Re-engagement message',",
  '  code: 131047,',
  '  error_data: {',
  "    details: 'x'",
  '  }',
  '}',
  'retry in 5 s',
];

/** Returns lines as a supervisor prints them, with the number of each for its time. */
const print = (prefix: (line: number) => string, lines = ENTRY) =>
  lines.map((line, at) => prefix(10 + at) + line).join('\n');

const SUPERVISORS: [string, (line: number) => string][] = [
  ['Docker Compose', () => 'sender-1  | '],
  ['foreman', (line) => `10:02:${line} web.1  | `],
  ['pm2', () => '0|sender  | '],
  ['kubectl', () => '[pod/sender-7d9f8b6c5-x2x4z/sender] '],
  ['journald', (line) => `Dec 01 10:02:${line} vps1 node[812]: `],
  ['Heroku', (line) => `2026-12-01T10:02:${line}.12+00:00 app[web.1]: `],
  ['GitHub Actions', (line) => `2026-12-01T10:02:${line}.1234567Z `],
  ['winston-console-format', (line) => `error:   ┃ [${line}] `],
  ['stern', () => 'sender-7d9f8b6c5-x2x4z sender '],
];

describe('the prefix of each line', () => {
  it.each(SUPERVISORS)(
    'of %s stays in the first line of an entry alone',
    (_, prefix) => {
      const [first = '', ...inner] = ENTRY.slice(0, -1);
      const last = prefix(17) + ENTRY.at(-1);

      expect(removePrefixes(print(prefix))).toBe(
        [prefix(10) + first, ...inner, last].join('\n'),
      );
    },
  );

  it('of the frames of a stack is removed, and of the exception that ends a traceback', () => {
    const lines = [
      'Traceback (most recent call last):',
      '  File "send.py", line 7, in <module>',
      '    send()',
      'TwilioRestException: HTTP 400 error: 63016',
      'worker ended',
    ];

    const prefix = 'Dec 01 10:02:11 vps1 python3[9]: ';
    const [head = '', ...others] = lines;

    expect(removePrefixes(print(() => prefix, lines))).toBe(
      [prefix + head, ...others.slice(0, 3), prefix + others.at(-1)].join('\n'),
    );
  });

  it("of Docker's own file is its time, and the line is unwrapped", () => {
    const wrap = (log: string) =>
      JSON.stringify({ log: `${log}\n`, stream: 'stderr', time: '2026-12-01' });

    const [first, ...inner] = ENTRY.slice(0, -1);

    expect(removePrefixes(ENTRY.map(wrap).join('\n'))).toBe(
      [`2026-12-01 ${first}`, ...inner, `2026-12-01 ${ENTRY.at(-1)}`].join(
        '\n',
      ),
    );
  });

  it.each([
    ['an invalid escape', '\n{"log":"\\x {","stream":"stdout","time":"1"}'],
    ['entries of one line', 'app-1 | failed 131047\napp-1 | failed 131026'],
    ['an object', ENTRY.join('\n')],
    ['a list in a list', '[\n  [\n    131047\n  ]\n]'],
    ['a table', '| code   | count |\n|--------|-------|\n|        | 12    |'],
    ['aligned columns', '10:02:11  131047\n10:02:12     470'],
    ['a query', 'SELECT code FROM log WHERE code IN (\n  131047\n)'],
    ['two objects', 'a {\n  code: 1\n}\na {\n  code: 2\n}'],
  ])('is not in %s', (_, text) => expect(removePrefixes(text)).toBe(text));

  it('is the same in chunks of any size', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...SUPERVISORS.map(([, prefix]) => prefix)),
        fc.integer({ min: 1, max: 200 }),
        (prefix, size) => {
          const text = `${print(prefix)}\n${print(prefix)}\n`;
          const remove = createPrefixRemover();
          let read = '';

          for (let at = 0; at < text.length; at += size)
            read += remove(text.slice(at, at + size), false);

          expect(read + remove('', true)).toBe(removePrefixes(text));
        },
      ),
    ));

  it('loses nothing of any text, also of a line without an end', () => {
    const remove = createPrefixRemover();
    const long = 'x'.repeat(1 << 15);

    expect(
      [long, `${long}\n`, 'end']
        .map((part) => remove(part, part === 'end'))
        .join(''),
    ).toBe(`${long}${long}\nend`);

    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(
          text.endsWith(removePrefixes(text).split('\n').at(-1) ?? ''),
        ).toBe(true);
      }),
    );
  });

  it('is found in linear time', () =>
    expectLinearCost(400, (size) => {
      const text = `${print(() => 'app-1 | ')}\n`.repeat(size);

      return () => removePrefixes(text);
    }));
});
