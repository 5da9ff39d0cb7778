import fc from 'fast-check';
import { expect, test } from 'vitest';
import type {
  DetectRequest,
  DetectResult,
} from '../../detect/detect-request.ts';
import {
  decodeRequests,
  decodeResults,
  encodeRequests,
  encodeResults,
} from './detect-wire.ts';

const text = fc.string({ unit: 'grapheme' });
const context = fc.record(
  {
    header: text,
    around: text,
    label: text,
    heading: text,
    row: text,
    host: text,
    path: text,
    provider: text,
    asked: fc.constant(true as const),
  },
  { requiredKeys: [] },
);
const request: fc.Arbitrary<DetectRequest> = fc.record(
  { text, context, wanted: fc.constantFrom('weak', 'all', 'judged') },
  { requiredKeys: ['text', 'context'] },
);
/** Serializes a value as `runtime.sendMessage` does. */
const serializeAndParse = <Carried>(value: Carried): Carried =>
  JSON.parse(JSON.stringify(value));

test('requests survive the round trip', () => {
  fc.assert(
    fc.property(fc.array(request), (requests) => {
      expect(
        decodeRequests(serializeAndParse(encodeRequests(requests))),
      ).toEqual(requests);
    }),
  );
});

test('results survive the round trip', () => {
  const code = fc.record({
    start: fc.nat(9),
    end: fc.nat(9),
    code: fc.constantFrom('131047', '470'),
    subcode: fc.constantFrom(null, '2494067'),
    confidence: fc.constantFrom(0.5, 0.97),
    meanings: fc.array(
      fc.record({
        key: fc.constant('meta/cloud/131047' as const),
        mark: fc.constant('you' as const),
        score: fc.constant(1),
      }),
    ),
  });
  fc.assert(
    fc.property(fc.array(fc.array(code)), (results: DetectResult[]) => {
      expect(decodeResults(serializeAndParse(encodeResults(results)))).toEqual(
        results,
      );
    }),
  );
});

test('sends a row once for all its cells, and a code once for all its places', () => {
  const row = `${'a very long row '.repeat(20)}`;
  const parcel = encodeRequests([
    { text: 'failed', context: { row } },
    { text: '131047', context: { row } },
  ]);
  expect(parcel.texts).toEqual(['failed', row, '131047']);
  const found = {
    start: 0,
    end: 6,
    code: '131047',
    subcode: null,
    confidence: 1,
    meanings: [],
  };
  expect(encodeResults([[found], [], [{ ...found }]])).toEqual({
    codes: [found],
    results: [[0], [], [0]],
  });
});
