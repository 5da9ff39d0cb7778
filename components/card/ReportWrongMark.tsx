import { useId } from 'react';
import { t } from '../../lib/i18n/translate.ts';
import type { Suppression } from '../../lib/settings/suppression.ts';
import { CopySampleButton, type CopySampleButtonProps } from '../entry/CopySampleButton.tsx';
import { scrollToReveal } from '../entry/Disclosure.tsx';
import { EntryButton } from '../entry/EntryButton.tsx';
import { formatSuppressedPlace } from '../shared/suppression-text.ts';

export interface ReportWrongMarkProps {
  /** Suppresses the mark. Null if there is no mark to remove, as for a selection. */
  onSuppress: (() => void) | null;
  pendingSuppression: Suppression | null;
  onConfirm(): void;
  onCancel(): void;
  /** `[2, 7]`: the code's second place of seven. Null if the code is not marked. */
  position: readonly [number, number] | null;
  getSampleLine: CopySampleButtonProps['getSampleLine'];
}

/** The footer of a card: suppresses a wrong mark, or copies a wrong or missed one as a test case. */
export function ReportWrongMark(props: ReportWrongMarkProps) {
  const { position, getSampleLine, onSuppress, pendingSuppression: asked, onConfirm, onCancel } = props;
  const question = useId();
  return (
    <div>
      {asked ? (
        // biome-ignore lint/a11y/useSemanticElements: it holds no fields
        <div ref={reveal} role="group" aria-labelledby={question} className="er-case">
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
              <button type="button" className="er-quiet" onClick={onSuppress}>
                {t('Not an error code')}
              </button>
            </>
          )}
        </CopySampleButton>
      )}
    </div>
  );
}

/** Shows the question, and moves the focus of the pressed button to its replacement. */
function reveal(question: HTMLElement | null): void {
  if (!question) return;
  scrollToReveal(question);
  question.querySelector('button')?.focus({ preventScroll: true });
}
