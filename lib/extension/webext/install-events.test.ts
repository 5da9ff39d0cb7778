import { beforeEach, expect, test, vi } from 'vitest';

const fake = vi.hoisted(() => ({
  listeners: [] as ((details: { reason: string }) => Promise<void>)[],
  installType: 'normal',
  stored: {} as Record<string, unknown>,
  extension: { inIncognitoContext: false },
}));
vi.mock('wxt/browser', () => ({
  browser: {
    extension: fake.extension,
    storage: {
      local: {
        get: async () => ({ ...fake.stored }),
        set: async (more: object) => void Object.assign(fake.stored, more),
      },
    },
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
  fake.stored = {};
  fake.extension.inIncognitoContext = false;
});

test.each([
  ['install', 'normal', false, 1],
  ['update', 'normal', false, 0],
  ['browser_update', 'normal', false, 0],
  ['install', 'development', false, 1],
  ['update', 'development', false, 0],
  ['install', 'development', true, 0],
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

test('an unpacked extension, which may be loaded at each start, welcomes once, and not in front', async () => {
  const work = vi.fn();
  fake.installType = 'development';
  onFirstInstall(work);

  for (let start = 0; start < 2; start++)
    for (const heard of fake.listeners) await heard({ reason: 'install' });

  expect(work.mock.calls).toEqual([[false]]);
});
