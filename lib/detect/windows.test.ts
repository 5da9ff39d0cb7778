import { describe, expect, it } from 'vitest';
import { detect, isStrong } from './detect.ts';
import { testIndex } from './test-index.ts';
import { firstOf, lastOf } from './words/letters.ts';

describe('the windows around a candidate', () => {
  it('hold no part of a word: the end of `have` is no avenue, wherever the window begins', () => {
    const said = 'have to write to this WhatsApp once a day, Shop, else the alerts end in Meta 131047.';
    for (let length = 1; length <= said.length; length++) {
      const text = `${'x'.repeat(40)} ${' '.repeat(length)}${said}`;
      expect(detect(text, testIndex).filter(isStrong)).toHaveLength(1);
    }
  });
});

describe('parts of a text in whole words', () => {
  it('leave out the word that is cut', () => {
    expect(lastOf('they leave now', 7)).toBe(' now');
    expect(lastOf('they leave now', 9)).toBe('leave now');
    expect(firstOf('they leave now', 7)).toBe('they ');
    expect(firstOf('they leave now', 10)).toBe('they leave');
  });

  it('are cut anywhere in scripts without blanks', () => {
    expect(lastOf('错误代码', 2)).toBe('代码');
    expect(firstOf('错误代码', 2)).toBe('错误');
  });

  it('are the whole text where that is short', () => {
    expect(lastOf('now', 9)).toBe('now');
    expect(firstOf('now', 9)).toBe('now');
  });
});
