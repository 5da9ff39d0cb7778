import type { ReactNode } from 'react';

/** The content of a card without an entry: a sentence, what it means, and the controls. */
export function CardMessage(props: {
  title: ReactNode;
  text: string | null;
  /** The line that reports a wrong or missing mark; false if the text is not on the page. */
  foot: ReactNode;
  /** The button before the others. */
  button: ReactNode;
  actions: ReactNode;
}) {
  const { title, text, foot, button, actions } = props;
  return (
    <section className="er-entry">
      <div className="er-scroll">
        <div className="er-body">
          <h2 className="er-question">{title}</h2>
          {text && <p className="er-soft">{text}</p>}
        </div>
        {foot}
      </div>
      <footer className="er-footer">
        {button}
        {actions}
      </footer>
    </section>
  );
}
