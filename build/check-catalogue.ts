import type { CatalogueData, Entry, TimeWindow } from '../data/schema.ts';
import { getCauseVerdict } from '../lib/answer/explain/detail-verdict.ts';
import { getCauseSource } from '../lib/catalogue/claim-url.ts';
import {
  findPatternError,
  getPlaceholderNames,
  getTemplateNames,
} from '../lib/catalogue/detail-pattern.ts';
import { getRegistryId } from '../lib/core/entry-key.ts';
import { findTimeProblems } from './check-times.ts';

/** What is wrong with an entry, or a value without a problem. */
type Problem = string | false | null | undefined;

/** A field, and what is wrong with it. */
type FieldProblems = readonly [field: string, ...problems: Problem[]];

/** What one entry is compared with. */
interface Known {
  sourceIds: ReadonlySet<string>;
  /** Sources whose own address leads to what they say. */
  opening: ReadonlySet<string>;
  byKey: ReadonlyMap<string, Entry>;
  registryIds: ReadonlySet<string>;
  mostCommon: ReadonlySet<string>;
  /** Keys of the entries before. */
  seen: Set<string>;
  /** The entry that links two others, by their keys in both orders. */
  linked: Map<string, Entry>;
}

/** Each check reads one part of an entry. */
const CHECKS: readonly ((entry: Entry, known: Known) => FieldProblems[])[] = [
  checkCode,
  checkClaims,
  checkExamples,
  checkRelated,
  checkTexts,
  checkSteps,
  checkVerdicts,
];

export function checkCatalogue({
  entries,
  sources,
  providers,
  mostCommon,
}: CatalogueData) {
  const registryIds = providers.flatMap(({ id, apis }) =>
    apis.map((api) => `${id}/${api.id}`),
  );

  const known: Known = {
    sourceIds: new Set(sources.map(({ id }) => id)),
    opening: new Set(sources.flatMap(({ id, url }) => (url ? [id] : []))),
    byKey: new Map(entries.map((entry) => [entry.key, entry])),
    registryIds: new Set(registryIds),
    mostCommon: new Set(mostCommon.map(({ key }) => key)),
    seen: new Set(),
    linked: new Map(),
  };

  return entries.flatMap((entry) =>
    CHECKS.flatMap((check) => check(entry, known)).flatMap(
      ([field, ...problems]) =>
        problems.flatMap((what) => (what ? [{ entry, field, what }] : [])),
    ),
  );
}

function checkCode(
  entry: Entry,
  { seen, registryIds }: Known,
): FieldProblems[] {
  const isTwice = seen.has(entry.key);

  seen.add(entry.key);

  return [
    [
      'code',
      isTwice && 'is a duplicate; merge the two entries, or give one a variant',
      !registryIds.has(getRegistryId(entry)) &&
        'the provider and its api are not in providers.yaml',
    ],
  ];
}

function checkClaims(
  { claims, decided }: Entry,
  { sourceIds }: Known,
): FieldProblems[] {
  const problems = claims.flatMap(
    ({ source, agrees, reason }, at): FieldProblems[] => [
      [
        `claims.${at}.source`,
        !sourceIds.has(source) && `unknown source "${source}"`,
      ],
      [
        `claims.${at}`,
        !agrees &&
          !reason &&
          `${source} disagrees; "reason" must say why Errata does not follow it`,
      ],
    ],
  );

  const isUndecided = !decided && claims.some(({ agrees }) => !agrees);

  return [
    ...problems,
    [
      'decided',
      isUndecided && 'sources disagree; explain why Errata prefers its reading',
    ],
  ];
}

function checkExamples(
  { examples = [] }: Entry,
  { sourceIds }: Known,
): FieldProblems[] {
  const isKnown = (source: string) =>
    source === '' || URL.canParse(source) || sourceIds.has(source);

  return examples.map(({ source = '' }) => [
    'examples',
    !isKnown(source) && `unknown source "${source}"`,
  ]);
}

function checkRelated(entry: Entry, { byKey, linked }: Known): FieldProblems[] {
  const { key: own, related = [] } = entry;

  return related.map(({ key, as }): FieldProblems => {
    const named = byKey.get(key);
    const other = linked.get(`${own} ${key}`);
    const isRetired = as === 'successor' && named?.deprecated;

    linked.set(`${own} ${key}`, entry).set(`${key} ${own}`, entry);

    return [
      'related',
      isRetired &&
        `"${key}" is retired, so it can't be a successor; use see-also`,
      !named && `unknown entry "${key}"`,
      key === own && 'an entry cannot be related to itself',
      other &&
        `"${key}" is linked twice, here and in ${other.key}; the reverse relation is derived`,
    ];
  });
}

function checkTexts(entry: Entry, known: Known): FieldProblems[] {
  return [
    ['causes', ...findCauseProblems(entry)],
    ['causes', ...findCitationProblems(entry, known)],
    ['details', ...findDetailProblems(entry)],
    ['window', ...(entry.window ? findWindowProblems(entry.window, []) : [])],
  ];
}

/** The most common codes have more to say. */
function checkSteps(
  { key, steps = [], customer, ticket }: Entry,
  { mostCommon }: Known,
): FieldProblems[] {
  if (!mostCommon.has(key)) return [];

  const add = 'is one of the most common codes: add';

  return [
    ['steps', steps.length < 2 && `${add} at least two steps`],
    ['customer', !customer && `${add} a message for the customer`],
    ['ticket', !ticket && `${add} what a ticket must include`],
  ];
}

function checkVerdicts(entry: Entry): FieldProblems[] {
  const { details = [], deprecated } = entry;

  const odd = details.map(
    ({ verdict }) => verdict && findContradiction({ ...entry, verdict }),
  );

  return [
    ['checked', findLookupProblem(entry)],
    ['verdict', findContradiction(entry)],
    ['verdict', ...(deprecated ? [] : findTimeProblems(entry))],
    ['details', ...odd.map((problem) => problem && `verdict: ${problem}`)],
  ];
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

/** Checks that who names a cause can be opened. */
function findCitationProblems(entry: Entry, { opening }: Known): string[] {
  const { causes = [] } = entry;

  const cited = causes.map((cause) => ({
    text: cause.text,
    ...getCauseSource(cause, entry),
  }));

  return cited
    .filter(({ source, url }) => source && !url && !opening.has(source))
    .map(
      ({ text, source }) =>
        `"${text}": source "${source}" is unknown, or has no address here; give the address itself`,
    );
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
