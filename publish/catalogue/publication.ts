import { createHash } from 'node:crypto';
import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { providerSchema, sourceSchema } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { findLastSeenDate } from '../../lib/catalogue/data-freshness.ts';
import { toEntryJson } from '../../lib/format/entry-json.ts';
import { createPublishedCodeRows, publishedCodeSchema } from './code-rows.ts';
import { publishedEntrySchema } from './entry-schema.ts';

const describedText = (what: string) => v.pipe(v.string(), v.description(what));

const publicationJsonSchema = v.strictObject({
  $schema: v.literal('catalogue.schema.json'),
  version: describedText('Version of Errata. A removed or renamed field raises the major version.'),
  date: describedText('Date on which a source was last read: 2026-11-20.'),
  revision: v.pipe(
    v.string(),
    v.regex(/^[0-9a-f]{12}$/),
    v.description('Hash of the content: the same content has the same revision.'),
  ),
  entries: v.pipe(
    v.array(publishedEntrySchema),
    v.description('Each entry is one meaning of one code at one provider.'),
  ),
  codes: v.pipe(v.array(publishedCodeSchema), v.description('The rows to join a log with.')),
  sources: v.array(sourceSchema),
  providers: v.array(providerSchema),
});

export type Publication = v.InferOutput<typeof publicationJsonSchema>;

export function createPublication(catalogue: Catalogue): Publication {
  const content = {
    entries: catalogue.entries.map(toEntryJson),
    codes: createPublishedCodeRows(catalogue),
    sources: [...catalogue.sources],
    providers: [...catalogue.providers],
  };
  const revision = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12);
  const date = findLastSeenDate(catalogue.sources);
  // Serialize and parse, to remove `undefined` fields.
  const $schema = 'catalogue.schema.json';
  return JSON.parse(JSON.stringify({ $schema, version: catalogue.version, date, revision, ...content }));
}

export function createPublicationSchema(): Record<string, unknown> {
  const schema = toJsonSchema(publicationJsonSchema, { target: 'draft-2020-12', ignoreActions: ['trim'] });
  return { $id: 'catalogue.schema.json', title: 'Errata: WhatsApp Business error codes', ...schema };
}
