import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCorpus } from '../../../scripts/corpus.ts';
import { testCatalogue } from '../../../tests/fixtures/catalogue.ts';
import { getCodeIndex } from '../../catalogue/get-code-index.ts';
import { detect as detectIn, isConfident } from '../../detect/detect.ts';
import type { TextContext } from '../../detect/hit.ts';
import { bundledMasking } from '../../masking/bundled-masking.ts';
import {
  type CorpusSample,
  findCodesInPaste,
  formatPasteLine,
  formatSampleLine,
} from './corpus-sample.ts';

const detectConfident = (text: string, context: TextContext) =>
  detectIn(text, getCodeIndex(testCatalogue), context).filter(isConfident);

/** Returns the corpus line of a case, with all other codes that the engine marks. */
const formatLine = (one: CorpusSample) =>
  formatSampleLine(
    one,
    testCatalogue,
    detectConfident(one.text, one.host ? { host: one.host } : {}),
    bundledMasking,
  );

/** Parses a line as `npm run evaluate` does. Throws if a label does not cover its code. */
function parseLine(line: string) {
  expect(line).not.toContain('\n');
  const [parsed] = parseCorpus(line);
  if (!parsed) throw new TypeError('expected a line');
  return parsed;
}

function createSample(text: string, code: string, verdict: 'wrong' | 'missed') {
  const start = text.indexOf(code);
  return { start, end: start + code.length, verdict };
}

describe('a reported place', () => {
  test('that was marked wrongly has no label, but correct codes next to it have one', () => {
    const text = 'Order 131026 failed: (#131047) Re-engagement message';
    const line = parseLine(
      formatLine({ text, place: createSample(text, '131026', 'wrong') }),
    );
    expect(line.codes).toEqual([
      { code: '131047', start: 23, end: 29, provider: 'meta-cloud' },
    ]);
    const alone = parseLine(
      formatLine({
        text: 'Order 131026',
        place: createSample('Order 131026', '131026', 'wrong'),
      }),
    );
    expect(alone).toMatchObject({
      kind: 'negative-code',
      codes: [],
      source: 'reported',
      ambiguous: false,
    });
  });

  test('that was missed has its code as label, also in other digits', () => {
    const text = 'يظهر ١٣١٠٢٦ عند الإرسال';
    const line = parseLine(
      formatLine({
        text,
        place: createSample(text, '١٣١٠٢٦', 'missed'),
        code: '131026',
        key: 'meta/cloud/131026',
        lang: 'ar',
      }),
    );
    expect(line).toMatchObject({
      lang: 'ar',
      codes: [{ code: '131026', asWritten: '١٣١٠٢٦', provider: 'meta-cloud' }],
    });
  });

  test('replaces personal data by fakes of the same shape, and keeps the code', () => {
    const text =
      'to +55 11 98765-4321, ana@example.com, wamid.HBgNNTUxMTk4NzY1NDMyMRUCABEY: 131026';
    const line = parseLine(
      formatLine({ text, place: createSample(text, '131026', 'missed') }),
    );
    expect(line.text).toBe(
      'to +55 50 10055-5010, xxx@xxxxxxx.xxx, wamid.XXxXXXXxXXx5XxX5XXXxXXXXXXXX: 131026',
    );
    const phone = 'call +55 131026 4321';
    expect(
      parseLine(
        formatLine({
          text: phone,
          place: createSample(phone, '131026', 'wrong'),
        }),
      ).text,
    ).not.toContain('4321');
  });

  test('contains the host of a console, but no other host', () => {
    const place = createSample('131026', '131026', 'missed');
    const [host] = (testCatalogue.consoles[0]?.hosts[0] ?? '')
      .replace('https://', '')
      .split('/');
    expect(
      parseLine(formatLine({ text: '131026', place, host: host ?? '' })).host,
    ).toBe(host);
    expect(
      parseLine(formatLine({ text: '131026', place, host: 'crm.acme.example' }))
        .host,
    ).toBeNull();
  });
});

describe('a reported paste', () => {
  test('labels the codes that the user names, wherever they stand alone', () => {
    const text =
      '2026-11-20 ERROR 131047, ref 131026-a, then 131026 and 1310260';
    const found = [
      {
        code: '131047',
        entry: testCatalogue.byKey.get('meta/cloud/131047') ?? null,
      },
      { code: '470', entry: null },
    ];
    expect(findCodesInPaste(text, found)).toEqual(['131047']);
    const { codes, kind } = parseLine(
      formatPasteLine(
        text,
        ['131026', '131047'],
        found,
        testCatalogue,
        bundledMasking,
      ),
    );
    expect(codes.map(({ start, provider }) => [start, provider])).toEqual([
      [17, 'meta-cloud'],
      [29, null],
      [44, null],
    ]);
    expect(kind).toBe('reported');
  });

  test('of any text is valid for the evaluation', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '131047',
        ' 131026 ',
        '+55 11 98765-4321',
        '٩٦٦٥٠١٢٣٤٥٦٧',
        '𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡𝟘',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(part).map((parts) => parts.join('')),
        fc.array(part),
        (text, codes) => {
          const written = text.toWellFormed();
          const line = formatPasteLine(
            written,
            codes.map((code) => code.toWellFormed()),
            [],
            testCatalogue,
            bundledMasking,
          );
          expect(parseLine(line).text.length).toBe(
            Math.min(written.length, 2000),
          );
        },
      ),
    );
  });
});
