import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../../build/run.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { parseCorpus } from '../corpus.ts';

const LANGUAGES = ['ar', 'es', 'hi', 'id', 'pt_BR'];
const LINES_OF_CORPUS = 9_000;

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Collects the texts of a tree of data. */
function* collectTexts(data: unknown): Generator<string> {
  if (typeof data === 'string') yield data;
  else if (typeof data === 'object' && data !== null)
    for (const one of Object.values(data)) yield* collectTexts(one);
}

const fillNumbers = (text: string): string =>
  text
    .replace(/\{code\}/g, '131026')
    .replace(/\{other\}|#+/g, '48')
    .replace(/\$\d/g, 'x');

/** Returns texts with nothing private: the catalogue, the interface in all languages, and words and sentences of consoles. */
export function createHarmlessTexts(catalogue: Catalogue): string[] {
  return [
    ...collectTexts(parse(read('tests/corpus/fields.yaml'))),
    ...collectTexts(parse(read('tests/corpus/look-alikes.yaml'))),
    ...LANGUAGES.flatMap((language) => [
      ...collectTexts(
        JSON.parse(read(`public/_locales/${language}/entries.json`)),
      ),
      ...collectTexts(
        JSON.parse(read(`public/_locales/${language}/messages.json`)),
      ),
    ]),
    ...collectTexts(catalogue.entries),
  ]
    .filter((text) => text.length > 3)
    .map(fillNumbers);
}

const KINDS =
  /^negative-(?:http|version|date|line|port|price|count|code)$|^graph-error$/;

/**
 * Returns lines as logs, payloads and people write them. Some have names that nobody labelled.
 */
export function createUnlabelledTexts(): { text: string; isSafe: boolean }[] {
  const lines = parseCorpus(read('tests/corpus/tuning.jsonl'));
  const step = Math.max(1, Math.floor(lines.length / LINES_OF_CORPUS));

  return lines
    .filter((_, at) => at % step === 0)
    .map(({ text, kind }) => ({ text, isSafe: KINDS.test(kind) }));
}
