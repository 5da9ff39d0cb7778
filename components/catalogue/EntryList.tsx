import { memo } from 'react';
import type { Entry, EntryKey } from '../../data/schema.ts';
import { type AnswerSetting, answerQuery } from '../../lib/answer/answer.ts';
import {
  formatPlan,
  formatVerdictLine,
} from '../../lib/answer/format/verdict-text.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { getRegistryId } from '../../lib/core/entry-key.ts';
import { formatNumber, t } from '../../lib/core/i18n/translate.ts';
import { getEntryPlan } from '../../lib/core/published-verdict.ts';
import { EntryRow, getRowClass } from '../shared/EntryRow.tsx';
import {
  createEntryLink,
  hasPageFilters,
  matchesFilters,
  type PageFilters,
} from '../shared/FilterBar.tsx';
import {
  createResultGroups,
  type ResultGroup,
} from '../shared/result-groups.ts';

const ROW_HEIGHT_PX = 36;

export const EntryList = memo(function EntryList(props: {
  sections: readonly ListSection[];
  catalogue: Catalogue;
  current: EntryKey | null;
}) {
  const { sections, catalogue, current } = props;

  return sections.map(({ id, heading, entries, mixed }) => (
    <section
      key={id}
      className="section"
      aria-label={heading ?? t('Results')}
      style={{
        containIntrinsicBlockSize: `auto ${entries.length * ROW_HEIGHT_PX + ROW_HEIGHT_PX}px`,
      }}
    >
      {heading && (
        <h2>
          {heading} <span className="soft">{formatNumber(entries.length)}</span>
        </h2>
      )}
      <ul>
        {entries.map((entry) => (
          <li key={entry.key}>
            <EntryItem
              entry={entry}
              catalogue={catalogue}
              isCurrent={entry.key === current}
              showsApi={mixed}
            />
          </li>
        ))}
      </ul>
    </section>
  ));
});

const EntryItem = memo(function EntryItem(props: {
  entry: Entry;
  catalogue: Catalogue;
  isCurrent: boolean;
  showsApi: boolean;
}) {
  const { entry, catalogue, isCurrent, showsApi } = props;
  const side = showsApi
    ? catalogue.apiName(entry)
    : formatPlan(getEntryPlan(entry));

  return (
    <>
      <a
        className={getRowClass(entry.code)}
        href={createEntryLink(entry.key)}
        data-code={entry.code}
        data-key={entry.key}
        aria-current={isCurrent || undefined}
      >
        <EntryRow entry={entry} side={side} code={entry.code} />
      </a>
      <p className="on-paper">
        {formatVerdictLine(entry, catalogue).line}. {entry.next}
      </p>
    </>
  );
});

interface ListSection extends Omit<ResultGroup, 'id'> {
  id: string;
  mixed: boolean;
}

const MAX_LISTED = 2_000;
/** Few enough that the list of all codes begins in view. */
const MAX_MOST_COMMON = 12;

export function createSections(
  setting: AnswerSetting,
  filters: PageFilters,
): readonly ListSection[] {
  const query = filters.query.trim();
  const { mostCommon, byKey } = setting.catalogue;

  const met = mostCommon
    .slice(0, MAX_MOST_COMMON)
    .flatMap(({ key }) => byKey.get(key) ?? []);

  if (query === '')
    return [
      // They are also listed at their providers.
      ...(hasPageFilters(filters) || met.length === 0
        ? []
        : [
            {
              id: 'most-met',
              heading: t('Most common'),
              mixed: true,
              entries: met,
            },
          ]),
      ...createSectionsByApi(setting.catalogue, filters),
    ];

  const provider = filters.provider ?? undefined;

  const { results } = answerQuery(query, {
    ...setting,
    provider,
    limit: MAX_LISTED,
  });

  const found = results.filter(({ entry }) => matchesFilters(entry, filters));

  const near = found
    .filter(({ kind }) => kind === 'neighbour')
    .map(({ entry }) => entry);

  const groups = createResultGroups(query, found).map((group) => ({
    ...group,
    mixed: true,
  }));

  const heading = t('Not in the catalogue. Similar codes');

  const all = [
    ...groups,
    {
      id: 'neighbours',
      heading,
      entries: near,
      mixed: true,
    },
  ];

  return all.filter(({ entries }) => entries.length > 0);
}

function createSectionsByApi(
  catalogue: Catalogue,
  filters: PageFilters,
): ListSection[] {
  const fitting = catalogue.entries.filter((entry) =>
    matchesFilters(entry, filters),
  );

  const registries = Map.groupBy(fitting, getRegistryId);

  return catalogue.providers.flatMap(({ id: provider, apis }) =>
    apis.flatMap(({ id: api, name }) => {
      const id = getRegistryId({ provider, api });
      const entries = registries.get(id);

      return entries
        ? [
            {
              id,
              heading: name,
              entries: entries.sort(compareByNumber),
              mixed: false,
            },
          ]
        : [];
    }),
  );
}

const collator = new Intl.Collator('en', { numeric: true });

const compareByNumber = (a: Entry, b: Entry): number =>
  collator.compare(a.code, b.code) ||
  collator.compare(a.subcode ?? '', b.subcode ?? '');
