import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { toEntryJson } from '../../lib/format/entry-json.ts';
import type { CommandAnswer } from './answer.ts';

/**
 * Returns an answer as JSON: `found` and `unknown` first, then further fields. The names are public: scripts of users
 * depend on them.
 */
export function toAnswerJson({ entries, unknown, findings, guessed }: CommandAnswer, catalogue: Catalogue) {
  const ids = new Set(entries.flatMap(({ claims }) => claims.map(({ source }) => source)));
  return {
    found: entries.map(toEntryJson),
    unknown,
    /** Why `found` is a guess from words. Null if a code was found. */
    guessed: guessed ?? null,
    /** The sender's message next to each code, for each occurrence. */
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
