import type { ReactNode } from 'react';
import { EnglishText } from './EnglishText.tsx';

export function EntryHeader(props: {
  code: string;
  title: string;
  isEnglish?: boolean;
  where: readonly ReactNode[];
  heading?: 'h1' | 'h2';
}) {
  const { code, title, isEnglish, where, heading: Heading = 'h2' } = props;
  return (
    <header className="er-header">
      <Heading className="er-title">
        <Code className="er-code">{code}</Code>{' '}
        <span>
          <EnglishText unless={!isEnglish} isVerbatim>
            {title}
          </EnglishText>
        </span>
      </Heading>
      {where.length > 0 && (
        <p className="er-where">
          {where.map((part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity other than their position
            <span key={at}>{part}</span>
          ))}
        </p>
      )}
    </header>
  );
}

/** A code, isolated from the direction of the surrounding text and always left to right. */
export function Code({ children, className = 'er-code-inline' }: { children: string; className?: string }) {
  return (
    <bdi dir="ltr" className={className}>
      {children}
    </bdi>
  );
}
