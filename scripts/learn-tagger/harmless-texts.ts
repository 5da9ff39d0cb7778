import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../../build/run.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { anyOf } from '../../lib/core/pattern-parts.ts';
import { parseCorpus } from '../corpus.ts';

const LANGUAGES = ['ar', 'es', 'hi', 'id', 'pt_BR'];

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

/** Kinds of lines about other things than messages to a person. */
const IMPERSONAL_KINDS: ReadonlySet<string> = new Set([
  'graph-error',
  'negative-code',
  'negative-count',
  'negative-date',
  'negative-http',
  'negative-id',
  'negative-line',
  'negative-port',
  'negative-price',
  'negative-shape',
  'negative-version',
]);

/** Matches texts with made-up names, numbers and addresses next to their codes. */
export const MAY_NAME_PEOPLE = anyOf(
  [
    /"body"|texto|\bnote\b|descri[cp]|memo|repl(?:y|ies)|\/home\/|Users[\\/]/,
    /\bssh |wamid|contact|login|sequence|api_?key|amqp|auth|name|phone|client/,
    /token|recipient|destinat|@[\w-]+\.\w|고객센터|문의|お問い合わせ|계좌|paciente/,
    /customer|penerima|receiver|celular|guest|psid|endere[cç]o|account no/,
    /postgres:|send\w*\(|\d{9}/,
    /(?<!\d)(?!2\.2\d)\d{1,3}(?:\.\d{1,3}){3}(?!\d)/,
  ],
  'i',
);

const isHarmless = ({ kind, text }: { kind: string; text: string }): boolean =>
  IMPERSONAL_KINDS.has(kind) && !MAY_NAME_PEOPLE.test(text);

/** Every line in this number, beginning with the first, judges: see `tests/masking.test.ts`. */
const JUDGING_STEP = 4;

/**
 * Returns lines as logs, payloads and people write them, but for those that judge. Of those that may have names that nobody labelled, it
 * returns a third.
 */
export function createUnlabelledTexts(): { text: string; isSafe: boolean }[] {
  const lines = ['tuning', 'shapes'].flatMap((name) =>
    parseCorpus(read(`tests/corpus/${name}.jsonl`)).filter(
      (line, at) =>
        at % JUDGING_STEP === 1 ||
        (at % JUDGING_STEP > 0 && name === 'tuning' && isHarmless(line)),
    ),
  );

  const others = ['daily-life', 'collisions'].flatMap((name) =>
    parseCorpus(read(`tests/corpus/${name}.jsonl`)),
  );

  return [...lines, ...others].map((line) => ({
    text: line.text,
    isSafe: isHarmless(line),
  }));
}

const MAX_CHUNK_LINES = 12;

/** Returns pieces of the project's own documents and sources: prose and code with rare words and nobody's name. */
export function createProjectTexts(): string[] {
  const files = globSync(['*.md', 'docs/*.md', 'lib/**/*.ts', 'build/*.ts'], {
    cwd: ROOT,
    exclude: (name) =>
      /masking|weights|\.test\.|node_modules/.test(String(name)),
  });

  return files.sort().flatMap((file) => {
    const lines = read(file).split('\n');
    const count = Math.ceil(lines.length / MAX_CHUNK_LINES);

    return Array.from({ length: count }, (_, at) =>
      lines.slice(at * MAX_CHUNK_LINES, (at + 1) * MAX_CHUNK_LINES).join('\n'),
    );
  });
}
