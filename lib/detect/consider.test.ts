import { describe, expect, it } from 'vitest';
import { consider } from './consider.ts';
import { detect } from './detect.ts';
import type { TextContext } from './hit.ts';
import { META } from './shapes/shape-lines.ts';
import { testIndex } from './test-index.ts';

const at = (text: string, code: string, context: TextContext = {}) =>
  consider(text, testIndex, context).find((one) => one.code === code);

describe('what was made of a place', () => {
  it.each<[string, TextContext]>([
    ['Error code 131047: the window is closed', META],
    ['[131049, 131050, 131047, 368, 131031] // Meta', {}],
    ['{\\"error\\":{\\"code\\":131049}}', {}],
    ['&quot;code&quot;: 190, the token', META],
    ['त्रुटि कोड १३१०४७', {}],
    ['Failed 190, sent 131026', META],
    ['131047: red\n190: blue\n131049: green', {}],
  ])('is, for a hit, what made it one: %j', (text, context) => {
    const hits = detect(text, testIndex, context);
    const considered = consider(text, testIndex, context);
    for (const { start, end, code, strength, evidence } of hits)
      expect(considered).toContainEqual({
        ...{ start, end, code, strength },
        evidence: [expect.objectContaining({ rule: 'form' }), ...evidence],
      });
    expect(considered.filter(({ strength }) => strength >= 0.2)).toHaveLength(hits.length);
  });

  it('is told of a place that is no hit as well, for it and against it', () => {
    const one = at('Sent 190 messages on WhatsApp', '190');
    expect(one?.strength).toBeLessThan(0.2);
    expect(one?.evidence[0]).toMatchObject({ rule: 'form', text: 'three-digits' });
    expect(one?.evidence.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['whatsapp', 'quantity']));
  });

  it('adds up to the strength where no family has two', () => {
    const one = at('sizes 190', '190', META);
    const sum = one?.evidence.reduce((total, { weight }) => total + weight, 0) ?? 0;
    expect(one?.strength).toBeCloseTo(1 / (1 + Math.exp(-sum)), 6);
  });

  it('is nothing where no code can be', () => {
    expect(consider('131,047 at wamid.HBgM131047', testIndex, META)).toEqual([]);
  });
});
