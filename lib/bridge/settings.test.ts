import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULTS, pageSettings } from './page-settings.ts';

vi.mock('wxt/browser', () => ({ browser: fakeBrowser }));
vi.stubGlobal('chrome', fakeBrowser);
const {
  changeSettings,
  forgetLookUps,
  parseSettings,
  pauseHost,
  readSettings,
  rememberLookUp,
  setProvider,
  setSilenced,
} = await import('./settings.ts');

const stored = async () => (await fakeBrowser.storage.local.get('settings')).settings;

beforeEach(() => fakeBrowser.reset());

describe('settings', () => {
  test('are the defaults in an empty store', async () => {
    expect(await readSettings()).toEqual(DEFAULTS);
  });

  test('keep fields of a later version through a change', async () => {
    await fakeBrowser.storage.local.set({ settings: { enabled: false, later: { a: 1 } } });
    await changeSettings(() => ({ hoverDelayMs: 500 }));
    expect(await stored()).toMatchObject({ enabled: false, hoverDelayMs: 500, later: { a: 1 } });
  });

  test('lose a broken field, and no other', () => {
    expect(parseSettings({ enabled: 'yes', hoverDelayMs: -1, pausedHosts: ['a.example'] })).toMatchObject({
      enabled: true,
      hoverDelayMs: DEFAULTS.hoverDelayMs,
      pausedHosts: ['a.example'],
    });
  });

  test('make two changes at once one after the other', async () => {
    await Promise.all([
      pauseHost('a.example', true),
      pauseHost('b.example', true),
      setProvider('a.example', 'twilio'),
    ]);
    expect(await readSettings()).toMatchObject({
      pausedHosts: ['a.example', 'b.example'],
      providerByHost: { 'a.example': 'twilio' },
    });
    await pauseHost('a.example', false);
    await setProvider('a.example', null);
    expect(await readSettings()).toMatchObject({ pausedHosts: ['b.example'], providerByHost: {} });
  });

  test('silence a place once, newest first, and mark it again', async () => {
    const total = { host: 'a.example', code: '1000', by: 'column', words: 'total' } as const;
    const order = { host: 'a.example', code: '1000', by: 'shape', words: 'order ‹›' } as const;
    await setSilenced(total, true);
    await setSilenced(order, true);
    await setSilenced({ ...order }, true);
    expect((await readSettings()).silenced).toEqual([order, total]);
    await setSilenced({ ...total }, false);
    expect((await readSettings()).silenced).toEqual([order]);
  });

  test('remember look-ups only when asked to, newest first, and forget them', async () => {
    await rememberLookUp('131047');
    expect((await readSettings()).recent.list).toEqual([]);
    await changeSettings(() => ({ recent: { on: true, list: [] } }));
    for (const code of ['131047', '131026', '131047']) await rememberLookUp(code);
    expect((await readSettings()).recent.list).toEqual(['131047', '131026']);
    await forgetLookUps();
    expect((await readSettings()).recent).toEqual({ on: true, list: [] });
  });

  test('are read the same by the page as by everything else, whatever lies in the store', () => {
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
    const silence = fc.record({
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
          markStyle: fc.oneof(field, fc.constantFrom('underline', 'tint', 'hover', 'bold')),
          markStrength: fc.oneof(field, fc.constantFrom('faint', 'normal', 'bold', 'tint')),
          providerByHost: field,
          silenced: fc.oneof(field, fc.array(fc.oneof(field, silence))),
        },
        { requiredKeys: [] },
      ),
    );
    fc.assert(
      fc.property(store, (value) => {
        const {
          enabled,
          pausedHosts,
          hoverDelayMs,
          openPinned,
          providerByHost,
          silenced,
          markStyle,
          markStrength,
        } = parseSettings(value);
        const page = pageSettings(value, 'a.example');
        expect(page.on).toBe(enabled && !pausedHosts.includes('a.example'));
        expect(page.hoverDelayMs).toBe(hoverDelayMs);
        expect(page.openPinned).toBe(openPinned);
        expect(page.look).toEqual({ style: markStyle, strength: markStrength });
        expect(page.silenced).toEqual(silenced.filter(({ host }) => host === 'a.example'));
        expect(page.provider).toBe(
          Object.hasOwn(providerByHost, 'a.example') ? providerByHost['a.example'] : null,
        );
      }),
    );
  });
});
