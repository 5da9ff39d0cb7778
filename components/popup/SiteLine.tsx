import { type MouseEvent, type ReactNode, useLayoutEffect, useState } from 'react';
import words from '../../data/popup-words.json' with { type: 'json' };
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { findConsole } from '../../lib/detect/find-console.ts';
import { t, tPlural } from '../../lib/i18n/translate.ts';
import {
  type SettingsChange,
  setHostsPaused,
  setProvider,
  setSiteOverrides,
} from '../../lib/settings/changes.ts';
import { getSharedPathsAt } from '../../lib/settings/host-access.ts';
import type { Policy } from '../../lib/settings/policy.ts';
import { findPausedParts, type Settings } from '../../lib/settings/settings.ts';
import type { TabPage } from '../../lib/webext/tab-page.ts';
import { Icon } from '../icons/Icon.tsx';
import { Button, getPolicyNotice, Select, Switch } from '../shared/controls.tsx';
import { getChoices, getOverrideText, interpolate } from '../shared/texts.tsx';
import { fitRows } from './fit-rows.ts';
import type { SiteActions, SiteState } from './site-state.ts';

const LABEL_ID = 'site-state';

interface SiteLineProps extends SiteActions {
  state: SiteState | null;
  page: TabPage | null | undefined;
  settings: Settings;
  policy: Policy;
  catalogue: Catalogue;
  /** The popup is open in a tab, so `this page` would mean the popup itself. */
  inTab: boolean;
  onChange: (change: SettingsChange) => void;
  children?: ReactNode;
}

/** Errata's state on the site in front, with the switch that pauses it. All else is folded: the list gets the height. */
export function SiteLine(props: SiteLineProps) {
  const { state, page, settings, policy, onChange } = props;
  const [isOpen, setOpen] = useState(false);
  // This line takes height from the list above it.
  useLayoutEffect(fitRows);
  if (!state) return null;
  const { hostname: host = '', pathname = '' } = page?.url ?? {};
  const parts = findPausedParts(settings.pausedHosts, host, pathname);
  // Longest path that the settings accept.
  const path = /^\/[^/]{1,200}(?=\/|$)/.exec(pathname)?.[0];
  const suppressed = settings.suppressions.filter((one) => one.host === host).length;
  const isLocked =
    state === 'off'
      ? 'enabled' in policy
      : findPausedParts(policy.pausedHosts ?? [], host, pathname).length > 0;
  /** Moves the focus to the switch, because the pressed button disappears. */
  function pauseHere({ currentTarget }: MouseEvent, pause: () => void) {
    currentTarget.closest('footer')?.querySelector<HTMLElement>('[role="switch"]')?.focus();
    pause();
  }
  const pauses = [
    [props.inTab ? t('Pause that tab') : t('Pause this tab'), state === 'on', () => props.onPauseTab(true)],
    [
      interpolate('Pause under $1', <b dir="ltr">{path}</b>),
      state === 'on' && path,
      () => onChange(setHostsPaused([host + path], true)),
    ],
    [t('Pause everywhere'), !('enabled' in policy), () => onChange(() => ({ enabled: false }))],
  ] as const;
  const isSwitched = ['on', 'paused', 'tab-paused', 'off'].includes(state);
  const hasOptions = page?.url && isSwitched && state !== 'off';
  return (
    <footer className="site">
      <div className="site-now">
        <div className="site-said">
          <p id={LABEL_ID}>{getStateText(state, parts[0] ?? host, props)}</p>
          {isLocked && isSwitched && <p>{getPolicyNotice()}</p>}
        </div>
        {(hasOptions || props.children) && (
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
            {state === 'ungranted' ? t('Allow') : t('Explain codes on this site')}
          </Button>
        )}
      </div>
      {isOpen && (
        <div className="site-more">
          {hasOptions && (
            <>
              {suppressed > 0 && (
                <p>
                  {tPlural(suppressed, '$1 place ignored here.', '$1 places ignored here.')}{' '}
                  <a href="options.html#sites" target="_blank" rel="noopener">
                    {t('Undo in Settings')}
                  </a>
                </p>
              )}
              <div className="site-ways">
                {pauses.map(
                  ([text, isOffered, pause], at) =>
                    isOffered && (
                      // biome-ignore lint/suspicious/noArrayIndexKey: the choices keep their order
                      <Button key={at} className="link-button" onClick={(event) => pauseHere(event, pause)}>
                        {text}
                      </Button>
                    ),
                )}
              </div>
              <SiteOptions {...props} page={page} />
            </>
          )}
          {props.children}
        </div>
      )}
    </footer>
  );
}

function getStateText(state: SiteState, part: string, { page, catalogue, inTab }: SiteLineProps): ReactNode {
  const siteWords: Readonly<Record<SiteState, string>> = inTab
    ? { ...words.site, ...words.siteInTab }
    : words.site;
  const paths = state === 'outside' && page?.url ? getSharedPathsAt(page.url, catalogue.consoles) : null;
  const shown = paths?.map((path) => path.replace(/\/?\*$/, '')).join(', ');
  return interpolate(siteWords[state], <b>{state === 'paused' ? part : page?.url?.hostname}</b>, shown);
}

/** Settings that a site can override. */
const OVERRIDABLE_SETTINGS = [
  ['sensitivity', 'Codes'],
  ['hover', 'Cards'],
] as const;

/** Rarely needed options of a site: its provider, its own settings, and revoking its permission. */
function SiteOptions(props: SiteLineProps & { page: TabPage }) {
  const { page, settings, policy, catalogue, onChange } = props;
  const { hostname: host = '', pathname } = page.url ?? {};
  const guess = findConsole(catalogue.consoles, host, pathname)?.provider;
  const named = guess && catalogue.provider(guess)?.name;
  const providers = [...catalogue.providers].sort((a, b) => a.name.localeCompare(b.name));
  return (
    <>
      <Select
        className="site-whose"
        label={t('Provider')}
        none={named ? t('$1 (detected)', named) : t('Detect from the page')}
        value={settings.providerByHost[host]}
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
          value={settings.bySite[host]?.[wish]}
          options={getChoices(wish)}
          locked={wish in policy}
          onChoose={(chosen) => onChange(setSiteOverrides(host, { [wish]: chosen ?? undefined }))}
        />
      ))}
      {page.addedPattern && (
        <Button onClick={() => page.addedPattern && props.onRevokePermission(page.addedPattern)}>
          {t('Remove this site')}
        </Button>
      )}
    </>
  );
}
