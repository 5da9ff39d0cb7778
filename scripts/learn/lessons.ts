import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Entry } from '../../data/schema.ts';
import type { CodeIndex } from '../../lib/detect/code-index.ts';
import { parseCorpus } from '../corpus.ts';
import { ROOT } from '../run.ts';
import { type FieldWords, fieldLessons, lookAlikeLessons } from './fields.ts';
import { type Lesson, otherNumbersOf } from './lines.ts';
import { payloadLessons } from './payloads.ts';
import { shortLessons } from './short-forms.ts';

const CORPUS = join(ROOT, 'tests/corpus');
/** The files of labelled lines, and how much a line of each counts. */
const FILES: Readonly<Record<string, number>> = { tuning: 1, collisions: 2, 'daily-life': 2, shapes: 2.2 };
/** Shapes were written side by side, so many to a theme. */
const THEME = 40;

const read = (name: string) => readFileSync(join(CORPUS, name), 'utf8');

/** All that is learnt from, by where it comes from. */
export function lessonsOf(index: CodeIndex, entries: readonly Entry[]): Map<string, Lesson[]> {
  const lessons = new Map<string, Lesson[]>();
  for (const [name, weight] of Object.entries(FILES)) {
    const lines = parseCorpus(read(`${name}.jsonl`)).filter(({ ambiguous }) => !ambiguous);
    lessons.set(
      name,
      lines.map((line) => ({ ...line, weight, batch: batchOf(line.id, name) })),
    );
  }
  lessons.set('other numbers', [...lessons.values()].flat().flatMap(otherNumbersOf));
  const fields: Record<string, Partial<FieldWords>> = parse(read('fields.yaml'));
  for (const [name, own] of fieldLessons(fields, index)) lessons.set(name, own);
  lessons.set('short forms', shortLessons(fields, index, entries));
  lessons.set('payloads', payloadLessons(entries));
  lessons.set('look-alikes', lookAlikeLessons(parse(read('look-alikes.yaml'))));
  return lessons;
}

function batchOf(id: string, file: string): string {
  const [, letter = '', number = ''] = /^([a-z]+)(\d*)/.exec(id) ?? [];
  if (file === 'shapes') return `${letter}${Math.floor(Number(number) / THEME)}`;
  return id.split('-')[0] ?? id;
}
