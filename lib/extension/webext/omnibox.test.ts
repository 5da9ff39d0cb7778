import { beforeEach, describe, expect, it, vi } from 'vitest';

type Listener = (text: string, disposition: string) => Promise<void>;
const fake = vi.hoisted(() => ({
  listeners: [] as Listener[],
  opened: [] as [
    how: string,
    url: string | undefined,
    active: boolean | undefined,
  ][],
  browser: {} as Record<string, unknown>,
}));
vi.mock('wxt/browser', () => ({ browser: fake.browser }));

const { handleOmniboxInput } = await import('./open-page.ts');

beforeEach(() => {
  fake.listeners.length = 0;
  fake.opened.length = 0;
  Object.assign(fake.browser, {
    i18n: { getMessage: () => '' },
    runtime: { getURL: (path: string) => `x:${path}` },
    tabs: {
      create: async (tab: { url: string; active: boolean }) =>
        fake.opened.push(['create', tab.url, tab.active]),
      update: async (tab: { url: string }) =>
        fake.opened.push(['update', tab.url, undefined]),
    },
    omnibox: {
      setDefaultSuggestion: vi.fn(),
      onInputEntered: {
        addListener: (listener: Listener) => fake.listeners.push(listener),
      },
    },
  });
});

describe('the keyword in the address bar', () => {
  it.each([
    ['currentTab', ['update', 'x:/popup.html?q=131047', undefined]],
    ['newForegroundTab', ['create', 'x:/popup.html?q=131047', true]],
    ['newBackgroundTab', ['create', 'x:/popup.html?q=131047', false]],
  ])(
    'opens in the tab that the user chose: %s',
    async (disposition, expected) => {
      handleOmniboxInput();
      await fake.listeners[0]?.(' 131047 ', disposition);
      expect(fake.opened).toEqual([expected]);
    },
  );

  it('is skipped if the browser has no omnibox', () => {
    fake.browser.omnibox = undefined;
    expect(handleOmniboxInput).not.toThrow();
  });
});
