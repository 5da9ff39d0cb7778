import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Entry } from '../../data/schema.ts';
import { type AnswerSetting, answerQuery } from '../../lib/answer/answer.ts';
import {
  type Explanation,
  explainEntry,
} from '../../lib/answer/explain/explanation.ts';
import { stripFullStop } from '../../lib/answer/format/explanation-text.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { findNearestCodes } from '../../lib/catalogue/nearest-codes.ts';
import {
  type CodeContext,
  rankEntries,
} from '../../lib/catalogue/rank-entries.ts';
import { t, tPlural } from '../../lib/core/i18n/translate.ts';
import { MARK_KINDS } from '../../lib/core/mark-kind.ts';
import { CsvExplainer } from '../csv/CsvExplainer.tsx';
import type { CsvExplainerProps } from '../csv/csv-reading.ts';
import { CopyButton } from '../entry/controls.tsx';
import { Examples } from '../entry/EntryBody.tsx';
import { EntryView } from '../entry/EntryView.tsx';
import { Icon, MarkIcon } from '../icons/Icon.tsx';
import { Button, EmptyState, PageTitle } from '../shared/controls.tsx';
import {
  FilterBar,
  hasPageFilters,
  NO_PAGE_FILTERS,
  type PageFilters,
} from '../shared/FilterBar.tsx';
import { DataAge } from '../shared/PageHead.tsx';
import { MARK_TEXTS } from '../shared/texts.tsx';
import { createSections, EntryList } from './EntryList.tsx';
import { findRow, isInView, useListKeys } from './use-list-keys.ts';

const MAX_NEAREST = 6;

/** `target` is the code or key of the open entry; null if none is open. */
export const createCatalogueStore = (start: {
  filters: PageFilters;
  target: string | null;
}) => createStore<typeof start>()(() => start);

interface CataloguePageProps extends Omit<CsvExplainerProps, 'catalogue'> {
  store: ReturnType<typeof createCatalogueStore>;
  setting: AnswerSetting;
  /** Returns the address of an entry's key, or of a code that the catalogue does not have. */
  getAddress: (key: string) => string;
  now: number;
}

export function CataloguePage(props: CataloguePageProps) {
  const { store, setting, getAddress, now } = props;
  const { catalogue } = setting;
  const { filters, target } = useStore(store);

  const filter = (change: Partial<PageFilters>) =>
    store.setState({ filters: { ...filters, ...change } });

  const show = (shown: string | null) => store.setState({ target: shown });
  // Typing has priority over rendering the list, which may be long.
  const listed = useDeferredValue(filters);

  const sections = useMemo(
    () => createSections(setting, listed),
    [setting, listed],
  );

  const count = sections.reduce((sum, { entries }) => sum + entries.length, 0);

  const context = useMemo(
    () => ({ provider: filters.provider ?? undefined }),
    [filters.provider],
  );

  const explanation = useMemo(
    () =>
      target === null
        ? null
        : explainEntry(
            pickTarget(target, catalogue, context),
            catalogue,
            context,
          ),
    [target, catalogue, context],
  );

  const nearest = useMemo(
    () =>
      explanation && !explanation.entry
        ? findNearest(explanation.code, setting)
        : [],
    [explanation, setting],
  );

  const current = explanation?.entry?.key ?? null;
  const field = useRef<HTMLInputElement>(null);

  /** Returns the entry that Enter opens. Searches again, since the deferred list may be out of date; a neighbouring code is no answer. */
  const findBestEntry = () =>
    createSections(setting, filters).find(({ id }) => id === 'results')
      ?.entries[0];

  useListKeys(field, explanation ? () => show(null) : null);
  useListScroll(current);

  const opened = explanation?.entry;

  useEffect(() => {
    document.title = opened
      ? `${opened.code} ${stripFullStop(opened.title)} · Errata`
      : t('Errata: catalogue');
  }, [opened]);

  const all = catalogue.entries.length;

  return (
    <div className="catalogue" data-detail={explanation !== null || undefined}>
      <header className="masthead">
        <PageTitle>{t('catalogue')}</PageTitle>
        <p className="soft">
          {t('Error codes for WhatsApp Business, explained.')}{' '}
          <a href="options.html">{t('Settings')}</a>
        </p>
      </header>
      <aside>
        <CsvExplainer {...props} catalogue={catalogue} />
      </aside>
      <search className="controls">
        <div className="search">
          <Icon name="search" size={18} />
          <input
            ref={field}
            type="search"
            aria-label={t('Search the catalogue')}
            placeholder={t('Code or words')}
            autoComplete="off"
            spellCheck={false}
            value={filters.query}
            onChange={(event) => filter({ query: event.currentTarget.value })}
            onKeyDown={(event) => {
              const best =
                event.key === 'Enter' &&
                !event.nativeEvent.isComposing &&
                findBestEntry();

              if (best) show(best.key);
            }}
          />
        </div>
        <FilterBar filters={filters} catalogue={catalogue} onFilter={filter} />
      </search>
      <main className="columns">
        <div className="entries">
          <p role="status" className="count">
            {hasPageFilters(listed)
              ? tPlural(count, '$1 of $2 entries', '$1 of $2 entries', all)
              : t('$1 entries', all)}
          </p>
          {count === 0 && (
            <EmptyState title={t('No matching entries.')}>
              <Button
                onClick={() => {
                  filter(NO_PAGE_FILTERS);
                  // The pressed button disappears.
                  field.current?.focus();
                }}
              >
                {t('Show all')}
              </Button>
            </EmptyState>
          )}
          <EntryList
            sections={sections}
            catalogue={catalogue}
            current={current}
          />
        </div>
        <div className="side">
          {explanation && (
            <Detail
              explanation={explanation}
              catalogue={catalogue}
              nearest={nearest}
              getAddress={getAddress}
              onShow={show}
            />
          )}
          {/* The settings describe the shapes. */}
          <ul className="legend" aria-label={t('Whose turn it is')}>
            {MARK_KINDS.map((mark) => (
              <li key={mark} data-mark={mark}>
                <MarkIcon mark={mark} size={14} /> {t(MARK_TEXTS[mark].name)}
              </li>
            ))}
          </ul>
        </div>
      </main>
      <footer className="colophon soft">
        <p>
          {t('Catalogue $1.', catalogue.version)}{' '}
          <DataAge catalogue={catalogue} now={now} />
        </p>
        <p>
          {t(
            'Not affiliated with Meta, WhatsApp or any provider named here. Trademarks belong to their owners.',
          )}{' '}
          {t('Nothing leaves this browser.')}
        </p>
      </footer>
    </div>
  );
}

/** A key selects its entry; a bare code selects the chosen provider's meaning, otherwise the most common one. */
function pickTarget(
  target: string,
  catalogue: Catalogue,
  context: CodeContext,
) {
  if (catalogue.byKey.has(target)) return { code: target, key: target };

  return {
    code: target,
    key: rankEntries(target, catalogue, context)[0]?.entry.key ?? null,
  };
}

function useListScroll(current: string | null) {
  const before = useRef<string | null>(null);

  useEffect(() => {
    const left = before.current;

    before.current = current;

    if (current === null) {
      if (left !== null) findRow(left)?.focus();
      return;
    }

    const row = findRow(current);
    const isOneColumn = globalThis.matchMedia?.(ONE_COLUMN).matches;

    if (row && !isOneColumn && !isInView(row))
      row.scrollIntoView({ block: 'center' });
  }, [current]);
}

/** Suggests entries for an unknown target: the same code under another key, a code with one typo, or the nearest numbers. */
function findNearest(target: string, setting: AnswerSetting): readonly Entry[] {
  const code = target
    .slice(target.lastIndexOf('/') + 1)
    .replace(/~.*$/, '')
    .trim();

  const bare = /^\d+\.\d+$/.test(code) ? code.replace(/\..*$/, '') : code;

  const found = answerQuery(bare, {
    ...setting,
    limit: MAX_NEAREST,
  }).results.map(({ entry }) => entry);

  return found.length > 0 ? found : findNearestCodes(bare, setting.catalogue);
}

/** Same as in `catalogue.css`. The entry then replaces the list, so it gets the focus. */
const ONE_COLUMN = '(max-width: 899px)';

function Detail(props: {
  explanation: Explanation;
  catalogue: Catalogue;
  nearest: readonly Entry[];
  getAddress: (key: string) => string;
  onShow: (target: string | null) => void;
}) {
  const { explanation, catalogue, nearest, getAddress, onShow } = props;
  const { code, entry } = explanation;
  const section = useRef<HTMLElement>(null);
  const shown = entry?.key ?? code;

  useEffect(() => {
    const here = section.current;
    if (!shown || !here) return;

    // Move focus only for keyboard users.
    const isByKey = document.activeElement?.matches('.entries a:focus-visible');
    if (!isByKey && !globalThis.matchMedia?.(ONE_COLUMN).matches) return;
    here.focus({ preventScroll: true });
    if (here.getBoundingClientRect().top < 0) here.scrollIntoView();
  }, [shown]);

  return (
    <section
      ref={section}
      className="detail"
      tabIndex={-1}
      aria-label={t('$1 explained', code)}
    >
      <div className="detail-bar">
        <button
          type="button"
          className="link-button back"
          onClick={() => onShow(null)}
        >
          <Icon name="chevron" size={14} /> {t('All codes')}
        </button>
      </div>
      <EntryView
        key={shown}
        explanation={explanation}
        catalogue={catalogue}
        nearest={nearest}
        onChoose={onShow}
        below={<Examples examples={entry?.examples} />}
        actions={
          <CopyButton
            key={shown}
            getText={() => getAddress(shown)}
            label={t('Copy link')}
          />
        }
      />
    </section>
  );
}
