import { expect, test } from 'vitest';
import { LatePattern } from './late-pattern.ts';

test('a late pattern answers as one that is written out', () => {
  const late = new LatePattern('(\\p{L}+) (\\d+)', 'iu') as unknown as RegExp;
  const plain = /(\p{L}+) (\d+)/iu;
  for (const text of ['', 'Fehler 131047, erro 131026', '131047']) {
    expect(late.test(text)).toBe(plain.test(text));
    expect(late.exec(text)).toEqual(plain.exec(text));
    expect(text.match(late)).toEqual(text.match(plain));
    expect(text.search(late)).toBe(text.search(plain));
    expect(text.replace(late, '$2')).toBe(text.replace(plain, '$2'));
    expect(text.split(late)).toEqual(text.split(plain));
    expect([...text.matchAll(new RegExp(late, `${late.flags}g`))]).toEqual([
      ...text.matchAll(new RegExp(plain, `${plain.flags}g`)),
    ]);
  }
});
