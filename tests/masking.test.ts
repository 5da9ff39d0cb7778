import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toAsciiDigits } from '../lib/core/digits.ts';
import { bundledMasking } from '../lib/masking/bundled-masking.ts';
import { maskText } from '../lib/masking/mask-text.ts';
import { MAY_NAME_PEOPLE } from '../scripts/learn-tagger/harmless-texts.ts';
import { takeNthByDay } from './by-day.ts';
import {
  createMaskingCases,
  createTimeCases,
  type MaskingCase,
} from './masking-cases.ts';

const MAX_LEAKS = 0.005;
/** What a structure says of people, in texts about other things, is masked too. */
/** By night also of all tuning lines, many of which have made-up names that `PRIVATE` does not know. */
const MAX_FALSE_MASKS = process.env.NIGHTLY ? 0.036 : 0.015;

interface Line {
  id: string;
  kind: string;
  text: string;
  codes: readonly { code: string; start: number; end: number }[];
}

const lines = ['heldout', 'shapes', 'tuning'].flatMap((name) =>
  takeNthByDay(
    name === 'heldout' ? 2 : 4,
    readFileSync(new URL(`corpus/${name}.jsonl`, import.meta.url), 'utf8')
      .trim()
      .split('\n'),
  ).map((line): Line => JSON.parse(line)),
);

const mask = (text: string) => maskText(bundledMasking.splitIntoParts(text));

function isLeaked({ kind, text, pieces }: MaskingCase): boolean {
  const left = mask(text);
  if (kind !== 'phone') return pieces.some((piece) => left.includes(piece));
  const digits = toAsciiDigits(left.normalize('NFKC')).replace(
    /(?<=\d)[,\s().'-]+(?=\d)/g,
    '',
  );
  return pieces.some((piece) => digits.includes(piece));
}

describe('generated private data', () => {
  const cases = createMaskingCases(45);

  it('covers 60 countries and all kinds', () => {
    expect(cases.length).toBeGreaterThanOrEqual(2_000);
    expect(new Set(cases.map(({ kind }) => kind)).size).toBe(6);
  });

  it('leaks in at most one of 200 texts', () => {
    const some = takeNthByDay(3, cases);
    const leaks = some.filter(isLeaked);
    const report = leaks
      .map(({ kind, text }) => `${kind}: ${text}\n   ${mask(text)}`)
      .join('\n');
    expect(leaks.length / some.length, report).toBeLessThanOrEqual(MAX_LEAKS);
  });
});

const MESSAGE = [
  'incoming {',
  "  from: '5511987650001',",
  "  profile: { name: 'Ana Souza' },",
  "  text: { body: 'please cancel my order on Monday' },",
  "  errors: [ { code: 131047, title: 'Re-engagement message' } ]",
  '}',
];

it.each(['sender-1  | ', '0|web  | ', '[sender] ', '10:02:11 web.1  | '])(
  'lines with the prefix %j of a supervisor are masked as without it',
  (prefix) => {
    const plain = mask(MESSAGE.join('\n')).split('\n');
    const prefixed = mask(MESSAGE.map((line) => prefix + line).join('\n'));

    expect(plain.join()).toMatch(/code: 131047/);
    expect(plain.join()).not.toMatch(/Souza|Monday/);
    expect(prefixed.split('\n')).toEqual(plain.map((line) => prefix + line));
  },
);

it('a phone number next to a date or a time never stays', () => {
  const all = createTimeCases(7, 8);
  expect(all.length).toBeGreaterThanOrEqual(5_000);
  const cases = takeNthByDay(9, all);
  const leaks = cases.filter(isLeaked);
  expect(leaks.map(({ text }) => `${text}\n   ${mask(text)}`)).toEqual([]);
});

describe('texts of the corpus', () => {
  const KINDS =
    /^negative-(?:http|version|date|line|port|price)$|^graph-error$/;

  it('keep every labelled code, trace id and time', () => {
    const lost: string[] = [];
    for (const { id, text, codes } of takeNthByDay(12, lines)) {
      const kept = [
        ...codes,
        ...Array.from(
          text.matchAll(
            /fbtrace_id["\\]*\s?[:=]\s?["\\]*([\w-]+)|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/g,
          ),
          ({ 0: match, 1: trace = match, index }) => {
            const start = index + match.length - trace.length;
            return { code: trace, start, end: start + trace.length };
          },
        ),
      ];
      let at = 0;
      for (const part of bundledMasking.splitIntoParts(text)) {
        const end = at + part.text.length;
        if (part.masked)
          for (const each of kept)
            if (each.start < end && each.end > at)
              lost.push(`${id}: ${each.code} in ${part.text}`);
        at = end;
      }
    }
    expect(lost).toEqual([]);
  });

  /** Cases in addition to those of the corpus. */
  const MORE = [
    '(#131047) Re-engagement message',
    '"code":131026,"error_subcode":2494010,"fbtrace_id":"A1234567890123bc"',
    '2026-11-20T14:05:33.123Z 470 471 1005',
    'template order_update_2 (pt_BR) is paused',
    'WhatsApp 2.24.10.13, Graph v21.0',
    'R$ 1.234.567 and 250 000 €',
    'RETRY_ON=408,429,500,502,503',
    'Android 2.24.10.13, build 131.0.2903.48',
    '"sid":"MM0f3c5e7a9b1d2f4a6c8e0b2d4f6a8c0e"',
    'Invoice no. 2026-0045512, order #100234567, Rp 1.310.000',
    '{"nome":"Bolo de cenoura","preco":"R$ 20"}',
    '{"name":"Order Update","category":"UTILITY","components":[]}',
    '"POST /webhook HTTP/1.1" 200 13104',
  ].map((text, at) => ({
    id: `more-${at}`,
    kind: 'negative-http',
    text,
    codes: [],
  }));

  it('are masked in at most three of 200 without private data', () => {
    const texts = [...lines, ...MORE].filter(
      ({ kind, text }) => KINDS.test(kind) && !MAY_NAME_PEOPLE.test(text),
    );
    const changed = texts.filter(({ text }) =>
      bundledMasking.splitIntoParts(text).some(({ masked }) => masked),
    );
    expect(texts.length).toBeGreaterThanOrEqual(300);
    const report = changed
      .map(({ id, kind, text }) => `${id} ${kind}: ${mask(text)}`)
      .join('\n');
    expect(changed.length / texts.length, report).toBeLessThanOrEqual(
      MAX_FALSE_MASKS,
    );
  });
});
