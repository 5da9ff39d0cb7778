import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testCatalogue } from '../../../tests/fixtures/catalogue.ts';
import { createSearch, type SearchContext } from './search.ts';

const search = createSearch(testCatalogue);
const findKeys = (query: string, context?: SearchContext) =>
  search.find(query, context).map(({ entry }) => entry.key);
const findKinds = (query: string) => search.find(query).map(({ kind }) => kind);

describe('search by code', () => {
  it.each([
    ['131047', 'meta/cloud/131047'],
    ['(#131047)', 'meta/cloud/131047'],
    ['131047,', 'meta/cloud/131047'],
    ['code: 131047', 'meta/cloud/131047'],
    ['error code 131047', 'meta/cloud/131047'],
    ['<b>131047</b>', 'meta/cloud/131047'],
    ['<td class="code">131047<br></td>', 'meta/cloud/131047'],
    ['<131047>', 'meta/cloud/131047'],
    ['&quot;131047&quot;', 'meta/cloud/131047'],
    ['*131047*', 'meta/cloud/131047'],
    ['131047\u200b', 'meta/cloud/131047'],
    ['131047/', 'meta/cloud/131047'],
    ['131047—window', 'meta/cloud/131047'],
    ['131 047', 'meta/cloud/131047'],
    ['131.047', 'meta/cloud/131047'],
    ['131,047', 'meta/cloud/131047'],
    ['131’047', 'meta/cloud/131047'],
    ['131\u202f047', 'meta/cloud/131047'],
    ['#131 047', 'meta/cloud/131047'],
    ['error (#131.047)', 'meta/cloud/131047'],
    ['131 047 131 026', 'meta/cloud/131047'],
    ['err131047', 'meta/cloud/131047'],
    ['error470', 'meta/onprem/470'],
    ['١٣١٠٤٧', 'meta/cloud/131047'],
    ['230', 'meta/cloud/200-299'],
    ['200-299', 'meta/cloud/200-299'],
    ['200–299', 'meta/cloud/200-299'],
    ['463', 'meta/graph/190.463'],
    ['190.463', 'meta/graph/190.463'],
    ['190 463', 'meta/graph/190.463'],
    ['131047/2388040', 'meta/management/2388040'],
    ['131047 2388040', 'meta/management/2388040'],
    ['MISSING_TOKEN', 'cequens/api/401~missing-token'],
    ['missing_token', 'cequens/api/401~missing-token'],
    ['biz_link_error', '360dialog/registration/1005~biz-link-error'],
    ['pending', 'meta/management/PENDING'],
    ['1005 timeout', '360dialog/registration/1005~timeout'],
    ['1005 registration locked', '360dialog/registration/1005~locked'],
    ['gupshup 1003', 'gupshup/api/1003'],
    ['1003 gupshup', 'gupshup/api/1003'],
  ])('%s finds %s first, as exact', (query, key) => {
    expect(search.find(query)[0]).toMatchObject({
      kind: 'exact',
      entry: { key },
    });
  });

  it('joins two known codes to one number only if that number is known', () => {
    expect(findKeys('470 463').slice(0, 2)).toEqual([
      'meta/onprem/470',
      'meta/graph/190.463',
    ]);
  });

  it('lists the codes of a range', () => {
    const found = search.find('131047–131050').map(({ entry }) => entry.code);
    expect(found).toContain('131047');
    expect(
      found.every((code) => Number(code) >= 131_047 && Number(code) <= 131_050),
    ).toBe(true);
    expect(findKeys('9990-9999')).toEqual([]);
  });

  it('shows all meanings of a code before anything else', () => {
    expect(findKeys('1003').slice(0, 2).sort()).toEqual([
      'gupshup/api/1003',
      'meta/onprem/1003',
    ]);
    expect(findKinds('1003').slice(0, 2)).toEqual(['exact', 'exact']);
  });

  it('ranks the meaning of the console or of the chosen provider first', () => {
    expect(findKeys('1003', { host: 'www.gupshup.io' })[0]).toBe(
      'gupshup/api/1003',
    );
    expect(findKeys('1003', { host: 'business.facebook.com' })[0]).toBe(
      'meta/onprem/1003',
    );
    expect(findKeys('30003', { provider: 'exotel' })[0]).toBe(
      'exotel/api/30003',
    );
    expect(findKeys('30003', { provider: 'twilio' })[0]).toBe(
      'twilio/api/30003',
    );
  });

  it('continues with codes with the same prefix', () => {
    expect(findKinds('1310')).toEqual(['prefix', 'prefix', 'prefix', 'prefix']);
    expect(findKeys('13')).toContain('meta/cloud/132015');
  });

  it('lists the codes that wrap the given one', () => {
    expect(
      search.find('470').map(({ entry, kind }) => [entry.key, kind]),
    ).toEqual([
      ['meta/onprem/470', 'exact'],
      ['meta/cloud/131047', 'text'],
      ['twilio/api/63016', 'text'],
    ]);
  });

  it('ranks aliases of a code first, those of the page before others', () => {
    expect(findKeys('131047')).toEqual([
      'meta/cloud/131047',
      'meta/onprem/470',
      'twilio/api/63016',
    ]);
    expect(findKeys('131047', { host: 'console.twilio.com' })[1]).toBe(
      'twilio/api/63016',
    );
  });

  it.each([
    '131407',
    '131047x',
    'x-131047',
    '131407x',
    '<b>131407</b>',
    '(#131407),',
  ])('offers the neighbours of an unknown code as neighbours: %s', (query) => {
    const found = search.find(query);
    expect(found[0]?.entry.code).toBe('131047');
    expect(new Set(found.map(({ kind }) => kind))).toEqual(
      new Set(['neighbour']),
    );
  });
});

describe('search by words', () => {
  it.each([
    ['re-engagement', 'meta/cloud/131047'],
    ['reengagement', 'meta/cloud/131047'],
    ['reengagment', 'meta/cloud/131047'],
    ['undeliverbale', 'meta/cloud/131026'],
    ['reenagegment', 'meta/cloud/131047'],
    ['message re-engagement', 'meta/cloud/131047'],
    ['window expired', 'meta/cloud/131047'],
    ['window closed', 'meta/cloud/131047'],
    ['fora da janela', 'meta/cloud/131047'],
    ['ventana cerrada', 'meta/cloud/131047'],
    ['number not on whatsapp', 'meta/cloud/131026'],
    ['não tem WhatsApp', 'meta/cloud/131026'],
    ['sin whatsapp', 'meta/cloud/131026'],
    ['template paused', 'meta/cloud/132015'],
    ['paused template', 'meta/cloud/132015'],
    ['plantilla pausada', 'meta/cloud/132015'],
    ['billing', 'meta/cloud/131042'],
    ['pagamento', 'meta/cloud/131042'],
    ['payment', 'meta/cloud/131042'],
    ['pair rate limit', 'meta/cloud/131056'],
    ['undelivrable', 'meta/cloud/131026'],
    ['twilio window', 'twilio/api/63016'],
    ['wallet', 'gupshup/api/1003'],
    ['customer blocked business', 'meta/cloud/131026'],
  ])('%s finds %s first', (query, key) => {
    expect(search.find(query)[0]).toMatchObject({
      kind: 'text',
      entry: { key },
    });
  });

  it.each([
    [
      'Sometimes nothing is attached (ie: Message Undeliverable), v3.8.0 in Docker',
      'meta/cloud/131026',
    ],
    [
      'WhatsApp says: Template paused. We sent it on Monday to 40 people from the new inbox',
      'meta/cloud/132015',
    ],
  ])('finds a name within a longer text: %s', (query, key) => {
    expect(findKeys(query)[0]).toBe(key);
  });

  it('reads a number at the start of a pasted line as the code', () => {
    expect(
      search.find('1003: the message failed for the last customer')[0],
    ).toMatchObject({ kind: 'exact' });
  });

  it.each([
    ['the window expired', 'meta/cloud/131047'],
    ['twilio: the window expired', 'twilio/api/63016'],
  ])(
    "%s: the code behind a provider's comes first, unless the provider is named",
    (query, key) => {
      expect(findKeys(query)[0]).toBe(key);
    },
  );

  it('ignores markup around words', () => {
    expect(findKeys('<b>window</b> expired')).toEqual(
      findKeys('window expired'),
    );
  });

  it('ignores a word that no entry contains', () => {
    expect(findKeys('zebra payment')[0]).toBe('meta/cloud/131042');
  });

  it.each([
    'qwertzuiop',
    '999999999',
    'h470',
    '470px',
    '',
    '   ',
    '%%%',
    'the',
    'zebra giraffe lemur payment',
  ])('finds nothing for "%s"', (query) => {
    expect(search.find(query)).toEqual([]);
  });
});

describe('search for any query', () => {
  const word = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      '131047',
      '63016',
      'window',
      '#',
      '(',
      'code',
      'twilio',
      'constructor',
      '__proto__',
      '200-299',
      '<b>131047</b>',
      '131048x',
      '-',
    ),
  );

  it('never throws and shows each entry once', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (words) => {
        const found = search.find(words.join(' '));
        expect(new Set(found.map(({ entry }) => entry.key)).size).toBe(
          found.length,
        );
      }),
    );
  });

  it('never returns another code as an exact match', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), (number) => {
        const known = testCatalogue.meaningsOf(String(number));
        const exact = search
          .find(String(number))
          .filter(({ kind }) => kind === 'exact');
        expect(exact.every(({ entry }) => known.includes(entry))).toBe(true);
      }),
    );
  });
});
