import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../build/read-catalogue.ts';
import { findCandidates } from './candidates.ts';
import { type CodeIndex, indexData, openIndex } from './code-index.ts';
import { detect } from './detect.ts';
import type { TextContext } from './hit.ts';
import { lexiconOf } from './lexicon.ts';
import { candidatesInLines, hasLines } from './line-scan.ts';
import { memoryOf } from './memory.ts';
import { noStems } from './stems.ts';
import { testIndex } from './test-index.ts';

/** By an engine that remembers all the texts before, and by one that remembers nothing: a row with this sign says nothing. */
function expectSame(text: string, context: TextContext, index: CodeIndex): void {
  expect(detect(text, index, context)).toEqual(detect(text, index, { ...context, nearby: ' \u0001' }));
}

const contexts = fc.constantFrom<TextContext>(
  {},
  {},
  {},
  { asked: true },
  { host: 'console.twilio.com', header: 'Error code' },
  { host: 'business.facebook.com' },
  { provider: 'meta', label: 'Reason' },
);

/** `#` is any digit, `@` a number that may be a code, `?` a word. */
const LINES = [
  '2026-11-##T##:##:##.###Z INFO  [worker-#] message accepted id=wamid.HBgM######## status=### duration=##ms attempt=#',
  '2026-11-##T##:##:##.###Z ERROR [worker-##] send failed: (#@) Re-engagement message',
  '2026-11-##T##:##:##.###Z ERROR [worker-##] error @: Message undeliverable after ## s',
  '2026-11-## ##:##:## WARN ? answered @',
  '{"level":"error","errors":[{"code":@,"title":"Re-engagement message"}],"took":##}',
  '{"error":{"message":"(#@) Recipient phone number not in allowed list","type":"OAuthException","code":@,"error_subcode":@}}',
  'GET /v##.#/########/messages HTTP/1.1 ### ### "-" "axios/1.7.#"',
  'queue depth @ (limit ####), # workers, oldest # s',
  '@ ? - ? @',
  '? | @ | ##',
  'Name,Code,@',
  'Code | What | When',
  '#### ? error code',
  '@',
  '@, @, @',
  '  at ? (file.ts:##:##) <b>@</b>',
  'reason: REJECTED INVALID_FORMAT ?',
  '? VALIDATION ###',
  'Twilio: ErrorCode=@ ## hours',
  'код ошибки @ · WhatsApp ?',
  'code%3A@%2C ##%',
  'ErrorCode@ ##:## 131_0## 200-2## -@ 1,@',
  'ERROR to=A## user-### (#@) fbtrace_id=B#### ? win## HY### D### x#',
  '### VALIDATION, order #####, ? %#A@',
  'Kaleyra error RBC00# and E1## for A##',
  'Graph returned @ for a token, so many @s, the @ path/###',
  'INVALID_@: @, EC_INVALID_TEMPLATE (@) 70##',
  'x',
  '',
  'error',
  'WhatsApp Business, template ? for +55 11 ####-####',
];
const WORDS = ['error', 'Message undeliverable', 'template', 'Meta', 'Access denied', 'x', 'é', 'sub', '<i>'];
const CODES = [
  '131047',
  '131026',
  '63016',
  '190',
  '100',
  '4',
  '470',
  '1005',
  '200',
  '131999',
  '24',
  '0##',
  '####',
  '######',
];

const line = fc
  .tuple(fc.constantFrom(...LINES), fc.infiniteStream(fc.nat(9)), fc.infiniteStream(fc.nat(1000)))
  .map(([form, digits, picks]) => {
    const pick = (list: readonly string[]) => list[(picks.next().value ?? 0) % list.length] ?? '';
    return form
      .replaceAll('(#@', '(№@')
      .replaceAll('?', () => pick(WORDS))
      .replaceAll('@', () => pick(CODES))
      .replaceAll('#', () => String(digits.next().value))
      .replaceAll('№', '#');
  });

/** Thousands of texts take their time on a busy machine. */
describe('a text read line by line', { timeout: 300_000 }, () => {
  const log = fc
    .tuple(
      fc.array(line, { minLength: 16, maxLength: 40 }),
      fc.nat(300),
      fc.nat(300),
      fc.constantFrom('\n', '\n', '\r\n', '\n\n'),
    )
    .map(([lines, from, to, end]) =>
      lines
        .join(end)
        .slice(from)
        .slice(0, -to || undefined),
    );

  it('has the candidates of one that is read as a whole', () => {
    const lexicon = lexiconOf(testIndex);
    fc.assert(
      fc.property(log, (text) => {
        const stems = noStems();
        const whole = findCandidates(text, lexicon, stems);
        const { candidates, lines } = candidatesInLines(text, lexicon, memoryOf(lexicon).templates);
        expect(candidates.map(({ spot, line, ...candidate }) => candidate)).toEqual(whole);
        const { at, stems: known } = lines.stems();
        expect({ at: Array.from(at), stems: Array.from(known) }).toEqual(stems);
      }),
      { numRuns: 1000 },
    );
  });

  it('has the same hits, whatever was met before', () => {
    fc.assert(
      fc.property(log, contexts, (text, context) => expectSame(text, context, testIndex)),
      { numRuns: 2000 },
    );
  });

  it('has the same hits where lines of the corpora stand together', () => {
    const index = openIndex(indexData(readCatalogue()));
    const texts = ['tests/corpus/tuning.jsonl', 'tests/corpus/heldout.jsonl', '../shared/corpus/dev.jsonl']
      .filter((file) => existsSync(file))
      .flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'))
      .map((row) => JSON.parse(row) as { text: string; host?: string });
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...texts), { minLength: 2, maxLength: 12 }),
        fc.boolean(),
        (parts, placed) => {
          const host = parts[0]?.host;
          // Twice, so that lines are met again within the text as well.
          const text = [...parts, ...parts].map((part) => part.text).join('\n');
          expectSame(text, placed && host ? { host } : {}, index);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('may hold lines of any length', () => {
    const long = `error 131047 ${'and so on '.repeat(9000)} error 131026`;
    for (const text of [long, `${long}\n${long}\nerror 190`, `x\n${long}\n`.repeat(2)])
      expectSame(`${text}\n(#131047) Re-engagement message\n`, {}, testIndex);
    expect(hasLines(long, {})).toBe(false);
    expect(hasLines(`${long}\n`, {})).toBe(true);
  });
});
