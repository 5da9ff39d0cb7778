import type { Masker } from '../../masking/masked.ts';

declare global {
  /** Set by `masking.js`. That script is loaded on demand, because few readers need its numbering plans. */
  var errataMasking: Masker | undefined;
}

export const MASKING_SCRIPT = '/masking.js';

export async function loadMasking(
  load: () => Promise<unknown>,
): Promise<Masker> {
  if (!globalThis.errataMasking) await load();
  if (!globalThis.errataMasking) throw new Error('The masking did not load.');
  return globalThis.errataMasking;
}

export const importMasking = () => loadMasking(() => import('/masking.js'));
