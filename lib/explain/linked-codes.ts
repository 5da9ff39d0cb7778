import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { type CodeContext, rankedMeanings } from '../catalogue/ranked.ts';

/** Where a provider's payload passes Meta's own code on: `whatsappApiError":{"code":"131056"`, `"meta_error_code":"131026"`, `(#131056)`. */
const PASSED_ON =
  /(?:(?:whatsappApiError|meta_?error|meta_?err)[^}]{0,120}?code|meta_?(?:error_?)?code|whatsapp_?(?:error_?)?code)[^\w}]{1,10}(\d{1,7})(?!\d)|\(#(\d{1,7})\)/i;

/**
 * The entry of Meta's code that a provider's own code only wraps, where the text around both shows it. Null for Meta's own codes, and
 * where nothing is passed on.
 *
 * @param place With the text around; untrusted.
 */
export function innerOf(entry: Entry, place: CodeContext, catalogue: Catalogue): Entry | null {
  const { nearby = '' } = place;
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

/** The code of the same object: `"code": 100,`, not `"error_subcode"`. */
const CODE = /(?:^|[^\w])code\\{0,3}["'`]?(?:&quot;)?\s{0,3}(?::|=>?)\s{0,3}\\{0,3}["'`]?(\d{1,6})(?!\d)/i;
/** `(#100, subcode 2494067)`, `190 with subcode 463`. */
const SAID = /(\d{1,6})[\s,()*`"']{1,4}(?:with |con |com )?(?:error[\s_])?sub-?_?code$/i;
const REACH = 300;

/**
 * The entry of the code that a subcode stands with, for a subcode that has none of its own: the parent is what can be told.
 *
 * @param place With the text around; untrusted. Null where the code is no subcode there, or its parent is not listed either.
 */
export function parentOf(code: string, place: CodeContext, catalogue: Catalogue): Entry | null {
  const parent = parentCode(code, place.nearby ?? '');
  return parent ? (rankedMeanings(parent, catalogue, place)[0]?.entry ?? null) : null;
}

/** The code that a subcode stands with in a text. */
export function parentCode(code: string, nearby: string): string | null {
  if (!/^\d{1,7}$/.test(code)) return null;
  const key = new RegExp(`sub_?code[^\\w]{1,8}${code}(?!\\d)`, 'i').exec(nearby);
  if (!key) return null;
  const before = nearby.slice(Math.max(0, key.index - REACH), key.index);
  const after = nearby.slice(key.index, key.index + REACH);
  const parent =
    SAID.exec(`${before}subcode`)?.[1] ??
    CODE.exec(before.split('{').at(-1) ?? '')?.[1] ??
    CODE.exec(after.split('}', 1)[0] ?? '')?.[1];
  return !parent || parent === code ? null : parent;
}
