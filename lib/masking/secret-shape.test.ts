import { describe, expect, it } from 'vitest';
import {
  isExpression,
  looksLikeSecret,
  looksRandom,
  looksVeryMixed,
  looksVeryRandom,
} from './secret-shape.ts';

const UUID = '8b1d9a74-3c1e-4f7e-9a57-2f8c0de1a6b3';
const HEX = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';

describe.each([
  [
    'a random text',
    looksRandom,
    [
      'a1b2c3d4e5f6a7b8',
      'a1b2/c3d4+e5f6=~|%',
      'abcd1efgh2ijklmno3',
      `x${UUID}`,
      `${UUID}x`,
      `SK${HEX}`,
    ],
    [
      ...[
        'a1b2c3d4e5f6a7b',
        ' a1b2c3d4e5f6a7b8',
        'a1b2c3d4e5f6a7b8!',
        'abcd1efgh2ijklmnopq',
      ],
      ...[
        'ab-1cd-2ef-3gh-4ijkl',
        'aBcDeFgHiJkLmNoP',
        UUID,
        UUID.toUpperCase(),
        '/a1b2c3d4e5f6a7b8',
      ],
      ...[
        '2026-11-20T10a1b2c3d4',
        `SM${HEX}`,
        'Types_1.DisconnectReason.connectionClosed',
      ],
    ],
  ],
  [
    'a key without a label',
    looksVeryRandom,
    ['aB1cD2eF3gH4iJ5k'],
    ['a1b2c3d4e5f6a7b8', 'aB1cD2'],
  ],
  [
    'disorder',
    looksVeryMixed,
    ['AabB1ccdd2'],
    ['Aabb1ccdd2', 'aBcDeFgH', 'a1b2c3', 'Abcdefgh1'],
  ],
  [
    'source code',
    isExpression,
    [
      ...[
        'process.env.WA_TOKEN',
        'os.environ["A"]',
        'import.meta.env.VITE_A',
        'getToken(',
        '$this->a::b(',
      ],
      ...[
        'config.key',
        'config.someLongKey',
        'Types_1.Reason.closed',
        'a.b.c.d',
        'config.key(',
      ],
    ],
    [
      'my_process.env1',
      '1get(',
      'get(1',
      '1config.key',
      'config.key1',
      'swordfish',
    ],
  ],
  [
    'the secret of a key',
    looksLikeSecret,
    [
      ...[
        'ab123',
        'v21.0a',
        '12ab34',
        'xv21.0',
        'xhttps:1',
        'x2026-11',
        'err_131047',
        'xERR_131047',
        'ERR_131047x',
      ],
      ...['xWA401', 'WA401x', 'sword!', '!sword', 'aBcDeFgH'],
    ],
    [
      ...[
        'ab12',
        'v21.0',
        'v1234',
        'v12:34',
        '123456',
        '12345!',
        '!12345',
        'http://x1',
        'https://x1',
      ],
      ...[
        '2026-11-20T10:00Z',
        'ERR_131047',
        'A1_B2_C3',
        'WA401',
        'WA-40123',
        'swordfish',
        'aBcDeFg',
      ],
      ...['aaaaBBBc', 'OAuthErrorTitle', 'camelCaseTitle'],
    ],
  ],
])('%s', (_, test, positive, negative) => {
  it.each(positive)('is %s', (value) => expect(test(value)).toBe(true));
  it.each(negative)('is not %s', (value) => expect(test(value)).toBe(false));
});
