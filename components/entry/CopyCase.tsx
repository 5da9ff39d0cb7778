import { type ReactNode, useContext, useState } from 'react';
import type { Redaction } from '../../lib/masking/masked.ts';
import { t } from '../../lib/language/translate.ts';
import { COULD_NOT, copyText } from './copy-text.ts';
import { RedactionContext } from './redaction.ts';

export interface CopyCaseProps {
  /** Asked before the button: `Wrong mark?` */
  children: ReactNode;
  /** One line of the test corpus, redacted; null where the page no longer has the text. */
  lineOf: (redaction: Redaction) => Promise<string | null>;
}

/** Copies a wrong or missed mark as a line for the tests. Errata sends nothing: the reader decides where to use it. */
export function CopyCase({ children, lineOf }: CopyCaseProps) {
  const bring = useContext(RedactionContext);
  const [said, setSaid] = useState<string | null>(null);
  async function copy() {
    const line = await lineOf(await bring());
    if (line === null) throw new Error('The text has left the page.');
    await copyText(line);
    setSaid(
      t(
        'Copied, with fakes for personal data. Names in sentences and short numbers may remain: read it first.',
      ),
    );
  }
  return (
    <p className="er-case">
      {children}{' '}
      <button
        type="button"
        className="er-quiet"
        onClick={() => copy().catch(() => setSaid(`${t(COULD_NOT)}.`))}
      >
        {t('Copy as a test case')}
      </button>
      <span role="status">{said}</span>
    </p>
  );
}
