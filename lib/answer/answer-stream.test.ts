import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../build/read-catalogue.ts';
import { takeNthByDay } from '../../tests/by-day.ts';
import { createCatalogue } from '../catalogue/catalogue.ts';
import { answerStream } from './answer-stream.ts';

const catalogue = createCatalogue(readCatalogue());

async function* splitIntoPieces(text: string, size: number) {
  for (let at = 0; at < text.length; at += size)
    yield text.slice(at, at + size);
}

async function countCodes(
  text: string,
  size: number,
): Promise<Record<string, number>> {
  const { findings } = await answerStream(splitIntoPieces(text, size), {
    catalogue,
  });
  return Object.fromEntries(findings.map(({ code, count }) => [code, count]));
}

const LINES = 2_000;
const createLine = (at: number) =>
  `2026-11-20T10:00:00Z ERROR send ${'x'.repeat(at % 50)} failed: {"code":${at % 2 ? 131047 : 131026},"title":"…"}`;
const createLines = (ending: string) =>
  Array.from({ length: LINES }, (_, at) => createLine(at) + ending).join('');
/** Unique messages: each has another id, recipient, time and trace. */
const createMessage = (at: number) =>
  `{"statuses":[{"id":"wamid.HBgN${at * 7919}","recipient_id":"5511${900_000_000 + at}","timestamp":"${1_795_000_000 + at}","errors":[{"code":131026,"title":"Message undeliverable","fbtrace_id":"A${at}"}]}]}\n`;
const HALF = { 131026: LINES / 2, 131047: LINES / 2 };

setFlagsFromString('--expose_gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Returns the heap size in bytes after garbage collection, without the chunks themselves, which V8 frees late. */
function measureHeap(): number {
  collectGarbage();
  const spaces = getHeapSpaceStatistics().filter(
    ({ space_name }) => !space_name.includes('large_object'),
  );
  return spaces.reduce((sum, { space_used_size }) => sum + space_used_size, 0);
}

describe('answerStream', () => {
  it.each(takeNthByDay(2, [1_000, 131_071, 65_536, 1 << 20]))(
    'counts every line of a log in pieces of %i',
    async (size) =>
      expect(await countCodes(createLines('\n'), size)).toEqual(HALF),
  );

  it('reads the line ends of Windows', async () =>
    expect(await countCodes(createLines('\r\n'), 65_536)).toEqual(HALF));

  it.each(
    takeNthByDay(2, [
      ['objects in one array', ','],
      ['objects after each other', ''],
      ['words', ' '],
      ['tabs', '\t'],
    ]),
  )('cuts no code of a line without an end: %s', async (_, between) =>
    expect(await countCodes(createLines(between), 65_521)).toEqual(HALF),
  );

  it('keeps the columns of a table up to its last row', async () => {
    const rows = Array.from(
      { length: 4_000 },
      (_, at) => `+5511${at},failed,${at % 2 ? 131047 : 131026}\n`,
    );
    expect(
      await countCodes(`to,status,error code\n${rows.join('')}`, 65_536),
    ).toEqual({
      131026: 2_000,
      131047: 2_000,
    });
  });

  it.runIf(process.env.NIGHTLY)(
    'uses no more memory after six thousand messages than after three thousand',
    async () => {
      let sizes: number[] = [];
      async function* generateMessages() {
        sizes = [];
        for (let block = 0; block < 6; block++) {
          yield Array.from({ length: 1_000 }, (_, at) =>
            createMessage(block * 1_000 + at),
          ).join('');
          sizes.push(measureHeap());
        }
      }
      // Warm up first: code compiled on the way also uses memory.
      await answerStream(generateMessages(), { catalogue });
      await answerStream(generateMessages(), { catalogue });
      // Other work of the process shows in single sizes, a leak in all of them.
      const [early, late] = [
        Math.max(...sizes.slice(0, 3)),
        Math.min(...sizes.slice(3)),
      ];
      // Less than a hundred bytes for each additional message.
      expect(late - early).toBeLessThan(100_000);
    },
  );

  it('answers a short text like an argument', async () => {
    const { entries } = await answerStream(
      splitIntoPieces('window closed\n', 4),
      {
        catalogue,
      },
    );
    expect(entries[0]?.key).toBe('meta/cloud/131047');
  });
});

it('keeps a limited number of kinds, and says how many errors were of others', async () => {
  const codes = Array.from({ length: 700 }, (_, at) => 2_490_001 + at);
  const text = codes
    .map((code) => `{"error":{"code":100,"error_subcode":${code}}}\n`)
    .join('');
  const { findings, droppedCount } = await answerStream(
    splitIntoPieces(text.repeat(3), 65_536),
    {
      catalogue,
    },
  );
  expect(findings).toHaveLength(500);
  expect(findings.reduce((sum, { count }) => sum + count, droppedCount)).toBe(
    2_100,
  );
});
