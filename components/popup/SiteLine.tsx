import {
  type MouseEvent,
  type ReactNode,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react';
import words from '../../data/popup-words.json' with { type: 'json' };
import type { VendorConsole } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import type { TabDiagnostics } from '../../lib/core/diagnostics.ts';
import { getOwn } from '../../lib/core/get-own.ts';
import { t, tPlural } from '../../lib/core/i18n/translate.ts';
import { joinPatterns } from '../../lib/core/pattern-parts.ts';
import { findConsole } from '../../lib/detect/find-console.ts';
import type { TextContext } from '../../lib/detect/hit.ts';
import type { TabPage } from '../../lib/extension/webext/tab-page.ts';
import type { Policy } from '../../lib/settings/apply-policy.ts';
import {
  type ChangeSettings,
  type SettingsChange,
  setHostsPaused,
  setProvider,
  setSiteOverrides,
} from '../../lib/settings/changes.ts';
import {
  getMatchPatterns,
  getSharedPathsAt,
  isCovered,
  isOnPath,
  toMatchPattern,
} from '../../lib/settings/match-patterns.ts';
import { findPausedParts, type Settings } from '../../lib/settings/settings.ts';
import type { CsvExplainerProps } from '../csv/csv-reading.ts';
import { NewTabLink } from '../entry/controls.tsx';
import { Icon } from '../icons/Icon.tsx';
import {
  Button,
  getPolicyNotice,
  SaveError,
  Select,
  Switch,
} from '../shared/controls.tsx';
import { OutdatedNotice } from '../shared/PageHead.tsx';
import type { SettingsStore } from '../shared/settings-store.ts';
import { getChoices, getOverrideText, interpolate } from '../shared/texts.tsx';
import { Diagnostics } from './Diagnostics.tsx';
import { fitRows } from './fit-rows.ts';
import { ZoneQuestion, ZoneSelect } from './ZoneQuestion.tsx';

const LABEL_ID = 'site-state';

export interface SiteLineProps
  extends Omit<
    PageViewProps,
    'explainCsv' | 'settingsStore' | 'changeSettings'
  > {
  state: SiteState | null;
  page: TabPage | null | undefined;
  settings: Settings;
  policy: Policy;
  catalogue: Catalogue;
  onChange: (change: SettingsChange) => void;
  problem: string | null;
  /** Number of rows of the page that the zone of their times decides. */
  openZones?: number;
  /** Reads what Errata did on the page in front. Never rejects. */
  readDiagnostics?: (page: TabPage) => Promise<TabDiagnostics>;
}

/** The end of popup and side panel: what is wrong, and Errata's state on the site in front. */
export function SiteLine(props: SiteLineProps) {
  const { state, page, catalogue, problem, now, openZones = 0 } = props;
  const { hostname: host = '' } = page?.url ?? {};

  // This line takes height from the list above it.
  useLayoutEffect(fitRows);

  return (
    <>
      <SaveError problem={problem} />
      <p className="data-age">
        <OutdatedNotice catalogue={catalogue} now={now} />
      </p>
      {openZones > 0 && host !== '' && <ZoneQuestion {...props} host={host} />}
      {state && page && <SiteSwitch {...props} state={state} page={page} />}
    </>
  );
}

type SiteProps = SiteLineProps & { state: SiteState; page: TabPage };

/** The switch that pauses Errata on a site. All else is folded: the list gets the height. */
function SiteSwitch(props: SiteProps) {
  const { state, page, settings, policy, onChange, readDiagnostics } = props;
  const [isOpen, setOpen] = useState(false);

  useLayoutEffect(fitRows);

  const { hostname: host = '', pathname = '' } = page.url ?? {};
  const parts = findPausedParts(settings.pausedHosts, host, pathname);
  const isLocked =
    state === 'off'
      ? 'enabled' in policy
      : findPausedParts(policy.pausedHosts ?? [], host, pathname).length > 0;

  const isSwitched = ['on', 'paused', 'tab-paused', 'off'].includes(state);
  const hasOptions = page.url && isSwitched && state !== 'off';

  return (
    <footer className="site">
      <div className="site-now">
        <div className="site-said">
          <p id={LABEL_ID}>{getStateText(parts[0] ?? host, props)}</p>
          {isLocked && isSwitched && <p>{getPolicyNotice()}</p>}
        </div>
        {(hasOptions || readDiagnostics) && (
          <Button
            className="row-go"
            title={t('More')}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon name="more" />
            <span className="er-hidden">{t('More')}</span>
          </Button>
        )}
        {isSwitched && (
          <Switch
            on={state === 'on'}
            labelledBy={LABEL_ID}
            locked={isLocked}
            onChange={(on) => {
              if (state === 'tab-paused') props.onPauseTab(false);
              else if (state === 'off') onChange(() => ({ enabled: true }));
              else onChange(setHostsPaused(on ? parts : [host], !on));
            }}
          />
        )}
        {(state === 'ungranted' || state === 'elsewhere') && (
          <Button onClick={props.onRequestPermission}>
            {state === 'ungranted'
              ? t('Allow')
              : t('Explain codes on this site')}
          </Button>
        )}
      </div>
      {isOpen && (
        <div className="site-more">
          {hasOptions && (
            <>
              <SuppressedCount {...props} />
              <SitePauses {...props} />
              <SiteOptions {...props} />
            </>
          )}
          {readDiagnostics && (
            <Diagnostics {...props} readDiagnostics={readDiagnostics} />
          )}
        </div>
      )}
    </footer>
  );
}

function SuppressedCount({ page, settings }: SiteProps) {
  const count = settings.suppressions.filter(
    ({ host }) => host === (page.url?.hostname ?? ''),
  ).length;

  if (count === 0) return null;

  return (
    <p>
      {tPlural(
        count,
        'You removed $1 mark here.',
        'You removed $1 marks here.',
      )}{' '}
      <NewTabLink href="options.html#sites">{t('Undo in Settings')}</NewTabLink>
    </p>
  );
}

/** Longest path that the settings accept. */
const FIRST_PATH_PART = /^\/[^/]{1,200}(?=\/|$)/;

/** The other ways to pause: this tab, a part of the site, everywhere. */
function SitePauses(props: SiteProps) {
  const { state, page, policy, onChange } = props;
  const { hostname: host = '', pathname = '' } = page.url ?? {};
  const path = FIRST_PATH_PART.exec(pathname)?.[0];

  /** Moves the focus to the switch, because the pressed button disappears. */
  function pauseHere({ currentTarget }: MouseEvent, pause: () => void) {
    currentTarget
      .closest('footer')
      ?.querySelector<HTMLElement>('[role="switch"]')
      ?.focus();

    pause();
  }

  const underPath = interpolate('Pause under $1', <b dir="ltr">{path}</b>);

  const pauses = [
    [
      props.inTab ? t('Pause that tab') : t('Pause this tab'),
      state === 'on',
      () => props.onPauseTab(true),
    ],
    [
      underPath,
      state === 'on' && path,
      () => onChange(setHostsPaused([host + path], true)),
    ],
    [
      t('Pause everywhere'),
      !('enabled' in policy),
      () => onChange(() => ({ enabled: false })),
    ],
  ] as const;

  return (
    <div className="site-ways">
      {pauses.map(
        ([text, isOffered, pause], at) =>
          isOffered && (
            <Button
              // biome-ignore lint/suspicious/noArrayIndexKey: the choices keep their order
              key={at}
              className="link-button"
              onClick={(event) => pauseHere(event, pause)}
            >
              {text}
            </Button>
          ),
      )}
    </div>
  );
}

function getStateText(
  part: string,
  { state, page, catalogue, inTab }: SiteProps,
): ReactNode {
  const siteWords: Record<SiteState, string> = {
    ...words.site,
    ...(inTab && words.siteInTab),
  };

  const paths =
    state === 'outside' && page.url
      ? getSharedPathsAt(page.url, catalogue.consoles)
      : null;

  const shown = paths?.map((path) => path.replace(/\/?\*$/, '')).join(', ');

  return interpolate(
    siteWords[state],
    <b>{state === 'paused' ? part : page.url?.hostname}</b>,
    shown,
  );
}

/** Settings that a site can override. */
const OVERRIDABLE_SETTINGS = [
  ['sensitivity', 'Codes'],
  ['hover', 'Cards'],
] as const;

/** Rarely needed options of a site: its provider, its own settings, and revoking its permission. */
function SiteOptions(props: SiteProps) {
  const { page, settings, policy, catalogue, onChange } = props;
  const { hostname: host = '', pathname } = page.url ?? {};
  const guess = findConsole(catalogue.consoles, host, pathname)?.provider;
  const named = guess && catalogue.provider(guess)?.name;
  const { timeZone } = getOwn(settings.bySite, host) ?? {};

  const providers = [...catalogue.providers].sort((a, b) =>
    a.name.localeCompare(b.name),
  );

  return (
    <>
      <Select
        className="site-whose"
        label={t('Provider')}
        none={named ? t('$1 (detected)', named) : t('Detect from the page')}
        value={getOwn(settings.providerByHost, host)}
        options={providers.map(({ id, name }) => [id, name])}
        locked={host in (policy.providerByHost ?? {})}
        onChoose={(provider) => onChange(setProvider(host, provider))}
      />
      {OVERRIDABLE_SETTINGS.map(([wish, label]) => (
        <Select
          key={wish}
          className="site-whose"
          label={t(label)}
          none={t('$1 (default)', getOverrideText(settings[wish]))}
          value={getOwn(settings.bySite, host)?.[wish]}
          options={getChoices(wish)}
          locked={wish in policy}
          onChoose={(chosen) =>
            onChange(setSiteOverrides(host, { [wish]: chosen ?? undefined }))
          }
        />
      ))}
      {timeZone !== undefined && (
        <ZoneSelect host={host} value={timeZone} onChange={onChange} />
      )}
      {page.addedPattern && (
        <Button
          onClick={() =>
            page.addedPattern && props.onRevokePermission(page.addedPattern)
          }
        >
          {t('Remove this site')}
        </Button>
      )}
    </>
  );
}

/**
 * Errata's state on a site.
 *
 * - `off`: switched off everywhere.
 * - `elsewhere`: a site that the user has not added.
 * - `outside`: the host belongs to a console, but the path does not.
 * - `ungranted`: a console whose host permission is not granted.
 * - `reload`: the page was open before the permission was granted.
 * - `unseen`: the browser withholds the address, or it is a file.
 * - `forbidden`: a page on which no extension runs.
 * - `own`: a page of Errata.
 */
export type SiteState = keyof typeof words.site;

/** Sites on which browsers allow no extension, regardless of its permissions. */
const CLOSED_SITES = joinPatterns([
  /^/,
  [
    /(?:addons|accounts|support|discovery\.addons)\.mozilla\.org/,
    /accounts\.firefox\.com/,
    /chromewebstore\.google\.com/,
    /microsoftedge\.microsoft\.com/,
  ],
  /$/,
]);

/** Returns the state; null while the page is unknown. */
export function getSiteState(
  page: TabPage | null | undefined,
  settings: { enabled: boolean; pausedHosts: readonly string[] },
  consoles: readonly VendorConsole[],
): SiteState | null {
  if (!page) return null;
  if (page.isOwn) return 'own';
  if (isForbidden(page)) return 'forbidden';

  const { url } = page;
  if (!url || url.protocol === 'file:') return 'unseen';

  return (
    getAccessState(page, url, consoles) ?? getSwitchState(page, url, settings)
  );
}

/** Returns the state of a page that Errata may not run on. Null for others. */
function getAccessState(
  { isGranted, script }: TabPage,
  url: URL,
  consoles: readonly VendorConsole[],
): SiteState | null {
  if (isGranted && script === 'running') return null;

  const paths = getSharedPathsAt(url, consoles);
  if (paths && !isOnPath(paths, url.pathname)) return 'outside';
  if (isGranted) return null;

  const builtin = consoles
    .filter(({ access }) => access === 'builtin')
    .flatMap(getMatchPatterns);

  return isCovered(builtin, toMatchPattern(url)) ? 'ungranted' : 'elsewhere';
}

function getSwitchState(
  { script, isLoading, isPaused }: TabPage,
  { hostname, pathname }: URL,
  {
    enabled,
    pausedHosts,
  }: { enabled: boolean; pausedHosts: readonly string[] },
): SiteState {
  if (!enabled) return 'off';
  if (findPausedParts(pausedHosts, hostname, pathname).length > 0)
    return 'paused';

  if (isPaused) return 'tab-paused';

  return script === 'running' || isLoading ? 'on' : 'reload';
}

/** Whether no extension can run: the browser's own pages, error pages, built-in viewers, and sites that a policy blocks. */
function isForbidden({
  url,
  script,
  isGranted,
  isInvited,
  isLoading,
}: TabPage): boolean {
  if (!url) return isInvited;
  if (!/^(https?|file):$/.test(url.protocol)) return true;

  return (
    script === 'refused' &&
    ((!isLoading && (isGranted || isInvited)) ||
      CLOSED_SITES.test(url.hostname))
  );
}

/** What popup and side panel get from their page. The actions on a site are those other than settings. */
export interface PageViewProps extends Pick<CsvExplainerProps, 'explainCsv'> {
  settingsStore: SettingsStore;
  changeSettings: ChangeSettings;
  /** Opened in a tab, so `this page` would mean Errata itself, and a file dialog does not close it. */
  inTab: boolean;
  /** Milliseconds since 1970. */
  now: number;
  onRequestPermission: () => void;
  onRevokePermission: (pattern: string) => void;
  onPauseTab: (paused: boolean) => void;
}

/** What the page in front implies for a code that is looked up. */
export type LookupContext = Pick<TextContext, 'host' | 'path' | 'provider'>;

/** Derives the context of lookups from the page in front and the user's settings. */
export function getLookupContext(
  page: TabPage | null | undefined,
  providerByHost: Readonly<Record<string, string>>,
): LookupContext {
  const url = page?.url;
  // On Errata's own pages codes are looked up, so the page says nothing about their origin.
  if (!url || page.isOwn) return {};

  const provider = getOwn(providerByHost, url.hostname);

  return {
    host: url.hostname,
    path: url.pathname,
    ...(provider && { provider }),
  };
}

/**
 * Returns what popup and side panel show of the page in front: Errata's state on it, and its provider. The context is
 * memoized by value: a change of the page does not read a long paste again.
 */
export function useLookupContext(
  page: TabPage | null | undefined,
  settings: Settings,
  catalogue: Catalogue,
) {
  const {
    host = '',
    path,
    provider,
  } = getLookupContext(page, settings.providerByHost);

  const context = useMemo(
    (): LookupContext => ({
      ...(host && { host }),
      ...(path && { path }),
      ...(provider && { provider }),
    }),
    [host, path, provider],
  );

  const own = provider ?? findConsole(catalogue.consoles, host, path)?.provider;

  return {
    context,
    /** Of times on the site that name none. */
    timeZone: getOwn(settings.bySite, host)?.timeZone,
    site: getSiteState(page, settings, catalogue.consoles),
    provider: own,
  };
}
