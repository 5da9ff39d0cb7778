import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { answerQuestion, getSoleFinding } from '../../lib/answer/answer.ts';
import {
  type Explanation,
  explainEntry,
} from '../../lib/answer/explain/explanation.ts';
import { isText } from '../../lib/answer/text-form.ts';
import { t } from '../../lib/core/i18n/translate.ts';
import type { WaitForDialog } from '../../lib/extension/webext/file-page.ts';
import type { Policy } from '../../lib/settings/apply-policy.ts';
import {
  addRecentLookup,
  type SettingsChange,
  setSiteOverrides,
} from '../../lib/settings/changes.ts';
import { mayBeTable } from '../csv/csv-reading.ts';
import { ExplainedTable } from '../csv/ExplainedTable.tsx';
import { useChange } from '../shared/controls.tsx';
import { useFileDrop } from '../shared/files.tsx';
import { getFocusAfterKey } from '../shared/list-keys.ts';
import {
  createPasted,
  createTable,
  formatSize,
  type ReadPaste,
  usePasteReading,
} from '../shared/pasted.ts';
import {
  createAnswerView,
  createLowConfidenceGroups,
  formatEntryAnnouncement,
  type ListRow,
  type Reference,
} from './answer.ts';
import { OpenedEntry } from './OpenedEntry.tsx';
import { OpenFile } from './OpenFile.tsx';
import { SyntaxErrorNotice } from './PasteSummary.tsx';
import { PopupList } from './PopupList.tsx';
import { type ReadTexts, usePagePlan } from './page-plan.ts';
import type { PopupStore } from './popup-store.ts';
import { createPopupView } from './popup-view.ts';
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
  /** Only on a page that was opened for a file. */
  waitForDialog?: WaitForDialog | undefined;
  /** Opens that page from the toolbar's popup. */
  onOpenFilePage: () => void;
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

  const besides = useMemo(
    () => createLowConfidenceGroups(catalogue, page, lowConfidence, context),
    [catalogue, page, lowConfidence, context],
  );

  const view = createPopupView({
    state,
    page,
    planned,
    answer,
    reading,
    besides,
    settings,
    catalogue,
    provider,
  });

  const { rows, active, lostText } = view;
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

  /** Returns true if the field need not handle the key. */
  function handleKey(key: string): boolean {
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
  }

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
        onKey={handleKey}
      >
        <OpenFile
          inTab={props.inTab}
          onFile={readFile}
          onOpenTab={props.onOpenFilePage}
        />
      </SearchField>
      <p role="status" className="er-hidden">
        {opened
          ? formatEntryAnnouncement(opened, catalogue)
          : (lostText ?? view.spoken)}
      </p>
      <main className="popup-main">
        {opened && reading?.report.syntaxError && (
          <SyntaxErrorNotice at={reading.report.syntaxError} />
        )}
        <PopupContent
          opened={
            opened && (
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
            )
          }
          table={
            table && (
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
            )
          }
        >
          <PopupList
            catalogue={catalogue}
            state={state}
            view={view}
            answer={answer}
            planned={planned}
            besides={besides}
            page={page}
            site={site}
            provider={provider}
            reading={reading}
            onCancel={cancel}
            pastedTable={pastedTable || null}
            waitForDialog={props.waitForDialog}
            onFile={readFile}
            onGo={onGo}
            onMarkHere={getMarkHere(context.host, policy, change)}
            onOpen={open}
            onOpenPanel={props.onOpenPanel}
            onSearchPasted={searchPasted}
            readDiagnostics={props.readDiagnostics}
          />
        </PopupContent>
      </main>
      <SiteLine
        {...props}
        page={page}
        settings={settings}
        policy={policy}
        catalogue={catalogue}
        problem={problem}
        state={site}
        openZones={planned.openZones}
        onChange={change}
      />
    </div>
  );
}

/** Shows an entry that is opened, else a table, else the list. */
const PopupContent = (props: {
  opened: ReactNode;
  table: ReactNode;
  children: ReactNode;
}) => props.opened || props.table || props.children;

/** Returns what marks the less certain codes of a site; null without a site, or if a policy decides. */
const getMarkHere = (
  host: string | undefined,
  policy: Policy,
  onChange: (change: SettingsChange) => void,
) =>
  host && !('sensitivity' in policy)
    ? () => onChange(setSiteOverrides(host, { sensitivity: 'more' }))
    : null;

const isNoteWanted = (
  { writesNote }: Pick<PopupProps, 'writesNote'>,
  { opened }: { opened: readonly unknown[] },
): boolean => writesNote === true && opened.length === 1;
