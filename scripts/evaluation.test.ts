import { describe, expect, it } from 'vitest';
import { testCodeIndex } from '../tests/fixtures/code-index.ts';
import { type CorpusLine, parseCorpus } from './corpus.ts';
import { evaluate } from './evaluation.ts';

const line = (text: string, codes: CorpusLine['codes'], more: Partial<CorpusLine> = {}): CorpusLine => ({
  id: 'a',
  kind: 'prose',
  text,
  codes,
  ...more,
});
const label = (start: number, code = '131047') => ({
  code,
  start,
  end: start + code.length,
  provider: 'meta-cloud',
});

describe('the figures', () => {
  it('are perfect for a perfect run', () => {
    expect(evaluate([line('error 131047', [label(6)])], testCodeIndex)).toMatchObject({
      precision: 1,
      recall: 1,
      f1: 1,
      resolved: 1,
      misses: [],
    });
  });

  it('count a miss and a false alarm, with the place and the evidence', () => {
    const result = evaluate([line('error 131047', []), line('there is 131047', [label(9)])], testCodeIndex);
    expect(result).toMatchObject({ precision: 0, recall: 0, f1: 0 });
    expect(result.misses.map(({ what }) => what)).toEqual(['false alarm', 'missed']);
    expect(result.misses[0]?.snippet).toBe('error ‹131047›');
    expect(result.misses[0]?.evidence.length).toBeGreaterThan(0);
  });

  it('explain a miss that is far from a hit, and one that is no candidate', () => {
    const lines = [
      line('room 190 again', [label(5, '190')]),
      line('error 131047.5', [label(6)]),
      line('error 98', [label(6, '98')]),
    ];
    const [weak, amount, nobodys] = evaluate(lines, testCodeIndex).misses;
    expect(weak?.strength).toBeLessThan(0.6);
    expect(weak?.evidence).toContainEqual(expect.objectContaining({ kind: 'slot', text: 'words room' }));
    expect(amount).toMatchObject({ strength: null, evidence: [], why: 'no code by its form' });
    expect(nobodys).toMatchObject({ strength: null, evidence: [], why: 'not in the catalogue' });
  });

  it('leave out optional labels and ambiguous snippets', () => {
    const optional = { ...label(6), optional: true };
    const lines = [
      line('error 131047', [optional]),
      line('131047', [{ ...label(0), optional: true }]),
      line('error 131047', [], { ambiguous: true }),
    ];
    expect(evaluate(lines, testCodeIndex)).toMatchObject({ precision: 1, recall: 1, misses: [] });
  });

  it('are given for each kind', () => {
    expect(
      Object.keys(evaluate([line('x', []), line('y', [], { kind: 'ui-label' })], testCodeIndex).kinds),
    ).toEqual(['prose', 'ui-label']);
  });
});

describe('a hit whose provider is labelled', () => {
  it('counts as resolved only where that provider comes first', () => {
    const wrong = evaluate([line('error 131047', [{ ...label(6), provider: 'twilio' }])], testCodeIndex);
    expect(wrong).toMatchObject({ f1: 1, resolved: 0 });
    expect(wrong.unresolved).toMatchObject([{ id: 'a', code: '131047', provider: 'twilio' }]);
  });
});

describe('a corpus file', () => {
  it('may write a code in other digits', () => {
    expect(
      parseCorpus(JSON.stringify(line('error १३१०४७', [{ ...label(6), asWritten: '१३१०४७' }]))),
    ).toHaveLength(1);
  });

  it.each([
    ['{"id":', /line 1 isn't valid JSON/],
    [`${JSON.stringify(line('x', []))}\n{"id":1}`, /line 2: id/],
    [JSON.stringify(line('error 131047', [label(0)])), /line 1: the label 131047 covers "error "/],
    ['\n\n', /contains no snippets/],
  ])('is refused with its line: %s', (content, message) => {
    expect(() => parseCorpus(content)).toThrow(message);
  });
});
