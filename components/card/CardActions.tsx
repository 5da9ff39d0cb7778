import { Icon } from '../icons/Icon.tsx';

export interface CardActionsProps {
  /** `[2, 7]`: which of the page's codes it is. */
  position: readonly [number, number] | null;
  pinned: boolean;
  /** Position and walk are among the places of this code; null where they are among all codes. */
  sameCode: string | null;
  onWalk: ((step: 1 | -1, code?: string) => void) | null;
  onPin(): void;
  onClose(): void;
}

/** Walk to the neighbouring codes, pin, close. */
export function CardActions({ position, sameCode, pinned, onWalk, onPin, onClose }: CardActionsProps) {
  const [at, all] = position ?? [0, 0];
  const what = sameCode ?? 'code';
  const step = (by: 1 | -1) => (sameCode ? onWalk?.(by, sameCode) : onWalk?.(by));
  return (
    <>
      <span className="er-space" />
      {onWalk && all > 1 && (
        <>
          <span className="er-position" title={sameCode ? `Places of ${sameCode}` : 'Codes on this page'}>
            {at} of {all}
          </span>
          <button
            type="button"
            className="er-button"
            aria-label={`Previous ${what}`}
            title={`Previous ${what}`}
            onClick={() => step(-1)}
          >
            <Icon name="up" />
          </button>
          <button
            type="button"
            className="er-button"
            aria-label={`Next ${what}`}
            title={`Next ${what}`}
            onClick={() => step(1)}
          >
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
