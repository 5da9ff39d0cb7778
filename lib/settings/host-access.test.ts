import { describe, expect, test } from 'vitest';
import type { VendorConsole } from '../../data/schema.ts';
import {
  ALL_SITES,
  getAddedOrigins,
  getScriptMatches,
  getSharedPathsAt,
  isCovered,
  isOnPath,
  toMatchPattern,
} from './host-access.ts';

const known = (host: string, paths?: string[]): VendorConsole => ({
  name: host,
  provider: 'meta',
  kind: 'inbox',
  hosts: [host],
  ...(paths && { paths }),
  codesOf: ['meta/cloud'],
  access: 'optional',
});
const consoles = [
  known('https://zapier.example', ['/app/history*', '/editor/*']),
  known('https://*.desk.example'),
];
const required = ['https://business.facebook.com/*', 'https://www.twilio.com/console/*'];
const matches = (...origins: string[]) => getScriptMatches({ origins, required }, consoles);

test.each([
  ['https://crm.example/*', 'https://crm.example/*', true],
  ['https://crm.example/*', 'http://crm.example/*', false],
  ['*://crm.example/*', 'http://crm.example/*', true],
  ['https://*.crm.example/*', 'https://crm.example/*', true],
  ['https://*.crm.example/*', 'https://eu.crm.example/*', true],
  ['https://*.crm.example/*', 'https://*.eu.crm.example/*', true],
  ['https://*.crm.example/*', 'https://evilcrm.example/*', false],
  ['https://crm.example/*', 'https://*.crm.example/*', false],
  ['https://www.twilio.com/console/*', 'https://www.twilio.com/*', true],
  ['https://*/*', 'https://crm.example/*', true],
  ['https://*/*', 'http://crm.example/*', false],
  ['<all_urls>', 'http://crm.example/*', true],
])('%s takes in %s: %s', (outer, inner, expected) => expect(isCovered([outer], inner)).toBe(expected));

test('a site is asked for without its port and path', () =>
  expect(toMatchPattern(new URL('http://localhost:5678/execution/1'))).toBe('http://localhost/*'));

describe('the page script runs', () => {
  test('on what was added, and not twice on what the manifest names', () => {
    expect(matches(...required, 'https://www.twilio.com/*', 'https://crm.example/*')).toEqual([
      'https://crm.example/*',
    ]);
    expect(getAddedOrigins({ origins: required, required })).toEqual([]);
  });

  test('on the paths of a host that a console shares', () =>
    expect(matches('https://zapier.example/*')).toEqual([
      'https://zapier.example/app/history*',
      'https://zapier.example/editor/*',
    ]));

  test.each([[ALL_SITES], [['<all_urls>']], [['*://*/*']]])('everywhere where %s is granted', (origins) => {
    const all = matches(...origins);
    for (const scheme of ['http', 'https']) expect(isCovered(all, `${scheme}://x.example/*`)).toBe(true);
    expect(all).not.toContain('<all_urls>');
  });
});

test('a page belongs to a console by its path where the host is shared', () => {
  const at = (address: string) => {
    const url = new URL(address);
    const paths = getSharedPathsAt(url, consoles);
    return paths && isOnPath(paths, url.pathname);
  };
  expect(at('https://zapier.example/editor/1')).toBe(true);
  expect(at('https://zapier.example/pricing')).toBe(false);
  expect(at('https://acme.desk.example/pricing')).toBeNull();
  expect(at('https://crm.example/')).toBeNull();
});
