// The package's declarations of these types are made from the JSON Schema: `build/npm/catalogue-declarations.ts`.
import type { Publication } from '../../build/publish/publication.ts';
import type { EntryJson } from '../../lib/format/entry-json.ts';

export type PublishedEntry = EntryJson;
export type PublishedCatalogue = Omit<Publication, 'entries'> & { entries: readonly EntryJson[] };
