import { describe, expect, test } from 'vitest';
import type { VendorConsole } from '../../data/schema.ts';
import type { TabPage } from '../../lib/webext/tab-page.ts';
import { getSiteState } from './site-state.ts';

const console_ = (hosts: string[], more: Partial<VendorConsole> = {}): VendorConsole => ({
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
  isGranted: true,
  isAdded: null,
  isPaused: false,
  isInvited: false,
  isLoading: false,
  script: 'running',
  isReading: false,
  codes: [],
  ...more,
});
const settings = { enabled: true, pausedHosts: ['paused.example'] };

describe('getSiteState', () => {
  test.each([
    ['a console', page('https://business.facebook.com/x'), 'on'],
    [
      'a console that is still loading',
      page('https://business.facebook.com/x', { script: 'silent', isLoading: true }),
      'on',
    ],
    [
      'a console that loads, and is between two documents',
      page('https://business.facebook.com/x', { script: 'refused', isLoading: true }),
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
      page('chrome-extension://abc/catalogue.html', { script: 'refused', isGranted: false, isOwn: true }),
      'own',
    ],
    ['a paused site', page('https://paused.example/'), 'paused'],
    [
      'a site that is no console',
      page('https://example.com/', { script: 'silent', isGranted: false }),
      'elsewhere',
    ],
    [
      'a console that the user has not switched on yet',
      page('https://app.hubspot.com/x', { script: 'silent', isGranted: false }),
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
    ['a page in a paused tab', page('https://business.facebook.com/', { isPaused: true }), 'tab-paused'],
    [
      'a console that was withdrawn, on which the toolbar button was pressed',
      page('https://business.facebook.com/', { isGranted: false, isInvited: true }),
      'ungranted',
    ],
    [
      'a page that the browser does not tell',
      page('https://x.example/', { url: null, script: 'refused', isGranted: false }),
      'unseen',
    ],
    [
      'a page that not even the toolbar button opens',
      page('https://x.example/', { url: null, script: 'refused', isGranted: false, isInvited: true }),
      'forbidden',
    ],
    [
      'a document that the browser shows itself',
      page('https://example.com/a.pdf', { script: 'refused', isGranted: false, isInvited: true }),
      'forbidden',
    ],
    [
      'a console whose access was withdrawn',
      page('https://business.facebook.com/', { script: 'refused', isGranted: false }),
      'ungranted',
    ],
    [
      "the browser's own page",
      page('chrome://settings/', { script: 'refused', isGranted: false }),
      'forbidden',
    ],
    [
      'an extension store',
      page('https://chromewebstore.google.com/', { script: 'refused', isGranted: false }),
      'forbidden',
    ],
  ] as const)('of %s', (_, tab, state) => expect(getSiteState(tab, settings, consoles)).toBe(state));

  test('of a console is off while Errata is off', () => {
    expect(
      getSiteState(page('https://business.facebook.com/'), { ...settings, enabled: false }, consoles),
    ).toBe('off');
  });

  test('is not known before the page is', () => expect(getSiteState(null, settings, consoles)).toBeNull());
});
