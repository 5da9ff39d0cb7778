import type { ReactNode } from 'react';
import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import { getAnswerOptions } from '../../lib/format/answer-options.ts';
import { formatTurn } from '../../lib/format/verdict-text.ts';
import { formatNumber, t } from '../../lib/i18n/translate.ts';
import { EnglishText } from '../entry/EnglishText.tsx';
import { QUESTION_TEXTS } from '../entry/wording.ts';
import { EntryRow } from '../shared/EntryRow.tsx';

export interface FailureRowProps {
  code: string;
  entry: Entry | null;
  explanation?: Explanation | null | undefined;
  /** Shown above 1. */
  count?: number | undefined;
  catalogue: Catalogue;
  /** The provider of the page, which need not be named. */
  provider: string | undefined;
  /** A control at the end of the next step. */
  action?: ReactNode;
  /** More lines. */
  children?: ReactNode;
}

/** The content of a row of popup, side panel and tables: the code, then its next step. The mark says who has to act. */
export function FailureRow(props: FailureRowProps) {
  const { code, entry, explanation, count = 1, catalogue, provider, action, children } = props;
  const undecided = explanation?.undecided;
  return (
    <>
      <EntryRow
        code={code}
        entry={entry}
        side={count > 1 && `${formatNumber(count)} ×`}
        meanings={undecided ? getAnswerOptions(explanation, catalogue).length : 0}
        turn={entry && !undecided && !entry.success ? formatTurn(entry, catalogue) : undefined}
      />
      <span className="row-lines">
        <span className="row-next" dir="auto">
          {undecided ? (
            t(QUESTION_TEXTS[undecided])
          ) : entry ? (
            <EnglishText unless={entry.translated}>{entry.next}</EnglishText>
          ) : (
            t('Do not send again in bulk before you know what it means.')
          )}
        </span>
        {entry && !undecided && entry.provider !== provider && (
          <bdi className="soft">{catalogue.apiName(entry)}</bdi>
        )}
        {action}
        {children}
      </span>
    </>
  );
}
