import * as v from 'valibot';
import { CLASSES, entrySchema, OWNERS, RETRIES, TURNS } from '../../data/schema.ts';
import type { EntryJson } from '../../lib/format/entry-json.ts';

const say = v.description;
const text = v.pipe(v.string(), v.minLength(1));
const maybe = (what: string) => v.pipe(v.nullable(text), say(what));
const list = (what: string) => v.pipe(v.array(text), say(what));
const { confidence } = entrySchema.entries;
const count = v.pipe(v.number(), v.integer(), v.minValue(1));

const claim = v.strictObject({
  source: v.pipe(text, say('Id in `sources`.')),
  row: v.pipe(v.nullable(count), say("Row in the source's own table.")),
  title: maybe('What the source calls the code, in its own words.'),
  says: maybe("What the source says of it, in Errata's words."),
  remedy: maybe('What the source advises.'),
  agrees: v.boolean(),
  http: v.nullable(v.number()),
  reason: maybe('Why Errata does not follow the source.'),
});

const fields = {
  provider: v.pipe(text, say('Who defines the code. Id in `providers`.')),
  api: v.pipe(text, say("Which of the provider's registries.")),
  code: v.pipe(text, say('As printed: digits, a range such as 200-299, or a symbol. Never a number.')),
  subcode: maybe("Graph's finer number beside the code."),
  title: v.pipe(text, say("The provider's own words, or a description where it prints none.")),
  class: v.pipe(v.picklist(CLASSES), say('What it is about.')),
  meaning: text,
  turn: v.pipe(v.picklist(TURNS), say('Who can move things on.')),
  retry: v.pipe(v.picklist(RETRIES), say('Whether sending the same thing again helps.')),
  wait: maybe('How long to wait before the next try, for people: `24 hours`.'),
  next: v.pipe(text, say("The reader's next move: one imperative sentence.")),
  claims: v.pipe(v.array(claim), v.minLength(1), say('What each source says of it.')),
  key: v.pipe(
    text,
    v.regex(/^[a-z0-9-]+\/[a-z0-9-]+\/[^/~]+(~[a-z0-9-]+)?$/),
    say('Stable and unique: `provider/api/code`, then `.subcode` and `~variant` where there is one.'),
  ),
  http: v.pipe(v.nullable(v.number()), say('HTTP status that it comes with.')),
  symbols: list('Words that stand for the number.'),
  causes: list('In order of likelihood, where the provider does not say which one it was.'),
  steps: v.array(v.strictObject({ do: text, who: v.picklist(OWNERS) })),
  customer: maybe('What to tell the customer, to be copied as it is.'),
  ticket: list('What a support ticket must hold.'),
  success: v.pipe(v.boolean(), say('Not an error although it looks like one.')),
  deprecated: maybe('Retired: what it was, and since when.'),
  renamedFrom: maybe('Its earlier name.'),
  related: v.pipe(
    v.array(v.looseObject({ key: text, as: text })),
    say('Keys of other entries, and what they are to this one.'),
  ),
  decided: maybe('Why Errata holds its reading true, where the sources disagree.'),
  confidence: v.pipe(confidence, say('How many publishers stand behind it.')),
} satisfies Record<keyof EntryJson, v.GenericSchema>;

/** The schema of an entry in `explain --json` and `catalogue.json`. A compile error shows any difference to `toEntryJson`. */
export const publishedEntrySchema = v.strictObject(fields);
