import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testCodeIndex } from '../../../tests/fixtures/code-index.ts';
import {
  createMixedLog,
  createStatusLog,
  joinRecords,
  type LogRecord,
} from '../../../tests/fixtures/status-log.ts';
import { detect, isConfident } from '../detect.ts';

/** Returns the codes that are found in each record. */
function findCodes(records: readonly LogRecord[]): string[][] {
  const hits = detect(joinRecords(records), testCodeIndex).filter(isConfident);
  let end = -1;

  return records.map(({ text }) => {
    const start = end + 1;

    end = start + text.length;

    return hits
      .filter((hit) => hit.start >= start && hit.end <= end)
      .map(({ code }) => code);
  });
}

const getCodes = (records: readonly LogRecord[]) =>
  records.map(({ codes }) => [...codes]);

describe('a log whose failures all have one code', () => {
  it.each([' ', '\t', ' | ', ','])(
    'is read with separator "%s"',
    (separator) => {
      for (const count of [6, 40, 300]) {
        const log = createStatusLog(count, separator);

        expect(findCodes(log)).toEqual(getCodes(log));
      }
    },
  );

  it('has no code in the latency of a delivery', () => {
    const log = createStatusLog(30, ' ');
    const delivered = {
      text: '2026-03-14 09:17:31 27619629999 cart_left delivered 131047',
      codes: [],
    };

    expect(findCodes([...log, delivered]).at(-1)).toEqual([]);
  });
});

describe('a log of several templates', () => {
  const log = createMixedLog(400);
  const found = findCodes(log);

  it('has every short code, and no price, latency or line number', () => {
    expect(found).toEqual(getCodes(log));
  });

  it('has the same verdicts when its records are moved', () => {
    const positions = log.map((_, at) => at);

    fc.assert(
      fc.property(
        fc.shuffledSubarray(positions, { minLength: log.length }),
        (moved) => {
          const records = moved.map((at) => log[at] as LogRecord);

          expect(findCodes(records)).toEqual(moved.map((at) => found[at]));
        },
      ),
      { numRuns: 5 },
    );
  });

  it('has the same verdicts when it is repeated', () => {
    expect(findCodes([...log, ...log, ...log])).toEqual([
      ...found,
      ...found,
      ...found,
    ]);
  });
});

it('returns the offsets of each record, whatever the length of its ids', () => {
  const log = joinRecords(createMixedLog(60));

  for (const { start, end, code } of detect(log, testCodeIndex))
    expect(log.slice(start, end)).toBe(code);
});
