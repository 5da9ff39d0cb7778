import { expect, test, vi } from 'vitest';
import { testEngine } from '../page/fixture.ts';
import { detectService } from './detect-service.ts';
import { decodeResults, encodeRequests } from './detect-wire.ts';

const codesOf = (reply: ReturnType<ReturnType<typeof detectService>>) =>
  decodeResults(reply).map((found) => found.map(({ code }) => code));

test('each request has its own answer, in the order of the requests', () => {
  const judge = detectService({ ...testEngine, forget: vi.fn() });
  const reply = judge(
    encodeRequests([
      { text: '131047', context: { header: 'Error' } },
      { text: '131047', context: { header: 'Total' } },
      { text: '131999', context: { asked: true } },
    ]),
  );
  expect(codesOf(reply)).toEqual([['131047'], [], ['131999']]);
});

test('what is remembered of texts goes after a rest, and not between two that follow each other', () => {
  vi.useFakeTimers();
  const forget = vi.fn();
  const judge = detectService({ ...testEngine, forget });
  const parcel = encodeRequests([{ text: 'Error 131047', context: {} }]);
  judge(parcel);
  vi.advanceTimersByTime(900);
  judge(parcel);
  vi.advanceTimersByTime(900);
  expect(forget).not.toHaveBeenCalled();
  vi.advanceTimersByTime(200);
  expect(forget).toHaveBeenCalledOnce();
  vi.useRealTimers();
});
