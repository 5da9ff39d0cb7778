import type { CatalogueData, Entry, TimeWindow } from '../data/schema.ts';
import { getCauseVerdict } from '../lib/answer/explain/detail-verdict.ts';
import {
  findPatternError,
  getPlaceholderNames,
  getTemplateNames,
} from '../lib/catalogue/detail-pattern.ts';
import { getRegistryId } from '../lib/core/entry-key.ts';
import { findTimeProblems } from './check-times.ts';

export function checkCatalogue({
  entries,
  sources,
  providers,
  mostCommon,
}: CatalogueData) {
  const problems: { entry: Entry; field: string; what: string }[] = [];
  const sourceIds = new Set(sources.map((source) => source.id));

  const apis = new Set(
    providers.flatMap(({ id, apis }) => apis.map((api) => `${id}/${api.id}`)),
  );

  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  const often = new Set(mostCommon.map(({ key }) => key));
  const seen = new Set<string>();
  const linked = new Map<string, Entry>();

  for (const entry of entries) {
    const { key: own, claims, steps = [], customer, ticket } = entry;

    const add = (
      field: string,
      ...whats: (string | false | null | undefined)[]
    ) => {
      for (const what of whats) if (what) problems.push({ entry, field, what });
    };

    add(
      'code',
      seen.has(own) &&
        'is a duplicate; merge the two entries, or give one a variant',
      !apis.has(getRegistryId(entry)) &&
        'the provider and its api are not in providers.yaml',
    );

    seen.add(own);

    for (const [at, { source, agrees, reason }] of claims.entries()) {
      add(
        `claims.${at}.source`,
        !sourceIds.has(source) && `unknown source "${source}"`,
      );

      if (!agrees && !reason)
        add(
          `claims.${at}`,
          `${source} disagrees; "reason" must say why Errata does not follow it`,
        );
    }

    for (const { source = '' } of entry.examples ?? [])
      add(
        'examples',
        source &&
          !URL.canParse(source) &&
          !sourceIds.has(source) &&
          `unknown source "${source}"`,
      );

    if (claims.some(({ agrees }) => !agrees) && !entry.decided)
      add(
        'decided',
        'sources disagree; explain why Errata prefers its reading',
      );

    for (const { key, as } of entry.related ?? []) {
      const named = byKey.get(key);
      const other = linked.get(`${own} ${key}`);

      add(
        'related',
        as === 'successor' &&
          named?.deprecated &&
          `"${key}" is retired, so it can't be a successor; use see-also`,
        !named && `unknown entry "${key}"`,
        key === own && 'an entry cannot be related to itself',
        other &&
          `"${key}" is linked twice, here and in ${other.key}; the reverse relation is derived`,
      );

      linked.set(`${own} ${key}`, entry).set(`${key} ${own}`, entry);
    }

    add('causes', ...findCauseProblems(entry));
    add('details', ...findDetailProblems(entry));

    add(
      'window',
      ...(entry.window ? findWindowProblems(entry.window, []) : []),
    );

    if (often.has(own)) {
      add(
        'steps',
        steps.length < 2 &&
          'is one of the most common codes: add at least two steps',
      );

      add(
        'customer',
        !customer &&
          'is one of the most common codes: add a message for the customer',
      );

      add(
        'ticket',
        !ticket &&
          'is one of the most common codes: add what a ticket must include',
      );
    }

    add('checked', findLookupProblem(entry));
    add('verdict', findContradiction(entry));
    if (!entry.deprecated) add('verdict', ...findTimeProblems(entry));

    for (const { verdict } of entry.details ?? []) {
      const odd = verdict && findContradiction({ ...entry, verdict });
      add('details', odd && `verdict: ${odd}`);
    }
  }

  return problems;
}

/** Checks `checked`: a successful look-up left a claim. */
function findLookupProblem(entry: Entry): string | null {
  if (!entry.checked) return null;

  const { found } = entry.checked;

  const behind = new Set(
    entry.claims.filter(({ agrees }) => agrees).map(({ source }) => source),
  );

  if (found !== 'nothing' && behind.size < 2)
    return `found "${found}", but the claims have no second source`;

  return null;
}

function findContradiction({
  verdict: { turn, retry, wait },
  success,
}: Entry): string | null {
  if (wait && retry === 'no') return 'has a wait, although retry is "no"';

  if (turn === 'nobody' && retry === 'after-fix')
    return 'turn is "nobody", although retry is "after-fix"';

  if (success && (turn !== 'nobody' || retry !== 'no'))
    return 'a success requires turn "nobody" and retry "no"';

  return null;
}

function findCauseProblems(entry: Entry): string[] {
  const { causes = [], details = [], examples = [], countries = [] } = entry;
  const ids = new Set(causes.flatMap(({ id }) => id ?? []));

  const named = [...details, ...examples, ...countries].flatMap(
    ({ cause }) => cause ?? [],
  );

  return [
    ...named.filter((id) => !ids.has(id)).map((id) => `unknown cause "${id}"`),
    ...causes.flatMap((cause) => {
      const odd = findContradiction({
        ...entry,
        verdict: getCauseVerdict(entry, cause),
      });

      if (odd) return [`"${cause.text}": ${odd}`];

      return Boolean(cause.do) === Boolean(cause.who)
        ? []
        : [`"${cause.text}": "do" and "who" require each other`];
    }),
    ...(causes[0]?.turn || causes[0]?.retry
      ? [
          "the first cause uses the entry's verdict; remove its own turn and retry",
        ]
      : []),
  ];
}

function findDetailProblems({ details = [] }: Entry): string[] {
  return details.flatMap(({ match, meaning, next = '', window }) => {
    const faults = match.flatMap((phrase) => findPatternError(phrase) ?? []);

    const missing = match.flatMap((phrase) =>
      getTemplateNames(`${meaning} ${next}`)
        .filter((name) => !getPlaceholderNames(phrase).includes(name))
        .map((name) => `"${phrase}" does not capture {${name}}`),
    );

    const inWindow = window
      ? match.flatMap((phrase) =>
          findWindowProblems(window, getPlaceholderNames(phrase)),
        )
      : [];

    return [...faults, ...missing, ...inWindow];
  });
}

function findWindowProblems(
  { lasts, at, from }: TimeWindow,
  captured: readonly string[],
): string[] {
  const needed = [...getTemplateNames(lasts ?? ''), ...(at ? [at] : [])];

  return [
    ...needed
      .filter((name) => !captured.includes(name))
      .map((name) => `no pattern captures {${name}}`),
    ...(Boolean(lasts) === Boolean(at)
      ? ['a window needs either "lasts" or "at"']
      : []),
    ...(Boolean(lasts) === Boolean(from)
      ? []
      : [
          'a window with "lasts" needs "from", and one with "at" must not have it',
        ]),
  ];
}
