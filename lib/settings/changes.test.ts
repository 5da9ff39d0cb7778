import { expect, test } from 'vitest';
import {
  addRecentLookup,
  clearRecentLookups,
  type SettingsChange,
  setHostPaused,
  setProvider,
  setRememberLookups,
  suppressPlace,
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
    setHostPaused('a.example', true),
    setHostPaused('b.example', true),
    setHostPaused('a.example', true),
  ];
  expect(after(...paused).pausedHosts).toEqual(['b.example', 'a.example']);
  expect(after(...paused, setHostPaused('a.example', false)).pausedHosts).toEqual(['b.example']);
});

test('a host has one provider, until it is removed', () => {
  const set = [setProvider('a.example', 'twilio'), setProvider('b.example', 'meta')];
  expect(after(...set, setProvider('a.example', 'gupshup')).providerByHost).toEqual({
    'a.example': 'gupshup',
    'b.example': 'meta',
  });
  expect(after(...set, setProvider('a.example', null)).providerByHost).toEqual({ 'b.example': 'meta' });
});

test('a place is suppressed once, newest first, and can be restored', () => {
  const total = { host: 'a.example', code: '1000', by: 'column', words: 'total' } as const;
  const order = { host: 'a.example', code: '1000', by: 'shape', words: 'order ‹›' } as const;
  const silenced = [
    suppressPlace(total, true),
    suppressPlace(order, true),
    suppressPlace({ ...order }, true),
  ];
  expect(after(...silenced).silenced).toEqual([order, total]);
  expect(after(...silenced, suppressPlace({ ...total }, false)).silenced).toEqual([order]);
});

test('drops the oldest of too many suppressed places', () => {
  const places = Array.from({ length: 600 }, (_, at) => ({
    host: 'a.example',
    code: String(at),
    by: 'column' as const,
    words: 'total',
  }));
  const { silenced } = after(...places.map((place) => suppressPlace(place, true)));
  expect(silenced).toHaveLength(500);
  expect(silenced[0]?.code).toBe('599');
});

test('lookups are stored only if the user wants it, newest first and each once, and can be deleted', () => {
  const looked = ['131047', '131026', '131047'].map(addRecentLookup);
  expect(after(...looked)).toMatchObject({ rememberLookups: false, recentLookups: [] });
  const kept = [setRememberLookups(true), ...looked];
  expect(after(...kept)).toMatchObject({ rememberLookups: true, recentLookups: ['131047', '131026'] });
  expect(after(...kept, clearRecentLookups)).toMatchObject({ rememberLookups: true, recentLookups: [] });
  expect(after(...kept, setRememberLookups(false))).toMatchObject({
    rememberLookups: false,
    recentLookups: [],
  });
  expect(
    after(...kept, ...Array.from({ length: 30 }, (_, at) => addRecentLookup(String(at)))).recentLookups,
  ).toHaveLength(20);
});
