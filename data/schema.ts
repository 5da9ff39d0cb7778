import * as v from 'valibot';
import wording from './wording.json' with { type: 'json' };

/** Who can move things on. */
export const TURNS = ['you', 'recipient', 'meta', 'provider', 'nobody'] as const;
/** Whether sending the same thing again helps. */
export const RETRIES = ['no', 'after-fix', 'later', 'backoff', 'once'] as const;
export const CLASSES = Object.keys(wording.class) as (keyof typeof wording.class)[];
/**
 * How an entry points to another. Each is written once, in either entry, but for the first two: a retired code names its
 * `successor`, a provider's code what is `behind` it. The way back is derived (`lib/catalogue/relations.ts`).
 */
export const RELATIONS = ['successor', 'behind', 'same-cause', 'confused', 'see-also'] as const;
/**
 * What a look-up for a second source found: another publisher that says so, another text of the same publisher, another
 * publisher that knows the name and gives no number, or nothing.
 */
export const LOOKED_UP = ['publisher', 'edition', 'name', 'nothing'] as const;
/** Who does a step: the person in the console, who runs the account, who writes the integration, and so on. */
export const OWNERS = ['operator', 'admin', 'developer', 'provider', 'meta', 'customer'] as const;

const text = v.pipe(v.string(), v.trim(), v.minLength(1, 'must not be empty'));
const codeText = v.pipe(
  text,
  v.regex(
    /^(-?\d{1,7}(-\d{1,7})?|[A-Za-z][A-Za-z0-9_.\- ]*)$/,
    'must be a number, a range such as 200-299, or a symbol',
  ),
);
const slug = v.pipe(text, v.regex(/^[a-z0-9][a-z0-9-]*$/, 'must be lower-case words joined by hyphens'));
const date = v.pipe(text, v.regex(/^\d{4}-\d{2}(-\d{2})?$/, 'must be a date such as 2026-11-20 or 2026-11'));
const address = v.pipe(text, v.url('must be an address'));

export const claimSchema = v.strictObject({
  /** Id of the source in `sources.yaml`. */
  source: slug,
  /** Row in the source's own table, where it has rows. */
  row: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** What the source calls the code, in its own words. */
  title: v.optional(text),
  /** What the source says of it, in ours. */
  says: v.optional(text),
  remedy: v.optional(text),
  http: v.optional(v.number()),
  /** Where in the source, where its address does not lead there: a path, or the file's number in the public index. */
  at: v.optional(text),
  agrees: v.boolean(),
  /** Why Errata does not follow the source. Required where it does not agree. */
  reason: v.optional(text),
});

/** A stretch of time that an error is bound to. */
export const windowSchema = v.strictObject({
  /** `24 h`, `6 s`, or with the number from a detail: `{minutes} min`. */
  lasts: v.optional(v.pipe(text, v.regex(/^(\d{1,3}|\{[a-z]+\}) (s|min|h|d)$/, 'must be such as 24 h'))),
  /** In place of `lasts`: the placeholder of the detail that holds the moment itself. */
  at: v.optional(slug),
  /** What it counts from: the failure itself, or the last message of the customer. */
  from: v.optional(v.picklist(['failure', 'customer-message'])),
  /**
   * `retry-from`: trying again makes sense then, not before. `over-by`: over then at the latest. `open-until`: messages go
   * through until then. `ends`: in force until then. `ended`: it ran out then.
   */
  as: v.picklist(['retry-from', 'over-by', 'open-until', 'ends', 'ended']),
  /** `stated`: the provider says so. `usual`: what has been seen, no promise. */
  confidence: v.picklist(['stated', 'usual']),
  /** Country of the recipients for whom it may never end: nothing is said of a time there. */
  except: v.optional(v.pipe(text, v.regex(/^[A-Z]{2}$/, 'must be a country such as US'))),
});

const verdict = v.strictObject({
  turn: v.picklist(TURNS),
  retry: v.picklist(RETRIES),
  /** How long to wait before the next try, for people: `24 hours`. */
  wait: v.optional(text),
});

export const entrySchema = v.strictObject({
  code: codeText,
  /** Graph's finer number beside the code. */
  subcode: v.optional(v.pipe(text, v.regex(/^\d{1,7}$/, 'must be digits'))),
  /** Tells apart records of one registry that share a code. */
  variant: v.optional(slug),
  title: text,
  /** The title is Errata's description: the provider prints none. */
  described: v.optional(v.literal(true)),
  http: v.optional(v.number()),
  class: v.picklist(CLASSES),
  meaning: text,
  verdict,
  /** The reader's next move: one imperative sentence. */
  next: text,
  steps: v.optional(v.array(v.strictObject({ do: text, who: v.picklist(OWNERS) }))),
  /** Causes in order of likelihood, where the provider does not say which one it was. */
  causes: v.optional(v.array(text)),
  /** What to tell the customer, to be copied as it is: a sentence or two in plain words, without a code. */
  customer: v.optional(text),
  /** What a support ticket must hold, to be answered at the first try. */
  ticket: v.optional(v.pipe(v.array(text), v.minLength(2, 'needs at least two'))),
  /** When it ends or may be tried again, where the provider ties it to the clock. */
  window: v.optional(windowSchema),
  /**
   * Texts that come beside the code and sharpen it: any of `match` within the text around, case ignored. A phrase may hold
   * placeholders such as `{expected:number}` (`lib/explain/phrase.ts`); `meaning` and `next` then use `{expected}`, or
   * `{expected|value|values}` for a number with its noun.
   */
  details: v.optional(
    v.array(
      v.strictObject({
        match: v.pipe(v.array(text), v.minLength(1, 'needs at least one phrase')),
        meaning: text,
        /** The meaning goes before the entry's own, such as a time that it adds; otherwise it stands in its place. */
        adds: v.optional(v.literal(true)),
        next: v.optional(text),
        /** In place of the entry's own, whole: whose turn it is where these words stand, and whether a retry helps. */
        verdict: v.optional(verdict),
        /** In place of the entry's own. */
        window: v.optional(windowSchema),
      }),
    ),
  ),
  /** Words that stand for the number and are detected like it: `REJECTED_NOT_ENOUGH_CREDITS`. */
  symbols: v.optional(v.array(text)),
  /** Its number or word, where so much else has it that it counts only where the provider is named, or where only its list prints codes. */
  number: v.optional(text),
  /** Further words to search by; never detected. */
  aliases: v.optional(v.array(text)),
  /** The word is also an everyday state (`PENDING`): underlined only where the text proves it. */
  state: v.optional(v.literal(true)),
  /** Not an error although it looks like one. */
  success: v.optional(v.literal(true)),
  /** Retired: what it was, and since when. */
  deprecated: v.optional(text),
  renamedFrom: v.optional(text),
  /** Keys of other entries, in one direction. */
  related: v.optional(v.array(v.strictObject({ key: text, as: v.picklist(RELATIONS) }))),
  channel: v.optional(v.picklist(['whatsapp', 'any', 'sms', 'rcs', 'messenger', 'email'])),
  /** Where it shows up: `webhook statuses[].errors`. */
  where: v.optional(text),
  note: v.optional(text),
  confidence: v.picklist(['confirmed', 'single-source', 'inferred']),
  /** The entry rested on one publisher and was looked up again by itself: when, and what came of it. */
  checked: v.optional(v.strictObject({ on: date, found: v.picklist(LOOKED_UP) })),
  /** Why Errata holds its reading true, where the claims disagree or the code `behind` has another verdict. */
  decided: v.optional(text),
  claims: v.pipe(v.array(claimSchema), v.minLength(1, 'needs at least one claim')),
});

/** One file: `data/<provider>/<api>.yaml`. */
export const entryFileSchema = v.strictObject({ provider: slug, api: slug, entries: v.array(entrySchema) });

/** The codes that people meet most, first the most met; `most-met.yaml` tells how they were counted. */
export const mostMetSchema = v.strictObject({
  key: text,
  /** Texts of the labelled corpus that name it. */
  texts: v.pipe(v.number(), v.integer()),
  /** Public threads that name it. */
  threads: v.pipe(v.number(), v.integer()),
});

export const sourceSchema = v.strictObject({
  id: slug,
  name: text,
  publisher: text,
  kind: v.picklist(['official', 'provider', 'third-party']),
  url: v.optional(address),
  /** When it was last read. */
  seen: date,
  /** How far to trust it: 3 the publisher's own current page, 2 dependable with limits, 1 for search words only. */
  trust: v.picklist([1, 2, 3]),
  note: v.optional(text),
});

const printForm = v.pipe(
  text,
  v.regex(
    /^[^\s{}][^{}]*(?:\{any\}[^{}]*)*\{code(?::[\w|]+)?\}[^{}]*(?:\{any\}[^{}]*)*$/,
    'must begin with a word and hold {code} once',
  ),
);

export const providerSchema = v.strictObject({
  id: slug,
  name: text,
  /** Every api of the provider: its id (the file's name) and the name that the card shows. */
  apis: v.array(
    v.strictObject({
      id: slug,
      name: text,
      /** Forms in which this list alone prints its codes: `stream:error code {code}` (`lib/detect/printed-codes.ts`). */
      prints: v.optional(v.array(printForm)),
      /** Forms that count only where the provider is named nearby. */
      printsIfNamed: v.optional(v.array(printForm)),
    }),
  ),
  /** Where its customers write when they are stuck. */
  desk: text,
  /** Where its own console has what Meta has elsewhere: `meta` as Meta's steps say it, `here`, and the public page that tells so. */
  places: v.optional(v.array(v.strictObject({ meta: text, here: text, url: address, seen: date }))),
  /** What names it in prose, and what only it prints beside its codes: `WhatsApp`, `fbtrace_id`. A short name counts with its capital only. */
  words: v.optional(v.array(text)),
});

export const consoleSchema = v.strictObject({
  name: text,
  provider: slug,
  kind: v.picklist(['vendor', 'docs', 'status', 'inbox', 'automation']),
  /** Match patterns without the path: `https://business.facebook.com`. */
  hosts: v.array(v.pipe(text, v.regex(/^https:\/\/[a-z0-9.*-]+$/, 'must be https:// and a host'))),
  paths: v.optional(v.array(v.pipe(text, v.startsWith('/')))),
  /** `provider` or `provider/api`, best guess first: whose codes it shows. */
  codesOf: v.pipe(v.array(text), v.minLength(1)),
  /** `builtin`: runs from the start. `optional`: explains what the user selects there, and all once the user grants it. */
  access: v.picklist(['builtin', 'optional']),
  /** What the console shows and does otherwise than it seems, with the public thread that says so. */
  lies: v.optional(
    v.array(
      v.strictObject({
        /** In a few words, for the line that opens it. */
        short: text,
        says: text,
        url: address,
        seen: date,
        /** As it was then: `open`, or the release that mended it. */
        state: v.optional(text),
      }),
    ),
  ),
});

export type Turn = (typeof TURNS)[number];
export type Retry = (typeof RETRIES)[number];
export type Owner = (typeof OWNERS)[number];
export type TimeWindow = v.InferOutput<typeof windowSchema>;
export type Claim = v.InferOutput<typeof claimSchema>;
export type EntryRecord = v.InferOutput<typeof entrySchema>;
export type Source = v.InferOutput<typeof sourceSchema>;
export type Provider = v.InferOutput<typeof providerSchema>;
export type MostMet = v.InferOutput<typeof mostMetSchema>;
export type Console = v.InferOutput<typeof consoleSchema>;

/** `provider/api/code`, then `.subcode` and `~variant` where there is one: `meta/graph/190.463`. */
export type EntryKey = string;

/** A relation as an opened catalogue has it, in both directions. */
export type Relation = (typeof RELATIONS)[number] | 'predecessor' | 'shown-as';
export interface Related {
  key: EntryKey;
  as: Relation;
  /** The retired entry that leads to this one, where no source links the two directly. */
  via?: EntryKey;
}

/** One meaning of one code at one provider. */
export interface Entry extends Omit<EntryRecord, 'related'> {
  related?: readonly Related[] | undefined;
  key: EntryKey;
  provider: string;
  api: string;
  /** Meaning, next and steps are in the language of the interface, which is not English. */
  translated?: boolean;
}

/** Everything that `data/` holds, checked. */
export interface CatalogueData {
  /** Of the package. */
  version: string;
  /** Each with its relations in both directions; see `lib/catalogue/relations.ts`. */
  entries: readonly Entry[];
  sources: readonly Source[];
  providers: readonly Provider[];
  consoles: readonly Console[];
  mostMet: readonly MostMet[];
}
