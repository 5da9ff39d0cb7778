import { memo } from 'react';
import type { Entry, EntryKey } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { formatRetry, formatVerdictLine } from '../../lib/format/verdict-text.ts';
import { formatNumber, t } from '../../lib/i18n/translate.ts';
import { EntryRow, getRowClass } from '../shared/EntryRow.tsx';
import { createEntryLink } from './page-filters.ts';
import type { ListSection } from './sections.ts';

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
      style={{ containIntrinsicBlockSize: `auto ${entries.length * ROW_HEIGHT_PX + ROW_HEIGHT_PX}px` }}
    >
      {heading && (
        <h2>
          {heading} <span className="soft">{formatNumber(entries.length)}</span>
        </h2>
      )}
      <ul>
        {entries.map((entry) => (
          <li key={entry.key}>
            <EntryItem {...{ entry, catalogue }} isCurrent={entry.key === current} showsApi={mixed} />
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
  const side = showsApi ? catalogue.apiName(entry) : formatRetry(entry);
  return (
    <>
      <a
        className={getRowClass(entry.code)}
        href={createEntryLink(entry.key)}
        data-code={entry.code}
        data-key={entry.key}
        aria-current={isCurrent || undefined}
      >
        <EntryRow {...{ entry, side }} code={entry.code} />
      </a>
      <p className="on-paper">
        {formatVerdictLine(entry, catalogue).line}. {entry.next}
      </p>
    </>
  );
});
