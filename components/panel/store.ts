import { createStore } from 'zustand/vanilla';
import type { TabPage } from '../../lib/bridge/tab.ts';

export type PanelStore = ReturnType<typeof createPanelStore>;

/** The page that the panel speaks of; undefined until it has answered. */
export function createPanelStore() {
  return createStore<{ page: TabPage | null | undefined }>()(() => ({ page: undefined }));
}
