import type { ReactNode } from 'react';
import { Code } from './Code.tsx';

interface EntryHeaderProps {
  code: string;
  title: string;
  /** Who speaks: `Meta Cloud API`, and what stands beside the code. */
  where: readonly ReactNode[];
}

/** The code, what it is called, and whose it is. */
export function EntryHeader({ code, title, where }: EntryHeaderProps) {
  return (
    <header className="er-header">
      <h2 className="er-title">
        <Code className="er-code">{code}</Code> <span>{title}</span>
      </h2>
      {where.length > 0 && (
        <p className="er-where">
          {where.map((part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
            <span key={at}>{part}</span>
          ))}
        </p>
      )}
    </header>
  );
}
