import { expect, test } from 'vitest';
import { testEngine } from '../../../tests/fixtures/engine.ts';
import { createDetectService } from './detect-service.ts';
import { decodeResults, encodeRequests } from './detect-wire.ts';

test('answers each request, in order', () => {
  const unsure: typeof testEngine = {
    ...testEngine,
    detect: (text, context) =>
      testEngine
        .detect(text, context)
        .map((hit) =>
          text.includes('maybe') ? { ...hit, confidence: 0.2 } : hit,
        ),
  };
  const { detectAll } = createDetectService(unsure, (text) => [
    {
      code: text,
      subcode: null,
      start: 0,
      end: text.length,
      confidence: 0.5,
      meanings: [],
    },
  ]);
  const results = detectAll(
    encodeRequests([
      { text: '131047', context: { header: 'Error' } },
      { text: '131047', context: { header: 'Total' } },
      { text: '131999', context: { asked: true } },
      { text: 'maybe error 131026', context: {} },
      { text: 'maybe error 131026', context: {}, wanted: 'weak' },
      { text: 'error 131026', context: {}, wanted: 'weak' },
    ]),
    () => false,
  );
  expect(
    decodeResults(results).map((found) => found.map(({ code }) => code)),
  ).toEqual([['131047'], [], ['131999'], [], ['131026'], []]);
});

test('counts a failure once if its code occurs twice in a payload', () => {
  const text =
    '{"error":{"message":"(#131047) Re-engagement message","code":131047}}';
  const { detectAll } = createDetectService(testEngine);
  const [codes] = decodeResults(
    detectAll(encodeRequests([{ text, context: {} }]), () => true),
  );
  expect(codes?.map(({ code, isRepeat }) => [code, isRepeat === true])).toEqual(
    [
      ['131047', false],
      ['131047', true],
    ],
  );
});
