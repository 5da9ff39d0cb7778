import { describe, expect, it } from 'vitest';
import { testCodeIndex } from '../tests/fixtures/code-index.ts';
import { type CorpusLine, parseCorpus } from './corpus.ts';
import { evaluate } from './evaluation.ts';

const createLine = (
  text: string,
  codes: CorpusLine['codes'],
  more: Partial<CorpusLine> = {},
): CorpusLine => ({
  id: 'a',
  kind: 'prose',
  text,
  codes,
  ...more,
});
const createLabel = (start: number, code = '131047') => ({
  code,
  start,
  end: start + code.length,
  provider: 'meta-cloud',
});

describe('the figures', () => {
  it('are 1 for a perfect run', () => {
    expect(
      evaluate([createLine('error 131047', [createLabel(6)])], testCodeIndex),
    ).toMatchObject({
      precision: 1,
      recall: 1,
      f1: 1,
      resolved: 1,
      misses: [],
    });
  });

  it('count a missed code and a false mark, with place and evidence', () => {
    const result = evaluate(
      [
        createLine('error 131047', []),
        createLine('there is 131047', [createLabel(9)]),
      ],
      testCodeIndex,
    );
    expect(result).toMatchObject({ precision: 0, recall: 0, f1: 0 });
    expect(result.misses.map(({ what }) => what)).toEqual([
      'false alarm',
      'missed',
    ]);
    expect(result.misses[0]?.snippet).toBe('error ‹131047›');
    expect(result.misses[0]?.evidence.length).toBeGreaterThan(0);
  });

  it('explain a missed code far below the threshold, and one that is no candidate', () => {
    const lines = [
      createLine('room 190 again', [createLabel(5, '190')]),
      createLine('error 131047.5', [createLabel(6)]),
      createLine('error 98', [createLabel(6, '98')]),
    ];
    const [weak, amount, nobodys] = evaluate(lines, testCodeIndex).misses;
    expect(weak?.strength).toBeLessThan(0.6);
    expect(weak?.evidence).toContainEqual(
      expect.objectContaining({ kind: 'slot', text: 'words room' }),
    );
    expect(amount).toMatchObject({
      strength: null,
      evidence: [],
      why: 'no code by its form',
    });
    expect(nobodys).toMatchObject({
      strength: null,
      evidence: [],
      why: 'not in the catalogue',
    });
  });

  it('leave out optional labels and ambiguous snippets', () => {
    const optional = { ...createLabel(6), optional: true };
    const lines = [
      createLine('error 131047', [optional]),
      createLine('131047', [{ ...createLabel(0), optional: true }]),
      createLine('error 131047', [], { ambiguous: true }),
    ];
    expect(evaluate(lines, testCodeIndex)).toMatchObject({
      precision: 1,
      recall: 1,
      misses: [],
    });
  });

  it('are given for each kind', () => {
    expect(
      Object.keys(
        evaluate(
          [createLine('x', []), createLine('y', [], { kind: 'ui-label' })],
          testCodeIndex,
        ).kinds,
      ),
    ).toEqual(['prose', 'ui-label']);
  });
});

describe('a hit whose provider is labelled', () => {
  it('counts as resolved only if that provider is first', () => {
    const wrong = evaluate(
      [createLine('error 131047', [{ ...createLabel(6), provider: 'twilio' }])],
      testCodeIndex,
    );
    expect(wrong).toMatchObject({ f1: 1, resolved: 0 });
    expect(wrong.unresolved).toMatchObject([
      { id: 'a', code: '131047', provider: 'twilio' },
    ]);
  });
});

describe('a corpus file', () => {
  it('may have codes in other digits', () => {
    expect(
      parseCorpus(
        JSON.stringify(
          createLine('error १३१०४७', [
            { ...createLabel(6), asWritten: '१३१०४७' },
          ]),
        ),
      ),
    ).toHaveLength(1);
  });

  it.each([
    ['{"id":', /line 1: record: Invalid JSON/],
    [`${JSON.stringify(createLine('x', []))}\n{"id":1}`, /line 2: id/],
    [
      JSON.stringify(createLine('error 131047', [createLabel(0)])),
      /line 1: the label 131047 covers "error "/,
    ],
    ['\n\n', /contains no snippets/],
  ])('is refused with its line: %s', (content, message) => {
    expect(() => parseCorpus(content)).toThrow(message);
  });
});
