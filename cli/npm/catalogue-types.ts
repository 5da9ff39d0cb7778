// The package's declarations of these types are made from the JSON Schema: `publish/npm/npm-package.ts`.

import type { Publication } from '../../build/publication.ts';
import type { EntryJson } from '../../lib/answer/format/entry-json.ts';

export type ProviderId = string;
export type PublishedEntry = EntryJson;
export type PublishedCatalogue = Omit<Publication, 'entries'> & {
  entries: readonly EntryJson[];
};
