import { useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { answerQuestion, getSoleFinding } from '../../lib/answer/answer.ts';
import {
  type Explanation,
  explainEntry,
} from '../../lib/answer/explain/explanation.ts';
import { formatPlan } from '../../lib/answer/format/verdict-text.ts';
import { isText } from '../../lib/answer/text-form.ts';
import { t, tPlural } from '../../lib/core/i18n/translate.ts';
import { addRecentLookup } from '../../lib/settings/changes.ts';
import { mayBeTable } from '../csv/csv-reading.ts';
import { ExplainedTable } from '../csv/ExplainedTable.tsx';
import { Button, EmptyState, TabLink, useChange } from '../shared/controls.tsx';
import { useFileDrop } from '../shared/files.tsx';
import { getFocusAfterKey } from '../shared/list-keys.ts';
import {
  findMainProvider,
  findPlan,
  PageHead,
  PlanStrip,
} from '../shared/PageHead.tsx';
import {
  createPasted,
  createTable,
  formatSize,
  type ReadPaste,
  usePasteReading,
} from '../shared/pasted.ts';
import { interpolate } from '../shared/texts.tsx';
import {
  createAnswerView,
  createFailureGroups,
  createLowConfidenceGroups,
  createPageRow,
  createRecentGroups,
  formatEntryAnnouncement,
  type ListRow,
  MAX_ROWS_SHOWN,
  type Reference,
} from './answer.ts';
import { OpenedEntry } from './OpenedEntry.tsx';
import { AskForFile, OpenFile } from './OpenFile.tsx';
import {
  PasteSummary,
  ReportMissedCode,
  SyntaxErrorNotice,
} from './PasteSummary.tsx';
import { type ReadTexts, usePagePlan } from './page-plan.ts';
import type { PopupStore } from './popup-store.ts';
import { ResultList } from './ResultList.tsx';
import { SearchField } from './SearchField.tsx';
import {
  type PageViewProps,
  SiteLine,
  type SiteLineProps,
  useLookupContext,
} from './SiteLine.tsx';

export interface PopupProps
  extends PageViewProps,
    Required<Pick<SiteLineProps, 'readDiagnostics'>> {
  store: PopupStore;
  reference: Reference;
  readPaste: ReadPaste;
  /** The page was opened for a file. */
  asksFile?: boolean;
  /** The popup is in a private window, where lookups are not stored. */
  isPrivate: boolean;
  /** The page was opened to write a note on the entry that it shows first. */
  writesNote?: boolean;
  onReveal: (place: NonNullable<ListRow['lowConfidenceHit']>) => void;
  readTexts: ReadTexts;
  /** Goes to the next place of an underlined code, and closes the toolbar's popup, which covers the page. */
  onGo: (name: NonNullable<ListRow['onPage']>) => void;
  /** Opens the side panel, which stays open while the user works on the page. */
  onOpenPanel: () => void;
}

const LOST_TEXT =
  'The text that this page was opened with is no longer available. Look it up again.';

/** The popup: looks codes up, decodes pastes, lists the codes of the page, and pauses Errata on the site. */
export function Popup(props: PopupProps) {
  const {
    store,
    settingsStore,
    changeSettings,
    reference,
    readPaste,
    onReveal,
    onGo,
  } = props;

  const { catalogue } = reference;
  const state = useStore(store);
  const { settings, policy } = useStore(settingsStore);
  const field = useRef<HTMLInputElement>(null);
  const [ticketOf, setTicketOf] = useState<Explanation | null>(null);
  const { query, pasted, table, page, lowConfidence } = state;
  const [change, problem] = useChange(changeSettings);

  const { context, provider, site, timeZone } = useLookupContext(
    page,
    settings,
    catalogue,
  );

  const planned = usePagePlan(page, catalogue, context, props.readTexts, {
    nowMs: props.now,
    timeZone,
  });

  const { groups: failures, counts, isPlanned, openZones } = planned;

  /** A typed sentence is read, too: its words decide whether its number is a code. */
  const sentence = useMemo(
    () => (pasted === null && isText(query) ? createPasted(query) : null),
    [pasted, query],
  );

  const pastedTable = useMemo(() => pasted && createTable(pasted), [pasted]);

  const { reading, cancel } = usePasteReading(
    pasted ?? sentence,
    context,
    readPaste,
    state.openSole,
  );

  const setting = useMemo(
    () => ({
      ...reference,
      ...context,
      onPage: new Set(page?.codes.flatMap(({ key }) => key ?? [])),
    }),
    [reference, context, page],
  );

  const answer = useMemo(
    () =>
      createAnswerView(
        query,
        pasted,
        reading,
        setting,
        state.plan,
        pastedTable !== null,
      ),
    [query, pasted, reading, setting, state.plan, pastedTable],
  );

  /** The words of a plan filter the failures of the page. */
  const plan = pasted
    ? state.plan
    : failures.length > 0
      ? findPlan(query)
      : null;

  const isHome = (query.trim() === '' || plan !== null) && pasted === null;
  const lost = isHome && state.isLost && t(LOST_TEXT);

  /** Known only once the tab has answered. */
  const isEmpty =
    isHome && page !== undefined && !page?.codes.length && !page?.isReading;

  const besides = useMemo(
    () => createLowConfidenceGroups(catalogue, page, lowConfidence, context),
    [catalogue, page, lowConfidence, context],
  );

  // What is read later would move what is listed below it.
  const recent = lowConfidence === undefined ? [] : settings.recentLookups;

  const home = [
    ...createFailureGroups('page', failures, plan, createPageRow),
    ...(plan ? [] : [...besides, ...createRecentGroups(catalogue, recent)]),
  ];

  const groups = isHome ? (isPlanned ? home : []) : answer.groups;
  const listed = answer.failures ?? (isHome ? failures : []);
  const rowProvider = findMainProvider(listed) ?? provider;
  const rows = groups.flatMap((group) => group.rows);

  const isAnswered =
    !isHome &&
    groups.some(({ id }) => id === 'results' || id.startsWith('decoded'));

  const active = state.isNavigating
    ? Math.min(state.active, rows.length - 1)
    : isAnswered
      ? 0
      : -1;

  const count = tPlural(
    answer.more?.total ?? rows.length,
    '$1 result',
    '$1 results',
  );

  const said =
    answer.message?.title ??
    (answer.more ? t('$1 of $2', MAX_ROWS_SHOWN, count) : count);

  const spoken = isHome || reading?.state === 'reading' ? '' : said;

  // For a long paste, report only the first lines.
  const reported = pasted
    ? reading?.state === 'done' && pasted.head
    : answer.message && query.trim();

  const opened = state.opened.at(-1);

  const open = (row: Omit<ListRow, 'entry'>, isTicket?: boolean) => {
    if (row.lowConfidenceHit) onReveal(row.lowConfidenceHit);

    const explanation =
      row.explanation ?? explainEntry(row, catalogue, context);

    state.open(explanation);
    setTicketOf(isTicket ? explanation : null);

    if (row.key && !row.explanation?.undecided && !props.isPrivate)
      change(addRecentLookup(row.key));
  };

  const readFile = async (file: File) =>
    (await mayBeTable(file)) ? state.openTable(file) : state.decode(file);

  const isOver = useFileDrop(readFile);

  const back = () => {
    field.current?.focus();
    return state.back();
  };

  /** Opens the answer to a pasted code. Anything else is read, or inserted into the field. */
  const paste = (text: string) => {
    const sole = query === '' && getSoleFinding(answerQuestion(text, setting));
    if (!sole) return state.paste(text);
    state.type(text.trim());
    state.open(sole);

    return true;
  };

  const searchPasted = () => {
    state.searchPasted();
    field.current?.focus();
  };

  return (
    <div className="popup">
      {isOver && (
        <p className="drop-hint">
          {t('Drop a table to explain each row, or a log to decode it')}
        </p>
      )}
      <header className="er-hidden">
        <h1>Errata</h1>
      </header>
      <SearchField
        query={query}
        placeholder={
          pasted !== null &&
          `${pasted.name ?? t('Pasted text')}, ${formatSize(pasted)}`
        }
        expanded={!opened && !table && rows.length > 0}
        active={active}
        inputRef={field}
        onType={state.type}
        onPaste={paste}
        onKey={(key) => {
          if (key === 'Escape') return state.back();
          if (opened || table) return false;

          const row = rows[active];
          if (key === 'Enter' && row) open(row);

          const focus = getFocusAfterKey(
            key,
            { active, isNavigating: state.isNavigating },
            rows.length,
          );

          if (focus) state.navigate(focus);

          return focus !== null || (key === 'Enter' && row !== undefined);
        }}
      >
        <OpenFile inTab={props.inTab} onFile={readFile} />
      </SearchField>
      <p role="status" className="er-hidden">
        {opened ? formatEntryAnnouncement(opened, catalogue) : lost || spoken}
      </p>
      <main className="popup-main">
        {opened && reading?.report.syntaxError && (
          <SyntaxErrorNotice at={reading.report.syntaxError} />
        )}
        {opened ? (
          <OpenedEntry
            catalogue={catalogue}
            page={page}
            context={context}
            onGo={onGo}
            explanation={opened}
            readTexts={props.readTexts}
            isTicket={opened === ticketOf}
            isNote={isNoteWanted(props, state)}
            onOpen={open}
            onBack={back}
          />
        ) : table ? (
          <div className="csv">
            <ExplainedTable
              key={`${table.name} ${table.lastModified}`}
              file={table}
              explainCsv={props.explainCsv}
              catalogue={catalogue}
              onDecode={state.decode}
              onClose={back}
            />
          </div>
        ) : (
          <>
            {pasted && reading && (
              <PasteSummary
                pasted={pasted}
                reading={reading}
                catalogue={catalogue}
                onCancel={cancel}
              >
                {pastedTable && (
                  <Button onClick={() => state.openTable(pastedTable)}>
                    {t('Explain each row')}
                  </Button>
                )}
              </PasteSummary>
            )}
            {isHome && props.asksFile && <AskForFile onFile={readFile} />}
            {isHome && page && (
              <PageHead
                page={page}
                failures={failures}
                catalogue={catalogue}
                isReading={page.isReading || !isPlanned}
              >
                <button
                  type="button"
                  className="link-button to-panel"
                  onClick={props.onOpenPanel}
                >
                  {t('Side panel')}
                </button>
              </PageHead>
            )}
            <PlanStrip
              groups={listed}
              provider={
                rowProvider !== provider &&
                catalogue.provider(rowProvider ?? '')?.name
              }
              counts={answer.failures ? undefined : counts}
              chosen={plan}
              onChoose={(chosen) =>
                pasted
                  ? state.choosePlan(chosen)
                  : state.type(chosen ? formatPlan(chosen) : '')
              }
            />
            {lost && <EmptyState title={lost} />}
            {!isHome && answer.message && (
              <EmptyState {...answer.message}>
                {pasted && pasted.head !== '' && (
                  <Button onClick={searchPasted}>
                    {t('Search for this text')}
                  </Button>
                )}
                {answer.unknown && (
                  <Button
                    onClick={() =>
                      open({ code: answer.unknown ?? '', key: null })
                    }
                  >
                    {t('What you can do')}
                  </Button>
                )}
              </EmptyState>
            )}
            {rows.length > 0 && (
              <ResultList
                groups={groups}
                catalogue={catalogue}
                provider={rowProvider}
                active={active}
                onGo={onGo}
                onOpen={open}
              />
            )}
            {!isHome && answer.more && (
              <p className="ways soft">
                <span className="link-button">
                  {t('$1 of $2', MAX_ROWS_SHOWN, answer.more.total)}
                </span>
                <TabLink href={answer.more.href}>
                  {t('All $1 in the catalogue', answer.more.total)}
                </TabLink>
              </p>
            )}
            {!isHome && reported && (
              <ReportMissedCode
                key={reported}
                text={reported}
                found={reading?.report.findings ?? []}
                catalogue={catalogue}
              />
            )}
            {isEmpty && (
              <EmptyState
                title={
                  site === 'on' &&
                  (besides.length > 0
                    ? t('No code on this page is certain enough to underline.')
                    : page?.hasEditableText
                      ? t(
                          'Codes in text that you are editing aren’t underlined.',
                        )
                      : t('No codes on this page.'))
                }
                text={interpolate(
                  'Type a code such as $1 or a few words, or paste a webhook, an error or a log. Nothing leaves this browser.',
                  <span className="code-text">131047</span>,
                )}
              />
            )}
            {isHome && (
              <nav className="ways" aria-label={t('More')}>
                <TabLink href="catalogue.html">
                  {t('All $1 entries', catalogue.entries.length)}
                </TabLink>
                <TabLink href="options.html">{t('Settings')}</TabLink>
              </nav>
            )}
          </>
        )}
      </main>
      <SiteLine
        {...props}
        page={page}
        settings={settings}
        policy={policy}
        catalogue={catalogue}
        problem={problem}
        state={site}
        openZones={openZones}
        onChange={change}
      />
    </div>
  );
}

const isNoteWanted = (
  { writesNote }: Pick<PopupProps, 'writesNote'>,
  { opened }: { opened: readonly unknown[] },
): boolean => writesNote === true && opened.length === 1;
