import { getOwnGlobal } from '../../core/get-own-global.ts';
import type { Masker } from '../../masking/mask-text.ts';

declare global {
  /** Set by `masking.js`. That script is loaded on demand, because few readers need its numbering plans. */
  var errataMasking: Masker | undefined;
}

export const MASKING_SCRIPT = '/masking.js';

export async function loadMasking(
  load: () => Promise<unknown>,
): Promise<Masker> {
  if (!getOwnGlobal('errataMasking')) await load();
  const masking = getOwnGlobal('errataMasking');
  if (!masking) throw new Error('The masking did not load.');
  return masking;
}

export const importMasking = () => loadMasking(() => import('/masking.js'));
