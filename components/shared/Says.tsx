import type { ReactNode } from 'react';

/** In place of a list: one sentence, what else there is to know, and what can be done. */
export function Says(props: { title: ReactNode; text?: ReactNode; children?: ReactNode }) {
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
