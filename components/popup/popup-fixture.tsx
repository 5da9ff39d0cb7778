import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';
import type { TabPage } from '../../lib/bridge/tab.ts';
import { fixture } from '../../lib/catalogue/fixture.ts';
import { openSearch } from '../../lib/catalogue/search.ts';
import { type Fault, readBytes } from '../../lib/explain/bytes.ts';
import { readPaste as readSlices } from '../../lib/explain/decode.ts';
import { NO_POLICY } from '../../lib/settings/policy.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { WithRedaction } from '../entry/redaction-fixture.tsx';
import { settingsInMemory } from '../shared/settings-fixture.ts';
import type { Reference } from './answer.ts';
import { Popup } from './Popup.tsx';
import { NOTHING, type ReadPaste } from './pasted.ts';
import { createPopupStore } from './store.ts';

const search = openSearch(fixture);
/** The fixture catalogue with its search. For tests only, like the whole file. */
export const reference: Reference = {
  catalogue: fixture,
  find: search.find,
};

/** jsdom's Blob has no `arrayBuffer()`. */
const bytesOf = (file: Blob) =>
  new Promise<Uint8Array>((resolve, reject) => {
    const reader = new FileReader();
    // Copied into this realm, because `TextDecoder` accepts no array of another.
    reader.onload = () => resolve(Uint8Array.from(new Uint8Array(reader.result as ArrayBuffer)));
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(file);
  });

/** Reads synchronously, without a worker. */
const readPaste: ReadPaste = (source, context, told) => {
  let cancelled = false;
  const read = (text: string | Fault) => {
    if (typeof text !== 'string') return told({ state: 'failed', done: 0, report: NOTHING, fault: text });
    for (const { done, report } of readSlices(text, fixture, context)) {
      if (!cancelled) told({ state: done === 1 ? 'done' : 'reading', done, report: report() });
    }
  };
  if (typeof source === 'string') read(source);
  else
    bytesOf(source).then(
      (bytes) => read(readBytes(bytes)),
      () => told({ state: 'failed', done: 0, report: NOTHING }),
    );
  return {
    cancel: () => {
      cancelled = true;
    },
  };
};

export const metaPage: TabPage = {
  tabId: 1,
  url: new URL('https://business.facebook.com/wa/manage'),
  isOwn: false,
  granted: true,
  added: null,
  paused: false,
  invited: false,
  loading: false,
  script: 'running',
  reading: false,
  codes: [
    { code: '131056', key: 'meta/cloud/131056', count: 17 },
    { code: '131026', key: 'meta/cloud/131026', count: 8 },
    { code: '131999', key: null, count: 1 },
  ],
};

/** Opens a popup for a page, as a browser would. */
export function openPopup(
  query = '',
  page: TabPage | null = { ...metaPage, codes: [] },
  given: Partial<Settings> = {},
  now = Date.parse('2026-12-01'),
  reader: ReadPaste = readPaste,
  isPrivate = false,
  managed = NO_POLICY,
  inTab = true,
) {
  const store = createPopupStore(query);
  const { store: settingsStore, changeSettings: change, settings } = settingsInMemory(given, managed);
  const changeSettings = vi.fn(change);
  store.getState().showPage(page);
  const told = {
    onAskForAccess: vi.fn(),
    onGiveBack: vi.fn(),
    onPauseTab: vi.fn(),
    onReveal: vi.fn(),
    onGo: vi.fn(),
    onOpenPanel: vi.fn(),
  };
  const shown = { store, settingsStore, changeSettings, reference, readPaste: reader, inTab, isPrivate, now };
  render(<Popup {...shown} {...told} />, { wrapper: WithRedaction });
  const field = screen.getByRole('combobox');
  return { user: userEvent.setup(), store, settings, changeSettings, ...told, field };
}

/** Returns the row that Enter opens. */
export const activeRow = (field: HTMLElement) =>
  document.getElementById(field.getAttribute('aria-activedescendant') ?? '');
/** Returns the codes of the visible rows, in order. */
export const codes = () => screen.queryAllByRole('option').map(({ dataset }) => dataset.code);
