import { expect, test } from 'vitest';
import { readCatalogue } from '../../build/read-catalogue.ts';
import { createCatalogue } from '../catalogue/catalogue.ts';
import { getCodeIndex } from '../catalogue/get-code-index.ts';
import { detect } from '../detect/detect.ts';
import { toDetectedCode } from '../detect/detect-request.ts';
import type { TextContext } from '../detect/hit.ts';
import { findSelectedCodes } from '../engine/selected-code.ts';
import { findSelectedWording } from './selected-wording.ts';

const catalogue = createCatalogue(readCatalogue());
const index = getCodeIndex(catalogue);

function answer(text: string, place: TextContext = {}) {
  const context = { ...place, asked: true };
  const engine = { index, detect: (given: string, at: TextContext) => detect(given, index, at) };
  const codes = findSelectedCodes(text, context, engine).map(toDetectedCode);
  return findSelectedWording(text, codes, context, catalogue);
}
const META = { host: 'business.facebook.com', path: '/' };
const getKeys = (...args: Parameters<typeof answer>) =>
  answer(...args).map(({ meanings }) => meanings.map(({ key }) => key));

test.each<[text: string, key: string]>([
  ['This message was not delivered to maintain healthy ecosystem engagement.', 'meta/cloud/131049'],
  ['message undeliverable', 'meta/cloud/131026'],
  ['Failed\tMessage undeliverable.', 'meta/cloud/131026'],
])('a selection is answered by its wording: %j', (text, key) => {
  const [found] = answer(text, META);
  expect(found).toMatchObject({ code: key.slice(key.lastIndexOf('/') + 1), meanings: [{ key }] });
  expect(found?.wording?.confidence).toBeGreaterThan(0.4);
  expect(text.toLowerCase()).toContain(found?.wording?.text.toLowerCase());
});

test('all codes of a wording are named, none of them as the code', () => {
  const [found] = answer('Re-engagement message');
  expect(found?.code).toBe('Re-engagement message');
  expect(found?.wording?.codes).toEqual(expect.arrayContaining(['131047', '470']));
  expect(found?.meanings).toHaveLength(found?.wording?.codes.length ?? 0);
});

test('the provider of the page has the wording before all others', () => {
  expect(getKeys('Unknown error', { host: 'console.twilio.com', path: '/' })).toEqual([['twilio/api/30008']]);
  expect(getKeys('Unknown error', { host: 'forum.example', path: '/' })[0]?.length).toBeGreaterThan(1);
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
  const all = (host: string) => getKeys('Unknown error', { host, path: '/' })[0] ?? [];
  expect(all('business.facebook.com').every((key) => key.startsWith('meta/'))).toBe(true);
  expect(all('forum.example').length).toBeLessThanOrEqual(6);
});

test('the words come before an unlikely number', () => {
  const number = { start: 23, end: 29, code: '131047', subcode: null, meanings: [] };
  const findCode = (confidence: number) =>
    findSelectedWording('Message undeliverable. 131047', [{ ...number, confidence }], META, catalogue)[0]
      ?.code;
  expect([0.4, 0.5].map(findCode)).toEqual(['131026', '131047']);
});

test.each(['131026', 'Error: Message undeliverable (#131047)', 'Error code 131999: Message undeliverable'])(
  'a number comes before the words: %s',
  (text) => {
    const [found] = answer(text);
    expect(found?.code).toMatch(/^131\d{3}$/);
    expect(found?.wording).toBeUndefined();
  },
);

test.each([
  'promo_nov',
  'my secret customer text',
  'Message undeliverable or so they said',
  'Re-engagement',
  '',
])('other words are not guessed from: %j', (text) => expect(answer(text)).toEqual([]));
