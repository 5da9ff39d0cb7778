import { describe, expect, it } from 'vitest';
import { testIndex } from '../lib/detect/code-index-fixture.ts';
import type { CorpusLine } from './corpus.ts';
import { evaluate } from './evaluation.ts';
import { compare, parseBaseline } from './evaluation-compare.ts';
import { differenceOf, reportOf, withFigures } from './evaluation-report.ts';

const line = (id: string, kind: string, text: string, code?: string, provider = 'meta-cloud'): CorpusLine => {
  const start = code ? text.indexOf(code) : 0;
  return { id, kind, text, codes: code ? [{ code, start, end: start + code.length, provider }] : [] };
};
const run = (...lines: CorpusLine[]) => evaluate(lines, testIndex);
const saved = (...lines: CorpusLine[]) => parseBaseline(JSON.stringify(run(...lines)));

// The two runs differ in one text each, as if a rule had changed.
const before = [
  line('a', 'prose', 'there is 131047', '131047'),
  line('b', 'ui-label', 'error 131047', '131047'),
];
const after = [
  line('a', 'prose', 'error no 131047', '131047'),
  line('b', 'ui-label', 'count 131047', '131047'),
];

describe('two runs compared', () => {
  it('tell by kind what was gained and what was lost', () => {
    const { gained, lost, kinds, sameCorpus } = compare(saved(...before), run(...after));
    expect(gained).toEqual({ prose: ['missed: 131047 at 9 in a'] });
    expect(lost).toEqual({ 'ui-label': ['missed: 131047 at 6 in b'] });
    expect(kinds).toEqual({ prose: [0, 1], 'ui-label': [1, 0] });
    expect(sameCorpus).toBe(true);
  });

  it('say so where nothing changed', () => {
    const told = differenceOf(compare(saved(...before), run(...before)));
    expect(told).toMatch(/^nothing gained, nothing lost\nall +F1 +66\.7% → +66\.7%$/);
  });

  it('warn where the saved run is of another corpus', () => {
    const other = compare(saved(before[0] ?? line('x', 'prose', '')), run(...before));
    expect(other.sameCorpus).toBe(false);
    expect(differenceOf(other)).toContain('another corpus');
  });

  it('count a provider that is no longer right as lost', () => {
    const twilio = line('c', 'prose', 'error 131047', '131047', 'twilio');
    const meta = line('c', 'prose', 'error 131047', '131047');
    expect(compare(saved(meta), run(twilio)).lost).toEqual({
      prose: ['not resolved to twilio: 131047 at 6 in c'],
    });
  });

  it('read runs that were saved with the first keys only', () => {
    const { precision, recall, f1, resolved, kinds, misses } = run(...before);
    const old = parseBaseline(JSON.stringify({ precision, recall, f1, resolved, kinds, misses }));
    expect(compare(old, run(...before))).toMatchObject({ gained: {}, lost: {}, sameCorpus: true });
  });

  it.each([
    ['{"f1":1}', /no saved run: /],
    ['{"f1":1,"precision":1,"recall":1,"kinds":{},"misses":[{"id":1}]}', /misses\.0\./],
  ])('refuse what is no saved run: %s', (content, message) => {
    expect(() => parseBaseline(content)).toThrow(message);
  });
});

describe('a report', () => {
  it('explains a miss with its evidence and ends with the figures', () => {
    const report = reportOf(run(line('a', 'prose', 'error 131047')));
    expect(report).toMatch(
      /^false alarm: 131047 at 6-12 in a \(prose\), strength 0\.\d\d\n {2}error ‹131047›/,
    );
    expect(report).toContain('slot: words error');
    expect(report).toMatch(/\nall +precision +0\.0%/);
  });
});

describe('the figures in a document', () => {
  const told = { command: 'npm run evaluate -- dev.jsonl', date: '2026-11-20' };

  it('stand between marks of the corpus, and a later run replaces them alone', () => {
    const first = withFigures('# Evaluation\n\nProse.\n', 'dev.jsonl', run(...before), told);
    expect(first).toContain('Prose.\n\n<!-- figures: dev.jsonl -->');
    expect(first).toContain('| prose | 1.000 | 0.000 | 0.000 | 0 | 0 | 1 |');
    const both = withFigures(first, 'other.jsonl', run(...after), told);
    const again = withFigures(both, 'dev.jsonl', run(...after), { ...told, date: '2026-11-21' });
    expect(again.match(/<!-- figures: /g)).toHaveLength(2);
    expect(again).toContain('on 2026-11-21: 2 snippets, 2 codes');
    expect(again).toContain('Prose.');
    expect(again).not.toContain('| prose | 1.000 | 0.000');
  });
});
