import { useEffect, useId, useRef } from 'react';
import type { Silence } from '../../lib/detect/silence.ts';
import { t } from '../../lib/language/translate.ts';
import { CopyCase, type CopyCaseProps } from '../entry/CopyCase.tsx';
import { reveal } from '../entry/Disclosure.tsx';
import { EntryButton } from '../entry/EntryButton.tsx';
import { silencePlace } from '../shared/silence-words.ts';

export interface WrongMarkProps {
  /** Null where there is no mark to take away, as for a selection. */
  onSilence: (() => void) | null;
  /** The mark is in a column: the reader is asked whether all of it is meant. */
  asked: Silence | null;
  onConfirm(): void;
  onCancel(): void;
  /** `[2, 7]`: which of the places of its code it is. Null where it is not marked. */
  position: readonly [number, number] | null;
  lineOf: CopyCaseProps['lineOf'];
}

/** The foot of a card: the reader knows better than Errata what is a code and what is none. */
export function WrongMark(props: WrongMarkProps) {
  const { position, lineOf, onSilence, asked, onConfirm, onCancel } = props;
  const question = useId();
  const foot = useRef<HTMLDivElement>(null);
  const wasAsked = useRef(false);
  useEffect(() => {
    const part = foot.current;
    const isAsked = asked !== null;
    if (!part || wasAsked.current === isAsked) return;
    wasAsked.current = isAsked;
    if (isAsked) reveal(part);
    // The control that was pressed is gone: its focus goes to what replaces it.
    if ((part.getRootNode() as ShadowRoot | Document).activeElement)
      part.querySelector('button')?.focus({ preventScroll: true });
  }, [asked]);
  return (
    <div ref={foot}>
      {asked ? (
        // biome-ignore lint/a11y/useSemanticElements: it holds no fields
        <div role="group" aria-labelledby={question} className="er-case">
          <p id={question}>
            {t('$1 will no longer be marked $2 on $3.', asked.code, silencePlace(asked), asked.host)}
          </p>
          <EntryButton onClick={onCancel}>{t('Cancel')}</EntryButton>
          <EntryButton onClick={onConfirm}>{t('Stop marking')}</EntryButton>
        </div>
      ) : (
        <CopyCase lineOf={lineOf}>
          {position ? t('Wrong mark?') : t('Missing mark?')}
          {onSilence && (
            <>
              {' '}
              <button type="button" className="er-quiet" onClick={onSilence}>
                {t('Not an error code')}
              </button>
            </>
          )}
        </CopyCase>
      )}
    </div>
  );
}
