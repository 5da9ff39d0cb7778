import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCorpus } from '../../../scripts/corpus.ts';
import { testCatalogue } from '../../../tests/fixtures/catalogue.ts';
import { getCodeIndex } from '../../catalogue/get-code-index.ts';
import { detect as detectIn, isConfident } from '../../detect/detect.ts';
import type { TextContext } from '../../detect/hit.ts';
import { bundledMasking } from '../../masking/bundled-masking.ts';
import { type CorpusSample, formatSampleLine } from './corpus-sample.ts';

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

  test('of any text is valid for the evaluation', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        ' 131026 ',
        '+55 11 98765-4321',
        '٩٦٦٥٠١٢٣٤٥٦٧',
        '𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡𝟘',
      ),
    );

    fc.assert(
      fc.property(fc.array(part), fc.array(part), (before, after) => {
        const lead = before.join('').toWellFormed();
        const text = `${lead}131047${after.join('').toWellFormed()}`;
        const place = { start: lead.length, end: lead.length + 6 };

        const line = formatLine({
          text,
          place: { ...place, verdict: 'missed' },
        });

        expect(parseLine(line).text.length).toBe(Math.min(text.length, 2000));
      }),
    );
  });
});
