import { createHash } from 'node:crypto';
import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import fieldTexts from '../data/published-fields.json' with { type: 'json' };
import {
  APPEARANCES,
  CLASSES,
  CONFIDENCES,
  entrySchema,
  OWNERS,
  providerSchema,
  RETRIES,
  sourceSchema,
  TURNS,
} from '../data/schema.ts';
import { createPublishedCodeRows } from '../lib/answer/format/code-rows.ts';
import {
  type EntryJson,
  toEntryJson,
} from '../lib/answer/format/entry-json.ts';
import type { Catalogue } from '../lib/catalogue/catalogue.ts';
import { findLastSeenDate } from '../lib/catalogue/data-freshness.ts';

/** Creates the schema of an object, with what `data/published-fields.json` says of its fields. */
export function createObject<T extends v.ObjectEntries>(
  name: keyof typeof fieldTexts,
  fields: T,
) {
  const texts: Readonly<Record<string, string>> = fieldTexts[name];

  const described = Object.entries<v.GenericSchema>(fields).map(
    ([field, schema]) => {
      const what = texts[field];
      return [field, what ? v.pipe(schema, v.description(what)) : schema];
    },
  );

  return v.strictObject(Object.fromEntries(described) as T);
}

const text = v.pipe(v.string(), v.minLength(1));
const nullableText = v.nullable(text);
const listOfTexts = v.array(text);
const { channel } = entrySchema.entries;
const count = v.pipe(v.number(), v.integer(), v.minValue(1));

const claim = createObject('claim', {
  source: text,
  row: v.nullable(count),
  ...v.entriesFromList(['title', 'says', 'remedy'], nullableText),
  agrees: v.boolean(),
  http: v.nullable(count),
  ...v.entriesFromList(['reason', 'url', 'at'], nullableText),
});

const cause = createObject('cause', {
  text,
  turn: v.picklist(TURNS),
  retry: v.picklist(RETRIES),
  wait: v.nullable(count),
  do: nullableText,
  who: v.nullable(v.picklist(OWNERS)),
  ...v.entriesFromList(['source', 'url', 'at'], nullableText),
});

/** An entry in `explain --json` and `catalogue.json`. A compile error shows any difference to `toEntryJson`. */
const entry = createObject('entry', {
  ...v.entriesFromList(['provider', 'api', 'code'], text),
  subcode: nullableText,
  title: text,
  class: v.picklist(CLASSES),
  meaning: text,
  turn: v.picklist(TURNS),
  retry: v.picklist(RETRIES),
  wait: v.nullable(count),
  next: text,
  claims: v.pipe(v.array(claim), v.minLength(1)),
  key: v.pipe(text, v.regex(/^[a-z0-9-]+\/[a-z0-9-]+\/[^/~]+(~[a-z0-9-]+)?$/)),
  http: v.nullable(count),
  symbols: listOfTexts,
  causes: v.array(cause),
  steps: v.array(v.strictObject({ do: text, who: v.picklist(OWNERS) })),
  customer: nullableText,
  ticket: listOfTexts,
  success: v.boolean(),
  ...v.entriesFromList(['deprecated', 'renamedFrom'], nullableText),
  related: v.array(
    v.strictObject({ key: text, as: text, via: v.optional(text) }),
  ),
  decided: nullableText,
  confidence: v.picklist(CONFIDENCES),
  channel: channel.wrapped,
  where: v.array(v.picklist(APPEARANCES)),
  ...v.entriesFromList(['seenIn', 'unaffected'], nullableText),
  examples: listOfTexts,
} satisfies Record<keyof EntryJson, v.GenericSchema>);

/** The row that a log is joined with. A join on rank 1 keeps one row for each failure. */
const codeSchema = createObject('code', {
  provider: v.string(),
  code: v.string(),
  subcode: v.nullable(v.string()),
  rank: count,
  meanings: count,
  ambiguous: v.boolean(),
  key: v.string(),
});

const publicationSchema = createObject('catalogue', {
  $schema: v.literal('catalogue.schema.json'),
  version: v.string(),
  date: v.string(),
  revision: v.pipe(v.string(), v.regex(/^[0-9a-f]{12}$/)),
  entries: v.array(entry),
  codes: v.array(codeSchema),
  sources: v.array(sourceSchema),
  providers: v.array(providerSchema),
});

export type Publication = v.InferOutput<typeof publicationSchema>;

export function createPublication(catalogue: Catalogue): Publication {
  const content = {
    entries: catalogue.entries.map(toEntryJson),
    codes: createPublishedCodeRows(catalogue),
    sources: [...catalogue.sources],
    providers: [...catalogue.providers],
  };

  const revision = createHash('sha256')
    .update(JSON.stringify(content))
    .digest('hex')
    .slice(0, 12);

  const date = findLastSeenDate(catalogue.sources);
  // Serialize and parse, to remove `undefined` fields.
  const $schema = 'catalogue.schema.json';

  return JSON.parse(
    JSON.stringify({
      $schema,
      version: catalogue.version,
      date,
      revision,
      ...content,
    }),
  );
}

export const createPublicationSchema = (): Record<string, unknown> => ({
  $id: 'catalogue.schema.json',
  title: 'Errata: WhatsApp Business error codes',
  ...toJsonSchema(publicationSchema, {
    target: 'draft-2020-12',
    ignoreActions: ['trim'],
  }),
});
