import type { ReactNode } from 'react';

export function EmptyState(props: { title: ReactNode; text?: ReactNode; children?: ReactNode }) {
  const { title, text, children } = props;
  return (
    <div className="says">
      {title && (
        <p>
          <b>{title}</b>
        </p>
      )}
      {text && <p className="soft">{text}</p>}
      {children}
    </div>
  );
}
