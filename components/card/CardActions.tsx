import { Icon } from '../icons/Icon.tsx';

export interface CardActionsProps {
  /** `[2, 7]`: which of the page's codes it is. */
  position: readonly [number, number] | null;
  pinned: boolean;
  onWalk: ((step: 1 | -1) => void) | null;
  onPin(): void;
  onClose(): void;
}

/** Walk to the neighbouring codes, pin, close. */
export function CardActions({ position, pinned, onWalk, onPin, onClose }: CardActionsProps) {
  const [at, all] = position ?? [0, 0];
  return (
    <>
      <span className="er-space" />
      {onWalk && all > 1 && (
        <>
          <span className="er-position">
            {at} of {all}
          </span>
          <button type="button" className="er-button" aria-label="Previous code" onClick={() => onWalk(-1)}>
            <Icon name="up" />
          </button>
          <button type="button" className="er-button" aria-label="Next code" onClick={() => onWalk(1)}>
            <Icon name="down" />
          </button>
        </>
      )}
      <button type="button" className="er-button" aria-pressed={pinned} aria-label="Pin" onClick={onPin}>
        <Icon name={pinned ? 'pinned' : 'pin'} />
      </button>
      <button type="button" className="er-button" aria-label="Close" onClick={onClose}>
        <Icon name="close" />
      </button>
    </>
  );
}
