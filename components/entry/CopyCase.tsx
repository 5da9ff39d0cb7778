import { type ReactNode, useState } from 'react';
import { copyText } from './copy-text.ts';

interface CopyCaseProps {
  /** Asked before the button: `Wrong mark?` */
  children: ReactNode;
  /** One line of the test corpus, redacted; null where there is nothing to make it of any more. */
  lineOf: () => Promise<string | null>;
}

/** Copies a place that Errata took wrongly as a line for its tests. Nothing is sent: the reader decides where it goes. */
export function CopyCase({ children, lineOf }: CopyCaseProps) {
  const [said, setSaid] = useState<string | null>(null);
  async function copy() {
    const line = await lineOf().catch(() => null);
    const isCopied =
      line !== null &&
      (await copyText(line).then(
        () => true,
        () => false,
      ));
    setSaid(
      isCopied
        ? 'Copied, with fakes for personal data. Names may remain: read it before you share it.'
        : 'Could not copy.',
    );
  }
  return (
    <p className="er-case">
      {children}{' '}
      <button type="button" className="er-quiet" onClick={() => void copy()}>
        Copy as a test case
      </button>
      <span role="status">{said}</span>
    </p>
  );
}
