import { Switch } from '../shared/Switch.tsx';
import type { SiteState } from './site-state.ts';

const LABEL_ID = 'site-state';

/** What Errata does on the site in front, and the one control that changes it. */
export function SiteLine(props: {
  state: SiteState | null;
  host: string;
  onPause: (paused: boolean) => void;
  onEnable: () => void;
  onAskForAccess: () => void;
}) {
  const { state, host } = props;
  const name = <b>{host}</b>;
  return (
    <footer className="site">
      <p id={LABEL_ID}>
        {state === 'on' && <>Explaining codes on {name}</>}
        {state === 'paused' && <>Paused on {name}</>}
        {state === 'off' && <>Errata is switched off</>}
        {state === 'elsewhere' && (
          <>{host ? name : 'This page'} is not one of Errata’s consoles. Look-ups work all the same.</>
        )}
        {state === 'ungranted' && <>The browser keeps {name} from Errata</>}
        {state === 'forbidden' && (
          <>The browser allows no extension on this page. Look-ups work all the same.</>
        )}
      </p>
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
