import * as v from 'valibot';
import { CLASSES, entrySchema, OWNERS, PLACES, RETRIES, TURNS } from '../../data/schema.ts';
import type { EntryJson } from '../../lib/format/entry-json.ts';

const withDescription = v.description;
const text = v.pipe(v.string(), v.minLength(1));
const nullableText = (what: string) => v.pipe(v.nullable(text), withDescription(what));
const listOfTexts = (what: string) => v.pipe(v.array(text), withDescription(what));
const { confidence, channel } = entrySchema.entries;
const count = v.pipe(v.number(), v.integer(), v.minValue(1));

const claim = v.strictObject({
  source: v.pipe(text, withDescription('Id in `sources`.')),
  row: v.pipe(v.nullable(count), withDescription("Row in the source's own table.")),
  title: nullableText('What the source calls the code, in its own words.'),
  says: nullableText("What the source says of it, in Errata's words."),
  remedy: nullableText('What the source advises.'),
  agrees: v.boolean(),
  http: v.nullable(v.number()),
  reason: nullableText('Why Errata does not follow the source.'),
});

const fields = {
  provider: v.pipe(text, withDescription('Who defines the code. Id in `providers`.')),
  api: v.pipe(text, withDescription("Which of the provider's registries.")),
  code: v.pipe(
    text,
    withDescription('As printed: digits, a range such as 200-299, or a symbol. Never a number.'),
  ),
  subcode: nullableText("Graph's finer number beside the code."),
  title: v.pipe(text, withDescription("The provider's own words, or a description where it prints none.")),
  class: v.pipe(v.picklist(CLASSES), withDescription('What it is about.')),
  meaning: text,
  turn: v.pipe(v.picklist(TURNS), withDescription('Who can move things on.')),
  retry: v.pipe(v.picklist(RETRIES), withDescription('Whether sending the same thing again helps.')),
  wait: nullableText('How long to wait before the next try, for people: `24 hours`.'),
  next: v.pipe(text, withDescription("The reader's next move: one imperative sentence.")),
  claims: v.pipe(v.array(claim), v.minLength(1), withDescription('What each source says of it.')),
  key: v.pipe(
    text,
    v.regex(/^[a-z0-9-]+\/[a-z0-9-]+\/[^/~]+(~[a-z0-9-]+)?$/),
    withDescription(
      'Stable and unique: `provider/api/code`, then `.subcode` and `~variant` where there is one.',
    ),
  ),
  http: v.pipe(v.nullable(v.number()), withDescription('HTTP status that it comes with.')),
  symbols: listOfTexts('Words that stand for the number.'),
  causes: v.pipe(
    v.array(
      v.strictObject({
        text,
        turn: v.picklist(TURNS),
        retry: v.picklist(RETRIES),
        wait: v.nullable(text),
        do: nullableText("The remedy of this cause, where it differs from the entry's steps."),
        who: v.nullable(v.picklist(OWNERS)),
      }),
    ),
    withDescription('In order of likelihood, where the provider does not say which one it was.'),
  ),
  steps: v.array(v.strictObject({ do: text, who: v.picklist(OWNERS) })),
  customer: nullableText('What to tell the customer, to be copied as it is.'),
  ticket: listOfTexts('What a support ticket must hold.'),
  success: v.pipe(v.boolean(), withDescription('Not an error although it looks like one.')),
  deprecated: nullableText('Retired: what it was, and since when.'),
  renamedFrom: nullableText('Its earlier name.'),
  related: v.pipe(
    v.array(v.looseObject({ key: text, as: text })),
    withDescription('Keys of other entries, and what they are to this one.'),
  ),
  decided: nullableText('Why Errata holds its reading true, where the sources disagree.'),
  confidence: v.pipe(confidence, withDescription('How many publishers stand behind it.')),
  channel: v.pipe(
    channel.wrapped,
    withDescription('`sms`: no WhatsApp message causes it. `any`: of all channels.'),
  ),
  where: v.pipe(v.array(v.picklist(PLACES)), withDescription('Where it appears, most often first.')),
  seenIn: nullableText('The field, call or screen.'),
  unaffected: nullableText('What works in spite of it.'),
  examples: listOfTexts('Payloads or console texts as they come.'),
} satisfies Record<keyof EntryJson, v.GenericSchema>;

/** The schema of an entry in `explain --json` and `catalogue.json`. A compile error shows any difference to `toEntryJson`. */
export const publishedEntrySchema = v.strictObject(fields);
