import { createHash } from 'node:crypto';
import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { providerSchema, sourceSchema } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { findLastSeenDate } from '../../lib/catalogue/data-freshness.ts';
import { toEntryJson } from '../../lib/format/entry-json.ts';
import { createPublishedCodeRows } from './code-rows.ts';
import { publishedEntrySchema } from './entry-schema.ts';

const describedText = (what: string) => v.pipe(v.string(), v.description(what));
const count = v.pipe(v.number(), v.integer(), v.minValue(1));

const publishedCodeSchema = v.strictObject({
  provider: v.string(),
  code: describedText('The code as a log prints it. A range has a row for each number.'),
  subcode: v.pipe(v.nullable(v.string()), v.description('Null for the code without a subcode.')),
  rank: v.pipe(count, v.description('1 is the most likely meaning at this provider.')),
  meanings: v.pipe(count, v.description('Number of meanings of the code at this provider.')),
  ambiguous: v.pipe(v.boolean(), v.description('True if only surrounding text can select the meaning.')),
  key: describedText('Key of the entry.'),
});

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

/** Returns the JSON Schema (draft 2020-12) of `catalogue.json`. */
export function createPublicationSchema(): Record<string, unknown> {
  const schema = toJsonSchema(publicationJsonSchema, { target: 'draft-2020-12', ignoreActions: ['trim'] });
  return { $id: 'catalogue.schema.json', title: 'Errata: WhatsApp Business error codes', ...schema };
}
