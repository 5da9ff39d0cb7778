import { useEffect, useId, useRef } from 'react';
import { t } from '../../lib/i18n/translate.ts';
import type { Suppression } from '../../lib/settings/suppression.ts';
import { CopySampleButton, type CopySampleButtonProps } from '../entry/CopySampleButton.tsx';
import { scrollToReveal } from '../entry/Disclosure.tsx';
import { EntryButton, QuietButton } from '../entry/EntryButton.tsx';
import { formatSuppressedPlace } from '../shared/suppression-text.ts';

export interface ReportWrongMarkProps {
  /** Suppresses the mark. Null if there is no mark to remove, as for a selection. */
  onSuppress: (() => void) | null;
  pendingSuppression: Suppression | null;
  onConfirm(): void;
  onCancel(): void;
  position: readonly [number, number] | null;
  getSampleLine: CopySampleButtonProps['getSampleLine'];
}

export function ReportWrongMark(props: ReportWrongMarkProps) {
  const { position, getSampleLine, onSuppress, pendingSuppression: asked, onConfirm, onCancel } = props;
  const question = useId();
  const foot = useRef<HTMLDivElement>(null);
  const wasAsked = useRef(false);
  useEffect(() => {
    const part = foot.current;
    const isAsked = asked !== null;
    if (!part || wasAsked.current === isAsked) return;
    wasAsked.current = isAsked;
    if (isAsked) scrollToReveal(part);
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
            {t('$1 will no longer be marked $2 on $3.', asked.code, formatSuppressedPlace(asked), asked.host)}
          </p>
          <EntryButton onClick={onCancel}>{t('Cancel')}</EntryButton>
          <EntryButton onClick={onConfirm}>{t('Stop marking')}</EntryButton>
        </div>
      ) : (
        <CopySampleButton getSampleLine={getSampleLine}>
          {position ? t('Wrong mark?') : t('Missing mark?')}
          {onSuppress && (
            <>
              {' '}
              <QuietButton onClick={onSuppress}>{t('Not an error code')}</QuietButton>
            </>
          )}
        </CopySampleButton>
      )}
    </div>
  );
}
