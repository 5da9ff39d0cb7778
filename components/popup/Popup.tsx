import { useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { explainEntry } from '../../lib/explain/explanation.ts';
import { t } from '../../lib/language/translate.ts';
import { type ChangeSettings, lookUpKept } from '../../lib/settings/changes.ts';
import { Button } from '../shared/controls.tsx';
import { OldNotice } from '../shared/DataAge.tsx';
import { PageHead } from '../shared/PageHead.tsx';
import { Says } from '../shared/Says.tsx';
import type { SettingsStore } from '../shared/settings-store.ts';
import { NotKept, useChange } from '../shared/use-change.tsx';
import { answerQuery, contextOf, type ListRow, type Reference, spokenEntry } from './answer.ts';
import { answerPaste } from './answer-paste.ts';
import { Home } from './Home.tsx';
import { placeAfterKey } from './list-keys.ts';
import { OpenedEntry } from './OpenedEntry.tsx';
import { PasteHead } from './PasteHead.tsx';
import { type ReadPaste, sizeText } from './pasted.ts';
import { ReportCase } from './ReportCase.tsx';
import { More, ResultList } from './ResultList.tsx';
import { SearchField } from './SearchField.tsx';
import { SiteLine } from './SiteLine.tsx';
import { type SiteActions, siteState } from './site-state.ts';
import type { PopupStore } from './store.ts';
import { useGroups } from './use-groups.ts';
import { useReading } from './use-reading.ts';

export interface PopupProps extends SiteActions {
  store: PopupStore;
  settingsStore: SettingsStore;
  changeSettings: ChangeSettings;
  reference: Reference;
  /** Reads a pasted text or a dropped file. */
  readPaste: ReadPaste;
  /** The popup is open in a tab, which a file dialog does not close. */
  inTab: boolean;
  /** The popup is in a private window, where lookups are not stored. */
  isPrivate: boolean;
  /** Scrolls the page in front to a code that is not underlined. */
  onReveal: (place: NonNullable<ListRow['quiet']>) => void;
  /** Goes to the next place of an underlined code. */
  onGo: (code: Pick<ListRow, 'code' | 'key'>) => void;
  /** Opens the side panel, which stays open while the reader works on the page. */
  onOpenPanel: () => void;
  /** Milliseconds since 1970, to compute the age of the catalogue. */
  now: number;
}

const LOST = 'The text that this page was opened with is no longer available. Look it up again.';

/** The popup: looks codes up, decodes pastes, lists the codes of the page, and pauses Errata on the site. */
export function Popup(props: PopupProps) {
  const { store, settingsStore, changeSettings, reference, readPaste, onReveal } = props;
  const state = useStore(store);
  const { settings, policy } = useStore(settingsStore);
  const field = useRef<HTMLInputElement>(null);
  const { query, pasted, page } = state;
  const [change, problem] = useChange(changeSettings);

  const { host = '', path, provider } = contextOf(page, settings.providerByHost);
  // Memoized by value, so that a change of the page does not start to read a long paste again.
  const context = useMemo(
    () => ({ ...(host && { host }), ...(path && { path }), ...(provider && { provider }) }),
    [host, path, provider],
  );
  const onPage = useMemo(() => new Set(page?.codes.flatMap(({ key }) => key ?? [])), [page]);
  const { reading, cancel } = useReading(pasted, context, readPaste);
  const answer = useMemo(
    () =>
      reading
        ? answerPaste(reading, reference, pasted?.head, context)
        : answerQuery(reference, query, { ...context, onPage }),
    [reference, query, reading, pasted, context, onPage],
  );
  const isHome = query.trim() === '' && pasted === null;
  const lost = isHome && state.isLost && t(LOST);
  const { groups, hasQuiet } = useGroups(state, answer, isHome, settings.recent, reference);
  const rows = groups.flatMap((group) => group.rows);
  const answered = answer.groups.some(({ id }) => id === 'results' || id.startsWith('decoded'));
  const active = state.walking ? Math.min(state.active, rows.length - 1) : answered ? 0 : -1;

  // For a long paste, report only the first lines.
  const reported = pasted ? reading?.state === 'done' && pasted.head : answer.says && query.trim();
  const site = siteState(page ?? null, settings, reference.catalogue.consoles);
  const opened = state.opened.at(-1);
  const open = (row: Pick<ListRow, 'code' | 'key' | 'finding' | 'quiet' | 'onPage'>) => {
    if (row.quiet) onReveal(row.quiet);
    if (row.onPage) props.onGo(row);
    state.open(row.finding ?? explainEntry(row, reference.catalogue, context));
    if (row.key && !props.isPrivate) change(lookUpKept(row.key));
  };
  const back = () => {
    field.current?.focus();
    return state.back();
  };

  const searchPasted = () => {
    state.searchPasted();
    field.current?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a file can be dropped anywhere; `Home` has a button for it
    <div
      className="popup"
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes('Files')) event.preventDefault();
      }}
      onDrop={(event) => {
        const [file] = event.dataTransfer.files;
        if (!file) return;
        event.preventDefault();
        state.decode(file);
      }}
    >
      <header className="er-hidden">
        <h1>Errata</h1>
      </header>
      <SearchField
        query={query}
        placeholder={
          pasted === null
            ? t('Code, words, or paste a payload')
            : `${pasted.name ?? t('Pasted text')}, ${sizeText(pasted)}`
        }
        expanded={!opened && rows.length > 0}
        active={active}
        clears={!isHome}
        inputRef={field}
        onType={state.type}
        onPaste={state.paste}
        onKey={(key, caret) => {
          if (key === 'Escape') return state.back();
          if (opened) return false;
          const row = rows[active];
          if (key === 'Enter' && row) open(row);
          const place = placeAfterKey(key, { active, walking: state.walking }, rows.length, caret);
          if (place) state.walk(place);
          return place !== null || (key === 'Enter' && row !== undefined);
        }}
      />
      <p role="status" className="er-hidden">
        {opened ? spokenEntry(opened, reference.catalogue) : lost || answer.spoken}
      </p>
      <main className="popup-main">
        {opened ? (
          <OpenedEntry
            explanation={opened}
            catalogue={reference.catalogue}
            sender={context}
            onOpen={open}
            onBack={back}
          />
        ) : (
          <>
            {pasted && reading && <PasteHead pasted={pasted} reading={reading} onCancel={cancel} />}
            {isHome && page && (
              <PageHead page={page} catalogue={reference.catalogue}>
                <button type="button" className="link-button to-panel" onClick={props.onOpenPanel}>
                  {t('Side panel')}
                </button>
              </PageHead>
            )}
            {lost && <Says title={lost} />}
            {answer.says && (
              <Says {...answer.says}>
                {pasted && pasted.head !== '' && (
                  <Button onClick={searchPasted}>{t('Search for this text')}</Button>
                )}
              </Says>
            )}
            {rows.length > 0 && (
              <ResultList groups={groups} catalogue={reference.catalogue} active={active} onOpen={open} />
            )}
            {answer.more && <More {...answer.more} />}
            {reported && (
              <ReportCase
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
                hasQuiet={hasQuiet}
                onFile={props.inTab ? state.decode : null}
                catalogue={reference.catalogue}
              />
            )}
          </>
        )}
      </main>
      <NotKept problem={problem} />
      <p className="data-age">
        <OldNotice catalogue={reference.catalogue} now={props.now} />
      </p>
      <SiteLine
        {...props}
        {...{ page, settings, policy }}
        state={site}
        catalogue={reference.catalogue}
        onChange={change}
      />
    </div>
  );
}
