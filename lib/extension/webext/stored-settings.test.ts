import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { testCatalogue } from '../../../tests/fixtures/catalogue.ts';
import { applyPolicy, NO_POLICY } from '../../settings/apply-policy.ts';
import {
  addRecentLookup,
  setHostsPaused,
  setProvider,
} from '../../settings/changes.ts';
import { parseSettings as parse } from '../../settings/parse-settings.ts';
import { DEFAULT_SETTINGS, SETTINGS_VERSION } from '../../settings/settings.ts';
import { readEffectiveSettings } from './effective-settings.ts';
import { parsePageSettings } from './page-settings.ts';

vi.mock('wxt/browser', () => ({ browser: fakeBrowser }));
vi.stubGlobal('chrome', fakeBrowser);
const { changeSettings, readSettings, cacheManagedPolicy, watchSettings } =
  await import('./stored-settings.ts');

const parseSettings = (value: unknown) => ({
  ...DEFAULT_SETTINGS,
  ...parse(value).settings,
});

const stored = async () =>
  (await fakeBrowser.storage.local.get('settings')).settings;

beforeEach(() => fakeBrowser.reset());

describe('settings', () => {
  test('are the defaults if storage is empty', async () => {
    expect(await readSettings()).toEqual({
      settings: DEFAULT_SETTINGS,
      own: {},
      policy: {},
      isNewer: false,
    });
  });

  test('keep unknown fields through a change', async () => {
    await fakeBrowser.storage.local.set({
      settings: { enabled: false, later: { a: 1 } },
    });
    await changeSettings(() => ({ hoverDelayMs: 500 }));
    expect(await stored()).toMatchObject({
      enabled: false,
      hoverDelayMs: 500,
      later: { a: 1 },
    });
  });

  test('contain only what was chosen, also if that is the default', async () => {
    await changeSettings(() => ({ hover: 'key' }));
    expect(await stored()).toEqual({ hover: 'key', version: SETTINGS_VERSION });
    await changeSettings(() => ({ markStyle: DEFAULT_SETTINGS.markStyle }));
    await changeSettings(setHostsPaused(['a.example'], true));
    expect(await stored()).toEqual({
      hover: 'key',
      markStyle: DEFAULT_SETTINGS.markStyle,
      pausedHosts: ['a.example'],
      version: SETTINGS_VERSION,
    });
  });

  test('follow a changed default where nothing was chosen, in pages too, and keep a chosen one', async () => {
    await changeSettings(() => ({
      hoverDelayMs: 500,
      sensitivity: 'normal',
      openPinned: false,
    }));
    const own = { hoverDelayMs: 500, sensitivity: 'normal', openPinned: false };
    const better = {
      markStyle: 'tint',
      hover: 'key',
      sensitivity: 'more',
      hoverDelayMs: 100,
    } as const;
    const before = { ...DEFAULT_SETTINGS };
    Object.assign(DEFAULT_SETTINGS, better);
    try {
      expect((await readSettings()).settings).toEqual({
        ...before,
        ...better,
        ...own,
      });
      expect(
        parsePageSettings(await readEffectiveSettings(), 'a.example'),
      ).toMatchObject({
        ...own,
        hover: 'key',
        look: { style: 'tint' },
      });
    } finally {
      Object.assign(DEFAULT_SETTINGS, before);
    }
  });

  test('of a newer version are read as far as known, and not changed', async () => {
    const newer = {
      version: SETTINGS_VERSION + 1,
      enabled: false,
      markStyle: { kind: 'tint' },
    };
    await fakeBrowser.storage.local.set({ settings: newer });
    expect(await readSettings()).toMatchObject({
      isNewer: true,
      own: { enabled: false },
      settings: { enabled: false, markStyle: DEFAULT_SETTINGS.markStyle },
    });
    await expect(changeSettings(() => ({ enabled: true }))).rejects.toThrow(
      /newer version of Errata/,
    );
    expect(await fakeBrowser.storage.local.get(null)).toEqual({
      settings: newer,
    });
  });

  test('lose only an invalid field', () => {
    expect(
      parseSettings({
        enabled: 'yes',
        hoverDelayMs: -1,
        pausedHosts: ['a.example'],
      }),
    ).toMatchObject({
      enabled: true,
      hoverDelayMs: DEFAULT_SETTINGS.hoverDelayMs,
      pausedHosts: ['a.example'],
    });
  });

  test('lose only an invalid note', () => {
    const notes = {
      'cloud/131047': 'Template X',
      'cloud/1': 7,
      'cloud/2': ' ',
      'cloud/3': 'x'.repeat(301),
    };
    expect(parseSettings({ notes }).notes).toEqual({
      'cloud/131047': 'Template X',
    });
    expect(parseSettings({ notes: [] }).notes).toEqual({});
  });

  test('that exceed a limit keep the newest sites', () => {
    const hosts = Array.from({ length: 60_000 }, (_, at) => `h${at}.example`);
    const value = {
      pausedHosts: hosts,
      providerByHost: Object.fromEntries(hosts.map((host) => [host, 'twilio'])),
      suppressions: hosts.map((host) => ({
        host,
        code: '1',
        by: 'label',
        words: 'x',
      })),
    };
    const { pausedHosts, providerByHost, suppressions } = parseSettings(value);
    expect([pausedHosts, Object.keys(providerByHost)]).toEqual([
      hosts.slice(-500),
      hosts.slice(-500),
    ]);
    expect(suppressions).toHaveLength(500);
  });

  test('apply two simultaneous changes one after the other', async () => {
    await Promise.all([
      changeSettings(setHostsPaused(['a.example'], true)),
      changeSettings(setHostsPaused(['b.example'], true)),
      changeSettings(setProvider('a.example', 'twilio')),
    ]);
    expect((await readSettings()).own).toMatchObject({
      pausedHosts: ['a.example', 'b.example'],
      providerByHost: { 'a.example': 'twilio' },
    });
  });

  test('report that they cannot be stored, and later changes still work', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(
      new Error('full'),
    );
    await expect(
      changeSettings(setHostsPaused(['a.example'], true)),
    ).rejects.toThrow('full');
    await changeSettings(setHostsPaused(['b.example'], true));
    expect((await readSettings()).own.pausedHosts).toEqual(['b.example']);
  });

  test('use the values of the policy, and never store them as the user’s own', async () => {
    const policy = {
      enabled: true,
      pausedHosts: ['p.example'],
      providerByHost: { 'p.example': 'gupshup' },
    };
    await fakeBrowser.storage.managed.set({ ...policy, hoverDelayMs: -1 });
    const problems = await cacheManagedPolicy(() => testCatalogue);
    await changeSettings(() => ({ enabled: false, openPinned: true }));
    await changeSettings(setHostsPaused(['p.example'], false));
    await changeSettings(setHostsPaused(['a.example'], true));
    const { settings, own } = await readSettings();
    expect(settings).toMatchObject({
      ...policy,
      openPinned: true,
      pausedHosts: ['a.example', 'p.example'],
    });
    expect(own).toEqual({ openPinned: true, pausedHosts: ['a.example'] });
    expect(await stored()).toEqual({ ...own, version: SETTINGS_VERSION });
    expect(problems).toEqual(['“hoverDelayMs”: -1 isn’t a valid value']);
    await fakeBrowser.storage.managed.clear();
    await cacheManagedPolicy(() => testCatalogue);
    expect((await readSettings()).settings).toEqual({
      ...DEFAULT_SETTINGS,
      ...own,
    });
  });

  test.each([
    'x',
    [],
    5,
    { policy: null },
    { policy: [] },
    {
      policy: {
        pausedHosts: 5,
        ownCodes: 'x',
        notes: [5],
        providerByHost: 'x',
        hover: 5,
        other: 1,
      },
    },
  ])(
    'are the user’s if the stored policy is %j, which is then replaced',
    async (managed) => {
      await fakeBrowser.storage.local.set({
        managed,
        settings: { openPinned: true },
      });
      const { settings, policy } = await readSettings();
      expect(settings).toEqual({ ...DEFAULT_SETTINGS, openPinned: true });
      expect(
        Object.values(policy).flatMap((value) => Object.values(value ?? {})),
      ).toEqual([]);
      expect(
        parsePageSettings(await readEffectiveSettings(), 'a.example'),
      ).toMatchObject({ openPinned: true });
      await cacheManagedPolicy(() => testCatalogue);
      expect(await fakeBrowser.storage.local.get('managed')).toEqual({
        managed: NO_POLICY,
      });
    },
  );

  test('are the user’s if the browser has no policy', async () => {
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValueOnce(
      new Error('manifest not found'),
    );
    await cacheManagedPolicy(() => testCatalogue);
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  });

  test('use the last policy until the browser has read the policy after a start', async () => {
    await fakeBrowser.storage.managed.set({ pausedHosts: ['p.example'] });
    await cacheManagedPolicy(() => testCatalogue);
    const unread = vi
      .spyOn(fakeBrowser.storage.managed, 'get')
      .mockReturnValue(new Promise(() => {}) as never);
    void cacheManagedPolicy(() => testCatalogue);
    const page = parsePageSettings(await readEffectiveSettings(), 'p.example');
    unread.mockRestore();
    expect(page.isOn).toBe(false);
    expect((await readSettings()).settings.pausedHosts).toEqual(['p.example']);
  });

  test('notify listeners, also of a new policy', async () => {
    const heard = vi.fn();
    watchSettings(heard);
    await fakeBrowser.storage.managed.set({ openPinned: true });
    await cacheManagedPolicy(() => testCatalogue);
    await expect
      .poll(() => heard.mock.lastCall?.[0].settings.openPinned)
      .toBe(true);
  });

  test('of one site written by a newer version do not affect other sites, and their known fields apply', async () => {
    const bySite = {
      'a.example': { hover: 'gaze', sensitivity: 'more', sound: 'on' },
      'b.example': { hover: 'off' },
      c: 1,
    };
    await fakeBrowser.storage.local.set({ settings: { hover: 'key', bySite } });
    const { settings } = await readSettings();
    expect(settings.bySite).toEqual({
      'a.example': { sensitivity: 'more', sound: 'on' },
      'b.example': { hover: 'off' },
    });
    const hovers = ['a.example', 'b.example', 'c', 'd.example'].map(
      (host) => parsePageSettings({ hover: 'key', bySite }, host).hover,
    );
    expect(hovers).toEqual(['key', 'off', 'key', 'key']);
  });

  test('are not written if nothing changes', async () => {
    expect(await changeSettings(addRecentLookup('meta/cloud/131047'))).toEqual(
      {},
    );
    expect(await stored()).toBeUndefined();
  });

  test('are read the same by pages and by all other scripts, for any stored value', () => {
    const field = fc.oneof(
      fc.anything(),
      fc.constantFrom(
        true,
        false,
        0,
        1500,
        1600,
        ['a.example'],
        ['a.example', 1],
        { 'a.example': 'x' },
        { 'a.example': 'x', b: 1 },
      ),
    );
    const suppression = fc.record({
      host: fc.constantFrom('a.example', 'b.example', 1),
      code: fc.constantFrom('131047', 131047),
      by: fc.constantFrom('column', 'label', 'shape', 'other'),
      words: fc.constantFrom('total', null),
    });
    const store = fc.oneof(
      fc.anything(),
      fc.record(
        {
          enabled: field,
          pausedHosts: field,
          hoverDelayMs: field,
          openPinned: field,
          markStyle: fc.oneof(
            field,
            fc.constantFrom('underline', 'tint', 'hover', 'bold'),
          ),
          markStrength: fc.oneof(
            field,
            fc.constantFrom('faint', 'normal', 'bold', 'tint'),
          ),
          providerByHost: field,
          suppressions: fc.oneof(field, fc.array(fc.oneof(field, suppression))),
        },
        { requiredKeys: [] },
      ),
    );
    const policy = fc.record(
      {
        enabled: fc.boolean(),
        markStyle: fc.constantFrom('underline', 'tint', 'hover'),
        pausedHosts: fc.subarray(['a.example', 'b.example']),
        providerByHost: fc.constantFrom({}, { 'a.example': 'meta' }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(store, policy, (own, locked) => {
        const value = applyPolicy(own, { policy: locked });
        const {
          enabled,
          pausedHosts,
          hoverDelayMs,
          openPinned,
          providerByHost,
          suppressions,
          markStyle,
          markStrength,
        } = parseSettings(value);
        const page = parsePageSettings(value, 'a.example');
        if (locked.pausedHosts?.includes('a.example'))
          expect(page.isOn).toBe(false);
        expect(page.provider ?? null).toBe(
          locked.providerByHost?.['a.example'] ?? page.provider,
        );
        expect(enabled).toBe(locked.enabled ?? enabled);
        expect(page.isOn).toBe(enabled && !pausedHosts.includes('a.example'));
        expect(page.hoverDelayMs).toBe(hoverDelayMs);
        expect(page.openPinned).toBe(openPinned);
        expect(page.look).toEqual({ style: markStyle, strength: markStrength });
        expect(page.suppressions).toEqual(
          suppressions.filter(({ host }) => host === 'a.example'),
        );
        expect(page.provider).toBe(
          Object.hasOwn(providerByHost, 'a.example')
            ? providerByHost['a.example']
            : null,
        );
      }),
    );
  });
});
