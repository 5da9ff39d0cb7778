import { describe, expect, test } from 'vitest';
import { policyFieldSchemas } from '../lib/settings/policy-schema.ts';
import {
  createChromiumPolicySchema,
  createContentScripts,
  createManifest,
  POLICY_SCHEMA_FILE,
} from './manifest.ts';

describe('the manifest', () => {
  test('requests no permission with a warning, and only named hosts', () => {
    const { permissions, host_permissions } = createManifest(
      'chrome',
      'production',
    );
    expect(permissions).toEqual([
      'storage',
      'contextMenus',
      'scripting',
      'activeTab',
    ]);
    for (const host of host_permissions ?? [])
      expect(host).toMatch(/^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+\/\S*$/);
  });

  test.each(['chrome', 'firefox'])(
    'leaves all other sites to the user, in %s',
    (browser) =>
      expect(
        createManifest(browser, 'production').optional_host_permissions,
      ).toEqual(['https://*/*', 'http://*/*']),
  );

  test('suggests no more keys than Chromium accepts', () => {
    const commands = Object.values(
      createManifest('chrome', 'production').commands ?? {},
    );
    expect(
      commands.filter((command) => command.suggested_key).length,
    ).toBeLessThanOrEqual(4);
  });

  test('suggests no key that opens a menu of Firefox on Linux', () => {
    const commands = Object.values(
      createManifest('firefox', 'production').commands ?? {},
    );
    const keys = commands.map(({ suggested_key: key }) =>
      typeof key === 'string' ? key : (key?.default ?? ''),
    );
    expect(keys.filter((key) => /^Alt\+Shift\+[BEFHSTV]$/.test(key))).toEqual(
      [],
    );
  });

  test('has a keyword for the address bar', () => {
    expect(createManifest('chrome', 'production').omnibox).toEqual({
      keyword: 'errata',
    });
    expect(createManifest('firefox', 'production').omnibox).toEqual({
      keyword: 'errata',
    });
  });

  test('exposes no file to pages', () => {
    expect(
      createManifest('chrome', 'production').web_accessible_resources,
    ).toBeUndefined();
  });

  test('allows extension pages in private windows of Chromium, as in Firefox by default', () => {
    expect(createManifest('chrome', 'production').incognito).toBe('split');
    expect(createManifest('firefox', 'production')).not.toHaveProperty(
      'incognito',
    );
  });

  test('has no keys in Safari that it does not know', () => {
    const written = createManifest('safari', 'production');
    for (const key of [
      'omnibox',
      'incognito',
      'storage',
      'minimum_chrome_version',
    ])
      expect(written).not.toHaveProperty(key);
    expect(written.browser_specific_settings).toEqual({
      safari: { strict_min_version: '18.0' },
    });
  });

  test('declares to Firefox that nothing is collected, and has no Firefox keys in Chromium', () => {
    expect(
      createManifest('firefox', 'production').browser_specific_settings?.gecko,
    ).toMatchObject({
      data_collection_permissions: { required: ['none'] },
    });
    expect(
      createManifest('chrome', 'production').browser_specific_settings,
    ).toBeUndefined();
  });

  test.each(['page', 'keys'])(
    'runs the %s script in every frame of every requested host',
    (name) => {
      const scripts = createContentScripts('chrome', 'production').filter(
        ({ js }) => js?.[0]?.includes(name),
      );
      expect(scripts.flatMap(({ matches }) => matches ?? []).sort()).toEqual(
        [
          ...(createManifest('chrome', 'production').host_permissions ?? []),
        ].sort(),
      );
      for (const {
        all_frames,
        match_about_blank,
        matches,
        match_origin_as_fallback,
      } of scripts) {
        expect([all_frames, match_about_blank]).toEqual([true, true]);
        // Chromium requires the path `/*` with `match_origin_as_fallback`
        // (https://developer.chrome.com/docs/extensions/develop/concepts/content-scripts#frames).
        if (match_origin_as_fallback)
          for (const match of matches ?? []) expect(match).toMatch(/[^/]\/\*$/);
      }
    },
  );

  test('has the schema of the policy only in Chromium', () => {
    expect(createManifest('chrome', 'production').storage).toEqual({
      managed_schema: POLICY_SCHEMA_FILE,
    });
    expect(createManifest('firefox', 'production').storage).toBeUndefined();
    const schema = JSON.parse(createChromiumPolicySchema());
    expect(Object.keys(schema.properties)).toEqual(
      Object.keys(policyFieldSchemas),
    );
    expect(schema.properties.notes).toEqual({
      type: 'object',
      additionalProperties: { type: 'string' },
    });
    // Chromium 156 does not load an extension if a property of the schema has no type. To reproduce: remove a `type`
    // from the built schema and load the extension.
    for (const one of Object.values<{ type?: string }>(schema.properties))
      expect(one.type).toBeTypeOf('string');
  });

  test('adds loopback only for the demo', () => {
    const isLoopback = (match: string) => match.includes('127.0.0.1');
    expect(
      createManifest('chrome', 'demo').host_permissions?.some(isLoopback),
    ).toBe(true);
    expect(
      createManifest('chrome', 'production').host_permissions?.some(isLoopback),
    ).toBe(false);
  });
});
