import { expect, test } from 'vitest';
import { readCatalogue } from '../../build/read-catalogue.ts';
import { createCatalogue } from '../catalogue/catalogue.ts';
import type { TextContext } from '../detect/hit.ts';
import { answerSelection } from './answer-selection.ts';

const catalogue = createCatalogue(readCatalogue());

const answer = (text: string, place: TextContext = {}) =>
  answerSelection(text, { ...place, asked: true }, catalogue);
const META = { host: 'business.facebook.com', path: '/' };
const getKeys = (...args: Parameters<typeof answer>) =>
  answer(...args).map(({ meanings }) => meanings.map(({ key }) => key));

test.each<[text: string, key: string]>([
  [
    'This message was not delivered to maintain healthy ecosystem engagement.',
    'meta/cloud/131049',
  ],
  ['message undeliverable', 'meta/cloud/131026'],
  ['Failed\tMessage undeliverable.', 'meta/cloud/131026'],
])('a selection is answered by its wording: %j', (text, key) => {
  const [found] = answer(text, META);
  expect(found).toMatchObject({
    code: key.slice(key.lastIndexOf('/') + 1),
    meanings: [{ key }],
  });
  expect(found?.wording?.confidence).toBeGreaterThan(0.4);
  expect(text.toLowerCase()).toContain(found?.wording?.text.toLowerCase());
});

test('all codes of a wording are named, none of them as the code', () => {
  const [found] = answer('Unknown error');
  expect(found?.code).toBe('Unknown error');
  expect(found?.wording?.codes.length).toBeGreaterThan(1);
  expect(found?.meanings).toHaveLength(found?.wording?.codes.length ?? 0);
});

test('a retired code with the wording of a live one is not offered', () =>
  expect(getKeys('Re-engagement message')).toEqual([['meta/cloud/131047']]));

test('the provider of the page has the wording before all others', () => {
  expect(
    getKeys('Unknown error', { host: 'console.twilio.com', path: '/' }),
  ).toEqual([['twilio/api/30008']]);
  expect(
    getKeys('Unknown error', { host: 'forum.example', path: '/' })[0]?.length,
  ).toBeGreaterThan(1);
});

test('a wording of a code and its subcode gives both, and its place in the text', () => {
  const text = 'Failed: Password   changed!';
  const [found] = answer(text);
  expect(found).toMatchObject({ code: '190', subcode: '460' });
  expect(found?.wording?.text).toBe('Password changed');
  expect(text.slice(found?.start, found?.end)).toBe('Password   changed');
  expect(answer('message undeliverable', META)[0]?.subcode).toBeNull();
});

test('the entries of the page’s console come first, at most six', () => {
  const all = (host: string) =>
    getKeys('Unknown error', { host, path: '/' })[0] ?? [];
  expect(
    all('business.facebook.com').every((key) => key.startsWith('meta/')),
  ).toBe(true);
  expect(all('forum.example').length).toBeLessThanOrEqual(6);
});

test.each([
  '131026',
  'Error: Message undeliverable (#131047)',
  'Error code 131999: Message undeliverable',
])('a number comes before the words: %s', (text) => {
  const [found] = answer(text);
  expect(found?.code).toMatch(/^131\d{3}$/);
  expect(found?.wording).toBeUndefined();
});

test('other words are a guess, which says how sure it is', () => {
  for (const text of [
    'Re-engagement',
    'Message undeliverable or so they said',
  ]) {
    const [found, ...more] = answer(text);
    expect(found?.wording).toMatchObject({ text, codes: [found?.code] });
    expect(found?.wording?.confidence).toBeLessThan(0.7);
    expect(more).toEqual([]);
  }
  expect([answer(''), answer('qwertzuiop')]).toEqual([[], []]);
});
