import type { TabPage } from '../../lib/bridge/tab.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { plural } from '../../lib/explain/counted.ts';
import { pathsAt } from '../../lib/settings/access.ts';
import { type Change, hostPaused } from '../../lib/settings/changes.ts';
import type { Policy } from '../../lib/settings/policy.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { SET_BY_POLICY, Switch } from '../shared/Switch.tsx';
import { SiteMore } from './SiteMore.tsx';
import type { SiteActions, SiteState } from './site-state.ts';

const LABEL_ID = 'site-state';

export interface SiteLineProps extends SiteActions {
  state: SiteState | null;
  page: TabPage | null | undefined;
  settings: Settings;
  policy: Policy;
  catalogue: Catalogue;
  /** The popup stands in a tab: `this page` would be the popup itself. */
  inTab: boolean;
  onChange: (change: Change) => void;
}

/** What Errata does on the site in front, and the one control that changes it; the rest is folded. */
export function SiteLine(props: SiteLineProps) {
  const { state, page, settings, policy, catalogue, inTab, onChange } = props;
  if (!state) return null;
  const host = page?.url?.hostname ?? '';
  const name = <b>{host}</b>;
  const silenced = settings.silenced.filter((one) => one.host === host).length;
  const isLocked = state === 'off' ? 'enabled' in policy : policy.pausedHosts?.includes(host);
  const isSwitched = ['on', 'paused', 'tab-paused', 'off'].includes(state);
  return (
    <footer className="site">
      <div className="site-now">
        <div className="site-said">
          <p id={LABEL_ID}>
            {state === 'on' && <>Explaining codes on {name}</>}
            {state === 'paused' && <>Paused on {name}</>}
            {state === 'tab-paused' && <>Paused in {inTab ? 'the tab before' : 'this tab'}</>}
            {state === 'off' && <>Errata is switched off</>}
            {state === 'elsewhere' && (
              <>{name} is not one of your sites. To explain one code there, select it and right-click.</>
            )}
            {state === 'outside' && page?.url && (
              <>
                On {name} Errata explains codes under {pathText(pathsAt(page.url, catalogue.consoles) ?? [])}.
                Elsewhere there, select a code and right-click it.
              </>
            )}
            {state === 'unseen' &&
              (inTab ? (
                <>Look-ups and pastes work here.</>
              ) : (
                <>Look-ups work here. This page is not one of Errata’s consoles.</>
              ))}
            {state === 'ungranted' && <>The browser blocks Errata on {name}</>}
            {state === 'reload' && (
              <>{name} was open before Errata was let in: load it again to see its codes</>
            )}
            {state === 'own' && (
              <>Look-ups and pastes work here. To see the codes of a page, open Errata there.</>
            )}
            {state === 'forbidden' && (
              <>
                Look-ups work here. The browser allows no extensions on{' '}
                {inTab ? 'the page before this tab' : 'this page'}.
              </>
            )}
          </p>
          {isLocked && isSwitched && <p>{SET_BY_POLICY}</p>}
          {silenced > 0 && (
            <p>
              {plural(silenced, 'place')} silenced here.{' '}
              <a href="options.html#sites" target="_blank" rel="noopener">
                Undo in Settings
              </a>
            </p>
          )}
        </div>
        {isSwitched && (
          <Switch
            on={state === 'on'}
            labelledBy={LABEL_ID}
            locked={isLocked}
            onChange={(on) => {
              if (state === 'tab-paused') props.onPauseTab(false);
              else onChange(state === 'off' ? () => ({ enabled: true }) : hostPaused(host, !on));
            }}
          />
        )}
        {(state === 'ungranted' || state === 'elsewhere') && (
          <button type="button" className="button" onClick={props.onAskForAccess}>
            {state === 'ungranted' ? 'Allow' : 'Explain codes on this site'}
          </button>
        )}
      </div>
      {page?.url && isSwitched && state !== 'off' && (
        <SiteMore {...props} isOn={state === 'on'} page={page} url={page.url} />
      )}
    </footer>
  );
}

/** `/console, /docs`. */
const pathText = (paths: readonly string[]) => paths.map((path) => path.replace(/\/?\*$/, '')).join(', ');
