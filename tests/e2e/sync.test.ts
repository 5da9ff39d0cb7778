import { expect, test } from 'vitest';
import {
  BOTH_AT_NIGHT,
  describeInBrowsers,
  expectCard,
  hoverCode,
} from './in-browsers.ts';

type Account = Record<string, string>;

/** The sync storage of each browser, which the other browser of the same account receives. */
const accounts: Account[] = [];

describeInBrowsers(BOTH_AT_NIGHT, (open, browser) => {
  const readAccount = () =>
    browser().inExtension<Account>('chrome.storage.sync.get(null)');
  const readNotes = () =>
    browser().inExtension<unknown>(
      'chrome.storage.local.get("settings").then((all) => all.settings?.notes)',
    );
  const pressSync = async () => {
    const options = await browser().openExtension('options.html');
    const isOn = () =>
      options.run(
        () =>
          document.querySelector('[aria-labelledby="sync-label"]')
            ?.ariaChecked ?? null,
      );
    await expect.poll(isOn).toBe('false');
    await options.run(() =>
      document
        .querySelector<HTMLElement>('[aria-labelledby="sync-label"]')
        ?.click(),
    );
    return { options, isOn };
  };

  test('settings and notes are synced if the user chooses so, and changes of another browser arrive', async () => {
    await browser().inExtension(
      `chrome.storage.local.set({ settings: { openPinned: true, notes: { 'meta/cloud/131047': 'From here' }, rememberLookups: true, recentLookups: ['meta/cloud/1'] } })`,
    );
    const { options, isOn } = await pressSync();
    await expect.poll(isOn).toBe('true');
    await expect.poll(readAccount).toMatchObject({
      openPinned: 'true',
      'note meta/cloud/131047': '"From here"',
    });
    expect(JSON.stringify(await readAccount())).not.toContain('meta/cloud/1"');
    accounts.push(await readAccount());

    const tab = await open('messages');
    await browser().inExtension(
      `chrome.storage.sync.set({ openPinned: 'false', 'note meta/cloud/131049': '"From there"' })`,
    );
    await expect.poll(readNotes).toEqual({
      'meta/cloud/131047': 'From here',
      'meta/cloud/131049': 'From there',
    });
    await hoverCode(tab, '131047');
    // No longer pinned.
    await expectCard(tab, '131047', 'open');

    // Deleted in another browser: local data stay.
    await browser().inExtension('chrome.storage.sync.clear()');
    await expect.poll(isOn).toBe('false');
    expect(await readNotes()).toMatchObject({
      'meta/cloud/131049': 'From there',
    });
    expect(await readAccount()).toEqual({});
    await options.close();
  });

  test('a note that differs in the account asks the user before anything is stored', async () => {
    await browser().inExtension(
      `Promise.all([chrome.storage.sync.set({ 'note meta/cloud/131047': '"Theirs"' }), chrome.storage.local.set({ settings: { notes: { 'meta/cloud/131047': 'Mine' } } })])`,
    );
    const { options, isOn } = await pressSync();
    const pressAnswer = (text: string) =>
      options.run((name) => {
        const buttons = [
          ...document.querySelectorAll<HTMLElement>('.notes-question button'),
        ];
        const found = buttons.find(({ textContent }) => textContent === name);
        found?.click();
        return found !== undefined;
      }, text);
    await expect.poll(() => pressAnswer('Add and keep mine')).toBe(true);
    await expect.poll(isOn).toBe('true');
    await expect
      .poll(readAccount)
      .toMatchObject({ 'note meta/cloud/131047': '"Mine"' });
    expect(await readNotes()).toEqual({ 'meta/cloud/131047': 'Mine' });
    await options.close();
  });
});

test('every browser puts the same into the account, and nothing that was not chosen', () => {
  expect(accounts).toHaveLength(BOTH_AT_NIGHT.length);
  expect(Object.keys(accounts[0] ?? {}).sort()).toEqual([
    'note meta/cloud/131047',
    'openPinned',
    'version',
  ]);
  for (const account of accounts) expect(account).toEqual(accounts[0]);
});
