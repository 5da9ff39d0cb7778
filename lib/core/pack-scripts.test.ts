import fc from 'fast-check';
import { expect, it } from 'vitest';
import privateWords from '../../data/private-words.json' with { type: 'json' };
import wordRoles from '../../data/word-roles.json' with { type: 'json' };
import { packScripts, unpackScripts } from './pack-scripts.ts';

it('restores a packed text', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      fc.pre(!text.includes('`'));
      expect(unpackScripts(packScripts(text))).toBe(text);
    }),
  ));

it('packs words as printable ASCII', () =>
  expect(packScripts('имя|имени|ім’я|अनिल|客户|senha é')).toMatch(/^[ -~]*$/));

it('restores the words of masking, which it makes three times as short as their escapes', () => {
  const lists = [
    ...Object.values(privateWords).map(({ words }) => words),
    ...Object.values(wordRoles.words),
  ].filter((words) => /[^ -~]/.test(words));
  const others = lists.join('').replace(/[ -~]/g, '').length;
  const packed = lists.map(packScripts);

  expect(packed.map(unpackScripts)).toEqual(lists);
  expect(packed.join('').length).toBeLessThan(
    lists.join('').length - others + (6 * others) / 3,
  );
});

it('returns a text that was not packed', () =>
  expect(unpackScripts('имя|name')).toBe('имя|name'));

it('packs no text with the sign that it uses', () =>
  expect(() => packScripts('a`b')).toThrow(RangeError));
