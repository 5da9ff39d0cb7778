import { lazy, Suspense, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { FacetFilter } from '../../lib/answer/breakdown/count-facets.ts';
import {
  type Explanation,
  explainEntry,
} from '../../lib/answer/explain/explanation.ts';
import {
  type CodeNode,
  filterPageTree,
  formatSpokenSum,
  type GroupNode,
} from '../../lib/answer/format/page-tree.ts';
import { formatPlan } from '../../lib/answer/format/verdict-text.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { memoize } from '../../lib/core/get-or-insert.ts';
import { t } from '../../lib/core/i18n/translate.ts';
import type { TabPage } from '../../lib/extension/webext/tab-page.ts';
import { CsvExplainer } from '../csv/CsvExplainer.tsx';
import type { CsvExplainerProps } from '../csv/csv-reading.ts';
import { Icon } from '../icons/Icon.tsx';
import { OpenedEntry } from '../popup/OpenedEntry.tsx';
import { type ReadTexts, usePagePlan } from '../popup/page-plan.ts';
import {
  type PageViewProps,
  SiteLine,
  type SiteState,
  useLookupContext,
} from '../popup/SiteLine.tsx';
import { EmptyState, useChange } from '../shared/controls.tsx';
import {
  findMainProvider,
  findPlan,
  PageHead,
  PlanStrip,
} from '../shared/PageHead.tsx';
import {
  CodeTree,
  createTreeRows,
  type TreeRow,
  usePlaceTexts,
} from './CodeTree.tsx';
import { HandoverLetters } from './HandoverLetters.tsx';
import { ReportDownload } from './ReportDownload.tsx';

/** Creates the panel's state. `page` is undefined until the tab has answered. */
export const createPanelStore = () =>
  createStore<{ page: TabPage | null | undefined }>()(() => ({
    page: undefined,
  }));

/** Pictures need D3, and a page without rows has none. */
const PictureStrip = lazy(async () => {
  const { PictureStrip } = await import('../pictures/PictureStrip.tsx');
  return { default: PictureStrip };
});

interface PanelProps
  extends PageViewProps,
    Pick<CsvExplainerProps, 'onDecode'> {
  store: ReturnType<typeof createPanelStore>;
  catalogue: Catalogue;
  /** Goes to the next place of these codes. Resolves to false if none is visible. */
  onGo: (names: readonly CodeNode['name'][]) => Promise<boolean>;
  onGoToPlace: (name: CodeNode['name'], at: number) => Promise<boolean>;
  readTexts: ReadTexts;
}

export function Panel(props: PanelProps) {
  const { store, settingsStore, changeSettings, catalogue } = props;
  const { page } = useStore(store);
  const { settings, policy } = useStore(settingsStore);
  const [change, problem] = useChange(changeSettings);
  const [query, setQuery] = useState('');
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<Explanation | null>(null);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const texts = usePlaceTexts(props.readTexts, page);

  const { context, provider, site, timeZone } = useLookupContext(
    page,
    settings,
    catalogue,
  );

  const [filter, setFilter] = usePageFilter(page);

  const { groups, counts, isPlanned, openZones, breakdown } = usePagePlan(
    page,
    catalogue,
    context,
    props.readTexts,
    { nowMs: props.now, timeZone, filter },
  );

  const rowProvider = findMainProvider(groups) ?? provider;
  const plan = findPlan(query);

  const fitting = useMemo(
    () =>
      plan
        ? groups.filter((group) => group.plan === plan)
        : filterPageTree(groups, query, catalogue),
    [groups, plan, query, catalogue],
  );

  const rows = useMemo(
    () => createTreeRows(fitting, toggled),
    [fitting, toggled],
  );

  const [said, say] = useStatus(page, groups);
  const closed = getClosedText(site);

  const openEntry = (name: CodeNode['name']) =>
    setOpened(explainEntry(name, catalogue, context));

  async function goToRow(row: TreeRow) {
    const went =
      row.level === 3
        ? await props.onGoToPlace(row.code.name, row.place)
        : await props.onGo(listNames(row));

    say({ text: formatArrival(row, went), failed: !went });
  }

  return (
    <div className="panel">
      <header className="er-hidden">
        <h1>{t('Errata: codes on this page')}</h1>
      </header>
      <main ref={setScroller} className="panel-main">
        <p role="status" className={said?.failed ? 'panel-said' : 'er-hidden'}>
          {query && fitting.length === 0
            ? t('No matching codes on this page.')
            : said?.text}
        </p>
        {opened && (
          <OpenedEntry
            catalogue={catalogue}
            page={page}
            context={context}
            isTicket
            explanation={opened}
            readTexts={props.readTexts}
            onOpen={openEntry}
            onGo={(name) => void props.onGo([name])}
            onBack={() => setOpened(null)}
          />
        )}
        {!opened && (
          <PageHead
            page={page}
            catalogue={catalogue}
            failures={groups}
            isReading={page?.isReading || !isPlanned}
          />
        )}
        {page && !opened && groups.length > 0 && (
          <>
            <PlanStrip
              groups={groups}
              counts={counts}
              provider={
                rowProvider !== provider &&
                catalogue.provider(rowProvider ?? '')?.name
              }
              chosen={plan}
              onChoose={(chosen) => setQuery(chosen ? formatPlan(chosen) : '')}
            />
            <Suspense fallback={null}>
              <PictureStrip
                breakdown={breakdown}
                filter={filter}
                onFilter={setFilter}
              />
            </Suspense>
            <div className="er-entry">
              <HandoverLetters
                codes={listCodes(fitting)}
                origin={context}
                catalogue={catalogue}
                read={props.readTexts}
                now={props.now}
              />
              <ReportDownload
                groups={fitting}
                page={page.url && `${page.url.hostname}${page.url.pathname}`}
                partial={page.isReading}
                catalogue={catalogue}
                read={props.readTexts}
              />
            </div>
            <label className="search">
              <Icon name="search" />
              <span className="er-hidden">
                {t('Filter the codes on this page')}
              </span>
              <input
                type="search"
                value={query}
                placeholder={t('Filter codes')}
                autoComplete="off"
                spellCheck={false}
                onChange={({ currentTarget }) => setQuery(currentTarget.value)}
                onKeyDown={(event) => {
                  if (event.key !== 'ArrowDown') return;
                  event.preventDefault();

                  scroller
                    ?.querySelector<HTMLElement>('[role="tree"]')
                    ?.focus();
                }}
              />
            </label>
            {rows.length > 0 ? (
              <CodeTree
                rows={rows}
                catalogue={catalogue}
                provider={rowProvider}
                scroller={scroller}
                texts={texts}
                onGo={(row) => void goToRow(row)}
                onTicket={({ name }) => openEntry(name)}
                onToggle={({ id }) =>
                  setToggled(toggled.symmetricDifference(new Set([id])))
                }
              />
            ) : (
              <p className="says">
                {t('No codes on this page match “$1”.', query)}
              </p>
            )}
          </>
        )}
        {isPlanned && groups.length === 0 && !page?.isReading && (
          <NoCodes site={site} />
        )}
        {!opened && <CsvExplainer {...props} />}
      </main>
      <SiteLine
        {...props}
        // The site line's other texts are about lookups.
        state={closed ? null : site}
        page={page}
        settings={settings}
        policy={policy}
        problem={problem}
        openZones={openZones}
        onChange={change}
      />
    </div>
  );
}

/** Announces the codes of a page once: announcing each change would interrupt the user. */
function useStatus(
  page: TabPage | null | undefined,
  groups: readonly GroupNode[],
) {
  const [said, say] = useState<{ text: string; failed: boolean } | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const isListed = page && !page.isReading && groups.length > 0;
  const listed = isListed ? `${page.tabId} ${page.url}` : null;

  if (listed !== told) {
    const sum = { text: formatSpokenSum(groups), failed: false };

    setTold(listed);
    say(listed === null ? null : sum);
  }

  return [said, say] as const;
}

/** Says what the panel lists, where Errata runs and underlines nothing. */
function NoCodes({ site }: { site: SiteState | null }) {
  const isOn = site === 'on';

  return (
    <EmptyState
      title={
        isOn ? t('No underlined codes on this page.') : getClosedText(site)
      }
      text={t(
        'Lists the codes on the current page: what to do, whose turn it is, and how often each appears. Nothing leaves this browser.',
      )}
    >
      {isOn && (
        <p className="soft">
          {t(
            'Codes that appear only in tooltips and labels are listed in the popup.',
          )}
        </p>
      )}
    </EmptyState>
  );
}

/** Returns the codes of a group, or the code of a row. */
const listNames = (row: TreeRow): readonly CodeNode['name'][] =>
  row.level === 1 ? row.group.codes.map(({ name }) => name) : [row.code.name];

function formatArrival(row: TreeRow, went: boolean): string {
  const what = row.level === 1 ? row.group.heading : row.code.name.code;

  return went
    ? t('Shown on the page: $1', what)
    : t('Couldn’t show “$1”: that part of the page is closed or hidden.', what);
}

const listCodes = memoize((groups: readonly GroupNode[]) =>
  groups.flatMap(({ codes }) => codes),
);

/** The value by which the rows of a page are filtered. Another page has other values. */
function usePageFilter(page: TabPage | null | undefined) {
  const [filtered, setFiltered] = useState<{
    address: string;
    filter: FacetFilter | null;
  } | null>(null);

  const address = `${page?.tabId} ${page?.url}`;
  const filter = filtered?.address === address ? filtered.filter : null;

  const setFilter = (wanted: FacetFilter | null) =>
    setFiltered({ address, filter: wanted });

  return [filter, setFilter] as const;
}

/** Returns why a page without a host name cannot be listed; null if it can. */
function getClosedText(site: SiteState | null): string | null {
  if (site === 'own') return t('This is one of Errata’s own pages.');
  if (site === 'forbidden')
    return t('The browser doesn’t allow extensions on this page.');
  return site === 'unseen' ? t('Errata isn’t enabled on this page.') : null;
}
