import { expect, test } from 'vitest';
import {
  addRecentLookup,
  type SettingsChange,
  setHostsPaused,
  setProvider,
  setRememberLookups,
  suppressPlace,
} from './changes.ts';
import { DEFAULT_SETTINGS, haveSameMarks, type Settings } from './settings.ts';

const given: Settings = {
  ...DEFAULT_SETTINGS,
  rememberLookups: true,
  recentLookups: [],
};

test.each<[string, boolean, SettingsChange]>([
  ['a look-up is kept', true, addRecentLookup('131047')],
  ['look-ups are forgotten', true, setRememberLookups(false)],
  [
    'marks look different',
    false,
    () => ({ markStyle: 'tint', markStrength: 'bold' }),
  ],
  ['cards open later', false, () => ({ hoverDelayMs: 900, openPinned: true })],
  ['marks are switched off', false, () => ({ enabled: false })],
  ['a host is paused', false, setHostsPaused(['a.example'], true)],
  ['a host has a provider', false, setProvider('a.example', 'twilio')],
  [
    'a place is suppressed',
    false,
    suppressPlace(
      { host: 'a.example', code: '1', by: 'label', words: 'x' },
      true,
    ),
  ],
])('after %s, pages show the same: %s', (_, alike, change) => {
  expect(haveSameMarks(given, { ...given, ...change(given) })).toBe(alike);
});
