import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { type Place, rankedMeanings } from '../catalogue/ranked.ts';

/** Where a provider's payload passes Meta's own code on: `whatsappApiError":{"code":"131056"`, `"meta_error_code":"131026"`, `(#131056)`. */
const PASSED_ON =
  /(?:(?:whatsappApiError|meta_?error|meta_?err)[^}]{0,120}?code|meta_?(?:error_?)?code|whatsapp_?(?:error_?)?code)[^\w}]{1,10}(\d{1,7})(?!\d)|\(#(\d{1,7})\)/i;

/**
 * The entry of Meta's code that a provider's own code only wraps, where the text around both shows it. Null for Meta's own codes, and
 * where nothing is passed on.
 *
 * @param nearby Text around; untrusted.
 */
export function innerOf(entry: Entry, nearby: string, place: Place, catalogue: Catalogue): Entry | null {
  if (entry.provider === 'meta' || !nearby.includes(entry.code)) return null;
  const code = innerCode(nearby);
  if (!code || code === entry.code) return null;
  const ranked = rankedMeanings(code, catalogue, { ...place, provider: 'meta' });
  return ranked.find((one) => one.entry.provider === 'meta')?.entry ?? null;
}

/** The code that is passed on in a text. */
export function innerCode(nearby: string): string | undefined {
  const found = PASSED_ON.exec(nearby);
  return found?.[1] ?? found?.[2];
}
