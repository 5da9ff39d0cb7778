import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../build/read-catalogue.ts';
import { createDecoder } from '../lib/answer/paste/decode-paste.ts';
import type { Finding } from '../lib/answer/paste/finding.ts';
import { createCatalogue } from '../lib/catalogue/catalogue.ts';
import {
  findHeading,
  findRecordForm,
  getRecordSeparator,
  type RecordForm,
  splitIntoRecords,
  startsRecord,
} from '../lib/structure/records.ts';
import { parseCorpus } from '../scripts/corpus.ts';
import { createRandomInteger } from './bench/logs.ts';
import { takeNthByDay } from './by-day.ts';

const catalogue = createCatalogue(readCatalogue());

const logs = parseCorpus(
  readFileSync(join(import.meta.dirname, 'corpus/logs.jsonl'), 'utf8'),
).flatMap(({ id, text }) => {
  const form = findRecordForm(text);

  return form === 'whole' ? [] : [{ id, form, records: split(text, form) }];
});

function split(text: string, form: RecordForm): string[] {
  return [...splitIntoRecords(text, form)].map(({ start, end }) =>
    text.slice(start, end),
  );
}

/** Returns how often each meaning was found. */
function countMeanings(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();

  for (const { code, entry, cause, count } of findings) {
    const meaning = [code, entry?.key, cause].join(' ');

    counts.set(meaning, (counts.get(meaning) ?? 0) + count);
  }

  return counts;
}

/** Reads a log in chunks of some records each. */
function read(
  records: readonly string[],
  separator: string,
  size = records.length,
): Map<string, number> {
  const decoder = createDecoder(catalogue, {}, records.join(separator));

  for (let at = 0; at < records.length; at += size) {
    const end = at + size < records.length ? separator : '';

    decoder.push(records.slice(at, at + size).join(separator) + end);
  }

  return countMeanings(decoder.findings());
}

/** Returns the positions of what can be moved: not the head, a border, or what continues a record above the text. */
function findMovable(records: readonly string[], form: RecordForm): number[] {
  const first = findHeading(records.join('\n'), form) === '' ? 0 : 1;

  return [...records.keys()].filter((at) => {
    const record = records[at] ?? '';

    return (
      at >= first &&
      /\d{2}/.test(record) &&
      (at > 0 || startsRecord(record, 0, form))
    );
  });
}

function shuffle<Item>(items: readonly Item[], seed: number): Item[] {
  const random = createRandomInteger(seed);

  return items
    .map((item) => ({ item, order: random(1 << 30) }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}

function move(records: readonly string[], form: RecordForm, seed: number) {
  const places = findMovable(records, form);
  const moved = [...records];

  for (const [at, from] of shuffle(places, seed).entries())
    moved[places[at] ?? 0] = records[from] ?? '';

  return moved;
}

describe('the verdicts of a log of the corpus', () => {
  it.each(takeNthByDay(3, logs))(
    'change with neither chunks, order nor repetition: $id',
    ({ form, records }) => {
      const separator = getRecordSeparator(form);
      const own = read(records, separator);
      const first = findHeading(records.join(separator), form) === '' ? 0 : 1;
      const twice = [...records, ...records.slice(first)];
      const doubled = [...own].map(([one, count]) => [one, 2 * count] as const);

      for (const size of [1, 3, 7])
        expect(read(records, separator, size)).toEqual(own);
      for (const seed of [1, 2, 3])
        expect(read(move(records, form, seed), separator)).toEqual(own);

      expect(read(twice, separator)).toEqual(new Map(doubled));
    },
  );

  it('are those of logs of each form', () => {
    expect(logs.length).toBeGreaterThan(100);
    expect(new Set(logs.map(({ form }) => form)).size).toBeGreaterThan(2);
  });
});
