import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testCatalogue } from '../../../tests/fixtures/catalogue.ts';
import { decodePaste } from '../../../tests/fixtures/decode-paste.ts';
import {
  createMixedLog,
  createStatusLog,
  joinRecords,
  type LogRecord,
} from '../../../tests/fixtures/status-log.ts';
import { createDecoder } from './decode-paste.ts';
import type { Finding } from './finding.ts';
import { createLogReader } from './log-reader.ts';

function countCodes(findings: readonly Finding[]): Record<string, number> {
  const failures = findings.filter(({ entry }) => !entry?.success);

  return Object.fromEntries(failures.map(({ code, count }) => [code, count]));
}

function countTruth(records: readonly LogRecord[]): Record<string, number> {
  const counts: Record<string, number> = {};

  for (const code of records.flatMap(({ codes }) => codes))
    counts[code] = (counts[code] ?? 0) + 1;

  return counts;
}

describe('a log', () => {
  it.each([6, 30, 1_000])(
    'of one code in %i lines counts each failure',
    (count) => {
      for (const separator of [' ', '\t', ' | ', ',']) {
        const log = createStatusLog(count, separator);

        expect(
          countCodes(decodePaste(joinRecords(log), testCatalogue)),
        ).toEqual(countTruth(log));
      }
    },
  );

  it('has the same findings, read in chunks of any lines', () => {
    const text = `${joinRecords(createMixedLog(300))}\n`;
    const lines = text.split(/(?<=\n)/);
    const whole = decodePaste(text, testCatalogue);

    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 80 }), { minLength: 1 }),
        (sizes) => {
          const decoder = createDecoder(testCatalogue, {}, text);

          for (let at = 0, part = 0; at < lines.length; part++) {
            const size = sizes[part % sizes.length] ?? 1;

            decoder.push(lines.slice(at, at + size).join(''));
            at += size;
          }

          expect(decoder.findings()).toEqual(whole);
        },
      ),
      { numRuns: 10 },
    );
  });

  it('has a finding for each subcode, however many there are', () => {
    const subcodes = Array.from({ length: 90 }, (_, at) => 2_490_001 + at);
    const text = subcodes
      .map(
        (subcode) =>
          `2026-03-14 07:17:31 {"error":{"code":131047,"error_subcode":${subcode}}}\n`,
      )
      .join('');
    const found = decodePaste(text.repeat(2), testCatalogue);

    expect(found.map(({ subcode }) => Number(subcode))).toEqual(subcodes);
  });

  it('of one statement counts it as often as it is repeated', () => {
    const text = `const WHATSAPP = {\n${"  131047: 'Re-engagement message',\n".repeat(3_000)}};\n`;

    expect(countCodes(decodePaste(text, testCatalogue))).toEqual({
      131047: 3_000,
    });
  });

  it('counts a failure above the line that decides', () => {
    const [first, second, ...more] = createStatusLog(60, ' ');
    const decoder = createDecoder(testCatalogue, {}, joinRecords(more));

    decoder.push(`${first?.text}\n${second?.text}\n`);
    decoder.findings(false);
    decoder.push(joinRecords(more));

    expect(countCodes(decoder.findings())).toEqual({ 131047: 40 });
  });

  it('has the line, time and recipient of each failure, also behind those that are kept', () => {
    const log = createStatusLog(900, ' ');
    const [finding] = decodePaste(joinRecords(log), testCatalogue);

    expect(finding?.places).toHaveLength(100);
    expect(finding?.places[99]).toMatchObject({
      line: 149,
      recipient: '27619626476',
    });
    expect(finding?.until?.text).toBe('2026-03-14 22:15:31');
  });

  it('counts every failure, however few kinds are remembered', () => {
    const log = createStatusLog(300, ' ');
    const text = joinRecords(log);
    const reader = createLogReader(text, 'timed', testCatalogue, {}, 30);

    reader.push(`${text}\n`);

    const findings = reader.collect(true);

    expect(countCodes(findings)).toEqual(countTruth(log));
    expect(findings[0]?.until?.text).toBe('2026-03-14 12:15:31');
  });

  it('takes no message and no recipient from another record', () => {
    const sent =
      '2026-03-14 07:17:31 INFO sent wamid.HBgNMjc2MTk2MjEwMDAVAgARGBI3 to +4915112345678';
    const failed = '2026-03-14 07:17:32 ERROR request failed: error 131047';
    const [finding] = decodePaste(`${sent}\n${failed}\n${sent}`, testCatalogue);

    expect(finding?.places[0]).toMatchObject({
      message: null,
      recipient: null,
      line: 2,
    });
  });
});
