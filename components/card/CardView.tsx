import { type ReactNode, useId } from 'react';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import type { OnChoose } from '../entry/EntryLink.tsx';
import { EntryView } from '../entry/EntryView.tsx';
import { Icon } from '../icons/Icon.tsx';
import { CardActions, type CardActionsProps } from './CardActions.tsx';
import { NoCode } from './NoCode.tsx';

export interface CardViewProps extends CardActionsProps {
  /** What the code means, or, as a text, the selection that held no code. */
  subject: Explanation | string;
  catalogue: Catalogue;
  /** The code has left the page. */
  gone: boolean;
  /** The site whose provider was just remembered by the reader's answer. */
  remembered: string | null;
  /** The code to go back to, after a related one was opened. */
  backTo: string | null;
  onChoose: OnChoose;
  onBack(): void;
  onSearch: ((query: string) => void) | null;
}

/** The card: an entry with the controls that a page needs around it. A dialog that blocks nothing. */
export function CardView(props: CardViewProps) {
  const { subject, catalogue, position } = props;
  const keys = useId();
  const name =
    typeof subject === 'string'
      ? 'No known error code in the selection'
      : `${subject.code}, ${subject.entry?.title ?? 'unknown code'}`;
  const place = position && position[1] > 1 ? `, ${position[0]} of ${position[1]}` : '';
  const actions = <CardActions {...props} />;
  return (
    <div
      className="er-card"
      role="dialog"
      aria-label={`Errata: ${name}${place}`}
      aria-describedby={keys}
      tabIndex={-1}
    >
      {typeof subject === 'string' ? (
        <NoCode text={subject} onSearch={props.onSearch} actions={actions} />
      ) : (
        <EntryView
          explanation={subject}
          catalogue={catalogue}
          onChoose={props.onChoose}
          notice={noticeOf(props)}
          actions={actions}
        />
      )}
      <span role="status" className="er-hidden">
        {`${name}${place}`}
      </span>
      <span id={keys} hidden>
        Escape closes, P pins.
      </span>
    </div>
  );
}

function noticeOf({ gone, remembered, backTo, onBack, subject }: CardViewProps): ReactNode {
  if (gone) return 'This code is no longer on the page.';
  if (backTo !== null) {
    return (
      <button type="button" className="er-link er-back" onClick={onBack}>
        <Icon name="chevron" size={14} /> Back to {backTo}
      </button>
    );
  }
  if (remembered && typeof subject !== 'string') return `Remembered for ${remembered}.`;
  return null;
}
