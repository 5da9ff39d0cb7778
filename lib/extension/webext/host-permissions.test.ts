import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { VendorConsole } from '../../../data/schema.ts';

interface Registered {
  id: string;
  matches: string[];
}
const WHOLE = 'https://business.facebook.com/*';
const PART = 'https://www.twilio.com/console/*';

const { state, browser } = vi.hoisted(() => {
  const state = {
    origins: [] as string[],
    scripts: new Map<string, object>(),
    asked: [] as string[][],
  };
  const putScripts = async (scripts: Registered[]) => {
    for (const script of scripts) state.scripts.set(script.id, script);
  };
  const browser = {
    permissions: {
      getAll: async () => ({ origins: state.origins }),
      contains: async ({ origins }: { origins: string[] }) =>
        origins.every((one) => state.origins.includes(one)),
      request: async ({ origins }: { origins: string[] }) =>
        state.asked.push(origins) > 0,
      remove: vi.fn(),
    },
    runtime: {
      getURL: () => 'moz-extension://abc/',
      getManifest: () => ({
        host_permissions: [WHOLE, PART],
        content_scripts: [true, false].map((isWhole) => ({
          js: ['content-scripts/page.js'],
          // Firefox returns absolute URLs.
          css: ['moz-extension://abc/marks.css'],
          matches: [isWhole ? WHOLE : PART],
          run_at: 'document_idle',
          css_origin: 'user',
          ...(isWhole && { match_origin_as_fallback: true }),
        })),
      }),
    },
    scripting: {
      getRegisteredContentScripts: async () => [...state.scripts.values()],
      registerContentScripts: putScripts,
      updateContentScripts: putScripts,
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        for (const id of ids) state.scripts.delete(id);
      },
    },
  };
  return { state, browser };
});
vi.mock('wxt/browser', () => ({ browser }));
const {
  getAllMatchPatterns,
  OWN_TEXTS_SCRIPT,
  revokeHostPermissions,
  registerContentScripts,
} = await import('./host-permissions.ts');

const zapier: VendorConsole = {
  name: 'Zapier',
  provider: 'zapier',
  kind: 'automation',
  hosts: ['https://zapier.com'],
  paths: ['/editor/*'],
  codesOf: ['meta/cloud'],
  access: 'optional',
};
const getRegistered = () =>
  [...state.scripts.values()] as (Registered & Record<string, unknown>)[];

beforeEach(() => {
  state.origins = [WHOLE, PART];
  state.scripts.clear();
  state.asked = [];
});

describe('the page script', () => {
  const registerZapier = () => registerContentScripts(() => [zapier], false);

  test('is registered for added hosts as in the manifest, parts of a host separately', async () => {
    state.origins.push('https://crm.example/*', 'https://zapier.com/*');
    await registerZapier();
    const [whole, part] = getRegistered();
    expect(whole).toMatchObject({
      js: ['/content-scripts/page.js'],
      css: ['/marks.css'],
      cssOrigin: 'user',
      matches: ['https://crm.example/*'],
      excludeMatches: [WHOLE, PART],
      allFrames: true,
      matchOriginAsFallback: true,
      runAt: 'document_idle',
      persistAcrossSessions: true,
    });
    expect(part).toMatchObject({ matches: ['https://zapier.com/editor/*'] });
    expect(part).not.toHaveProperty('matchOriginAsFallback');
    expect(await getAllMatchPatterns()).toEqual([
      WHOLE,
      PART,
      'https://crm.example/*',
      'https://zapier.com/editor/*',
    ]);
  });

  test('follows the grants, and requests no console if nothing was added', async () => {
    state.origins.push('https://crm.example/*');
    await registerZapier();
    state.origins.push('https://desk.example/*');
    await registerZapier();
    expect(getRegistered().map(({ matches }) => matches)).toEqual([
      ['https://crm.example/*', 'https://desk.example/*'],
    ]);
    state.origins = [WHOLE, PART];
    const consoles = vi.fn(() => []);
    await registerContentScripts(consoles, false);
    expect(getRegistered()).toEqual([]);
    expect(consoles).not.toHaveBeenCalled();
  });
});

test('the script for own codes is registered on all sites, only while there are such codes', async () => {
  state.origins.push('https://crm.example/*');
  await registerContentScripts(() => [], true);
  const own = getRegistered().filter(
    ({ js }) => String(js) === OWN_TEXTS_SCRIPT,
  );
  expect(own.map(({ matches }) => matches)).toEqual([
    [WHOLE, 'https://crm.example/*'],
    [PART],
  ]);
  for (const script of own) expect(script).not.toHaveProperty('excludeMatches');
  await registerContentScripts(() => [], false);
  expect(getRegistered().map(({ js }) => js)).toEqual([
    ['/content-scripts/page.js'],
  ]);
});

test('hosts that the browser revokes together with all sites are requested again', async () => {
  state.origins.push('https://crm.example/*', 'https://*/*');
  browser.permissions.remove.mockImplementationOnce(() => {
    state.origins = [PART];
  });
  await revokeHostPermissions(['https://*/*']);
  expect(state.asked).toEqual([[WHOLE, 'https://crm.example/*']]);
});

test('revoking a single site revokes and requests nothing else', async () => {
  state.origins.push('https://crm.example/*');
  await revokeHostPermissions(['https://crm.example/*']);
  expect(state.asked).toEqual([]);
});
