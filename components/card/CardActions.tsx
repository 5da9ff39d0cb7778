import type { ComponentProps } from 'react';
import { t } from '../../lib/i18n/translate.ts';
import { EntryButton } from '../entry/EntryButton.tsx';
import { Icon } from '../icons/Icon.tsx';

export interface CardActionsProps {
  code: string;
  /** `[2, 7]`: the code's second place of seven. Null if the card does not belong to a mark on the page. */
  position: readonly [number, number] | null;
  /** The same among all codes of a selection, while the user steps through them; otherwise null. */
  navigationStep: readonly [number, number] | null;
  isPinned: boolean;
  onNavigate: ((step: 1 | -1, code: string) => void) | null;
  onPin(): void;
  onClose(): void;
}

export function CardActions(props: CardActionsProps) {
  const { code, position, isPinned, navigationStep, onNavigate, onPin, onClose } = props;
  const place = position ?? navigationStep;
  return (
    <>
      <span className="er-space" />
      {onNavigate && place && place[1] > 1 && (
        <PlaceSteps
          code={position && code}
          place={place}
          onStep={isPinned ? (by) => onNavigate(by, code) : null}
        />
      )}
      <IconButton
        icon={isPinned ? 'pinned' : 'pin'}
        label={t('Pin')}
        title={t('Pin ($1)', 'P')}
        aria-pressed={isPinned}
        onClick={onPin}
      />
      <IconButton icon="close" label={t('Close')} title={t('Close ($1)', 'Esc')} onClick={onClose} />
    </>
  );
}

/** @param props.code The code whose places are counted. Null while the user steps through all codes of a selection. */
function PlaceSteps(props: {
  code: string | null;
  place: readonly [number, number];
  /** Null at first sight of a card, which then only says the place. */
  onStep: ((by: 1 | -1) => void) | null;
}) {
  const { code, place, onStep } = props;
  const [at, all] = place;
  const places = code ? t('$3: place $1 of $2 on this page', at, all, code) : t('code $1 of $2', at, all);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <span role="group" aria-label={places} className="er-walk">
      <span className="er-position" title={places}>
        {t('$1 of $2', at, all)}
      </span>
      {onStep && (
        <>
          <IconButton
            icon="up"
            label={code ? t('Previous $1', code) : t('Previous code')}
            onClick={() => onStep(-1)}
          />
          <IconButton
            icon="down"
            label={code ? t('Next $1', code) : t('Next code')}
            onClick={() => onStep(1)}
          />
        </>
      )}
    </span>
  );
}

function IconButton(
  props: ComponentProps<'button'> & { icon: ComponentProps<typeof Icon>['name']; label: string },
) {
  const { icon, label, ...others } = props;
  return (
    <EntryButton aria-label={label} title={label} {...others}>
      <Icon name={icon} />
    </EntryButton>
  );
}
