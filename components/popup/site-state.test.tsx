import { describe, expect, test } from 'vitest';
import type { Console } from '../../data/schema.ts';
import type { TabPage } from '../../lib/bridge/tab.ts';
import { siteState } from './site-state.ts';

const console_ = (hosts: string[], more: Partial<Console> = {}): Console => ({
  name: hosts.join(),
  provider: 'meta',
  kind: 'vendor',
  hosts,
  codesOf: ['meta/cloud'],
  access: 'builtin',
  ...more,
});
const consoles = [
  console_(['https://business.facebook.com']),
  console_(['https://*.webexconnect.io']),
  console_(['https://www.ycloud.com'], { paths: ['/console/*'] }),
  console_(['https://app.hubspot.com'], { access: 'optional' }),
];
const page = (url: string, more: Partial<TabPage> = {}): TabPage => ({
  tabId: 1,
  url: new URL(url),
  isOwn: false,
  granted: true,
  added: null,
  paused: false,
  invited: false,
  loading: false,
  script: 'running',
  reading: false,
  codes: [],
  ...more,
});
const settings = { enabled: true, pausedHosts: ['paused.example'] };

describe('siteState', () => {
  test.each([
    ['a console', page('https://business.facebook.com/x'), 'on'],
    [
      'a console that is still loading',
      page('https://business.facebook.com/x', { script: 'silent', loading: true }),
      'on',
    ],
    [
      'a console that loads, and is between two documents',
      page('https://business.facebook.com/x', { script: 'refused', loading: true }),
      'on',
    ],
    [
      'a console without our script, granted since it was opened',
      page('https://business.facebook.com/x', { script: 'silent' }),
      'reload',
    ],
    [
      "the browser's own page at a console's address, such as of an error",
      page('https://business.facebook.com/x', { script: 'refused' }),
      'forbidden',
    ],
    ['any page on which the script answers', page('http://127.0.0.1:8080/'), 'on'],
    [
      "a page of Errata's own",
      page('chrome-extension://abc/catalogue.html', { script: 'refused', granted: false, isOwn: true }),
      'own',
    ],
    ['a paused site', page('https://paused.example/'), 'paused'],
    [
      'a site that is no console',
      page('https://example.com/', { script: 'silent', granted: false }),
      'elsewhere',
    ],
    [
      'a console that the user has not switched on yet',
      page('https://app.hubspot.com/x', { script: 'silent', granted: false }),
      'elsewhere',
    ],
    ['a site that the user added', page('https://crm.example/'), 'on'],
    [
      'a page of a host that only has a console',
      page('https://www.ycloud.com/', { script: 'silent' }),
      'outside',
    ],
    ['such a page where every site is granted', page('https://www.ycloud.com/'), 'on'],
    ['the console beside it', page('https://www.ycloud.com/console/x', { script: 'silent' }), 'reload'],
    ['a page in a paused tab', page('https://business.facebook.com/', { paused: true }), 'tab-paused'],
    [
      'a console that was withdrawn, on which the toolbar button was pressed',
      page('https://business.facebook.com/', { granted: false, invited: true }),
      'ungranted',
    ],
    [
      'a page that the browser does not tell',
      page('https://x.example/', { url: null, script: 'refused', granted: false }),
      'unseen',
    ],
    [
      'a page that not even the toolbar button opens',
      page('https://x.example/', { url: null, script: 'refused', granted: false, invited: true }),
      'forbidden',
    ],
    [
      'a document that the browser shows itself',
      page('https://example.com/a.pdf', { script: 'refused', granted: false, invited: true }),
      'forbidden',
    ],
    [
      'a console whose access was withdrawn',
      page('https://business.facebook.com/', { script: 'refused', granted: false }),
      'ungranted',
    ],
    [
      "the browser's own page",
      page('chrome://settings/', { script: 'refused', granted: false }),
      'forbidden',
    ],
    [
      'an extension store',
      page('https://chromewebstore.google.com/', { script: 'refused', granted: false }),
      'forbidden',
    ],
  ] as const)('of %s', (_, tab, state) => expect(siteState(tab, settings, consoles)).toBe(state));

  test('of a console is off while Errata is off', () => {
    expect(siteState(page('https://business.facebook.com/'), { ...settings, enabled: false }, consoles)).toBe(
      'off',
    );
  });

  test('is not known before the page is', () => expect(siteState(null, settings, consoles)).toBeNull());
});
