import { type Entry, RETRIES, type Retry } from '../../data/schema.ts';
import {
  capitalize,
  RETRY_TEXT,
  TURN_TEXT,
} from '../../lib/answer/format/verdict-text.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { t } from '../../lib/core/i18n/translate.ts';
import {
  DISPLAYED_TURNS,
  type DisplayedTurn,
  getDisplayedTurn,
} from '../../lib/core/mark-kind.ts';
import { getPublishedVerdict } from '../../lib/core/published-verdict.ts';
import { Select } from './controls.tsx';

type Choices = readonly (readonly [value: string, name: string])[];

export function FilterBar(props: {
  filters: PageFilters;
  catalogue: Catalogue;
  onFilter: (change: Partial<PageFilters>) => void;
}) {
  const { filters, catalogue, onFilter } = props;

  const limits: readonly (readonly [
    'provider' | 'turn' | 'retry',
    string,
    Choices,
  ])[] = [
    ['provider', t('Provider'), getProvidersWithCodes(catalogue)],
    [
      'turn',
      t('Whose turn'),
      DISPLAYED_TURNS.map((turn) => [turn, t(TURN_TEXT[turn])]),
    ],
    [
      'retry',
      t('Retry'),
      RETRIES.map((retry) => [retry, capitalize(t(RETRY_TEXT[retry]))]),
    ],
  ];

  return (
    <fieldset className="filters">
      <legend className="er-hidden">{t('Filters')}</legend>
      {limits.map(([name, label, options]) => (
        <Select
          key={name}
          className="field"
          label={label}
          options={options}
          none={t('Any')}
          value={filters[name]}
          onChoose={(value) => onFilter({ [name]: value })}
        />
      ))}
    </fieldset>
  );
}

export function getProvidersWithCodes({
  providers,
  entries,
}: Catalogue): Choices {
  const used = new Set(entries.map(({ provider }) => provider));
  return providers
    .filter(({ id }) => used.has(id))
    .map(({ id, name }) => [id, name]);
}

/** Filters of the list; null means no filter. The address contains all of them, so that a view can be shared. */
export interface PageFilters {
  query: string;
  provider: string | null;
  turn: DisplayedTurn | null;
  retry: Retry | null;
}

export const NO_PAGE_FILTERS: PageFilters = {
  query: '',
  provider: null,
  turn: null,
  retry: null,
};

/** Parses `?provider=meta&turn=you`. `owner` is an alias of `turn`, as in the search field. Ignores unknown values. */
export function readFilters(
  search: string,
  providers: readonly string[],
): PageFilters {
  const given = new URLSearchParams(search);

  const readChoice = <T extends string>(
    name: string,
    values: readonly T[],
    otherName = name,
  ) =>
    values.find(
      (value) => value === (given.get(name) ?? given.get(otherName)),
    ) ?? null;

  return {
    query: given.get('q') ?? '',
    provider: readChoice('provider', providers),
    turn: readChoice('turn', DISPLAYED_TURNS, 'owner'),
    retry: readChoice('retry', RETRIES),
  };
}

/** Returns the query part of the address with its question mark; empty without filters. */
export function writeFilters({ query, ...limits }: PageFilters): string {
  const params = new URLSearchParams(
    query.trim() === '' ? [] : [['q', query.trim()]],
  );

  for (const [name, value] of Object.entries(limits))
    if (value !== null) params.set(name, value);

  return params.size > 0 ? `?${params}` : '';
}

export const hasPageFilters = (filters: PageFilters): boolean =>
  writeFilters(filters) !== '';

export const matchesFilters = (
  entry: Entry,
  { provider, turn, retry }: PageFilters,
): boolean =>
  (provider ?? entry.provider) === entry.provider &&
  (turn ?? getDisplayedTurn(entry)) === getDisplayedTurn(entry) &&
  (retry === null || retry === getPublishedVerdict(entry).retry);

/** Returns the decoded code or key after `#`; null if it is empty. Keeps the raw text if its escapes are invalid. */
export function readTarget(hash: string): string | null {
  const text = hash.replace(/^#/, '');

  try {
    return decodeURIComponent(text) || null;
  } catch {
    return text;
  }
}

export const createEntryLink = (key: string): string => `#${encodeURI(key)}`;
