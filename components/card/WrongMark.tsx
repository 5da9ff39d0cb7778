import { useEffect, useId, useRef } from 'react';
import { t } from '../../lib/language/translate.ts';
import type { Silence } from '../../lib/settings/silence.ts';
import { CopyCase, type CopyCaseProps } from '../entry/CopyCase.tsx';
import { reveal } from '../entry/Disclosure.tsx';
import { EntryButton } from '../entry/EntryButton.tsx';
import { silencePlace } from '../shared/silence-words.ts';

export interface WrongMarkProps {
  /** Suppresses the mark. Null if there is no mark to remove, as for a selection. */
  onSilence: (() => void) | null;
  /** A suppression that covers a whole column and needs confirmation; otherwise null. */
  asked: Silence | null;
  onConfirm(): void;
  onCancel(): void;
  /** `[2, 7]`: the code's second place of seven. Null if the code is not marked. */
  position: readonly [number, number] | null;
  lineOf: CopyCaseProps['lineOf'];
}

/** The foot of a card: suppresses a wrong mark, or copies a wrong or missed one as a test case. */
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
    // The pressed button was removed: move its focus to its replacement.
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
