import { type ReactNode, useContext, useState } from 'react';
import { t } from '../../lib/i18n/translate.ts';
import type { Masker } from '../../lib/masking/masked.ts';
import { QuietButton } from './controls.tsx';
import { COPY_FAILED_TEXT, copyText } from './copy-text.ts';
import { MaskingContext } from './masking.ts';

export interface CopySampleButtonProps {
  children: ReactNode;
  /** Returns one masked line of the test corpus; null if the text has left the page. */
  getSampleLine: (masking: Masker) => Promise<string | null>;
}

/** Copies a wrong or missed mark as a test case. Errata sends nothing; the user decides what to do with it. */
export function CopySampleButton({ children, getSampleLine }: CopySampleButtonProps) {
  const bring = useContext(MaskingContext);
  const [said, setSaid] = useState<string | null>(null);
  async function copy() {
    const line = await getSampleLine(await bring());
    if (line === null) throw new Error('The text has left the page.');
    await copyText(line);
    setSaid(
      t(
        'Copied, with personal data replaced by fake values. Names in sentences and short numbers may remain: check before you share it.',
      ),
    );
  }
  return (
    <p className="er-case">
      {children}{' '}
      <QuietButton onClick={() => copy().catch(() => setSaid(`${t(COPY_FAILED_TEXT)}.`))}>
        {t('Copy a report')}
      </QuietButton>
      <span role="status">{said}</span>
    </p>
  );
}
