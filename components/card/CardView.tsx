import { type ReactNode, useId } from 'react';
import type { Console } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { clause, sentence } from '../../lib/explain/as-text.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import type { Seen } from '../../lib/explain/ticket.ts';
import { directionOf } from '../../lib/language/languages.ts';
import { comma, languageNow, t, tn } from '../../lib/language/translate.ts';
import type { Silence } from '../../lib/settings/silence.ts';
import type { CopyCaseProps } from '../entry/CopyCase.tsx';
import type { OnChoose } from '../entry/EntryLink.tsx';
import { EntryView } from '../entry/EntryView.tsx';
import { Icon } from '../icons/Icon.tsx';
import { CardActions, type CardActionsProps } from './CardActions.tsx';
import { NOTHING_TO_GO_TO, NoCode } from './NoCode.tsx';
import { Silenced } from './Silenced.tsx';
import { WrongMark, type WrongMarkProps } from './WrongMark.tsx';

export interface CardViewProps extends CardActionsProps, Omit<WrongMarkProps, 'lineOf'> {
  /** The explanation of a code, or the selected text if it holds no code. */
  subject: Explanation | string;
  catalogue: Catalogue;
  /** The console that the page belongs to; undefined on any other site. */
  place?: Console | undefined;
  /** Number of places of this code that are counted but not underlined. Default 0. */
  unmarked?: number;
  /** The code's surroundings, for a ticket; null for a related code, which the page does not show. */
  seen: Seen | null;
  /** The code was removed from the page. */
  gone: boolean;
  /** The choice is being confirmed in an extension window, because the page may cover the card. */
  isElsewhere?: boolean;
  /** The host whose provider the reader has just chosen. `problem` says why the choice was not stored; null if it was. */
  remembered: { host: string; problem: string | null } | null;
  /** The code that the Back button returns to after a related code was opened. */
  backTo: string | null;
  onChoose: OnChoose;
  onBack(): void;
  onSearch: ((query: string) => void) | null;
  /** The suppression that the reader has just added for this mark. `problem` says why it was not stored; null if it was. */
  silenced: { silence: Silence; problem: string | null } | null;
  onUndo(): void;
  /** Formats the mark as a line of the test corpus. Null once the code has left the page. */
  caseOf: CopyCaseProps['lineOf'] | null;
}

/** The card: a non-modal dialog with an entry and the controls that it needs on a page. */
export function CardView(props: CardViewProps) {
  const { subject, position, walked, silenced } = props;
  const keys = useId();
  const name =
    typeof subject === 'string'
      ? t(subject ? 'No error code found in the selection' : NOTHING_TO_GO_TO)
      : `${subject.code}, ${clause(subject.entry?.title ?? t('unknown code'))}`;
  const place = walked
    ? comma() + t('code $1 of $2', ...walked)
    : position && position[1] > 1
      ? comma() + t('place $1 of $2', ...position)
      : '';
  const actions = <CardActions {...props} position={silenced ? null : position} />;
  const foot = props.caseOf && (
    // The key resets the form's "copied" state for each place of the code.
    <WrongMark
      key={`${props.code} ${position?.[0]}`}
      {...props}
      lineOf={props.caseOf}
      onSilence={silenced ? null : props.onSilence}
    />
  );
  return (
    <div
      className="er-card"
      lang={languageNow()}
      dir={directionOf(languageNow())}
      role="dialog"
      aria-label={`Errata: ${name}${place}`}
      aria-describedby={keys}
      tabIndex={-1}
    >
      {silenced ? (
        <Silenced
          {...silenced}
          notice={props.isElsewhere ? t(ELSEWHERE) : null}
          foot={foot}
          onUndo={props.onUndo}
          actions={actions}
        />
      ) : typeof subject === 'string' ? (
        <NoCode text={subject} onSearch={props.onSearch} foot={foot} actions={actions} />
      ) : (
        <EntryView {...props} explanation={subject} notice={noticeOf(props)} foot={foot} actions={actions} />
      )}
      <span role="status" className="er-hidden">
        {silenced
          ? (silenced.problem ?? t('$1 is no longer marked here', silenced.silence.code))
          : props.gone
            ? `${sentence(name)} ${t(GONE)}`
            : `${name}${place}`}
      </span>
      <span id={keys} hidden>
        {t('Press Escape to close. Press P to pin while the focus or the pointer is in this card.')}
      </span>
    </div>
  );
}

const GONE = 'This code is no longer on the page.';
const ELSEWHERE = 'Not saved yet. The page may be covering this card, so Errata asks in a separate window.';

function noticeOf(props: CardViewProps): ReactNode {
  const { gone, remembered, backTo, onBack, subject, isElsewhere, unmarked = 0 } = props;
  if (gone) return t(GONE);
  if (isElsewhere) return t(ELSEWHERE);
  if (backTo !== null) {
    return (
      <button type="button" className="er-link er-back" onClick={onBack}>
        <Icon name="chevron" size={14} /> {t('Back to $1', backTo)}
      </button>
    );
  }
  if (remembered && typeof subject !== 'string')
    return remembered.problem ?? t('Remembered for $1.', remembered.host);
  if (unmarked > 0) {
    return tn(
      unmarked,
      '$1 more place is counted but not underlined: there are too many in one text.',
      '$1 more places are counted but not underlined: there are too many in one text.',
    );
  }
  return null;
}
