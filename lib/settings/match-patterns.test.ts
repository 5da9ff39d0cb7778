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
} from './match-patterns.ts';

const createConsole = (host: string, paths?: string[]): VendorConsole => ({
  name: host,
  provider: 'meta',
  kind: 'inbox',
  hosts: [host],
  ...(paths && { paths }),
  codesOf: ['meta/cloud'],
  access: 'optional',
});
const consoles = [
  createConsole('https://zapier.example', ['/app/history*', '/editor/*']),
  createConsole('https://*.desk.example'),
];
const required = [
  'https://business.facebook.com/*',
  'https://www.twilio.com/console/*',
];
const getMatches = (...origins: string[]) =>
  getScriptMatches({ origins, required }, consoles);

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
])('%s includes %s: %s', (outer, inner, expected) =>
  expect(isCovered([outer], inner)).toBe(expected),
);

test('requests access to a site without port and path', () =>
  expect(toMatchPattern(new URL('http://localhost:5678/execution/1'))).toBe(
    'http://localhost/*',
  ));

describe('the page script runs', () => {
  test('on added sites, but not twice on those of the manifest', () => {
    expect(
      getMatches(
        ...required,
        'https://www.twilio.com/*',
        'https://crm.example/*',
      ),
    ).toEqual(['https://crm.example/*']);
    expect(getAddedOrigins({ origins: required, required })).toEqual([]);
  });

  test('on the paths of a host that a console shares', () =>
    expect(getMatches('https://zapier.example/*')).toEqual([
      'https://zapier.example/app/history*',
      'https://zapier.example/editor/*',
    ]));

  test.each([[ALL_SITES], [['<all_urls>']], [['*://*/*']]])(
    'everywhere where %s is granted',
    (origins) => {
      const all = getMatches(...origins);
      for (const scheme of ['http', 'https'])
        expect(isCovered(all, `${scheme}://x.example/*`)).toBe(true);
      expect(all).not.toContain('<all_urls>');
    },
  );
});

test('identifies a console by its path if the host is shared', () => {
  const getPathsAt = (address: string) => {
    const url = new URL(address);
    const paths = getSharedPathsAt(url, consoles);
    return paths && isOnPath(paths, url.pathname);
  };
  expect(getPathsAt('https://zapier.example/editor/1')).toBe(true);
  expect(getPathsAt('https://zapier.example/pricing')).toBe(false);
  expect(getPathsAt('https://acme.desk.example/pricing')).toBeNull();
  expect(getPathsAt('https://crm.example/')).toBeNull();
});
