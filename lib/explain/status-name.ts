import type { Catalogue } from '../catalogue/catalogue.ts';
import { indexOf } from '../catalogue/index-of.ts';
import { isHttpStatus } from '../detect/form.ts';
import type { Hit } from '../detect/hit.ts';
import { aroundBy, objectOf } from './block.ts';

/** From this score on words or a place say whose code a number is, not habit alone. */
const EVIDENCE = 4;
/** `"message":"INVALID_ACCESS_TOKEN"`: a name as the whole of a value. */
const NAME = /(?<=["']\s?(?::|=>)\s?["'])[A-Z][A-Z0-9]{0,30}(?:_[A-Z0-9]{1,30}){0,6}(?=["'])/g;

/**
 * The hits, with a name in place of the HTTP status that it comes with: `"code":401,"message":"INVALID_ACCESS_TOKEN"` is one failure,
 * and 401 says least of it. The catalogue knows which status a name has.
 */
export function namedStatuses(hits: readonly Hit[], text: string, catalogue: Catalogue): readonly Hit[] {
  return hits.flatMap((hit, at) => {
    if (!isHttpStatus(hit.code) || (hit.meanings[0]?.score ?? 0) >= EVIDENCE) return [hit];
    const beside = [hits[at + 1], hits[at - 1]];
    if (beside.some((other) => other && isNameOf(hit, other, catalogue) && aroundBy(text, other, hit)))
      return [];
    return [nameWithin(text, hit, catalogue) ?? hit];
  });
}

/** True where the best meaning of the one is known to come with the other as its status. */
function isNameOf(status: Hit, { meanings: [best] }: Hit, { byKey }: Catalogue): boolean {
  return best !== undefined && String(byKey.get(best.key)?.http) === status.code;
}

/** A name of the object itself that was no hit: by itself it may be anybody's, with its status it is the provider's. */
function nameWithin(text: string, hit: Hit, catalogue: Catalogue): Hit | null {
  const object = objectOf(text, hit);
  if (!object) return null;
  const own = text.slice(object.start, object.end);
  for (const { 0: code, index } of own.matchAll(NAME)) {
    const meanings = indexOf(catalogue)
      .meaningsOf(code)
      .map((meaning) => ({ ...meaning, score: 0 }));
    const start = object.start + index;
    const named = { ...hit, start, end: start + code.length, code, meanings };
    if (isNameOf(hit, named, catalogue)) return named;
  }
  return null;
}
