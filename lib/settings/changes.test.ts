import { expect, test } from 'vitest';
import {
  addRecentLookup,
  applySiteChoice,
  clearRecentLookups,
  mergeNotes,
  type SettingsChange,
  setChoiceHost,
  setHostsPaused,
  setNote,
  setProvider,
  setRememberLookups,
  setSiteOverrides,
  suppressPlace,
  toggleHostPause,
} from './changes.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';

/** Applies changes to the default settings, in order. */
function after(...changes: readonly SettingsChange[]): Settings {
  const settings = { ...DEFAULT_SETTINGS };
  for (const change of changes) Object.assign(settings, change(settings));
  return settings;
}

test('a host is paused once, and resumed', () => {
  const paused = [
    setHostsPaused(['a.example'], true),
    setHostsPaused(['b.example'], true),
    setHostsPaused(['a.example'], true),
  ];
  expect(after(...paused).pausedHosts).toEqual(['b.example', 'a.example']);
  expect(
    after(...paused, setHostsPaused(['a.example'], false)).pausedHosts,
  ).toEqual(['b.example']);
});

test('a host has one provider, until it is removed', () => {
  const set = [
    setProvider('a.example', 'twilio'),
    setProvider('b.example', 'meta'),
  ];
  expect(
    after(...set, setProvider('a.example', 'gupshup')).providerByHost,
  ).toEqual({
    'a.example': 'gupshup',
    'b.example': 'meta',
  });
  expect(after(...set, setProvider('a.example', null)).providerByHost).toEqual({
    'b.example': 'meta',
  });
});

test('a place is suppressed once, newest first, and can be restored', () => {
  const total = {
    host: 'a.example',
    code: '1000',
    by: 'column',
    words: 'total',
  } as const;
  const order = {
    host: 'a.example',
    code: '1000',
    by: 'shape',
    words: 'order ‹›',
  } as const;
  const suppressions = [
    suppressPlace(total, true),
    suppressPlace(order, true),
    suppressPlace({ ...order }, true),
  ];
  expect(after(...suppressions).suppressions).toEqual([order, total]);
  expect(
    after(...suppressions, suppressPlace({ ...total }, false)).suppressions,
  ).toEqual([order]);
});

test('drops the oldest of too many suppressed places', () => {
  const places = Array.from({ length: 600 }, (_, at) => ({
    host: 'a.example',
    code: String(at),
    by: 'column' as const,
    words: 'total',
  }));
  const { suppressions } = after(
    ...places.map((place) => suppressPlace(place, true)),
  );
  expect(suppressions).toHaveLength(500);
  expect(suppressions[0]?.code).toBe('599');
});

test('lookups are stored only if the user wants it, newest first and each once, and can be deleted', () => {
  const looked = ['131047', '131026', '131047'].map(addRecentLookup);
  expect(after(...looked)).toMatchObject({
    rememberLookups: false,
    recentLookups: [],
  });
  const kept = [setRememberLookups(true), ...looked];
  expect(after(...kept)).toMatchObject({
    rememberLookups: true,
    recentLookups: ['131047', '131026'],
  });
  expect(after(...kept, clearRecentLookups)).toMatchObject({
    rememberLookups: true,
    recentLookups: [],
  });
  expect(after(...kept, setRememberLookups(false))).toMatchObject({
    rememberLookups: false,
    recentLookups: [],
  });
  expect(
    after(
      ...kept,
      ...Array.from({ length: 30 }, (_, at) => addRecentLookup(String(at))),
    ).recentLookups,
  ).toHaveLength(20);
});

test('the switch of a page pauses its host, or resumes each paused part that contains the page', () => {
  const toggle = toggleHostPause(new URL('https://apps.example/crm/desk?id=1'));
  expect(after(toggle).pausedHosts).toEqual(['apps.example']);
  expect(after(toggle, toggle).pausedHosts).toEqual([]);
  const parts = setHostsPaused(
    ['apps.example/crm', 'apps.example/mail', 'apps.example'],
    true,
  );
  expect(after(parts, toggle).pausedHosts).toEqual(['apps.example/mail']);
});

test('the newest 500 sites are kept', () => {
  const hosts = Array.from({ length: 501 }, (_, at) => `${at}.example`);
  expect(after(setHostsPaused(hosts, true)).pausedHosts).toEqual(
    hosts.slice(1),
  );
  const { providerByHost, bySite } = after(
    ...hosts.flatMap((host) => [
      setProvider(host, 'meta'),
      setSiteOverrides(host, { hover: 'off' }),
    ]),
  );
  for (const byHost of [providerByHost, bySite])
    expect(Object.keys(byHost)).toEqual(hosts.slice(1));
});

test('a site has its own settings field by field, and none once each is back to the general one', () => {
  const set = [
    setSiteOverrides('a.example', { hover: 'key' }),
    setSiteOverrides('b.example', { hover: 'off' }),
    setSiteOverrides('a.example', { sensitivity: 'more' }),
  ];
  expect(after(...set).bySite).toEqual({
    'a.example': { hover: 'key', sensitivity: 'more' },
    'b.example': { hover: 'off' },
  });
  const back = setSiteOverrides('a.example', {
    hover: undefined,
    sensitivity: undefined,
  });
  expect(after(...set, back).bySite).toEqual({ 'b.example': { hover: 'off' } });
});

test('a note is stored without blanks around it, and an empty one removes it', () => {
  const set = [
    setNote('meta/cloud/131047', '  Use template X \n'),
    setNote('131026', 'x'),
  ];
  expect(after(...set).notes).toEqual({
    'meta/cloud/131047': 'Use template X',
    '131026': 'x',
  });
  expect(after(...set, setNote('131026', ' ')).notes).toEqual({
    'meta/cloud/131047': 'Use template X',
  });
});

test('notes of a file are added, and of two for one code the preferred one stays', () => {
  const own = setNote('1', 'mine');
  const added = { 1: 'theirs', 2: 'new' };
  expect(after(own, mergeNotes(added, 'mine')).notes).toEqual({
    1: 'mine',
    2: 'new',
  });
  expect(after(own, mergeNotes(added, 'added')).notes).toEqual({
    1: 'theirs',
    2: 'new',
  });
});

test('there are at most 200 notes', () => {
  const notes = Object.fromEntries(
    Array.from({ length: 200 }, (_, at) => [`code ${at}`, 'x']),
  );
  const full = mergeNotes(notes, 'mine');
  expect(Object.keys(after(full).notes)).toHaveLength(200);
  expect(Object.keys(after(full, setNote('code 7', 'y')).notes)).toHaveLength(
    200,
  );
  expect(() => after(full, setNote('another', 'x'))).toThrow(
    'At most 200 notes can be stored',
  );
});

test('a choice in a card suppresses a place or sets the provider', () => {
  const suppression = {
    host: 'a.example',
    code: '1000',
    by: 'column',
    words: 'total',
  } as const;
  expect(
    after(applySiteChoice({ suppression, on: true })).suppressions,
  ).toEqual([suppression]);
  expect(
    after(
      applySiteChoice({ suppression, on: true }),
      applySiteChoice({ suppression, on: false }),
    ).suppressions,
  ).toEqual([]);
  expect(
    after(applySiteChoice({ host: 'a.example', provider: 'meta' }))
      .providerByHost,
  ).toEqual({
    'a.example': 'meta',
  });
  expect(setChoiceHost({ suppression, on: true }, 'b.example')).toEqual({
    suppression: { ...suppression, host: 'b.example' },
    on: true,
  });
  expect(
    setChoiceHost({ host: 'a.example', provider: 'meta' }, 'b.example'),
  ).toEqual({
    host: 'b.example',
    provider: 'meta',
  });
});
