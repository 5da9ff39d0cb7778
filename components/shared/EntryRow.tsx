import { memo, type ReactNode } from 'react';
import type { Entry } from '../../data/schema.ts';
import type { Explanation } from '../../lib/answer/explain/explanation.ts';
import {
  formatMeaningCount,
  getAnswerOptions,
  QUESTION_TEXTS,
} from '../../lib/answer/format/answer-options.ts';
import {
  capitalize,
  formatTurn,
} from '../../lib/answer/format/verdict-text.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { formatNumber, t } from '../../lib/core/i18n/translate.ts';
import { getMarkKind } from '../../lib/core/mark-kind.ts';
import { EnglishText } from '../entry/EnglishText.tsx';
import { MarkIcon } from '../icons/Icon.tsx';

const CODE_COLUMN_LENGTH = 9;

/** Returns the class of the element around an `EntryRow`. A long symbol gets its own line. */
export const getRowClass = (code: string) =>
  code.length > CODE_COLUMN_LENGTH ? 'row row-long' : 'row';

export const EntryRow = memo(function EntryRow(props: {
  code: string;
  entry: Entry | null;
  /** Provider or count; undefined if the row shows it elsewhere. */
  side?: React.ReactNode;
  /** Number of meanings of an undecided code, which is not called by the title of one of them. */
  meanings?: number;
  /** Who has to act, if no other text of the row says it: the name of the mark. */
  turn?: string | undefined;
}) {
  const { code, side, meanings = 0, turn } = props;
  const entry = meanings > 0 ? null : props.entry;

  return (
    <>
      <span {...(turn && { role: 'img', 'aria-label': turn, title: turn })}>
        <MarkIcon mark={entry ? getMarkKind(entry) : 'nobody'} size={14} />
      </span>
      <span className="code-text">{addBreaks(code)}</span>
      {/* The direction of its text decides at which end it is cut. */}
      <span className={entry ? 'row-title' : 'row-title soft'} dir="auto">
        {entry ? (
          <EnglishText unless={entry.hasTranslatedTitle} isVerbatim>
            {addBreaks(entry.title)}
          </EnglishText>
        ) : (
          formatUnnamed(meanings)
        )}
        {entry?.subcode && entry.subcode !== code && (
          <span className="soft"> · {t('subcode $1', entry.subcode)}</span>
        )}
      </span>
      {side && (
        <span
          className="row-side"
          title={typeof side === 'string' ? side : undefined}
        >
          {side}
        </span>
      )}
    </>
  );
});

const formatUnnamed = (meanings: number): string =>
  meanings > 0 ? formatMeaningCount(meanings) : t('Not in the catalogue');

function addBreaks(code: string): React.ReactNode {
  const parts = code.split(/(?<=_)/);
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one word never move
  return parts.map((part, at) => (at === 0 ? part : [<wbr key={at} />, part]));
}

function NextStep({
  entry,
  hasBlocker,
}: {
  entry: Entry | null;
  hasBlocker: boolean | undefined;
}) {
  if (!entry)
    return t('Do not send it again in bulk until you know the cause.');

  const isFine = hasBlocker && entry.state && entry.success;

  return (
    <EnglishText unless={entry.translated}>
      {isFine ? '' : entry.next}
    </EnglishText>
  );
}

export interface FailureRowProps {
  code: string;
  entry: Entry | null;
  explanation?: Explanation | null | undefined;
  /** True if the list has a state that stops or limits sending: then others need no next step. */
  hasBlocker?: boolean;
  count?: number | undefined;
  /** Why the rows have their plan, and from when on they may go. */
  reason?: string | null | undefined;
  sendAt?: string | null | undefined;
  catalogue: Catalogue;
  /** The provider of the page, which need not be named. */
  provider: string | undefined;
  action?: ReactNode;
  children?: ReactNode;
}

export function FailureRow(props: FailureRowProps) {
  const {
    code,
    entry,
    explanation,
    hasBlocker,
    count = 1,
    reason,
    sendAt,
    catalogue,
    provider,
    action,
    children,
  } = props;

  const undecided = explanation?.undecided;

  return (
    <>
      <EntryRow
        code={code}
        entry={entry}
        side={count > 1 && `${formatNumber(count)} ×`}
        meanings={
          undecided ? getAnswerOptions(explanation, catalogue).length : 0
        }
        turn={
          entry && !undecided && !entry.success
            ? formatTurn(entry, catalogue)
            : undefined
        }
      />
      <span className="row-lines">
        <span className="row-next" dir="auto">
          {undecided ? (
            t(QUESTION_TEXTS[undecided])
          ) : (
            <NextStep entry={entry} hasBlocker={hasBlocker} />
          )}
        </span>
        {(reason || sendAt) && (
          <span className="row-why soft" dir="auto">
            {[reason && capitalize(reason), sendAt].filter(Boolean).join(' · ')}
          </span>
        )}
        {entry && !undecided && entry.provider !== provider && (
          <bdi className="soft">{catalogue.apiName(entry)}</bdi>
        )}
        {action}
        {children}
      </span>
    </>
  );
}
