import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  addRecentLookup,
  type SettingsChange,
  setHostsPaused,
  setNote,
  setProvider,
  setSiteOverrides,
  suppressPlace,
} from '../../settings/changes.ts';
import { SETTINGS_VERSION, type Settings } from '../../settings/settings.ts';

vi.mock('wxt/browser', () => ({ browser: fakeBrowser }));
vi.stubGlobal('chrome', fakeBrowser);
const { changeSettings, readSettings } = await import('./stored-settings.ts');
const {
  eraseAccountData,
  onSynced,
  readAccountNotes,
  readSyncState,
  setSyncEnabled,
  startSync,
  syncOnce,
} = await import('./sync-settings.ts');

const { local, sync } = fakeBrowser.storage;
beforeEach(() => fakeBrowser.reset());

type Stored = Record<string, unknown>;

/** Simulates browsers with one account. The last write to an item wins, as in real browsers. */
function browsers<Name extends string>(...names: readonly Name[]) {
  const account: Stored = {};
  const own = new Map<Name, { local: Stored; sync: Stored }>(
    names.map((name) => [name, { local: {}, sync: {} }]),
  );
  /** Number of writes to the account by all browsers. */
  let written = 0;
  return {
    /** Runs a function in one browser, which may be offline meanwhile. */
    async as<T>(name: Name, work: () => Promise<T>): Promise<T> {
      const stored = own.get(name) ?? { local: {}, sync: {} };
      await local.clear();
      await sync.clear();
      await local.set(stored.local);
      await sync.set(stored.sync);
      const result = await work();
      own.set(name, {
        local: await local.get(null),
        sync: await sync.get(null),
      });
      return result;
    },
    /** Simulates the browser's sync: uploads local writes, then downloads the account. */
    async meet(name: Name, before: Stored): Promise<void> {
      const now = own.get(name)?.sync ?? {};
      for (const key of new Set([
        ...Object.keys(before),
        ...Object.keys(now),
      ])) {
        if (before[key] === now[key]) continue;
        written += 1;
        if (now[key] === undefined) delete account[key];
        else account[key] = now[key];
      }
      own.set(name, {
        local: own.get(name)?.local ?? {},
        sync: { ...account },
      });
    },
    synced: (name: Name): Stored => ({ ...own.get(name)?.sync }),
    written: () => written,
  };
}

const suppression = {
  host: 'a.example',
  code: '400',
  by: 'column',
  words: 'Amount',
} as const;

test('settings, notes and sites reach another browser, lookups do not', async () => {
  await setSyncEnabled(true);
  const changes: SettingsChange[] = [
    () => ({
      markStyle: 'tint',
      hoverDelayMs: 500,
      rememberLookups: true,
      recentLookups: [],
    }),
    setNote('cloud/131047', 'Template X <b>'),
    setHostsPaused(['a.example'], true),
    setProvider('a.example', 'twilio'),
    setSiteOverrides('b.example', { hover: 'key' }),
    suppressPlace(suppression, true),
    addRecentLookup('cloud/1'),
  ];
  for (const change of changes) await changeSettings(change);
  await syncOnce();
  const { own } = await readSettings();
  const account = await sync.get(null);
  expect(JSON.stringify(account)).not.toContain('cloud/1"');
  await local.clear();
  expect(await readAccountNotes()).toEqual(own.notes);
  await setSyncEnabled(true);
  await syncOnce();
  const { rememberLookups: _, recentLookups: __, ...synced } = own;
  expect((await readSettings()).own).toEqual(synced);
  expect(await sync.get(null)).toEqual(account);
});

test('defaults are not uploaded, and an explicit choice of one reaches another browser as a choice', async () => {
  await setSyncEnabled(true);
  await syncOnce();
  expect(await sync.get(null)).toEqual({
    version: JSON.stringify(SETTINGS_VERSION),
  });
  await changeSettings(() => ({ markStyle: 'underline' }));
  await syncOnce();
  const account = await sync.get(null);
  expect(Object.keys(account).sort()).toEqual(['markStyle', 'version']);
  await local.clear();
  await setSyncEnabled(true);
  await syncOnce();
  await syncOnce();
  expect((await readSettings()).own).toEqual({
    sync: true,
    markStyle: 'underline',
  });
  expect(await sync.get(null)).toEqual(account);
});

test('an account written by a newer version is neither read nor written, and the user is told', async () => {
  const account = {
    version: JSON.stringify(SETTINGS_VERSION + 1),
    openPinned: '{"newer":true}',
  };
  await sync.set(account);
  await expect(setSyncEnabled(true, { 'cloud/1': 'Mine' })).rejects.toThrow(
    /newer version/,
  );
  await changeSettings(() => ({ sync: true, markStyle: 'tint' }));
  await syncOnce();
  expect(await readSyncState()).toMatchObject({
    problem: expect.stringContaining('newer version'),
  });
  expect(await sync.get(null)).toEqual(account);
});

test('deletions reach the other browser, and additions of both reach both', async () => {
  const { as, meet, synced } = browsers('office', 'home');
  const visit = async (
    name: 'office' | 'home',
    change: SettingsChange = () => ({}),
  ) => {
    const before = synced(name);
    await as(name, async () => {
      await changeSettings(change);
      await syncOnce();
    });
    await meet(name, before);
    await as(name, syncOnce);
  };
  await visit('office', (all) => ({
    ...setNote('cloud/1', 'one')(all),
    sync: true,
  }));
  await visit('home', (all) => ({
    ...setNote('cloud/2', 'two')(all),
    sync: true,
  }));
  await visit('office');
  const notes = (name: 'office' | 'home') =>
    as(name, async () => (await readSettings()).own.notes);
  expect(await notes('office')).toEqual({ 'cloud/1': 'one', 'cloud/2': 'two' });
  await visit('office', setNote('cloud/1', ''));
  await visit('home');
  expect(await notes('home')).toEqual({ 'cloud/2': 'two' });
});

test('browsers that change settings offline in any order converge, and then stop writing', async () => {
  const names = ['a', 'b', 'c'] as const;
  const change = fc.oneof(
    fc
      .tuple(
        fc.constantFrom('cloud/1', 'cloud/2', '__proto__', 'x y'),
        fc.constantFrom('', 'one', 'two'),
      )
      .map(([key, text]) => setNote(key, text)),
    fc
      .tuple(fc.constantFrom('a.example', '__proto__'), fc.boolean())
      .map(([host, paused]) => setHostsPaused([host], paused)),
    fc
      .constantFrom('surer', 'more', undefined)
      .map((sensitivity) => setSiteOverrides('a.example', { sensitivity })),
    fc.boolean().map((on) => suppressPlace(suppression, on)),
    fc.constantFrom<SettingsChange>(
      () => ({ markStyle: 'tint' }),
      () => ({ markStyle: 'hover' }),
    ),
  );
  const step = fc.record({
    name: fc.constantFrom(...names),
    what: fc.oneof(change, fc.constantFrom('sync', 'meet')),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const all = browsers(...names);
      const before = new Map<string, Stored>(names.map((name) => [name, {}]));
      const meet = async (name: (typeof names)[number]) => {
        await all.meet(name, before.get(name) ?? {});
        before.set(name, all.synced(name));
      };
      for (const name of names) await all.as(name, () => setSyncEnabled(true));
      for (const { name, what } of steps) {
        if (what === 'meet') await meet(name);
        else
          await all.as(name, () =>
            what === 'sync'
              ? syncOnce()
              : changeSettings(what as SettingsChange).then(() => undefined),
          );
      }
      const round = async () => {
        for (const name of names) {
          await all.as(name, syncOnce);
          await meet(name);
          await all.as(name, syncOnce);
        }
      };
      await round();
      await round();
      const written = all.written();
      await round();
      expect(all.written()).toBe(written);
      const ends: Settings[] = [];
      for (const name of names)
        ends.push(
          await all.as(name, async () => (await readSettings()).settings),
        );
      const shown = ({ pausedHosts, ...others }: Settings) => ({
        ...others,
        pausedHosts: [...pausedHosts].sort(),
      });
      for (const end of ends.slice(1))
        expect(shown(end)).toEqual(shown(ends[0] as Settings));
    }),
  );
});

test('items that do not fit are reported with the browser’s reason, and sent when there is room', async () => {
  await setSyncEnabled(true);
  vi.spyOn(sync, 'set').mockRejectedValueOnce(
    new Error('QUOTA_BYTES quota exceeded'),
  );
  const long = Object.fromEntries(
    Array.from({ length: 200 }, (_, at) => [`cloud/${at}`, 'ж'.repeat(300)]),
  );
  await changeSettings(() => ({ notes: long }));
  await syncOnce();
  expect((await readSyncState()).problem).toBe('QUOTA_BYTES quota exceeded');
  expect((await readSettings()).own.notes).toEqual(long);
  await changeSettings(({ notes }) => ({
    notes: Object.fromEntries(Object.entries(notes).slice(-50)),
  }));
  await syncOnce();
  expect((await readSyncState()).problem).toBeNull();
  expect(Object.keys(await readAccountNotes())).toHaveLength(50);
});

test('an account of the first version gives its settings and notes, and gets choices for sites in the new form', async () => {
  await sync.set({ version: '1', openPinned: 'true', 'note cloud/1': '"one"' });
  await local.set({ settings: { version: 1, silenced: [suppression] } });
  await setSyncEnabled(true);
  await syncOnce();
  expect((await readSettings()).own).toMatchObject({
    openPinned: true,
    notes: { 'cloud/1': 'one' },
  });
  const key = `suppression ${JSON.stringify(suppression)}`;
  expect(await sync.get(null)).toMatchObject({
    version: '2',
    [key]: JSON.stringify(suppression),
  });
});

test('a failed write is reported with its reason, and retried', async () => {
  await setSyncEnabled(true);
  vi.spyOn(sync, 'set').mockRejectedValueOnce(
    new Error('MAX_WRITE_OPERATIONS_PER_MINUTE'),
  );
  await changeSettings(setNote('cloud/1', 'one'));
  await syncOnce();
  expect((await readSyncState()).problem).toMatch(/MAX_WRITE/);
  await syncOnce();
  expect(await readSyncState()).toMatchObject({ problem: null });
  expect(await readAccountNotes()).toEqual({ 'cloud/1': 'one' });
});

test('notes of two browsers that exceed the limit together stay local, with the reason', async () => {
  const notes = (from: number) =>
    Object.fromEntries(
      Array.from({ length: 150 }, (_, at) => [`cloud/${from + at}`, 'x']),
    );
  await setSyncEnabled(true, notes(0));
  await changeSettings(() => ({ notes: notes(1000) }));
  await syncOnce();
  expect((await readSyncState()).problem).toBe(
    'notes: 300 items; the maximum is 200',
  );
  expect((await readSettings()).own.notes).toEqual(notes(1000));
  expect(await readAccountNotes()).toEqual(notes(0));
});

test('a sync without changes stores nothing, and sync switched off forgets the last one', async () => {
  await setSyncEnabled(true, { 'cloud/1': 'one' });
  await syncOnce();
  await syncOnce();
  expect(await readSyncState()).toMatchObject({ problem: null });
  const store = vi.spyOn(local, 'set');
  const remove = vi.spyOn(sync, 'remove');
  await syncOnce();
  expect(store).not.toHaveBeenCalled();
  expect(remove).not.toHaveBeenCalled();
  store.mockRestore();
  remove.mockRestore();
  await setSyncEnabled(false);
  await syncOnce();
  expect(await readSyncState()).toEqual({});
  expect(await readAccountNotes()).toEqual({ 'cloud/1': 'one' });
});

test('an erased account ends the sync of other browsers and deletes none of their settings', async () => {
  await setSyncEnabled(true);
  await changeSettings(setNote('cloud/1', 'one'));
  await syncOnce();
  const here = await local.get(null);
  await eraseAccountData();
  expect(await sync.get(null)).toEqual({});
  await local.set(here);
  await syncOnce();
  expect((await readSettings()).own).toMatchObject({
    notes: { 'cloud/1': 'one' },
    sync: false,
  });
  expect(await sync.get(null)).toEqual({});
});

test('items of a newer version and invalid items change nothing and are kept', async () => {
  const strange = {
    later: '"x"',
    markStyle: '"dotted"',
    'note cloud/1': '7',
    'site a.example': '{',
    'site b': '[]',
  };
  await sync.set(strange);
  await setSyncEnabled(true);
  await syncOnce();
  expect((await readSettings()).own).toEqual({ sync: true });
  expect(await sync.get(null)).toMatchObject(strange);
});

test('a locked setting is not received, and the organisation’s value is not sent', async () => {
  await sync.set({ markStyle: '"tint"' });
  await local.set({
    managed: { policy: { markStyle: 'hover' } },
    settings: { sync: true },
  });
  await syncOnce();
  await syncOnce();
  const { settings, own } = await readSettings();
  expect([settings.markStyle, own.markStyle]).toEqual(['hover', undefined]);
  expect(await sync.get('markStyle')).toEqual({ markStyle: '"tint"' });
});

test('syncs at the start, and a second after the last change of settings or account', async () => {
  vi.useFakeTimers();
  const request = vi.fn();
  vi.stubGlobal('navigator', { locks: { request } });
  const extension = { inIncognitoContext: true };
  Object.assign(fakeBrowser, { extension });
  startSync();
  expect(request).not.toHaveBeenCalled();
  extension.inIncognitoContext = false;
  startSync();
  expect(request.mock.calls).toEqual([['sync', syncOnce]]);
  await local.set({ other: 1 });
  vi.advanceTimersByTime(2_000);
  expect(request).toHaveBeenCalledTimes(1);
  await local.set({ settings: { sync: true } });
  vi.advanceTimersByTime(999);
  await sync.set({ markStyle: '"tint"' });
  vi.advanceTimersByTime(999);
  expect(request).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  expect(request).toHaveBeenCalledTimes(2);
  await local.set({ settings: { sync: false } });
  vi.advanceTimersByTime(1_000);
  expect(request).toHaveBeenCalledTimes(3);
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.stubGlobal('chrome', fakeBrowser);
});

test.each([
  ['x'],
  [[]],
  [5],
  [{ mine: null }],
  [{ mine: {}, account: {}, problem: {} }],
])(
  'a stored state of the form %j is none, and the next sync replaces it',
  async (state) => {
    await local.set({
      sync: state,
      settings: { sync: true, openPinned: true },
    });
    expect(await readSyncState()).toEqual({});
    await syncOnce();
    expect(await readSyncState()).toMatchObject({ problem: null });
  },
);

test('tells when a sync is stored', async () => {
  const synced = vi.fn();
  onSynced(synced);
  await local.set({ other: 1 });
  await sync.set({ sync: 1 });
  expect(synced).not.toHaveBeenCalled();
  await local.set({ sync: {} });
  expect(synced).toHaveBeenCalledTimes(1);
});
