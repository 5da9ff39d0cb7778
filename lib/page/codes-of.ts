import type { PageCode } from './page-api.ts';
import type { Mark } from './page-mark.ts';

/** The distinct codes of some marks with their counts, in the order of first appearance. */
export function codesOf(marks: readonly Mark[]): PageCode[] {
  const codes = new Map<string, PageCode>();
  for (const { hit } of marks) {
    const key = hit.meanings[0]?.key ?? null;
    const name = `${hit.code} ${key}`;
    const known = codes.get(name);
    if (known) known.count++;
    else codes.set(name, { code: hit.code, key, count: 1 });
  }
  return [...codes.values()];
}
