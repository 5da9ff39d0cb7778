import { Switch } from '../shared/Switch.tsx';

const LABEL_ID = 'remember-label';

/** The quiet line that turns the memory of look-ups on, and erases it. */
export function Recents(props: {
  remember: boolean;
  /** This is a private window, from which nothing is remembered. */
  isPrivate: boolean;
  /** There is something to erase. */
  any: boolean;
  onRemember: (remember: boolean) => void;
  onErase: () => void;
}) {
  return (
    <div className="recents">
      <span id={LABEL_ID}>Remember look-ups{props.isPrivate && ', but none from private windows'}</span>
      {props.any && (
        <button type="button" className="link-button" onClick={props.onErase}>
          Erase
        </button>
      )}
      <Switch on={props.remember} labelledBy={LABEL_ID} onChange={props.onRemember} />
    </div>
  );
}
