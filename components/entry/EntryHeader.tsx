import type { ReactNode } from 'react';
import { Code } from './Code.tsx';

interface EntryHeaderProps {
  code: string;
  title: string;
  /** Who speaks: `Meta Cloud API`, and what stands beside the code. */
  where: readonly ReactNode[];
  /** A quiet control at the end of the second line. */
  aside?: ReactNode;
}

/** The code in red pencil, what it is called, and whose it is. */
export function EntryHeader({ code, title, where, aside }: EntryHeaderProps) {
  return (
    <header className="er-header">
      <h2 className="er-title">
        <Code className="er-code">{code}</Code> <span>{title}</span>
      </h2>
      {(where.length > 0 || aside) && (
        <div className="er-where">
          <p>
            {where.map((part, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
              <span key={at}>{part}</span>
            ))}
          </p>
          {aside}
        </div>
      )}
    </header>
  );
}
