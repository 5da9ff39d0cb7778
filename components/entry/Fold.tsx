import type { ReactNode } from 'react';
import { Icon } from '../icons/Icon.tsx';

/** A part that few need: one line until it is opened. */
export function Fold({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className="er-fold">
      <summary>
        <Icon name="chevron" size={14} />
        <span>{summary}</span>
      </summary>
      <div className="er-fold-body">{children}</div>
    </details>
  );
}
