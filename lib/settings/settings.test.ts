import { expect, test } from 'vitest';
import {
  type Change,
  hostPaused,
  lookUpKept,
  lookUpsRemembered,
  placeSilenced,
  providerSet,
} from './changes.ts';
import { DEFAULTS, marksAlike, type Settings } from './settings.ts';

const given: Settings = { ...DEFAULTS, recent: { on: true, list: [] } };

test.each<[string, boolean, Change]>([
  ['a look-up is kept', true, lookUpKept('131047')],
  ['look-ups are forgotten', true, lookUpsRemembered(false)],
  ['marks look different', true, () => ({ markStyle: 'tint', markStrength: 'bold' })],
  ['cards open later', true, () => ({ hoverDelayMs: 900, openPinned: true })],
  ['marks are switched off', false, () => ({ enabled: false })],
  ['a host is paused', false, hostPaused('a.example', true)],
  ['a host has a provider', false, providerSet('a.example', 'twilio')],
  [
    'a place is silenced',
    false,
    placeSilenced({ host: 'a.example', code: '1', by: 'label', words: 'x' }, true),
  ],
])('after %s, pages show the same: %s', (_, alike, change) => {
  expect(marksAlike(given, { ...given, ...change(given) })).toBe(alike);
});
