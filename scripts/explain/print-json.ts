import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { entryAsJson } from '../../lib/explain/as-json.ts';
import type { Answer } from './answer.ts';

/** An answer for scripts: `found` and `unknown` first, then more. Scripts of others build on these names. */
export function asJson({ entries, unknown, findings, guessed }: Answer, catalogue: Catalogue) {
  const ids = new Set(entries.flatMap(({ claims }) => claims.map(({ source }) => source)));
  return {
    found: entries.map(entryAsJson),
    unknown,
    /** Why `found` is a guess by words alone; null where a code led to it. */
    guessed: guessed ?? null,
    /** What the sender wrote beside each code, place by place. */
    details: findings.flatMap(({ code, subcode, entry, places }) =>
      places.flatMap(({ said, line }) =>
        said === null ? [] : { code, subcode, key: entry?.key ?? null, text: said, line },
      ),
    ),
    sources: [...ids].flatMap((id) => {
      const source = catalogue.source(id);
      return source
        ? [{ id, publisher: source.publisher, name: source.name, url: source.url ?? null, seen: source.seen }]
        : [];
    }),
  };
}
