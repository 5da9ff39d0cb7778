import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goesBeyondAscii } from './ascii.ts';
import { findCandidates } from './candidates.ts';
import { asciiDigits } from './digits.ts';
import { factsOf } from './facts-of.ts';
import type { TextContext } from './hit.ts';
import { lexiconOf } from './lexicon.ts';
import { sceneOf } from './place.ts';
import { readingOf } from './reading.ts';
import type { Scene } from './scene.ts';
import { allEvidenceFor, isIdle, sumOf, WEAK_ODDS } from './score.ts';
import { noStems } from './stems.ts';
import { testIndex } from './test-index.ts';
import { fileLists } from './words/vocabulary.ts';

const lexicon = lexiconOf(testIndex);

function scenesIn(text: string, context: TextContext = {}): Scene[] {
  fileLists(goesBeyondAscii(text));
  const ascii = asciiDigits(text);
  const stems = noStems();
  const candidates = findCandidates(ascii, lexicon, stems);
  const reading = readingOf(ascii, context, lexicon, stems);
  return candidates.map((candidate) => sceneOf(candidate, reading));
}

describe('an idle candidate', () => {
  const shard = fc.constantFrom(
    ...[
      'error ',
      'code',
      ': ',
      '="',
      '(#',
      ')',
      '190',
      '4',
      '100',
      '400',
      '1005',
      'failed',
      'REJECTED',
      '\n',
      ' | ',
      '  ',
    ],
    ...[
      'Re-engagement message',
      'Access denied',
      'is ',
      'no. ',
      ' errors',
      '<b>',
      '</td>',
      'Fehler ',
      'خطأ ',
      '错误',
      '१९०',
    ],
    ...[
      'WhatsApp ',
      'Twilio ',
      'template ',
      'subcode 463',
      '{"code":',
      '[',
      '`',
      ', ',
      "'s ",
      'Error code',
      '2026',
      '-',
    ],
  );
  const text = fc.array(shard, { maxLength: 24 }).map((parts) => parts.join(''));
  const word = fc.option(
    fc.constantFrom('Error code', 'Status', 'Total', 'Errors', 'business.facebook.com'),
    {
      nil: undefined,
    },
  );
  const context = fc.record({ host: word, header: word, label: word, nearby: word });

  it('would not be a hit with all its evidence', () => {
    fc.assert(
      fc.property(text, context, (input, around) => {
        const given = Object.fromEntries(Object.entries(around).filter(([, value]) => value !== undefined));
        for (const scene of scenesIn(input, given)) {
          if (isIdle(scene.form, scene.facts))
            expect(sumOf(scene.form, allEvidenceFor(scene))).toBeLessThan(WEAK_ODDS);
        }
      }),
      { numRuns: 1500 },
    );
  });

  // A new rule without `needs`, or with wide ones, makes every log ten times as slow; this tells.
  it.each([
    '2026-11-20T10:31:07.123Z INFO  [worker-4] message accepted id=wamid.HBgM1 to=+5511 status=200 duration=190ms attempt=4',
    '2026-11-20T10:31:07.123Z DEBUG GET /v21.0/190/messages HTTP/1.1 200 400 "-" "axios/1.7.2"',
    'queue depth 190 (limit 100), 4 workers, oldest 10 s',
    'db pool: 10 active, 33 idle, wait 4 ms',
    'template order_update_2 rendered for customer 400 (lang=pt_BR, 4 params)',
    '{"level":"info","pid":1005,"took_ms":33,"rows":100,"queued":4}',
  ])('is every number of %s', (line) => {
    const scenes = scenesIn(`${line}\n${line}\n`);
    expect(scenes.length).toBeGreaterThan(0);
    expect(scenes.filter((scene) => !isIdle(scene.form, scene.facts)).map(({ code }) => code)).toEqual([]);
  });
});

it('tells what stands beside a candidate without looking at more than a line', () => {
  const [near] = scenesIn(`190 ${'x'.repeat(400)}`);
  const [far] = scenesIn(`190 ${'x'.repeat(200)} error`);
  expect(near && factsOf(near)).toBe(far && factsOf(far));
});
