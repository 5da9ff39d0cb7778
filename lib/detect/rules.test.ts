import { describe, expect, it } from 'vitest';
import { testCodeIndex } from '../../tests/fixtures/code-index.ts';
import { detect, isConfident } from './detect.ts';
import { RULES } from './rules.ts';

describe.each(RULES.filter(({ examples }) => examples.length > 0))('$id', ({ examples, isCode }) => {
  it.each([...examples])('%s', (line) => {
    const start = line.indexOf('‹');
    const text = line.replace(/[‹›]/g, '');
    for (const context of [{}, { host: 'business.facebook.com' }, { header: 'Error code' }]) {
      const hits = detect(text, testCodeIndex, context).filter(isConfident);
      expect(hits.some((hit) => hit.start === start)).toBe(isCode);
    }
  });
});
