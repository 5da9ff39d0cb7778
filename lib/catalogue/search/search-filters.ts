import { CLASSES, type Entry, OWNERS, RETRIES } from '../../../data/schema.ts';
import { t } from '../../core/i18n/translate.ts';
import { DISPLAYED_TURNS, getDisplayedTurn } from '../../core/mark-kind.ts';
import { getPublishedVerdict } from '../../core/published-verdict.ts';
import type { Catalogue } from '../catalogue.ts';
import { foldText, getWordPairs } from './tokenize.ts';

export type FilterName = 'provider' | 'owner' | 'retry' | 'class';

const FILTER_PATTERN =
  /(?:^|\s)(provider|owner|turn|retry|class):("[^"]{0,40}"?|\S{0,40})/gi;

const FILTER_VALUES: Readonly<
  Record<Exclude<FilterName, 'provider'>, readonly string[]>
> = {
  owner: [...new Set<string>([...DISPLAYED_TURNS, ...OWNERS])],
  retry: RETRIES,
  class: CLASSES,
};

const VALUE_SYNONYMS = getWordPairs('limits');

export type ParsedFilters = ReturnType<typeof parseFilters>;

/** Parses filters. A value can be a prefix (`provider:tw`). Of several values of one, any may match. */
export function parseFilters(query: string, catalogue: Catalogue) {
  const asked = new Map<FilterName, string[]>();
  const problems: string[] = [];

  const rest = query.replace(
    FILTER_PATTERN,
    (_, key: string, quoted: string) => {
      const name = (
        key.toLowerCase() === 'turn' ? 'owner' : key.toLowerCase()
      ) as FilterName;

      const value = foldText(quoted.replace(/"/g, '').trim());
      if (value === '') return ' ';

      const found = findMatchingValues(name, value, catalogue);
      if (found.length === 0)
        problems.push(
          describeUnknownValue(name, quoted.replace(/"/g, ''), catalogue),
        );

      asked.set(name, [...(asked.get(name) ?? []), ...found]);

      return ' ';
    },
  );

  const providers = asked.get('provider') ?? [];

  return {
    rest: rest.trim(),
    hasFilters: asked.size > 0,
    filters: asked,
    /** The provider, if the filters accept exactly one. */
    provider: providers.length === 1 ? (providers[0] ?? null) : null,
    problems,
    matches: (entry: Entry) =>
      [...asked].every(([name, values]) =>
        values.some((value) => matchesFilter(entry, name, value)),
      ),
  };
}

function matchesFilter(entry: Entry, name: FilterName, value: string): boolean {
  const { provider, steps = [], class: kind } = entry;
  if (name === 'provider') return provider === value;
  if (name === 'retry') return getPublishedVerdict(entry).retry === value;
  if (name === 'class') return kind === value;

  // The value is the owner of the verdict or, for `owner:developer`, performs one of the steps.
  return (DISPLAYED_TURNS as readonly string[]).includes(value)
    ? getDisplayedTurn(entry) === value
    : steps.some(({ who }) => who === value);
}

function findMatchingValues(
  name: FilterName,
  value: string,
  catalogue: Catalogue,
): readonly string[] {
  if (name === 'provider') {
    const findProviders = (match: (text: string) => boolean) =>
      catalogue.providers
        .filter(({ id, name }) => match(id) || match(foldText(name)))
        .map(({ id }) => id);

    const whole = findProviders((text) => text === value);

    return whole.length > 0
      ? whole
      : findProviders((text) => text.startsWith(value));
  }

  const known = FILTER_VALUES[name];

  const meant = known.includes(value)
    ? value
    : (VALUE_SYNONYMS.get(value) ?? value);

  return known.includes(meant)
    ? [meant]
    : known.filter((one) => one.startsWith(meant));
}

function describeUnknownValue(
  name: FilterName,
  value: string,
  { providers, entries }: Catalogue,
): string {
  const used = new Set(entries.map(({ provider }) => provider));

  const known =
    name === 'provider'
      ? providers.filter(({ id }) => used.has(id)).map(({ id }) => id)
      : FILTER_VALUES[name];

  return t(
    'Unknown value “$1” for “$2:”. Known values: $3.',
    value,
    name,
    known.join(', '),
  );
}
