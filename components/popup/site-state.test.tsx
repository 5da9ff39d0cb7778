import { describe, expect, test } from 'vitest';
import type { VendorConsole } from '../../data/schema.ts';
import type { TabPage } from '../../lib/extension/webext/tab-page.ts';
import { testPage } from '../../tests/fixtures/tab-page.ts';
import { getSiteState } from './SiteLine.tsx';

const createConsole = (
  hosts: string[],
  more: Partial<VendorConsole> = {},
): VendorConsole => ({
  name: hosts.join(),
  provider: 'meta',
  kind: 'vendor',
  hosts,
  codesOf: ['meta/cloud'],
  access: 'builtin',
  ...more,
});
const consoles = [
  createConsole(['https://business.facebook.com']),
  createConsole(['https://*.webexconnect.io']),
  createConsole(['https://www.ycloud.com'], { paths: ['/console/*'] }),
  createConsole(['https://app.hubspot.com'], { access: 'optional' }),
];
const createTabPage = (url: string, more: Partial<TabPage> = {}): TabPage => ({
  ...testPage,
  url: new URL(url),
  ...more,
});
const settings = { enabled: true, pausedHosts: ['paused.example'] };

describe('getSiteState', () => {
  test.each([
    ['a console', createTabPage('https://business.facebook.com/x'), 'on'],
    [
      'a console that is still loading',
      createTabPage('https://business.facebook.com/x', {
        script: 'silent',
        isLoading: true,
      }),
      'on',
    ],
    [
      'a console that loads, and is between two documents',
      createTabPage('https://business.facebook.com/x', {
        script: 'refused',
        isLoading: true,
      }),
      'on',
    ],
    [
      'a console without our script, granted since it was opened',
      createTabPage('https://business.facebook.com/x', { script: 'silent' }),
      'reload',
    ],
    [
      "the browser's own page at a console's address, such as of an error",
      createTabPage('https://business.facebook.com/x', { script: 'refused' }),
      'forbidden',
    ],
    [
      'any page on which the script answers',
      createTabPage('http://127.0.0.1:8080/'),
      'on',
    ],
    [
      "a page of Errata's own",
      createTabPage('chrome-extension://abc/catalogue.html', {
        script: 'refused',
        isGranted: false,
        isOwn: true,
      }),
      'own',
    ],
    ['a paused site', createTabPage('https://paused.example/'), 'paused'],
    [
      'a site that is no console',
      createTabPage('https://example.com/', {
        script: 'silent',
        isGranted: false,
      }),
      'elsewhere',
    ],
    [
      'a console that the user has not switched on yet',
      createTabPage('https://app.hubspot.com/x', {
        script: 'silent',
        isGranted: false,
      }),
      'elsewhere',
    ],
    ['a site that the user added', createTabPage('https://crm.example/'), 'on'],
    [
      'a page of a host that only has a console',
      createTabPage('https://www.ycloud.com/', { script: 'silent' }),
      'outside',
    ],
    [
      'such a page where every site is granted',
      createTabPage('https://www.ycloud.com/'),
      'on',
    ],
    [
      'the console beside it',
      createTabPage('https://www.ycloud.com/console/x', { script: 'silent' }),
      'reload',
    ],
    [
      'a page in a paused tab',
      createTabPage('https://business.facebook.com/', { isPaused: true }),
      'tab-paused',
    ],
    [
      'a console that was withdrawn, on which the toolbar button was pressed',
      createTabPage('https://business.facebook.com/', {
        isGranted: false,
        isInvited: true,
      }),
      'ungranted',
    ],
    [
      'a page that the browser does not tell',
      createTabPage('https://x.example/', {
        url: null,
        script: 'refused',
        isGranted: false,
      }),
      'unseen',
    ],
    [
      'a page that not even the toolbar button opens',
      createTabPage('https://x.example/', {
        url: null,
        script: 'refused',
        isGranted: false,
        isInvited: true,
      }),
      'forbidden',
    ],
    [
      'a local file on which the toolbar button was pressed',
      createTabPage('file:///home/me/log.html', {
        script: 'silent',
        isGranted: false,
        isInvited: true,
      }),
      'unseen',
    ],
    [
      'a local file that the browser keeps closed',
      createTabPage('file:///home/me/log.html', {
        script: 'refused',
        isGranted: false,
        isInvited: true,
      }),
      'forbidden',
    ],
    [
      'a document that the browser shows itself',
      createTabPage('https://example.com/a.pdf', {
        script: 'refused',
        isGranted: false,
        isInvited: true,
      }),
      'forbidden',
    ],
    [
      'a console whose access was withdrawn',
      createTabPage('https://business.facebook.com/', {
        script: 'refused',
        isGranted: false,
      }),
      'ungranted',
    ],
    [
      "the browser's own page",
      createTabPage('chrome://settings/', {
        script: 'refused',
        isGranted: false,
      }),
      'forbidden',
    ],
    [
      'an extension store',
      createTabPage('https://chromewebstore.google.com/', {
        script: 'refused',
        isGranted: false,
      }),
      'forbidden',
    ],
  ] as const)('of %s', (_, tab, state) =>
    expect(getSiteState(tab, settings, consoles)).toBe(state),
  );

  test('of a console is off while all marks are off', () => {
    expect(
      getSiteState(
        createTabPage('https://business.facebook.com/'),
        { ...settings, enabled: false },
        consoles,
      ),
    ).toBe('off');
  });

  test('is unknown until the page is known', () =>
    expect(getSiteState(null, settings, consoles)).toBeNull());
});
