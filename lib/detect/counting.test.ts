import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it, test } from 'vitest';
import { findCandidates } from './candidates.ts';
import { countOf, isCounted } from './counting.ts';
import { detect } from './detect.ts';
import { lexiconOf } from './lexicon.ts';
import { sceneOf } from './place.ts';
import { readingOf } from './reading.ts';
import type { Examples, Rule } from './rule.ts';
import { isTelling } from './situation.ts';
import { noStems } from './stems.ts';
import { testIndex } from './test-index.ts';

// Words are filed when a text is read.
detect('error 131047 é', testIndex);

function counts(text: string, figure: string): boolean {
  const start = text.indexOf(figure);
  const end = start + figure.length;
  const how = countOf(text, 0, start, end, text.length, false);
  return isCounted(how, Number(figure), figure.length, 131047);
}

describe('digits count', () => {
  it.each([
    ['24 hours', '24'],
    ['a 360dialog number', '360'],
    ['2fa', '2'],
    ['flake8', '8'],
    ['win32', '32'],
    ['flake800000000', '800000000'],
    ['HY000', '000'],
    ['401 VALIDATION', '401'],
    ['INVALID_131047', '131047'],
    ['code%3A131047', '3'],
  ])('in %s', (text, figure) => expect(counts(text, figure)).toBe(true));

  it.each([
    ['25 hours', '25'],
    ['fbtrace_id=A35999', '35999'],
    ['user 83723', '83723'],
    ['wamid.HBgN8473', '8473'],
    ['301 VALIDATION', '301'],
    ['at 09:12', '12'],
    ['worker-24]', '24'],
    ['flake900000000', '900000000'],
    ['id 800000000', '800000000'],
    ['wamid80000000', '80000000'],
  ])('not in %s', (text, figure) => expect(counts(text, figure)).toBe(false));
});

/** Patterns of a source, without what stands for any digit, a number of times or a character. */
function patternsIn(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
  return found.map((pattern) =>
    pattern.replace(/\{\d+(?:,\d*)?\}|0-9|\\u[\da-f]{4}|\\x[\da-f]{2}|\\0/gi, ''),
  );
}

// A pattern that tells one digit from another makes `counting.ts` wrong, and what is remembered of a surrounding with it.
test('no rule tells figures apart that do not count', () => {
  const rules = readdirSync('lib/detect/rules').map((name) => `lib/detect/rules/${name}`);
  const others =
    'constant counted-before counted-errors gists key leads scene sentence title topics words/pattern'.split(
      ' ',
    );
  const known = ['[45]', '%22', '%3A', '%3D', '%3'];
  for (const file of [...rules, ...others.map((name) => `lib/detect/${name}.ts`)]) {
    for (const pattern of patternsIn(file)) {
      const rest = known.reduce((text, each) => text.replaceAll(each, ''), pattern);
      expect(/\d/.test(rest), `${file}: ${pattern}`).toBe(false);
    }
  }
});

/** Candidates of an example for which the rule quotes a figure that may be another where the surrounding comes again. */
function isQuoted({ find }: Rule, line: string, { host, nearby, asked }: Examples): boolean {
  const text = line.replace(/[‹›]/g, '');
  const lexicon = lexiconOf(testIndex);
  const stems = noStems();
  const candidates = findCandidates(text, lexicon, stems);
  const context = { ...(host && { host }), ...(nearby && { nearby }), ...(asked && { asked }) };
  const reading = readingOf(text, context, lexicon, stems);
  return candidates
    .map((candidate) => sceneOf(candidate, reading))
    .some((scene) => !isTelling(find(scene)?.trim() ?? '', scene));
}

// What such a rule found is looked for each time: in a log of such lines, a hundred times as dear. These cannot do without the figure.
test('few rules quote figures that do not count', () => {
  const modules = import.meta.glob<{ rule?: Rule; examples?: Examples }>('./rules/*.ts', { eager: true });
  const quoting = Object.values(modules).flatMap(({ rule, examples }) =>
    rule && examples?.yes.some((line) => isQuoted(rule, line, examples)) ? [rule.id] : [],
  );
  expect(quoting).toEqual(['code-set', 'namespaced', 'numbered-name', 'phone', 'quantity', 'thousands']);
});
