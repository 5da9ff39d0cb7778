import * as v from 'valibot';
import wording from './wording.json' with { type: 'json' };

export const TURNS = [
  'you',
  'recipient',
  'meta',
  'provider',
  'nobody',
] as const;
export const RETRIES = ['no', 'after-fix', 'later', 'backoff', 'once'] as const;
/** What to do with a failed message, in the order in which people ask. `check`: somebody has to look at it. */
export const PLANS = [
  'now',
  'slowly',
  'wait',
  'fix',
  'never',
  'check',
] as const;
export type Plan = (typeof PLANS)[number];
/** Where a code appears; `wording.json` has the texts and `docs/adding-a-code.md` the meanings. */
export const APPEARANCES = Object.keys(
  wording.where,
) as (keyof typeof wording.where)[];
export const CLASSES = Object.keys(
  wording.class,
) as (keyof typeof wording.class)[];
/** Recorded in one entry: of a retired code (`successor`), of a wrapping code (`behind`), else of either. */
export const RELATIONS = [
  'successor',
  'behind',
  'same-cause',
  'confused',
  'see-also',
] as const;
/** Confirmed by another publisher, another text of the same, another's name without number, or not. */
/** How well an entry's sources support it, the best first; `wording.json` has the meanings, `build/rate-confidence.ts` the rule. */
export const CONFIDENCES = Object.keys(
  wording.confidence,
) as (keyof typeof wording.confidence)[];
export type Confidence = (typeof CONFIDENCES)[number];
const LOOKUP_RESULTS = ['publisher', 'edition', 'name', 'nothing'] as const;
/** Who performs a step. An `operator` works in the console, an `admin` manages the account. */
export const OWNERS = [
  'operator',
  'admin',
  'developer',
  'provider',
  'meta',
  'customer',
] as const;

const text = v.pipe(v.string(), v.trim(), v.minLength(1, 'must not be empty'));
const codeText = v.pipe(
  text,
  v.regex(
    /^(-?\d{1,7}(-\d{1,7})?|[A-Za-z][A-Za-z0-9_.\- ]*)$/,
    'must be a number, a range such as 200-299, or a symbol',
  ),
);
const slug = v.pipe(
  text,
  v.regex(/^[a-z0-9][a-z0-9-]*$/, 'must be lower-case words joined by hyphens'),
);
const date = v.pipe(
  text,
  v.regex(
    /^\d{4}-\d{2}(-\d{2})?$/,
    'must be a date such as 2026-11-20 or 2026-11',
  ),
);
const address = v.pipe(text, v.url('must be an address'));
/** Readers have no index in which they could look a number up. */
const place = v.pipe(
  text,
  v.check(
    (at) => !/\bfiles? \d{6}/i.test(at),
    'must not name a file by a number; give its address as "url"',
  ),
);
const country = v.pipe(
  text,
  v.regex(/^[A-Z]{2}$/, 'must be a country such as US'),
);

export const claimSchema = v.strictObject({
  source: slug,
  /** In the source's own table, if its rows are numbered. */
  row: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  title: v.optional(text),
  /** In our words. */
  says: v.optional(text),
  remedy: v.optional(text),
  http: v.optional(v.number()),
  /** Leads to the claim, if the address of the source does not. */
  url: v.optional(address),
  /** Location behind that address: a section, a row, the date of the page. */
  at: v.optional(place),
  /** It says something near the code, such as a limit, and not what the code means, so it confirms nothing. */
  aside: v.optional(v.literal(true)),
  agrees: v.boolean(),
  /** Why Errata does not follow the source. Required if `agrees` is false. */
  reason: v.optional(text),
});

export const windowSchema = v.strictObject({
  /** `24 h`, `6 s`, or with a number captured by the detail: `{minutes} min`. */
  lasts: v.optional(
    v.pipe(
      text,
      v.regex(/^(\d{1,3}|\{[a-z]+\}) (s|min|h|d)$/, 'must be such as 24 h'),
    ),
  ),
  /** Instead of `lasts`: the placeholder of the detail that captures the time. */
  at: v.optional(slug),
  /** Start of the window: the failure itself, or the customer's last message. */
  from: v.optional(v.picklist(['failure', 'customer-message'])),
  /**
   * `retry-from`: a retry makes sense only after the window. `over-by`: the condition ends at the latest then.
   * `open-until`: messages go through until then. `ends`: in force until then. `ended`: expired at that time.
   */
  as: v.picklist(['retry-from', 'over-by', 'open-until', 'ends', 'ended']),
  /** `stated`: the provider documents it. `usual`: observed, not guaranteed. */
  confidence: v.picklist(['stated', 'usual']),
});

/** Seconds before the next try. With `after-fix`, the fix alone is not enough until they are over. */
const wait = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)));

const verdict = v.strictObject({
  turn: v.picklist(TURNS),
  retry: v.picklist(RETRIES),
  wait,
});
const retry = v.optional(v.picklist(RETRIES));
/** ISO codes of countries: the text holds only for their recipients. */
const countries = v.optional(
  v.pipe(v.array(country), v.minLength(1, 'needs at least one')),
);
/** A step with `retry` is right only for this verdict, which text or country can change; with `unless`, not once that cause is proven. */
const step = v.strictObject({
  do: text,
  who: v.picklist(OWNERS),
  in: countries,
  retry,
  unless: v.optional(slug),
});
const steps = v.array(step);

/** Fields replace those of the entry's verdict. With its own `retry` it does not inherit the `wait`. */
const causeSchema = v.strictObject({
  /** Named by `details[].cause` and `examples[].cause`. */
  id: v.optional(slug),
  text,
  in: countries,
  turn: v.optional(v.picklist(TURNS)),
  retry,
  wait,
  /** Ruled out while the customer's window is open. */
  closedWindow: v.optional(v.literal(true)),
  /** The remedy, if it differs from the entry's steps, and who performs it. */
  do: v.optional(text),
  who: v.optional(v.picklist(OWNERS)),
  /** Who names this cause: an address, or the `id` of a source. */
  source: v.optional(v.union([address, slug])),
  /** Location behind its address. Of several claims of the source, it also selects the one with this `at`. */
  at: v.optional(place),
});

const causeOrText = v.pipe(
  v.union([text, causeSchema]),
  v.transform(
    (cause): Cause => (typeof cause === 'string' ? { text: cause } : cause),
  ),
);

export const entrySchema = v.strictObject({
  code: codeText,
  /** The Graph API's `error_subcode`. */
  subcode: v.optional(v.pipe(text, v.regex(/^\d{1,7}$/, 'must be digits'))),
  /** Distinguishes entries of one API with the same code. */
  variant: v.optional(slug),
  title: text,
  /** True if the title is Errata's own, because the provider has none. */
  described: v.optional(v.literal(true)),
  http: v.optional(v.number()),
  class: v.picklist(CLASSES),
  meaning: text,
  verdict,
  /** What holds for recipients of these countries instead, and the source that says so. */
  countries: v.optional(
    v.array(
      v.strictObject({
        /** Left out in the last rule, for all others. */
        in: countries,
        /** Left out in the last rule, if the code decides. */
        plan: v.optional(v.picklist(['never', 'check', 'fix'])),
        /** A few words that follow the name of the country. */
        reason: text,
        /** Instead of the entry's meaning. */
        says: v.optional(text),
        /** The next step, or the id of the cause whose remedy it is. */
        next: v.optional(text),
        cause: v.optional(slug),
        /** Instead of the entry's steps. */
        steps: v.optional(steps),
        source: slug,
      }),
    ),
  ),
  /** The user's next step: one imperative sentence. */
  next: text,
  steps: v.optional(steps),
  /** Most likely first, if the provider does not say which. The entry's verdict is that of the first. */
  causes: v.optional(v.array(causeOrText)),
  /** For the customer, ready to copy: one or two sentences in plain words, without a code. */
  customer: v.optional(text),
  /** Information that a support ticket must contain to be answered at the first try. */
  ticket: v.optional(
    v.pipe(v.array(text), v.minLength(2, 'needs at least two')),
  ),
  window: v.optional(windowSchema),
  /**
   * Texts near the code that refine its meaning. Matches if any pattern of `match` occurs nearby; case is ignored. A
   * pattern may contain placeholders such as `{expected:number}` (`lib/answer/explain/detail-pattern.ts`). `meaning` and
   * `next` can then use `{expected}`, or `{expected|value|values}` for a number with a singular or plural noun.
   */
  details: v.optional(
    v.array(
      v.strictObject({
        match: v.pipe(
          v.array(text),
          v.minLength(1, 'needs at least one phrase'),
        ),
        meaning: text,
        /** The meaning is shown before the entry's own, for example to add a time. Otherwise it replaces it. */
        adds: v.optional(v.literal(true)),
        next: v.optional(text),
        /** The cause that this detail proves; its verdict and remedy replace the entry's. */
        cause: v.optional(slug),
        /** Both replace the entry's. */
        verdict: v.optional(verdict),
        window: v.optional(windowSchema),
      }),
    ),
  ),
  /** Names of the code, detected like the number: `REJECTED_NOT_ENOUGH_CREDITS`. */
  symbols: v.optional(v.array(text)),
  /** The number or word, if it is so common that it counts only if the provider is named, or where only its list prints codes. */
  number: v.optional(text),
  aliases: v.optional(v.array(text)),
  /** The symbol is also an everyday state (`PENDING`). Marked only with clear evidence. */
  state: v.optional(v.literal(true)),
  success: v.optional(v.literal(true)),
  /** Retired: the former meaning and the date. */
  deprecated: v.optional(text),
  renamedFrom: v.optional(text),
  related: v.optional(
    v.array(v.strictObject({ key: text, as: v.picklist(RELATIONS) })),
  ),
  channel: v.optional(
    v.picklist(['whatsapp', 'any', 'sms', 'rcs', 'messenger', 'email']),
  ),
  where: v.optional(
    v.pipe(
      v.array(v.picklist(APPEARANCES)),
      v.minLength(1, 'needs at least one place'),
    ),
  ),
  /** The field, call or screen, if `where` is not precise enough: `webhook statuses[].errors`. */
  seenIn: v.optional(text),
  /** What works in spite of it: `Messages; it stops SIP calls only.` */
  unaffected: v.optional(text),
  /** Payloads or console texts as their public `source` has them, with invented data. A test explains each of them. */
  examples: v.optional(
    v.array(
      v.strictObject({
        text,
        cause: v.optional(slug),
        host: v.optional(text),
        /** An address, or the `id` of a source. */
        source: v.optional(v.union([address, slug])),
      }),
    ),
  ),
  note: v.optional(text),
  /** Date and result of a look-up for a second source, for an entry with one publisher. */
  checked: v.optional(
    v.strictObject({ on: date, found: v.picklist(LOOKUP_RESULTS) }),
  ),
  /** Why Errata's reading is right, if claims disagree or the wrapped code (`behind`) has another verdict. */
  decided: v.optional(text),
  claims: v.pipe(
    v.array(claimSchema),
    v.minLength(1, 'needs at least one claim'),
  ),
});

export const entryFileSchema = v.strictObject({
  provider: slug,
  api: slug,
  entries: v.array(entrySchema),
});

/** A record of `guides.yaml`: trouble without a code, and the steps that rule its causes out, in order. */
export const guideSchema = v.strictObject({
  id: slug,
  title: text,
  class: entrySchema.entries.class,
  meaning: text,
  /** What Meta tells nobody, so that no further check can show it. */
  unknown: text,
  verdict,
  next: text,
  steps: v.pipe(steps, v.minLength(4, 'needs at least four')),
  /** Keys of entries in which such trouble may end. */
  codes: v.pipe(v.array(text), v.minLength(1, 'needs at least one')),
  /** How people ask, by language. Search words, never shown. */
  asked: v.record(
    v.pipe(text, v.regex(/^[a-z]{2}$/, 'must be a language such as en')),
    v.array(text),
  ),
  claims: entrySchema.entries.claims,
});

const stateValue = {
  value: text,
  also: v.optional(v.array(text)),
  effect: v.picklist(['blocked', 'limited', 'none', 'works']),
};

/** A record of `states.yaml`: a field, and what each of its values means. */
export const stateFieldSchema = v.strictObject({
  /** Words of the object, one of which must be close, if other objects have the field too. */
  near: v.optional(v.array(text)),
  fields: v.pipe(v.array(text), v.minLength(1, 'needs at least one')),
  labels: v.optional(v.array(text), []),
  source: slug,
  values: v.array(
    v.union([
      v.strictObject({ ...stateValue, entry: text }),
      v.strictObject({
        ...stateValue,
        title: text,
        meaning: text,
        next: text,
      }),
    ]),
  ),
});

const count = v.pipe(v.number(), v.integer());

/** `preflight.yaml`, which explains its fields. */
export const preflightSchema = v.strictObject({
  buttons: v.array(
    v.strictObject({
      type: text,
      sends: v.optional(text),
      parameter: v.optional(text),
      needs: v.optional(v.picklist(['component', 'value', 'variable'])),
      missing: v.optional(slug),
    }),
  ),
  parameters: v.record(text, v.record(text, text)),
  rules: v.array(
    v.pipe(
      v.strictObject({
        id: slug,
        code: v.optional(text),
        hint: v.optional(v.literal(true)),
        part: v.optional(text),
        max: v.optional(count),
        match: v.optional(text),
        forbid: v.optional(text),
        says: text,
        source: address,
        read: text,
      }),
      v.transform(({ read: _, ...rule }) => rule),
    ),
  ),
});

/** Counts of texts in the labelled corpus, public threads and failures; see `most-common-codes.yaml`. */
export const commonCodeSchema = v.strictObject({
  key: text,
  texts: count,
  threads: count,
  failures: v.optional(count),
});

export const sourceSchema = v.strictObject({
  id: slug,
  name: text,
  publisher: text,
  kind: v.picklist(['official', 'provider', 'third-party']),
  url: v.optional(address),
  /** A public copy of the page that was read, with its commit if it has one. */
  copy: v.optional(address),
  seen: date,
  /** Reliability: 3 the publisher's own current page, 2 reliable with limits, 1 only for search words. */
  trust: v.picklist([1, 2, 3]),
  note: v.optional(text),
});

const pattern = v.pipe(
  text,
  v.check(isPattern, 'must be a regular expression with a group (?<code>…)'),
);

/** How a program reads the codes of a page; see docs/sources.md. */
export const pageReaderSchema = v.strictObject({
  url: v.optional(v.union([address, v.array(address)])),
  format: v.picklist(['markdown', 'html', 'json', 'yaml', 'text']),
  under: v.optional(text),
  select: v.optional(text),
  at: v.optional(text),
  fields: v.optional(
    v.strictObject({
      code: text,
      title: v.optional(text),
      text: v.optional(text),
      http: v.optional(text),
    }),
  ),
  pattern: v.optional(pattern),
  into: v.optional(text),
  tried: v.union([date, v.literal(false)]),
});

/** A record of `sources.yaml`: with the reader of its page, an edition that is read instead, or why no program can read it. */
export const sourceRecordSchema = v.pipe(
  v.strictObject({
    ...sourceSchema.entries,
    read: v.optional(
      v.union([
        pageReaderSchema,
        v.strictObject({
          /** The current edition of the same list. */ as: slug,
        }),
      ]),
    ),
    unreadable: v.optional(text),
  }),
  v.check(
    ({ read, unreadable }) => Boolean(read) !== Boolean(unreadable),
    'needs either "read" or "unreadable"',
  ),
);

export const acceptedDifferenceSchema = v.strictObject({
  source: slug,
  /** `unclaimed`: the catalogue has the code, but no claim of this source. */
  kind: v.picklist(['new', 'unclaimed', 'title', 'http', 'text', 'vanished']),
  codes: v.pipe(v.array(text), v.minLength(1, 'needs at least one code')),
  /** The title or status on the page. Another one is reported again. */
  value: v.optional(text),
  reason: text,
});

/** `source-reads.json`, by source: the day on which its page was read, and a fingerprint of what the page says of each code. */
export const sourceReadsSchema = v.record(
  v.string(),
  v.strictObject({ read: date, codes: v.record(v.string(), v.string()) }),
);

/** `source-links.json`, by address: the day on which it last answered, and since when its page is no longer there. */
export const linkRecordsSchema = v.record(
  v.string(),
  v.strictObject({ answered: v.optional(date), gone: v.optional(date) }),
);

function isPattern(source: string): boolean {
  try {
    return new RegExp(source) && source.includes('(?<code>');
  } catch {
    return false;
  }
}

const printForm = v.pipe(
  text,
  v.regex(
    /^(?!\s|\{any|\{[^}]*\}$)[^{}]*(?:\{any\}[^{}]*)*\{code(?::[\w|]+)?\}[^{}]*(?:\{(?:any|phone)\}[^{}]*)*$/,
    'must hold {code} once, and more than that',
  ),
);

export const providerSchema = v.strictObject({
  id: slug,
  name: text,
  /** Each has a file of its id. */
  apis: v.array(
    v.strictObject({
      id: slug,
      name: text,
      /** The provider's own page with these codes. Default: the one on which most of the entries rest. */
      list: v.optional(address),
      /** Forms that only this list prints: `stream:error code {code}` (`lib/detect/printed-codes.ts`). */
      prints: v.optional(v.array(printForm)),
      /** Forms that count only if the provider is named nearby. */
      printsIfNamed: v.optional(v.array(printForm)),
    }),
  ),
  /** Other names under which the provider, or the maintainers of its clients, publish. */
  publishers: v.optional(v.array(text)),
  /** The provider whose codes it shows unchanged, besides its own. */
  passesOn: v.optional(slug),
  desk: text,
  /** Meta's names of screens (`meta`) and the console's (`here`), with the public page that shows it. */
  places: v.optional(
    v.array(
      v.strictObject({
        meta: text,
        here: text,
        url: address,
        seen: date,
      }),
    ),
  ),
  /** Its names, and words that only it prints: `WhatsApp`, `fbtrace_id`. Short ones match capitalized. */
  words: v.optional(v.array(text)),
});

export const consoleSchema = v.strictObject({
  name: text,
  provider: slug,
  kind: v.picklist(['vendor', 'docs', 'status', 'inbox', 'automation']),
  /** Match patterns without the path: `https://business.facebook.com`. */
  hosts: v.array(
    v.pipe(
      text,
      v.regex(/^https:\/\/[a-z0-9.*-]+$/, 'must be https:// and a host'),
    ),
  ),
  paths: v.optional(v.array(v.pipe(text, v.startsWith('/')))),
  /** `provider` or `provider/api` of the codes that it shows, most likely first. */
  codesOf: v.pipe(v.array(text), v.minLength(1, 'needs at least one')),
  /** `builtin`: runs by default. `optional`: explains selected text, and marks codes after the user grants access. */
  access: v.picklist(['builtin', 'optional']),
  /** Misleading behaviour of the console, each with the public thread that reports it. */
  lies: v.optional(
    v.array(
      v.strictObject({
        /** A few words, for the line that opens it. */
        short: text,
        says: text,
        url: address,
        seen: date,
        /** On that date: `open`, or the release that fixed it. */
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
export type Cause = v.InferOutput<typeof causeSchema>;
export type EntryRecord = v.InferOutput<typeof entrySchema>;
export type Source = v.InferOutput<typeof sourceSchema>;
export type GuideRecord = v.InferOutput<typeof guideSchema>;
export type SourceRecord = v.InferOutput<typeof sourceRecordSchema>;
export type PageReader = v.InferOutput<typeof pageReaderSchema>;
export type AcceptedDifference = v.InferOutput<typeof acceptedDifferenceSchema>;
export type SourceReads = v.InferOutput<typeof sourceReadsSchema>;
export type LinkRecords = v.InferOutput<typeof linkRecordsSchema>;
export type Provider = v.InferOutput<typeof providerSchema>;
export type CommonCode = v.InferOutput<typeof commonCodeSchema>;
export type PreflightData = v.InferOutput<typeof preflightSchema>;
export type VendorConsole = v.InferOutput<typeof consoleSchema>;

/** `provider/api/code`, then `.subcode` and `~variant` if it has them: `meta/graph/190.463`. */
export type EntryKey = string;

/** Relations of a loaded catalogue, in both directions. */
export type Relation = (typeof RELATIONS)[number] | 'predecessor' | 'shown-as';
export interface Related {
  key: EntryKey;
  as: Relation;
  /** The retired entry between the two, if no source links them directly. */
  via?: EntryKey;
}

export interface Entry extends Omit<EntryRecord, 'related'> {
  related?: readonly Related[] | undefined;
  key: EntryKey;
  provider: string;
  api: string;
  confidence: Confidence;
  /** True if meaning, next step, steps and causes are translated into the language of the interface. */
  translated?: boolean;
  /** The texts before the translation, for texts to others. */
  english?: Pick<Entry, 'title' | 'next' | 'steps' | 'causes' | 'countries'>;
  hasTranslatedTitle?: boolean;
  /** Set if the team defined the code in its settings: the literal texts that stand for it, and its page. */
  own?: { wordings: readonly string[]; link?: string | undefined };
}

export type StateEffect = v.InferOutput<
  typeof stateFieldSchema
>['values'][number]['effect'];

/** A field with the keys of the entries that explain its values. */
export interface StateField
  extends Omit<v.InferOutput<typeof stateFieldSchema>, 'values' | 'source'> {
  values: readonly {
    value: string;
    also?: readonly string[];
    effect: StateEffect;
    key: EntryKey;
  }[];
}

/** What guides and codes are asked, without the questions. */
export interface PackedQuestions {
  /** By the stem of a word, how many questions have it: `a12p3` for 12 of those of the first guide, and 3 that a code answers. */
  words: Readonly<Record<string, string>>;
  /** The questions of guides, by `packWords`. */
  asked: string;
}

export interface CatalogueData {
  version: string;
  /** Each has its relations in both directions; see `lib/catalogue/relations.ts`. */
  entries: readonly Entry[];
  sources: readonly Source[];
  /** Addresses of sources and claims whose page is no longer there, with the day on which that was noticed. */
  deadLinks?: Readonly<Record<string, string>>;
  providers: readonly Provider[];
  consoles: readonly VendorConsole[];
  mostCommon: readonly CommonCode[];
  /** Trouble without a code, in the form of entries of the API `guides`. */
  guides?: readonly Entry[];
  questions?: PackedQuestions;
  /** Fields whose values are states, and the entries of values that are no code of a list. */
  stateFields?: readonly StateField[];
  stateEntries?: readonly Entry[];
  preflight?: PreflightData;
}
