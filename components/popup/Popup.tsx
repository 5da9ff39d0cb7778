import { useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { answerQuestion, getSoleFinding } from '../../lib/answer/answer.ts';
import { isText } from '../../lib/answer/text-form.ts';
import { findCurrentEntry } from '../../lib/catalogue/relations.ts';
import { explainEntry } from '../../lib/explain/explanation.ts';
import { t } from '../../lib/i18n/translate.ts';
import { addRecentLookup, type ChangeSettings } from '../../lib/settings/changes.ts';
import { Button } from '../shared/controls.tsx';
import { OutdatedNotice } from '../shared/DataAge.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { PageHead } from '../shared/PageHead.tsx';
import type { SettingsStore } from '../shared/settings-store.ts';
import { SaveError, useChange } from '../shared/use-change.tsx';
import { useFileDrop } from '../shared/use-file-drop.ts';
import { formatSpokenEntry, getLookupContext, type ListRow, type Reference } from './answer.ts';
import { createAnswerView } from './answer-paste.ts';
import { Diagnostics, type DiagnosticsProps } from './Diagnostics.tsx';
import { Home } from './Home.tsx';
import { getFocusAfterKey } from './list-keys.ts';
import { OpenedEntry } from './OpenedEntry.tsx';
import { PasteSummary, SyntaxErrorNotice } from './PasteSummary.tsx';
import { createPasted, formatSize, type ReadPaste } from './pasted.ts';
import type { PopupStore } from './popup-store.ts';
import { ReportMissedCode } from './ReportMissedCode.tsx';
import { MoreResults, ResultList } from './ResultList.tsx';
import { SearchField } from './SearchField.tsx';
import { SiteLine } from './SiteLine.tsx';
import { getSiteState, type SiteActions } from './site-state.ts';
import { useGroups } from './use-groups.ts';
import { usePasteReading } from './use-paste-reading.ts';

export interface PopupProps extends SiteActions, Pick<DiagnosticsProps, 'readDiagnostics'> {
  store: PopupStore;
  settingsStore: SettingsStore;
  changeSettings: ChangeSettings;
  reference: Reference;
  readPaste: ReadPaste;
  /** The popup is open in a tab, which a file dialog does not close. */
  inTab: boolean;
  /** The popup is in a private window, where lookups are not stored. */
  isPrivate: boolean;
  /** Scrolls the page in front to a code that is not underlined. */
  onReveal: (place: NonNullable<ListRow['lowConfidenceHit']>) => void;
  /** Goes to the next place of an underlined code, and closes the toolbar's popup, which covers the page. */
  onGo: (code: Pick<ListRow, 'code' | 'key'>) => void;
  /** Opens the side panel, which stays open while the user works on the page. */
  onOpenPanel: () => void;
  /** Milliseconds since 1970, to compute the age of the catalogue. */
  now: number;
}

const LOST_TEXT = 'The text that this page was opened with is no longer available. Look it up again.';

/** The popup: looks codes up, decodes pastes, lists the codes of the page, and pauses Errata on the site. */
export function Popup(props: PopupProps) {
  const { store, settingsStore, changeSettings, reference, readPaste, onReveal } = props;
  const state = useStore(store);
  const { settings, policy } = useStore(settingsStore);
  const field = useRef<HTMLInputElement>(null);
  const { query, pasted, page } = state;
  const [change, problem] = useChange(changeSettings);

  const { host = '', path, provider } = getLookupContext(page, settings.providerByHost);
  // Memoized by value, so that a change of the page does not start to read a long paste again.
  const context = useMemo(
    () => ({ ...(host && { host }), ...(path && { path }), ...(provider && { provider }) }),
    [host, path, provider],
  );
  const onPage = useMemo(() => new Set(page?.codes.flatMap(({ key }) => key ?? [])), [page]);
  /** A typed sentence is read, too: its words decide whether its number is a code. */
  const sentence = useMemo(
    () => (pasted === null && isText(query) ? createPasted(query) : null),
    [pasted, query],
  );
  const { reading, cancel } = usePasteReading(pasted ?? sentence, context, readPaste, state.openSole);
  const setting = useMemo(() => ({ ...reference, ...context, onPage }), [reference, context, onPage]);
  const answer = useMemo(
    () => createAnswerView(query, pasted, reading, setting),
    [query, pasted, reading, setting],
  );
  const isHome = query.trim() === '' && pasted === null;
  const lost = isHome && state.isLost && t(LOST_TEXT);
  const { groups, hasLowConfidence } = useGroups(
    state,
    context,
    answer,
    isHome,
    settings.recentLookups,
    reference,
  );
  const rows = groups.flatMap((group) => group.rows);
  const answered = answer.groups.some(({ id }) => id === 'results' || id.startsWith('decoded'));
  const active = state.isNavigating ? Math.min(state.active, rows.length - 1) : answered ? 0 : -1;

  // For a long paste, report only the first lines.
  const reported = pasted ? reading?.state === 'done' && pasted.head : answer.message && query.trim();
  const site = getSiteState(page ?? null, settings, reference.catalogue.consoles);
  const opened = state.opened.at(-1);
  const open = (row: Pick<ListRow, 'code' | 'key' | 'finding' | 'undecided' | 'lowConfidenceHit'>) => {
    if (row.lowConfidenceHit) onReveal(row.lowConfidenceHit);
    state.open(row.finding ?? row.undecided ?? explainEntry(row, reference.catalogue, context));
    if (row.key && !row.undecided && !props.isPrivate) change(addRecentLookup(row.key));
  };
  const shown = page?.codes.find(({ code, key }) =>
    key ? findCurrentEntry(key, reference.catalogue)?.key === opened?.entry?.key : code === opened?.code,
  );
  const isOver = useFileDrop(state.decode);
  const back = () => {
    field.current?.focus();
    return state.back();
  };

  /** Opens the answer to a pasted code. Anything else is read, or inserted into the field. */
  const paste = (text: string) => {
    if (state.paste(text)) return true;
    const sole = query === '' && getSoleFinding(answerQuestion(text, setting));
    if (!sole) return false;
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
      {isOver && <p className="drop-hint">{t('Drop a log or a payload to read it')}</p>}
      <header className="er-hidden">
        <h1>Errata</h1>
      </header>
      <SearchField
        query={query}
        placeholder={
          pasted === null
            ? t('Code, words, or paste a payload')
            : `${pasted.name ?? t('Pasted text')}, ${formatSize(pasted)}`
        }
        expanded={!opened && rows.length > 0}
        active={active}
        inputRef={field}
        onType={state.type}
        onPaste={paste}
        onKey={(key, caret) => {
          if (key === 'Escape') return state.back();
          if (opened) return false;
          const row = rows[active];
          if (key === 'Enter' && row) open(row);
          const focus = getFocusAfterKey(
            key,
            { active, isNavigating: state.isNavigating },
            rows.length,
            caret,
          );
          if (focus) state.navigate(focus);
          return focus !== null || (key === 'Enter' && row !== undefined);
        }}
      />
      <p role="status" className="er-hidden">
        {opened ? formatSpokenEntry(opened, reference.catalogue) : lost || answer.spoken}
      </p>
      <main className="popup-main">
        {opened && reading?.report.syntaxError && <SyntaxErrorNotice at={reading.report.syntaxError} />}
        {opened ? (
          <OpenedEntry
            explanation={opened}
            catalogue={reference.catalogue}
            sender={context}
            onOpen={open}
            onShow={shown ? () => props.onGo(shown) : null}
            onBack={back}
          />
        ) : (
          <>
            {pasted && reading && <PasteSummary pasted={pasted} reading={reading} onCancel={cancel} />}
            {isHome && page && (
              <PageHead page={page} catalogue={reference.catalogue}>
                <button type="button" className="link-button to-panel" onClick={props.onOpenPanel}>
                  {t('Side panel')}
                </button>
              </PageHead>
            )}
            {lost && <EmptyState title={lost} />}
            {answer.message && (
              <EmptyState {...answer.message}>
                {pasted && pasted.head !== '' && (
                  <Button onClick={searchPasted}>{t('Search for this text')}</Button>
                )}
                {answer.unknown && (
                  <Button
                    onClick={() =>
                      state.open(
                        explainEntry({ code: answer.unknown ?? '', key: null }, reference.catalogue, context),
                      )
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
                catalogue={reference.catalogue}
                active={active}
                onOpen={open}
                onGo={props.onGo}
              />
            )}
            {answer.more && <MoreResults {...answer.more} />}
            {reported && (
              <ReportMissedCode
                key={reported}
                text={reported}
                found={reading?.report.findings ?? []}
                catalogue={reference.catalogue}
              />
            )}
            {isHome && (
              <Home
                page={page}
                isOn={site === 'on'}
                hasQuiet={hasLowConfidence}
                onFile={props.inTab ? state.decode : null}
                catalogue={reference.catalogue}
              />
            )}
          </>
        )}
      </main>
      <SaveError problem={problem} />
      <p className="data-age">
        <OutdatedNotice catalogue={reference.catalogue} now={props.now} />
      </p>
      <SiteLine
        {...props}
        {...{ page, settings, policy }}
        state={site}
        catalogue={reference.catalogue}
        onChange={change}
      >
        {site && page && (
          <Diagnostics
            readDiagnostics={props.readDiagnostics}
            {...{ state: site, page }}
            catalogue={reference.catalogue}
          />
        )}
      </SiteLine>
    </div>
  );
}
