import { type ReactNode, useId } from 'react';
import type { VendorConsole } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import { formatMeaningCount, getAnswerOptions } from '../../lib/format/answer-options.ts';
import { endSentence, stripFullStop } from '../../lib/format/explanation-text.ts';
import type { CodeOrigin } from '../../lib/format/ticket.ts';
import { getTextDirection } from '../../lib/i18n/languages.ts';
import { getCurrentLanguage, getListSeparator, t, tPlural } from '../../lib/i18n/translate.ts';
import type { CardRequest } from '../../lib/page/marking/page-api.ts';
import type { Suppression } from '../../lib/settings/suppression.ts';
import type { CopySampleButtonProps } from '../entry/CopySampleButton.tsx';
import type { OnChooseEntry } from '../entry/EntryLink.tsx';
import { EntryView } from '../entry/EntryView.tsx';
import { WordingNotice } from '../entry/wording.ts';
import { Icon } from '../icons/Icon.tsx';
import { CardActions, type CardActionsProps } from './CardActions.tsx';
import { NO_CODE_ON_PAGE_TEXT, NoCode, SuppressedNotice } from './CardMessage.tsx';
import { ReportWrongMark, type ReportWrongMarkProps } from './ReportWrongMark.tsx';

export interface CardViewProps extends CardActionsProps, Omit<ReportWrongMarkProps, 'getSampleLine'> {
  /** The explanation of a code, or the selected text if it holds no code. */
  subject: Explanation | string;
  catalogue: Catalogue;
  vendorConsole?: VendorConsole | undefined;
  unmarked?: number;
  /** The code's surroundings, for a ticket; null for a related code, which the page does not show. */
  seen: CodeOrigin | null;
  isGone: boolean;
  confirmsInOwnWindow?: boolean;
  /** The host whose provider the user has just chosen. `problem` says why the choice was not stored; null if it was. */
  rememberedProvider: { host: string; problem: string | null } | null;
  wording?: CardRequest['wording'];
  backTo: string | null;
  onChoose: OnChooseEntry;
  onBack(): void;
  onSearch: ((query: string) => void) | null;
  /** The suppression that the user has just added for this mark. `problem` says why it was not stored; null if it was. */
  suppressed: { suppression: Suppression; problem: string | null } | null;
  onUndo(): void;
  /** Formats the mark as a line of the test corpus. Null once the code has left the page. */
  getSampleOf: CopySampleButtonProps['getSampleLine'] | null;
}

export function CardView(props: CardViewProps) {
  const { subject, position, navigationStep, suppressed } = props;
  const keys = useId();
  const name =
    typeof subject === 'string'
      ? t(subject ? 'No error code found in the selection' : NO_CODE_ON_PAGE_TEXT)
      : [
          subject.code,
          subject.ambiguous
            ? formatMeaningCount(getAnswerOptions(subject, props.catalogue).length)
            : stripFullStop(subject.entry?.title ?? t('unknown code')),
        ].join(getListSeparator());
  const place = navigationStep
    ? getListSeparator() + t('code $1 of $2', ...navigationStep)
    : position && position[1] > 1
      ? getListSeparator() + t('place $1 of $2', ...position)
      : '';
  const actions = <CardActions {...props} position={suppressed ? null : position} />;
  const foot = props.getSampleOf && (
    // The key resets the form's "copied" state for each place of the code.
    <ReportWrongMark
      key={`${props.code} ${position?.[0]}`}
      {...props}
      getSampleLine={props.getSampleOf}
      onSuppress={suppressed ? null : props.onSuppress}
    />
  );
  return (
    <div
      className="er-card"
      lang={getCurrentLanguage()}
      dir={getTextDirection(getCurrentLanguage())}
      role="dialog"
      aria-label={`Errata: ${name}${place}`}
      aria-describedby={keys}
      tabIndex={-1}
    >
      {suppressed ? (
        <SuppressedNotice {...suppressed} {...{ foot, actions }} onUndo={props.onUndo} />
      ) : typeof subject === 'string' ? (
        <NoCode text={subject} onSearch={props.onSearch} foot={foot} actions={actions} />
      ) : (
        <EntryView
          {...props}
          {...{ foot, actions }}
          isBrief
          explanation={subject}
          notice={getNotice(props)}
        />
      )}
      <span role="status" className="er-hidden">
        {suppressed
          ? (suppressed.problem ?? t('$1 is no longer marked here', suppressed.suppression.code))
          : props.isGone
            ? `${endSentence(name)} ${t(GONE_TEXT)}`
            : `${name}${place}`}
      </span>
      <span id={keys} hidden>
        {t(
          'Press Escape to close. Press P to pin while the focus is in this card, or the pointer is on it or on the code.',
        )}
      </span>
    </div>
  );
}

const GONE_TEXT = 'This code is no longer on the page.';
const CONFIRM_IN_WINDOW_TEXT =
  'Not saved yet. The page may be covering this card, so Errata asks in a separate window.';

function getNotice(props: CardViewProps): ReactNode {
  const { isGone, confirmsInOwnWindow, rememberedProvider, backTo, wording, unmarked = 0 } = props;
  const state = isGone ? GONE_TEXT : confirmsInOwnWindow ? CONFIRM_IN_WINDOW_TEXT : null;
  const notice = state ? t(state) : wording && <WordingNotice {...wording} />;
  if (backTo !== null)
    return (
      <>
        {notice}
        <button type="button" className="er-link back" onClick={props.onBack}>
          <Icon name="chevron" size={14} /> {t('Back to $1', backTo)}
        </button>
      </>
    );
  if (notice) return notice;
  if (rememberedProvider)
    return rememberedProvider.problem ?? t('Remembered for $1.', rememberedProvider.host);
  if (unmarked > 0) {
    return tPlural(
      unmarked,
      '$1 more place is counted but not underlined: there are too many in one text.',
      '$1 more places are counted but not underlined: there are too many in one text.',
    );
  }
  return null;
}
