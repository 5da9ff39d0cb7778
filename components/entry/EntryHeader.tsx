import type { ReactNode } from 'react';
import { Code } from './Code.tsx';
import { EnglishText } from './EnglishText.tsx';

interface EntryHeaderProps {
  code: string;
  title: string;
  /** The lists’ own title. */
  isEnglish?: boolean;
  /** Who speaks: `Meta Cloud API`, and what stands beside the code. */
  where: readonly ReactNode[];
}

/** The code, what it is called, and whose it is. */
export function EntryHeader({ code, title, isEnglish, where }: EntryHeaderProps) {
  return (
    <header className="er-header">
      <h2 className="er-title">
        <Code className="er-code">{code}</Code>{' '}
        <span>
          <EnglishText unless={!isEnglish}>{title}</EnglishText>
        </span>
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
