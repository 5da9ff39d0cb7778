import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { getNewerText } from '../../settings/parse-settings.ts';
import type { Notes } from '../../settings/settings.ts';
import {
  applyItemChanges,
  applyRemoteChanges,
  areNewerItems,
  diffItems,
  parseSyncItems,
  type SyncBase,
  type SyncItems,
  toSyncItems,
} from '../../settings/sync-items.ts';
import { SETTINGS_KEY } from './effective-settings.ts';
import { changeSettings, readSettings } from './stored-settings.ts';

/** Key in `storage.local` of both sides at the last sync and of its problem. Absent while sync is off. */
const SYNC_KEY = 'sync';

const items = v.record(v.string(), v.any());
/** `problem` is the browser's error if it stored nothing, such as that the account is full. */
const stateSchema = v.object({
  mine: items,
  account: items,
  problem: v.nullable(v.string()),
});
export type SyncState = Partial<v.InferOutput<typeof stateSchema>>;

/** Debounce interval: browsers limit writes to the account to two per second. */
const DEBOUNCE_MS = 1000;

/** Returns the state of the last sync; an empty object before the first, or if it is invalid. */
export async function readSyncState(): Promise<SyncState> {
  const stored = v.safeParse(
    stateSchema,
    (await browser.storage.local.get(SYNC_KEY))[SYNC_KEY],
  );

  return stored.success ? stored.output : {};
}

/** Syncs the settings with the browser's account from now on. For the background only; does nothing in Chromium's incognito one. */
export function startSync(): void {
  if (browser.extension.inIncognitoContext) return;

  const sync = () => void navigator.locks.request('sync', syncOnce);
  let due: ReturnType<typeof setTimeout>;

  browser.storage.onChanged.addListener((changes, area) => {
    if (area !== 'sync' && !(area === 'local' && changes[SETTINGS_KEY])) return;
    clearTimeout(due);
    due = setTimeout(sync, DEBOUNCE_MS);
  });

  // Apply changes that arrived while the background was stopped.
  sync();
}

/** Applies the account's changes since the last sync, which win, then uploads local ones. Stores a sync error as `problem`. */
export async function syncOnce(): Promise<void> {
  const [{ settings }, last] = await Promise.all([
    readSettings(),
    readSyncState(),
  ]);

  if (!settings.sync) {
    if (last.mine) await browser.storage.local.remove(SYNC_KEY);
    return;
  }

  const keep = (agreed: SyncBase, problem: string | null) =>
    browser.storage.local.set({ [SYNC_KEY]: { ...agreed, problem } });

  const { mine = {}, account: before = {} } = last;
  let agreed: SyncBase = { mine, account: before };

  try {
    const account: SyncItems = await browser.storage.sync.get(null);

    // The account was erased in another browser: keep the local settings.
    if (Object.keys(account).length === 0 && Object.keys(before).length > 0)
      return void (await changeSettings(() => ({ sync: false })));

    if (areNewerItems(account)) throw new Error(getNewerText());

    const incoming = diffItems(before, account);
    const own = toSyncItems(await changeSettings(applyRemoteChanges(incoming)));

    agreed = {
      mine: applyItemChanges(
        mine,
        new Map([...incoming.keys()].map((key) => [key, own[key]])),
      ),
      account,
    };

    const sent = diffItems(agreed.mine, own);
    const gone = [...sent.keys()].filter((key) => !(key in own));
    if (gone.length > 0) await browser.storage.sync.remove(gone);

    if (sent.size > gone.length)
      await browser.storage.sync.set(
        Object.fromEntries([...sent].filter(([, text]) => text !== undefined)),
      );

    const after = {
      mine: applyItemChanges(agreed.mine, sent),
      account: applyItemChanges(account, sent),
    };

    if (last.problem !== null || incoming.size + sent.size > 0)
      await keep(after, null);
  } catch (error) {
    await keep(agreed, error instanceof Error ? error.message : String(error));
  }
}

export function onSynced(synced: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && changes[SYNC_KEY]) synced();
  });
}

export const readAccountNotes = async (): Promise<Notes> =>
  parseSyncItems(await browser.storage.sync.get(null)).notes ?? {};

/** Switches sync on or off for this browser. `notes` overwrite those of the account. */
export async function setSyncEnabled(
  on: boolean,
  notes: Notes = {},
): Promise<void> {
  if (on) {
    if (areNewerItems(await browser.storage.sync.get(null)))
      throw new Error(getNewerText());
    await browser.storage.sync.set(toSyncItems({ notes }));
  }

  await changeSettings(() => ({ sync: on }));
}

export async function eraseAccountData(): Promise<void> {
  await setSyncEnabled(false);
  await browser.storage.sync.clear();
}
