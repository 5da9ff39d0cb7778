import type { MAX_HOVER_DELAY_MS } from '../../lib/bridge/page-settings.ts';

/** The longest rest before the card opens; the compiler keeps it equal to what the settings take. */
export const MAX_HOVER_DELAY: typeof MAX_HOVER_DELAY_MS = 1500;
