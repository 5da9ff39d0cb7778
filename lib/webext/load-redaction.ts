import type { Redactor } from '../masking/masked.ts';

declare global {
  /** Set by `redaction.js`. That script is loaded on demand, because few readers need its numbering plans. */
  var errataRedaction: Redactor | undefined;
}

export const REDACTION_SCRIPT = '/redaction.js';

/**
 * Returns the masking code, after loading it if needed.
 *
 * @param load Runs `redaction.js` in this context. Rejects if it cannot be loaded.
 */
export async function loadRedaction(load: () => Promise<unknown>): Promise<Redactor> {
  if (!globalThis.errataRedaction) await load();
  if (!globalThis.errataRedaction) throw new Error('The redaction did not load.');
  return globalThis.errataRedaction;
}

/** Loads the masking code in a page of the extension. */
export const importRedaction = () => loadRedaction(() => import('/redaction.js'));
