import { expect, test } from 'vitest';
import {
  type Change,
  hostPaused,
  lookUpKept,
  lookUpsForgotten,
  lookUpsRemembered,
  placeSilenced,
  providerSet,
} from './changes.ts';
import { DEFAULTS, type Settings } from './settings.ts';

/** Applies changes to the default settings, in order. */
function after(...changes: readonly Change[]): Settings {
  const settings = { ...DEFAULTS };
  for (const change of changes) Object.assign(settings, change(settings));
  return settings;
}

test('a host is paused once, and resumed', () => {
  const paused = [
    hostPaused('a.example', true),
    hostPaused('b.example', true),
    hostPaused('a.example', true),
  ];
  expect(after(...paused).pausedHosts).toEqual(['b.example', 'a.example']);
  expect(after(...paused, hostPaused('a.example', false)).pausedHosts).toEqual(['b.example']);
});

test('a host has one provider, until it is forgotten', () => {
  const set = [providerSet('a.example', 'twilio'), providerSet('b.example', 'meta')];
  expect(after(...set, providerSet('a.example', 'gupshup')).providerByHost).toEqual({
    'a.example': 'gupshup',
    'b.example': 'meta',
  });
  expect(after(...set, providerSet('a.example', null)).providerByHost).toEqual({ 'b.example': 'meta' });
});

test('a place is silenced once, newest first, and marked again', () => {
  const total = { host: 'a.example', code: '1000', by: 'column', words: 'total' } as const;
  const order = { host: 'a.example', code: '1000', by: 'shape', words: 'order ‹›' } as const;
  const silenced = [
    placeSilenced(total, true),
    placeSilenced(order, true),
    placeSilenced({ ...order }, true),
  ];
  expect(after(...silenced).silenced).toEqual([order, total]);
  expect(after(...silenced, placeSilenced({ ...total }, false)).silenced).toEqual([order]);
});

test('of very many silenced places the oldest go', () => {
  const places = Array.from({ length: 600 }, (_, at) => ({
    host: 'a.example',
    code: String(at),
    by: 'column' as const,
    words: 'total',
  }));
  const { silenced } = after(...places.map((place) => placeSilenced(place, true)));
  expect(silenced).toHaveLength(500);
  expect(silenced[0]?.code).toBe('599');
});

test('look-ups are kept only when asked to, newest first and each once, and forgotten', () => {
  const looked = ['131047', '131026', '131047'].map(lookUpKept);
  expect(after(...looked).recent).toEqual({ on: false, list: [] });
  const kept = [lookUpsRemembered(true), ...looked];
  expect(after(...kept).recent).toEqual({ on: true, list: ['131047', '131026'] });
  expect(after(...kept, lookUpsForgotten).recent).toEqual({ on: true, list: [] });
  expect(after(...kept, lookUpsRemembered(false)).recent).toEqual({ on: false, list: [] });
  expect(
    after(...kept, ...Array.from({ length: 30 }, (_, at) => lookUpKept(String(at)))).recent.list,
  ).toHaveLength(20);
});
