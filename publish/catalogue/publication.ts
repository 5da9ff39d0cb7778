import { createHash } from 'node:crypto';
import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import {
  APPEARANCES,
  CLASSES,
  entrySchema,
  OWNERS,
  providerSchema,
  RETRIES,
  sourceSchema,
  TURNS,
} from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { findLastSeenDate } from '../../lib/catalogue/data-freshness.ts';
import { type EntryJson, toEntryJson } from '../../lib/format/entry-json.ts';
import { createPublishedCodeRows } from './code-rows.ts';

export const described = <T extends v.GenericSchema>(schema: T, what: string) =>
  v.pipe(schema, v.description(what));
const text = v.pipe(v.string(), v.minLength(1));
const nullableText = (what: string) => described(v.nullable(text), what);
const listOfTexts = (what: string) => described(v.array(text), what);
const { confidence, channel } = entrySchema.entries;
const count = v.pipe(v.number(), v.integer(), v.minValue(1));

const claim = v.strictObject({
  source: described(text, 'Id in `sources`.'),
  row: described(v.nullable(count), "Row number in the source's own table."),
  title: nullableText("The source's name for the code, verbatim."),
  says: nullableText("What the source says about the code, in Errata's words."),
  remedy: nullableText('What the source advises.'),
  agrees: described(v.boolean(), 'False if Errata does not follow the source.'),
  http: described(v.nullable(count), 'HTTP status that the source gives.'),
  reason: nullableText('Why Errata does not follow the source.'),
});

const cause = v.strictObject({
  text,
  turn: v.picklist(TURNS),
  retry: v.picklist(RETRIES),
  wait: v.nullable(count),
  do: nullableText("The remedy of this cause, if it differs from the entry's steps."),
  who: v.nullable(v.picklist(OWNERS)),
});

/** An entry in `explain --json` and `catalogue.json`. A compile error shows any difference to `toEntryJson`. */
const entryFields = {
  provider: described(text, 'Provider that defines the code. Id in `providers`.'),
  api: described(text, 'API of the provider that has its own list of codes.'),
  code: described(
    text,
    'The code as printed: digits, a range such as 200-299, or a symbol. Always a string.',
  ),
  subcode: nullableText('The more specific Graph API number that comes with the code.'),
  title: described(text, "The provider's own title, or a description if it has none."),
  class: described(v.picklist(CLASSES), 'Topic of the error.'),
  meaning: text,
  turn: described(v.picklist(TURNS), 'Who can resolve the failure.'),
  retry: described(v.picklist(RETRIES), 'Whether sending the same message again helps.'),
  wait: described(v.nullable(count), 'Seconds to wait before a retry.'),
  next: described(text, 'The next step: one imperative sentence.'),
  claims: described(v.pipe(v.array(claim), v.minLength(1)), 'What each source says about the code.'),
  key: described(
    v.pipe(text, v.regex(/^[a-z0-9-]+\/[a-z0-9-]+\/[^/~]+(~[a-z0-9-]+)?$/)),
    'Stable and unique: `provider/api/code`, followed by `.subcode` and `~variant` if there are any.',
  ),
  http: described(v.nullable(count), 'HTTP status of the response with this code.'),
  symbols: listOfTexts('Names that are used instead of the number.'),
  causes: described(
    v.array(cause),
    'Possible causes, most likely first, if the code alone does not tell them apart.',
  ),
  steps: v.array(v.strictObject({ do: text, who: v.picklist(OWNERS) })),
  customer: nullableText('A message to the customer, ready to copy.'),
  ticket: listOfTexts('What to include in a support ticket.'),
  success: described(v.boolean(), 'True if this is not an error, although it looks like one.'),
  deprecated: nullableText('If the code is retired: what it was, and since when.'),
  renamedFrom: nullableText('Its former name.'),
  related: described(
    v.array(v.strictObject({ key: text, as: text, via: v.optional(text) })),
    'Keys of related entries, with the relation of each.',
  ),
  decided: nullableText('Why Errata prefers its reading, if sources disagree.'),
  confidence: described(confidence, 'Whether several publishers confirm the entry.'),
  channel: described(
    channel.wrapped,
    '`sms`: never occurs for WhatsApp messages. `any`: occurs for all channels.',
  ),
  where: described(v.array(v.picklist(APPEARANCES)), 'Where the code appears, most frequent first.'),
  seenIn: nullableText('The field, API call or screen that shows it.'),
  unaffected: nullableText('What still works.'),
  examples: listOfTexts('Payloads or console texts, verbatim.'),
} satisfies Record<keyof EntryJson, v.GenericSchema>;

/** The row that a log is joined with. A join on rank 1 keeps one row for each failure. */
const codeSchema = v.strictObject({
  provider: v.string(),
  code: described(v.string(), 'The code as a log prints it. A range has a row for each number.'),
  subcode: described(v.nullable(v.string()), 'Null for the code without a subcode.'),
  rank: described(count, '1 is the most likely meaning at this provider.'),
  meanings: described(count, 'Number of meanings of the code at this provider.'),
  ambiguous: described(v.boolean(), 'True if only surrounding text can select the meaning.'),
  key: described(v.string(), 'Key of the entry.'),
});

const publicationSchema = v.strictObject({
  $schema: v.literal('catalogue.schema.json'),
  version: described(v.string(), 'Version of Errata. A removed or renamed field raises the major version.'),
  date: described(v.string(), 'Date on which a source was last read: 2026-11-20.'),
  revision: described(
    v.pipe(v.string(), v.regex(/^[0-9a-f]{12}$/)),
    'Hash of the content: the same content has the same revision.',
  ),
  entries: described(
    v.array(v.strictObject(entryFields)),
    'Each entry is one meaning of one code at one provider.',
  ),
  codes: described(v.array(codeSchema), 'The rows to join a log with.'),
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
  const revision = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12);
  const date = findLastSeenDate(catalogue.sources);
  // Serialize and parse, to remove `undefined` fields.
  const $schema = 'catalogue.schema.json';
  return JSON.parse(JSON.stringify({ $schema, version: catalogue.version, date, revision, ...content }));
}

export const createPublicationSchema = (): Record<string, unknown> => ({
  ...{ $id: 'catalogue.schema.json', title: 'Errata: WhatsApp Business error codes' },
  ...toJsonSchema(publicationSchema, { target: 'draft-2020-12', ignoreActions: ['trim'] }),
});
