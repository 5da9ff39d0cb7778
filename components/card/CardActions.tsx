import { Icon } from '../icons/Icon.tsx';

export interface CardActionsProps {
  /** The code as the page has it. */
  code: string;
  /** `[2, 7]`: which of the places of this code it is. Null where it is none of the page's. */
  position: readonly [number, number] | null;
  pinned: boolean;
  /** To the next or previous place of a code. */
  onWalk: ((step: 1 | -1, code: string) => void) | null;
  onPin(): void;
  onClose(): void;
}

/** Walk through the places of the code, pin, close. */
export function CardActions({ code, position, pinned, onWalk, onPin, onClose }: CardActionsProps) {
  return (
    <>
      <span className="er-space" />
      {onWalk && position && position[1] > 1 && (
        <Places code={code} position={position} onStep={(by) => onWalk(by, code)} />
      )}
      <button
        type="button"
        className="er-button er-pin"
        aria-pressed={pinned}
        aria-label="Pin"
        title="Pin (P)"
        onClick={onPin}
      >
        <Icon name={pinned ? 'pinned' : 'pin'} />
      </button>
      <button
        type="button"
        className="er-button er-close"
        aria-label="Close"
        title="Close (Esc)"
        onClick={onClose}
      >
        <Icon name="close" />
      </button>
    </>
  );
}

function Places(props: { code: string; position: readonly [number, number]; onStep(by: 1 | -1): void }) {
  const { code, position, onStep } = props;
  const [at, all] = position;
  const places = `Place ${at} of ${all} of ${code} on this page`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <span role="group" aria-label={places} className="er-walk">
      <span className="er-position" title={places}>
        {at} of {all}
      </span>
      <Step label={`Previous ${code}`} icon="up" onClick={() => onStep(-1)} />
      <Step label={`Next ${code}`} icon="down" onClick={() => onStep(1)} />
    </span>
  );
}

function Step({ label, icon, onClick }: { label: string; icon: 'up' | 'down'; onClick(): void }) {
  return (
    <button type="button" className="er-button" aria-label={label} title={label} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}
