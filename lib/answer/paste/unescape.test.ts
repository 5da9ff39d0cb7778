import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectLinearCost } from '../../../tests/growth.ts';
import { decodeBase64, decodeDump, unescapePaste } from './unescape.ts';

const PAYLOAD =
  '{"error":{"code":131026,"message":"(#131026) Message undeliverable"}}';

describe('unescaping a paste', () => {
  it.each([
    ['JSON in a string', JSON.stringify(PAYLOAD)],
    ['JSON in a string in a string', JSON.stringify(JSON.stringify(PAYLOAD))],
    ['HTML', PAYLOAD.replaceAll('"', '&quot;')],
    ['HTML twice', PAYLOAD.replaceAll('"', '&amp;quot;')],
    [
      'numbered entities',
      PAYLOAD.replaceAll('"', '&#34;').replaceAll('{', '&#x7b;'),
    ],
    ['an address', encodeURIComponent(PAYLOAD)],
    ['an escaped address', encodeURIComponent(JSON.stringify(PAYLOAD))],
  ])('reads %s', (_, text) => expect(unescapePaste(text)).toContain(PAYLOAD));

  it('decodes an entity by name and by number', () =>
    expect(unescapePaste('&quot;131026&quot;&#160;&mdash;&#8212;')).toBe(
      '"131026" ——',
    ));

  it.each([
    '100% sure, 50%25 off',
    'AT&T & co',
    'C:\\new\\table',
    '(#131047) Re-engagement',
    '%22%ff%zz broken',
  ])('does not change prose: %s', (text) =>
    expect(unescapePaste(text).replace('"', '%22')).toBe(text),
  );

  it('never throws, and ends after a few layers', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => typeof unescapePaste(text) === 'string',
      ),
    );
    const parts = fc.constantFrom(
      '\\',
      '"',
      '&',
      'amp;',
      'quot;',
      '%',
      '22',
      '25',
      '#x22;',
      'u0022',
      'n',
      '/',
    );
    fc.assert(
      fc.property(
        fc.array(parts),
        (all) => typeof unescapePaste(all.join('')) === 'string',
      ),
    );
  });

  it.each(['\\', '\\"', '%22', '&amp;', '&', '%'])(
    'handles a megabyte of %s in linear time',
    (unit) =>
      expectLinearCost(1_000_000, (size) => {
        const text = unit.repeat(size / unit.length);

        return () => unescapePaste(text);
      }),
  );
});

describe('Base64 of a text', () => {
  const text =
    '{\r\n\t"code": 131047, "details": "Não ~ entregue, número inválido"}';
  const encode = (plain: string) => Buffer.from(plain).toString('base64');

  it('is decoded, also in its form for addresses and without its padding', () => {
    expect(decodeBase64(`data=${encode(text)}&`)).toBe(`data=${text}&`);
    expect(
      decodeBase64(Buffer.from(`${text}>>>???`).toString('base64url')),
    ).toBe(`${text}>>>???`);
    expect(decodeBase64(encode('Message 131047 was not sent'))).toBe(
      'Message 131047 was not sent',
    );
  });

  it('is decoded from the next whole group if its begin is missing', () => {
    for (const cut of [1, 2, 3])
      expect(decodeBase64(encode(text).slice(cut))).toContain('"code": 131047');
  });

  it.each([1, 2, 3])('is decoded without its last %i characters', (missing) => {
    const text = '{"error":{"code":131047,"title":"x"}}';
    expect(
      decodeBase64(btoa(text).replaceAll('=', '').slice(0, -missing)),
    ).toMatch(/^\{"error":\{"code":131047/);
  });

  it('is decoded line by line', () => {
    const lines = encode(text.repeat(4)).replace(/(.{64})/g, '$1\r\n');
    expect(decodeBase64(`${lines}\r\n--end`)).toBe(
      `${text.repeat(4)}\r\n--end`,
    );
  });

  it.each([
    ['a short id', encode('131047 is the code').slice(0, 24)],
    ['a key', encode('\u0001\u0002'.repeat(20))],
    [
      'bytes behind a text',
      Buffer.from([
        ...Buffer.from('PNG image, 64 x 64 px  '),
        0,
        255,
        1,
      ]).toString('base64'),
    ],
    [
      'a delete character in its beginning',
      encode('code 131047 \u007f and more text'),
    ],
    ['words', 'There is no such thing as a code here'],
  ])('is not %s', (_, given) => expect(decodeBase64(given)).toBe(given));
});

describe('quoted-printable', () => {
  it('is decoded if its lines end in soft breaks', () => {
    expect(unescapePaste('c=C3=B3digo 1310=\r\n47 =3D =7B')).toBe(
      'código 131047 = {',
    );
    expect(unescapePaste('code=2213=  \n1047=22=\n.')).toBe('code"131047".');
  });

  it.each(['https://a.example/?a=20&b=22', 'a=\nb=\n'])(
    'is no other text: %j',
    (text) => expect(unescapePaste(text)).toBe(text),
  );
});

it('a sign that INI and LaTeX escape is read without its escape', () =>
  expect(unescapePaste('message=(\\#131047)')).toBe('message=(#131047)'));

it('the branches of a printed tree are indentations', () =>
  expect(
    unescapePaste('└─ failed\n   ├─ 131047: 96\n   └── a\n├────┼────┤'),
  ).toBe('   failed\n      131047: 96\n       a\n├────┼────┤'));

describe('a map of Clojure', () => {
  it.each([
    [
      '{:code 131047, :data {:to "5511"}\n :via\n [{:at 4}]}',
      '{"code": 131047, "data": {"to": "5511"}\n "via":\n [{"at": 4}]}',
    ],
    ['{:code => 131047}', '{:code => 131047}'],
    ['at 10:02 :wave: {:ok, :sent}', 'at 10:02 :wave: {:ok, :sent}'],
  ])('%j becomes %j', (text, object) => expect(decodeDump(text)).toBe(object));
});

describe('a PHP dump', () => {
  it.each([
    [
      'array(1) {\n  ["code"]=>\n  int(-4)\n}',
      'array(1) {\n  "code" =>\n-4\n}',
    ],
    [
      'Array ( [code] => 4 [said] => x (y) )',
      'Array { "code" => 4 "said" => x (y) }',
    ],
    ['["a"]=> string(2) "Ax"', '"a" => "Ax"'],
  ])('of %j becomes an object', (text, object) =>
    expect(decodeDump(text)).toBe(object),
  );

  it('keeps the parentheses of the text behind it', () =>
    expect(decodeDump('Array\n(\n [a] => 1\n)\nsee ( this )')).toBe(
      'Array\n{\n "a" => 1\n}\nsee ( this )',
    ));

  it.each(['array( [code] ) without an arrow', 'f (x ) => y ( z )'])(
    'is no other text: %s',
    (text) => expect(decodeDump(text)).toBe(text),
  );
});

describe('the outputs of a notebook', () => {
  const cell = (output: string) =>
    `{\n "cell_type": "code",\n "outputs": [\n  {\n${output}\n  }\n ]\n}`;

  it('are the lines that they list', () => {
    const text = cell(
      '   "text/plain": [\n    "error_code\\n",\n    "131026    1\\n",\n    "dtype: int64"\n   ]',
    );

    expect(unescapePaste(text)).toContain(
      '[\nerror_code\n131026    1\ndtype: int64\n',
    );
  });

  it('are read once if they have HTML', () => {
    const text = cell(
      '   "text/html": [\n    "<td>131026</td>\\n"\n   ],\n   "text/plain": [\n    "0  131026"\n   ]',
    );

    expect(unescapePaste(text).match(/131026/g)).toHaveLength(1);
    expect(unescapePaste(text).split('\n')).toHaveLength(
      text.split('\n').length,
    );
  });
});
