import { beforeEach, describe, expect, it, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

vi.mock('wxt/browser', () => ({ browser: fakeBrowser }));
vi.stubGlobal('chrome', fakeBrowser);
const { openSearchPage, readRequestedQuery } = await import('./open-page.ts');

const opened = vi.fn();

beforeEach(() => {
  fakeBrowser.reset();
  opened.mockClear();
  vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation(async ({ url }) =>
    opened(new URL(url ?? '').search),
  );
});

async function openAndGetAddress(text: string): Promise<string> {
  await openSearchPage(text);
  return opened.mock.lastCall?.[0];
}

describe('a code stands in the address', () => {
  test.each([
    '131047',
    ' -1 ',
    '2494010',
    'RATE_LIMITED',
    'EC_INVALID_TEMPLATE',
  ])('%s', async (code) => {
    expect(await openAndGetAddress(code)).toBe(`?q=${code.trim()}`);
  });
});

describe('what may name a person does not', () => {
  test.each([
    'SECRET to +5511912345678 failed',
    '5511912345678',
    'Maria',
    'maria_souza@example.com',
    '{"wa_id":"5511912345678","errors":[{"code":131047}]}',
    'a&b=<c>',
  ])('%s', async (text) => {
    const address = await openAndGetAddress(text);
    expect(address).toMatch(/^\?handed=[\da-f-]{36}$/);
    expect(await readRequestedQuery(address)).toBe(text);
  });
});

it('can be read once', async () => {
  const address = await openAndGetAddress('to +5511912345678 failed');
  await readRequestedQuery(address);
  expect(await readRequestedQuery(address)).toBeNull();
  expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  expect(await fakeBrowser.storage.local.get(null)).toEqual({});
});

it('limits what it hands over to what a page can take', async () => {
  expect(
    await readRequestedQuery(await openAndGetAddress(`a ${'x'.repeat(9_000)}`)),
  ).toHaveLength(2_000);
});

it.each([
  ['?q=window%20closed', 'window closed'],
  ['?handed=unknown', null],
  ['', ''],
])('reads the address %s', async (address, text) =>
  expect(await readRequestedQuery(address)).toBe(text),
);
