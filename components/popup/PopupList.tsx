import type { ComponentProps } from 'react';
import { formatPlan } from '../../lib/answer/format/verdict-text.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { t } from '../../lib/core/i18n/translate.ts';
import type { WaitForDialog } from '../../lib/extension/webext/file-page.ts';
import type { TabPage } from '../../lib/extension/webext/tab-page.ts';
import { Button, EmptyState, TabLink } from '../shared/controls.tsx';
import { PageHead, PlanStrip } from '../shared/PageHead.tsx';
import type { PasteProgress } from '../shared/pasted.ts';
import { interpolate } from '../shared/texts.tsx';
import {
  type AnswerView,
  type ListGroup,
  type ListRow,
  MAX_ROWS_SHOWN,
} from './answer.ts';
import { Diagnostics } from './Diagnostics.tsx';
import { AskForFile } from './OpenFile.tsx';
import { PasteSummary } from './PasteSummary.tsx';
import type { usePagePlan } from './page-plan.ts';
import type { PopupStore } from './popup-store.ts';
import type { PopupView } from './popup-view.ts';
import { MarkHere, ResultList } from './ResultList.tsx';
import type { SiteState } from './SiteLine.tsx';

interface PopupListProps {
  catalogue: Catalogue;
  state: ReturnType<PopupStore['getState']>;
  view: PopupView;
  answer: AnswerView;
  planned: ReturnType<typeof usePagePlan>;
  /** Codes of the page without a mark. */
  besides: readonly ListGroup[];
  page: TabPage | null | undefined;
  site: SiteState | null;
  provider: string | undefined;
  reading: PasteProgress | null;
  onCancel: () => void;
  /** The paste as a table, if it is one. */
  pastedTable: File | null;
  /** Only on a page that was opened for a file. */
  waitForDialog?: WaitForDialog | undefined;
  onFile: (file: File) => void;
  onGo: (name: NonNullable<ListRow['onPage']>) => void;
  onOpen: (row: Omit<ListRow, 'entry'>, isTicket?: boolean) => void;
  onOpenPanel: () => void;
  onSearchPasted: () => void;
  /** Marks the less certain codes of the site. Null where that is decided elsewhere. */
  onMarkHere: (() => void) | null;
  readDiagnostics: ComponentProps<typeof Diagnostics>['readDiagnostics'];
}

/** What the popup shows while nothing is opened: the page, a paste, or the answer to a query. */
export function PopupList(props: PopupListProps) {
  const { catalogue, view, answer } = props;
  const { isHome, rows, lostText } = view;

  return (
    <>
      <PasteHead {...props} />
      {isHome && <HomeHead {...props} />}
      <Plans {...props} />
      {lostText && <EmptyState title={lostText} />}
      {!isHome && <AnswerMessage {...props} />}
      {rows.length > 0 && (
        <ResultList
          groups={view.groups}
          catalogue={catalogue}
          provider={view.rowProvider}
          active={view.active}
          onGo={props.onGo}
          onOpen={props.onOpen}
        />
      )}
      <MarkHere groups={view.groups} onPress={props.onMarkHere} />
      {!isHome && answer.more && <MoreResults more={answer.more} />}
      {isHome && <HomeEnd {...props} />}
    </>
  );
}

function PasteHead(props: PopupListProps) {
  const { state, reading, catalogue, pastedTable, onCancel } = props;
  const { pasted } = state;
  if (!pasted || !reading) return null;

  return (
    <PasteSummary
      pasted={pasted}
      reading={reading}
      catalogue={catalogue}
      onCancel={onCancel}
    >
      {pastedTable && (
        <Button onClick={() => state.openTable(pastedTable)}>
          {t('Explain each row')}
        </Button>
      )}
    </PasteSummary>
  );
}

function HomeHead(props: PopupListProps) {
  const { page, planned, catalogue, waitForDialog } = props;

  return (
    <>
      {waitForDialog && (
        <AskForFile onFile={props.onFile} waitForDialog={waitForDialog} />
      )}
      <PageHead
        page={page}
        failures={planned.groups}
        catalogue={catalogue}
        isReading={page?.isReading || !planned.isPlanned}
      >
        <button
          type="button"
          className="link-button to-panel"
          onClick={props.onOpenPanel}
        >
          {t('Side panel')}
        </button>
      </PageHead>
    </>
  );
}

function Plans(props: PopupListProps) {
  const { state, view, answer, planned, provider, catalogue } = props;
  const { rowProvider } = view;

  return (
    <PlanStrip
      groups={view.listed}
      provider={
        rowProvider !== provider && catalogue.provider(rowProvider ?? '')?.name
      }
      counts={answer.failures ? undefined : planned.counts}
      chosen={view.plan}
      onChoose={(chosen) =>
        state.pasted
          ? state.choosePlan(chosen)
          : state.type(chosen ? formatPlan(chosen) : '')
      }
    />
  );
}

function AnswerMessage(props: PopupListProps) {
  const { state, answer, onOpen, onSearchPasted } = props;
  const { message, unknown } = answer;
  if (!message) return null;

  return (
    <EmptyState {...message}>
      {state.pasted && state.pasted.head !== '' && (
        <Button onClick={onSearchPasted}>{t('Search for this text')}</Button>
      )}
      {unknown && (
        <Button onClick={() => onOpen({ code: unknown, key: null })}>
          {t('What you can do')}
        </Button>
      )}
    </EmptyState>
  );
}

const MoreResults = ({ more }: { more: NonNullable<AnswerView['more']> }) => (
  <p className="ways soft">
    <span className="link-button">
      {t('$1 of $2', MAX_ROWS_SHOWN, more.total)}
    </span>
    <TabLink href={more.href}>
      {t('All $1 in the catalogue', more.total)}
    </TabLink>
  </p>
);

function HomeEnd(props: PopupListProps) {
  const { catalogue, view } = props;

  return (
    <>
      {view.isEmpty && (
        <EmptyState
          title={getEmptyTitle(props)}
          text={interpolate(
            'Type a code such as $1 or a few words, or paste a webhook, an error or a log. Nothing leaves this browser.',
            <span className="code-text">131047</span>,
          )}
        >
          <EmptyDiagnostics {...props} />
        </EmptyState>
      )}
      <nav className="ways" aria-label={t('More')}>
        <TabLink href="catalogue.html">
          {t('All $1 entries', catalogue.entries.length)}
        </TabLink>
        <TabLink href="options.html">{t('Settings')}</TabLink>
      </nav>
    </>
  );
}

/** The diagnostics where nothing is underlined, which is when somebody looks for them. */
function EmptyDiagnostics(props: PopupListProps) {
  const { site, page, catalogue, readDiagnostics } = props;
  if (site !== 'on' || !page) return null;

  return (
    <Diagnostics
      page={page}
      state={site}
      catalogue={catalogue}
      readDiagnostics={readDiagnostics}
    />
  );
}

/** Says why nothing on a page is underlined, where Errata runs. */
function getEmptyTitle({
  site,
  besides,
  page,
}: PopupListProps): string | false {
  if (site !== 'on') return false;

  if (besides.length > 0)
    return t('No code on this page is certain enough to underline.');

  return page?.hasEditableText
    ? t('Codes in text that you are editing aren’t underlined.')
    : t('No codes on this page.');
}
