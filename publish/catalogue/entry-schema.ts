import * as v from 'valibot';
import { APPEARANCES, CLASSES, entrySchema, OWNERS, RETRIES, TURNS } from '../../data/schema.ts';
import type { EntryJson } from '../../lib/format/entry-json.ts';

const described = <T extends v.GenericSchema>(schema: T, what: string) => v.pipe(schema, v.description(what));
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

const fields = {
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

/** The schema of an entry in `explain --json` and `catalogue.json`. A compile error shows any difference to `toEntryJson`. */
export const publishedEntrySchema = v.strictObject(fields);
