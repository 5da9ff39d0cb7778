import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';
import type { TabPage } from '../../lib/bridge/tab-page.ts';
import { testCatalogue } from '../../lib/catalogue/fixture.ts';
import { createSearch } from '../../lib/catalogue/search.ts';
import { type DecodeError, decodeBytes } from '../../lib/explain/decode-bytes.ts';
import { readPaste as readSlices } from '../../lib/explain/decode-paste.ts';
import { NO_POLICY } from '../../lib/settings/policy.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { RedactionForTests } from '../entry/redaction-fixture.tsx';
import { createSettingsInMemory } from '../shared/settings-fixture.ts';
import type { Reference } from './answer.ts';
import { Popup } from './Popup.tsx';
import { EMPTY_REPORT, type ReadPaste } from './pasted.ts';
import { createPopupStore } from './popup-store.ts';

const search = createSearch(testCatalogue);
/** The fixture catalogue with its search. For tests only, like the whole file. */
export const testReference: Reference = {
  catalogue: testCatalogue,
  find: search.find,
};

/** jsdom's Blob has no `arrayBuffer()`. */
const readFileBytes = (file: Blob) =>
  new Promise<Uint8Array>((resolve, reject) => {
    const reader = new FileReader();
    // Copied into this realm, because `TextDecoder` accepts no array of another.
    reader.onload = () => resolve(Uint8Array.from(new Uint8Array(reader.result as ArrayBuffer)));
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(file);
  });

/** Reads synchronously, without a worker. */
const readTestPaste: ReadPaste = (source, context, told) => {
  let cancelled = false;
  const read = (text: string | DecodeError) => {
    if (typeof text !== 'string')
      return told({ state: 'failed', done: 0, report: EMPTY_REPORT, fault: text });
    for (const { done, report } of readSlices(text, testCatalogue, context)) {
      if (!cancelled) told({ state: done === 1 ? 'done' : 'reading', done, report: report() });
    }
  };
  if (typeof source === 'string') read(source);
  else
    readFileBytes(source).then(
      (bytes) => read(decodeBytes(bytes)),
      () => told({ state: 'failed', done: 0, report: EMPTY_REPORT }),
    );
  return {
    cancel: () => {
      cancelled = true;
    },
  };
};

export const testPage: TabPage = {
  tabId: 1,
  url: new URL('https://business.facebook.com/wa/manage'),
  isOwn: false,
  isGranted: true,
  isAdded: null,
  isPaused: false,
  isInvited: false,
  isLoading: false,
  script: 'running',
  isReading: false,
  codes: [
    { code: '131056', key: 'meta/cloud/131056', count: 17 },
    { code: '131026', key: 'meta/cloud/131026', count: 8 },
    { code: '131999', key: null, count: 1 },
  ],
};

/** Opens a popup for a page, as a browser would. */
export function renderPopup(
  query = '',
  page: TabPage | null = { ...testPage, codes: [] },
  given: Partial<Settings> = {},
  now = Date.parse('2026-12-01'),
  reader: ReadPaste = readTestPaste,
  isPrivate = false,
  managed = NO_POLICY,
  inTab = true,
) {
  const store = createPopupStore(query);
  const { store: settingsStore, changeSettings: change, settings } = createSettingsInMemory(given, managed);
  const changeSettings = vi.fn(change);
  store.getState().showPage(page);
  const told = {
    onRequestPermission: vi.fn(),
    onRevokePermission: vi.fn(),
    onPauseTab: vi.fn(),
    onReveal: vi.fn(),
    onGo: vi.fn(),
    onOpenPanel: vi.fn(),
  };
  const shown = {
    store,
    settingsStore,
    changeSettings,
    reference: testReference,
    readPaste: reader,
    inTab,
    isPrivate,
    now,
  };
  render(<Popup {...shown} {...told} />, { wrapper: RedactionForTests });
  const field = screen.getByRole('combobox');
  return { user: userEvent.setup(), store, settings, changeSettings, ...told, field };
}

/** Returns the row that Enter opens. */
export const getActiveRow = (field: HTMLElement) =>
  document.getElementById(field.getAttribute('aria-activedescendant') ?? '');
/** Returns the codes of the visible rows, in order. */
export const getShownCodes = () => screen.queryAllByRole('option').map(({ dataset }) => dataset.code);
