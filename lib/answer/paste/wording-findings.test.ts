import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../data/schema.ts';
import type { Hit } from '../../detect/hit.ts';
import { isAlreadyReported } from './wording-findings.ts';

const KEY = 'meta/cloud/131047' as Entry['key'];

/** Marks the wording with ⟦⟧ and the codes with ⟪⟫. */
function isReported(marked: string, key = KEY): boolean {
  const text = marked.replace(/[⟦⟧⟪⟫]/g, '');
  const find = (open: string, close: string) => {
    const start = marked
      .slice(0, marked.indexOf(open))
      .replace(/[⟦⟧⟪⟫]/g, '').length;
    return {
      start,
      end:
        start +
        marked
          .slice(marked.indexOf(open) + 1, marked.indexOf(close))
          .replace(/[⟪⟫]/g, '').length,
    };
  };
  const phrase = {
    ...find('⟦', '⟧'),
    entries: [{ key: KEY } as Entry],
    confidence: 0.9,
  };
  const hit = {
    ...find('⟪', '⟫'),
    meanings: [{ key: 'meta/cloud/1' }, { key }],
  } as unknown as Hit;
  return isAlreadyReported(phrase, [hit], text);
}

describe('a wording reports no failure of its own', () => {
  const other = 'twilio/api/63016' as Entry['key'];
  const far = (length: number) => 'x'.repeat(length);
  it.each<[string, boolean]>([
    ['⟪131047⟫: ⟦Re-engagement message⟧', true],
    ['⟦Re-engagement message⟧ (⟪131047⟫)', true],
    [`⟪131047⟫${far(1_500)}⟦Re-engagement message⟧`, true],
    [`⟪131047⟫${far(1_501)}⟦Re-engagement message⟧`, false],
    [`⟦Re-engagement message⟧${far(1_500)}⟪131047⟫`, true],
    [`⟦Re-engagement message⟧${far(1_501)}⟪131047⟫`, false],
    ['⟪131047⟫\n⟦Re-engagement message⟧', false],
    ['⟦Re-engagement message⟧\n⟪131047⟫', false],
    ['a\n⟪131047⟫ b ⟦Re-engagement message⟧\nc', true],
    ['{"code": ⟪131047⟫,\n "title": "⟦Re-engagement message⟧"}', true],
    ['{"title": "⟦Re-engagement message⟧",\n "code": ⟪131047⟫}', true],
    ['{"code": ⟪131047⟫},\n\n{"title": "⟦Re-engagement message⟧"}', false],
  ])('in %j with another meaning: %s', (text, is) =>
    expect(isReported(text, other)).toBe(is),
  );

  it.each<[string, boolean]>([
    ['⟪131047⟫\n⟦Re-engagement message⟧', true],
    ['⟦Re-engagement message⟧\n⟪131047⟫', true],
    ['\n\n⟪131047⟫\n⟦Re-engagement message⟧\n\n', true],
    ['⟪131047⟫\n\n⟦Re-engagement message⟧', false],
  ])('in %j with its own meaning: %s', (text, is) =>
    expect(isReported(text)).toBe(is),
  );
});
