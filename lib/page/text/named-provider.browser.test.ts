import { text as codes } from 'virtual:codes';
import { afterEach, expect, test } from 'vitest';
import {
  createEngine,
  detectForRequest,
} from '../../extension/engine/engine.ts';
import { createLayout } from './readable-text.ts';
import { createSurroundings } from './surroundings.ts';

const engine = createEngine(codes);
afterEach(() => document.body.replaceChildren());

/** Returns the keys of the meanings of the element with the id `code`, on a console for several providers. */
function findMeanings(html: string): readonly string[] | undefined {
  document.body.innerHTML = html;
  const element = document.querySelector('#code') as Element;
  const site = { host: 'app.chatwoot.com', path: '/', provider: null };
  const context = createSurroundings(site, createLayout()).of(element);
  const [hit] = detectForRequest(
    { text: element.textContent ?? '', context, wanted: 'all' },
    engine,
  );
  return hit?.meanings.map(({ key }) => key);
}

const createTable = (code: string) =>
  `<table><thead><tr><th>Recipient<th>Error code</thead><tbody>
    <tr><td>+55 11 98765 4321<td id="code">${code}</tr><tr><td>+55 11 98765 4322<td>1004</tr></tbody></table>`;

test.each([
  ['a heading', `<h2>Gupshup</h2>${createTable('1003')}`, 'gupshup/api/1003'],
  [
    'a heading of the API',
    `<h3>On-premises API</h3>${createTable('1003')}`,
    'meta/onprem/1003',
  ],
  [
    'a field above',
    `<p>Provider: Gupshup</p>${createTable('1003')}`,
    'gupshup/api/1003',
  ],
  [
    'a field of the record',
    '<dl><dt>Provider</dt><dd>Gupshup</dd><dt>Error code</dt><dd id="code">1003</dd></dl>',
    'gupshup/api/1003',
  ],
  [
    'a cell of the row',
    '<table><tr><th>Provider<th>Error code</tr><tr><td>Gupshup<td id="code">1003</tr></table>',
    'gupshup/api/1003',
  ],
])('a provider that the page names in %s binds', (_, html, key) => {
  expect(findMeanings(html)?.[0]).toBe(key);
  expect(findMeanings(html.replaceAll('1003', '999999'))).toEqual([]);
});

test('a heading about the messenger names no provider', () => {
  expect(
    findMeanings(`<h2>WhatsApp messages</h2>${createTable('999999')}`),
  ).toEqual(['alibaba/api/999999']);
});
