import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { createObject } from '../../build/publication.ts';
import {
  type Entry,
  type EntryKey,
  PLANS,
  RETRIES,
  TURNS,
} from '../../data/schema.ts';
import { answerText } from '../../lib/answer/answer-text.ts';
import { getDetailVerdict } from '../../lib/answer/explain/detail-verdict.ts';
import { findMessageContext } from '../../lib/answer/explain/message-context.ts';
import { createPublishedCodeRows } from '../../lib/answer/format/code-rows.ts';
import { withPlan } from '../../lib/answer/plan/apply-plan.ts';
import { planFailures } from '../../lib/answer/plan/plan-failures.ts';
import { findRecipientCountry } from '../../lib/answer/plan/recipient.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { compilePattern } from '../../lib/catalogue/detail-pattern.ts';
import { getOrInsert } from '../../lib/core/get-or-insert.ts';
import { getPublishedVerdict } from '../../lib/core/published-verdict.ts';
import { listCountryPlans } from './tables.ts';

/** `format` is raised when a field is removed or changes its meaning. */
const head = { version: v.string(), format: v.literal(2) };
const decision = {
  turn: v.picklist(TURNS),
  retry: v.picklist(RETRIES),
  wait: v.nullable(v.number()),
  plan: v.nullable(v.picklist(PLANS)),
};

const vectorSchema = createObject('vector', {
  ...head,
  ...v.entriesFromList(['id', 'provider', 'payload'], v.string()),
  country: v.nullable(v.string()),
  code: v.string(),
  subcode: v.nullable(v.string()),
  key: v.string(),
  ...decision,
});

const retryTableSchema = createObject('retry', {
  $schema: v.literal('retry.schema.json'),
  ...head,
  decisions: v.array(
    createObject('vector', {
      ...decision,
      countries: v.optional(v.record(v.string(), v.number())),
    }),
  ),
  passesOn: v.record(v.string(), v.string()),
  codes: v.record(v.string(), v.record(v.string(), v.number())),
  texts: v.record(
    v.string(),
    v.record(
      v.string(),
      v.array(v.strictTuple([v.array(v.string()), v.number()])),
    ),
  ),
});

function decide(
  entry: Entry,
  ambiguous: boolean,
  catalogue: Catalogue,
  country?: string,
) {
  const [planned] = planFailures([{ entry, ambiguous, country }], catalogue, 0);

  const {
    turn,
    retry,
    wait = null,
  } = getPublishedVerdict(withPlan(entry, planned, catalogue));

  return {
    turn,
    retry,
    wait,
    plan: planned?.plan ?? null,
  };
}

type CodeRows = ReturnType<typeof createPublishedCodeRows>;
type RetryTable = v.InferOutput<typeof retryTableSchema>;

/** Returns the decision of every code, small enough for a program in any language. */
function createRetryTable(
  catalogue: Catalogue,
  codeRows: CodeRows,
): RetryTable {
  const decisions = new Map<string, number>();

  function getIndex(
    entry: Entry,
    ambiguous: boolean,
    country?: string,
  ): number {
    const own = decide(entry, ambiguous, catalogue, country);

    const rules =
      country || entry.verdict.retry === 'no'
        ? []
        : listCountryPlans(entry, catalogue);

    const countries = rules.map(({ country: one }) => [
      one ?? 'ZZ',
      getIndex(entry, ambiguous, one ?? 'ZZ'),
    ]);

    const decided = {
      ...own,
      ...(rules.length > 0 && { countries: Object.fromEntries(countries) }),
    };

    return getOrInsert(
      decisions,
      JSON.stringify(decided),
      () => decisions.size,
    );
  }

  const codes: Record<string, Record<string, number>> = {};

  const texts: Record<
    string,
    Record<string, [patterns: string[], decision: number][]>
  > = {};

  function addText(
    name: string,
    patterns: readonly string[],
    entry: Entry,
  ): void {
    const { [name]: said = [], ...own } = texts[entry.provider] ?? {};
    said.push([patterns.map(toPlainPattern), getIndex(entry, false)]);
    texts[entry.provider] = { ...own, [name]: said };
  }

  /** Adds the texts that decide for a code, or alone identify it: it is in no example of its entry. */
  function addTexts(name: string, entry: Entry, isDecided: boolean): void {
    const { code, details = [], examples } = entry;

    const decided = details.map((detail) => ({
      detail,
      verdict: getDetailVerdict(entry, detail),
    }));

    for (const { detail, verdict } of decided)
      if (verdict) addText(name, detail.match, { ...entry, verdict });

    const isName =
      name.split('/', 1)[0] === code &&
      examples?.every(({ text }) => !text.includes(code));

    const said = decided.flatMap(({ detail, verdict }) =>
      verdict ? [] : detail.match,
    );

    if (!isDecided || isName)
      addText(isName ? '' : name, [entry.title, ...said], entry);
  }

  for (const { provider, code, subcode, rank, ambiguous, key } of codeRows) {
    const entry = catalogue.byKey.get(key);
    if (!entry || (rank > 1 && !ambiguous)) continue;

    const name = subcode ? `${code}/${subcode}` : code;

    if (rank === 1)
      codes[provider] = {
        ...codes[provider],
        [name]: getIndex(entry, ambiguous),
      };

    addTexts(name, entry, !ambiguous);
  }

  const passesOn = catalogue.providers.flatMap(({ id, passesOn }) =>
    passesOn ? [[id, passesOn]] : [],
  );

  return {
    $schema: 'retry.schema.json',
    version: catalogue.version,
    format: 2,
    passesOn: Object.fromEntries(passesOn),
    codes,
    texts,
    decisions: [...decisions.keys()].map((id) => JSON.parse(id)),
  };
}

const toPlainPattern = (match: string) =>
  compilePattern(match).regexp.source.replace(/\(\?<[a-z]+>/g, '(?:');

/**
 * Returns payloads with the decision that a program has to reach: the examples of live entries, and the same failure in other
 * forms, one at a provider that passes it on. Leaves out codes that only the fields around them decide.
 */
function createVectors(
  catalogue: Catalogue,
  codeRows: CodeRows,
  table: RetryTable,
) {
  const passing = catalogue.providers.flatMap(({ id, passesOn }) =>
    passesOn === 'meta' ? id : [],
  );

  return catalogue.entries.flatMap((entry, n) => {
    const { key, examples = [], deprecated, success } = entry;
    if (deprecated || success || examples.length === 0) return [];

    const forms = entry.provider === 'meta' ? createForms(entry) : [];

    const passedOn = passing[n % passing.length] ?? entry.provider;

    const payloads = [
      ...examples.map(({ text }) => [text, entry.provider] as const),
      ...forms.map((form) => [form, entry.provider] as const),
      [forms[n % 3] ?? '', passedOn] as const,
    ];

    return payloads.flatMap(([payload, provider], at) => {
      const first = findDecisiveFailure(payload, provider, key, catalogue);
      if (!first) return [];

      const { code, subcode, entry: found } = first;

      const isOpen = codeRows.some(
        (row) => row.ambiguous && row.code === code && row.key === found.key,
      );

      const isPrinted = payload.includes(code);
      const said = table.texts[provider]?.[isPrinted ? code : ''] ?? [];
      if ((isOpen || !isPrinted) && !isSaidIn(payload, said)) return [];

      const country = findRecipientCountry(
        findMessageContext(code, payload).recipient ?? '',
      );

      const names = {
        id: `${key}#${at + 1}`,
        provider,
        payload,
        country,
        code,
        subcode,
        key: found.key,
      };

      const decision = decide(found, false, catalogue, country ?? undefined);

      return [
        {
          version: catalogue.version,
          format: 2 as const,
          ...names,
          ...decision,
        },
      ];
    });
  });
}

const isSaidIn = (
  payload: string,
  texts: readonly (readonly [patterns: string[], decision: number])[],
): boolean =>
  texts.some(([patterns]) =>
    patterns.some((pattern) => new RegExp(pattern).test(payload.toLowerCase())),
  );

/** Returns the first failure of a payload, if it is of an entry. A code of Meta that the provider's own only passes on decides. */
function findDecisiveFailure(
  payload: string,
  provider: string,
  key: EntryKey,
  catalogue: Catalogue,
) {
  const { findings } = answerText(payload, { catalogue, provider });
  const [first] = findings;
  const own = findings.find((one) => one.entry?.key === key);
  if (!first?.entry || !own) return null;

  const isDecisive = own === first || own.cause === first.code;

  return isDecisive ? { ...first, entry: first.entry } : null;
}

export function createVectorFiles(
  catalogue: Catalogue,
): [file: string, content: string][] {
  const codeRows = createPublishedCodeRows(catalogue);
  const table = createRetryTable(catalogue, codeRows);

  const lines = createVectors(catalogue, codeRows, table).map(
    (vector) => `${JSON.stringify(vector)}\n`,
  );

  return [
    ['vectors.jsonl', lines.join('')],
    ['vectors.schema.json', formatSchema(vectorSchema)],
    ['retry.json', `${JSON.stringify(table)}\n`],
    ['retry.schema.json', formatSchema(retryTableSchema)],
  ];
}

const formatSchema = (schema: Parameters<typeof toJsonSchema>[0]) =>
  `${JSON.stringify(toJsonSchema(schema, { target: 'draft-2020-12' }))}\n`;

/** Writes a failure of Meta as its API answers, as its webhook reports it, and as a line of a log. */
function createForms({ code, subcode, title, http = 400 }: Entry): string[] {
  const number = Number(code);
  if (Number.isNaN(number)) return [];

  const message = `(#${code}) ${title}`;

  const pair = {
    code: number,
    ...(subcode && { error_subcode: Number(subcode) }),
  };

  const error = {
    message,
    type: 'OAuthException',
    ...pair,
    fbtrace_id: 'AbCdEfGhIjKlMnOpQrStUv',
  };

  const errors = [{ ...pair, title, message: title }];

  const status = {
    id: 'wamid.TEST',
    status: 'failed',
    timestamp: '1795176000',
    errors,
  };

  const log = `2026-11-20T12:00:00Z ERROR whatsapp: HTTP ${http} ${JSON.stringify({ ...pair, message })}`;

  return [JSON.stringify({ error }), JSON.stringify(status), log];
}
