import { beforeEach, expect, test, vi } from 'vitest';

const fake = vi.hoisted(() => ({
  listeners: [] as ((details: { reason: string }) => Promise<void>)[],
  installType: 'normal',
  extension: { inIncognitoContext: false },
}));
vi.mock('wxt/browser', () => ({
  browser: {
    extension: fake.extension,
    management: { getSelf: async () => ({ installType: fake.installType }) },
    runtime: {
      onInstalled: {
        addListener: (heard: (typeof fake.listeners)[0]) =>
          fake.listeners.push(heard),
      },
    },
  },
}));
const { onFirstInstall } = await import('./install-events.ts');

beforeEach(() => {
  fake.listeners.length = 0;
});

test.each([
  ['install', 'normal', false, 1],
  ['update', 'normal', false, 0],
  ['browser_update', 'normal', false, 0],
  ['install', 'development', false, 0],
  ['install', 'admin', false, 0],
  ['install', 'normal', true, 0],
])(
  'at %s of a kind %s, private: %s, a person is welcomed %i times',
  async (reason, type, isPrivate, times) => {
    const work = vi.fn();
    fake.installType = type;
    fake.extension.inIncognitoContext = isPrivate;
    onFirstInstall(work);
    for (const heard of fake.listeners) await heard({ reason });
    expect(work).toHaveBeenCalledTimes(times);
  },
);
