import type { Redaction } from '../masking/masked.ts';

declare global {
  /** Left by `redaction.js`: a script of its own, as few readers need its numbering plans. */
  var errataRedaction: Redaction | undefined;
}

export const REDACTION_SCRIPT = '/redaction.js';

/** @param load Runs `redaction.js` here. Rejects where that cannot be. */
export async function bringRedaction(load: () => Promise<unknown>): Promise<Redaction> {
  if (!globalThis.errataRedaction) await load();
  if (!globalThis.errataRedaction) throw new Error('The redaction did not load.');
  return globalThis.errataRedaction;
}

/** In a page of the extension. */
export const importRedaction = () => bringRedaction(() => import('/redaction.js'));
