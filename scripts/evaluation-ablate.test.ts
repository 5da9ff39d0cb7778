import { describe, expect, it } from 'vitest';
import { testIndex } from '../lib/detect/test-index.ts';
import type { CorpusLine } from './corpus.ts';
import { ablate, ablationReport } from './evaluation-ablate.ts';

const line = (id: string, source: string, text: string, code: string): CorpusLine => ({
  id,
  kind: 'prose',
  source,
  text,
  codes: [{ code, start: text.indexOf(code), end: text.indexOf(code) + code.length }],
});

const lines = [
  line('a', 'one/repo', 'erro 131047', '131047'),
  line('b', 'one/repo', 'erro 131026', '131026'),
  line('c', 'two/repo', 'error 131026', '131026'),
  line('d', 'public repository file', 'error 131047', '131047'),
  line('e', 'public repository file', '(#131047) Re-engagement message, error 131047', '131047'),
];
const carried = ablate(lines, testIndex);
const of = (rule: string, word: string | null) =>
  carried.find((one) => one.rule === rule && one.word === word);

describe('leave one cue out', () => {
  it('tells which hits a word carries, and where', () => {
    expect(of('error-cue', 'erro')).toMatchObject({ met: 2, carries: 2, sources: ['one/repo'] });
    expect(of('error-cue', 'error')).toMatchObject({ carries: 2, sources: ['d', 'two/repo'] });
  });

  it('counts a rule over all its words, and carries nothing where others say the same', () => {
    expect(of('error-cue', null)).toMatchObject({ carries: 4, sources: ['d', 'one/repo', 'two/repo'] });
    expect(of('parenthesised', null)).toMatchObject({ met: 1, carries: 0, sources: [] });
  });

  it('names what hangs on one source', () => {
    const report = ablationReport(carried);
    expect(report).toMatch(/error-cue\s+erro\s+met\s+2\s+carries\s+2\s+one\/repo/);
    expect(report).not.toMatch(/error-cue\s+error\s/);
    expect(report).toContain('parenthesised (1)');
  });
});
