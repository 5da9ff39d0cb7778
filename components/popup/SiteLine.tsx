import { plural } from '../../lib/explain/counted.ts';
import { Switch } from '../shared/Switch.tsx';
import type { SiteState } from './site-state.ts';

const LABEL_ID = 'site-state';

/** What Errata does on the site in front, and the one control that changes it. */
export function SiteLine(props: {
  state: SiteState | null;
  host: string;
  /** So many places of the site the reader said hold no error code. */
  silenced: number;
  /** The popup stands in a tab: `this page` would be the popup itself. */
  inTab: boolean;
  onPause: (paused: boolean) => void;
  onEnable: () => void;
  onAskForAccess: () => void;
}) {
  const { state, host, silenced, inTab } = props;
  if (!state) return null;
  const page = inTab ? 'the page before this tab' : 'this page';
  const name = <b>{host}</b>;
  return (
    <footer className="site">
      <div>
        <p id={LABEL_ID}>
          {state === 'on' && <>Explaining codes on {name}</>}
          {state === 'paused' && <>Paused on {name}</>}
          {state === 'off' && <>Errata is switched off</>}
          {state === 'elsewhere' && host && (
            <>
              {name} is not one of Errata’s consoles. Select a code there and right-click it: “Explain this
              code”.
            </>
          )}
          {state === 'elsewhere' &&
            !host &&
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
          {state === 'forbidden' && <>Look-ups work here. The browser allows no extensions on {page}.</>}
        </p>
        {silenced > 0 && (
          <p>
            {plural(silenced, 'place')} silenced here.{' '}
            <a href="options.html#sites" target="_blank" rel="noopener">
              Undo in Settings
            </a>
          </p>
        )}
      </div>
      {(state === 'on' || state === 'paused') && (
        <Switch on={state === 'on'} labelledBy={LABEL_ID} onChange={(on) => props.onPause(!on)} />
      )}
      {state === 'off' && <Switch on={false} labelledBy={LABEL_ID} onChange={props.onEnable} />}
      {state === 'ungranted' && (
        <button type="button" className="button" onClick={props.onAskForAccess}>
          Allow
        </button>
      )}
    </footer>
  );
}
