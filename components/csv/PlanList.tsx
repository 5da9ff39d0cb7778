import { useState } from 'react';
import { PLANS, type Plan } from '../../data/schema.ts';
import type { CsvSummary } from '../../lib/answer/csv/explain-csv.ts';
import { createExplanation } from '../../lib/answer/explain/explanation.ts';
import {
  createClock,
  formatReason,
  formatSendTimes,
} from '../../lib/answer/format/reason-text.ts';
import { formatPlan } from '../../lib/answer/format/verdict-text.ts';
import { withPlan } from '../../lib/answer/plan/apply-plan.ts';
import { getCauseKey, hasTicket } from '../../lib/answer/plan/failure-cause.ts';
import type { SharedCause } from '../../lib/answer/plan/plan-summary.ts';
import { formatNumber, t } from '../../lib/core/i18n/translate.ts';
import { Ticket } from '../entry/MaskedText.tsx';
import { Button } from '../shared/controls.tsx';
import {
  FailureRow,
  type FailureRowProps,
  getRowClass,
} from '../shared/EntryRow.tsx';
import type { SaveProps } from './SaveRows.tsx';

type RowContext = Pick<FailureRowProps, 'catalogue' | 'provider'>;

/** The rows by plan, with what they share. Those that may be sent again now are above. */
export function PlanList(props: RowContext & SaveProps) {
  const { summary, catalogue, provider, saved, onSave } = props;
  const { plans, messages } = summary;
  const { counts, notFailed, arrived, causes, sendTimesMs } = plans;
  const sendAt = formatSendTimes(sendTimesMs, createClock(Date.now()));

  const renderSave = (plan: Plan) => (
    <Button
      aria-label={`${t('Save')}: ${formatPlan(plan)}`}
      onClick={() => onSave(plan, counts[plan].rows)}
    >
      {t('Save')}
    </Button>
  );

  const groups = [
    ...PLANS.map(
      (plan) =>
        [
          plan,
          formatPlan(plan),
          plan === 'now' ? 0 : counts[plan].rows,
        ] as const,
    ),
    [null, t('Failed after delivery'), arrived],
    [null, t('Did not fail'), notFailed - arrived],
  ] as const;

  const longest = Math.max(
    ...groups.map(([plan, , rows]) => (plan ? rows : 0)),
    1,
  );

  return (
    <ul className="csv-groups">
      {groups.map(([plan, name, rows]) => {
        const own = causes.filter(({ planned }) => planned.plan === plan);

        return (
          rows > 0 && (
            <li key={name} data-plan={plan ?? 'none'}>
              {name}{' '}
              <div
                className="plan-bar"
                aria-hidden="true"
                style={{ width: `${plan ? (rows / longest) * 100 : 0}%` }}
              />{' '}
              <span>{formatNumber(rows)}</span> {plan && renderSave(plan)}
              {plan && saved?.kind === plan && (
                <p className="csv-saved" aria-hidden="true">
                  {saved.text}
                </p>
              )}
              {plan === 'wait' && sendAt && (
                <p className="csv-saved soft">{sendAt}</p>
              )}
              {own.length > 0 && (
                <ul>
                  {own.map((cause) => (
                    <li key={getCauseKey(cause)}>
                      <CauseRow
                        cause={cause}
                        catalogue={catalogue}
                        messages={messages}
                        provider={provider}
                      />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          )
        );
      })}
    </ul>
  );
}

function CauseRow(
  props: RowContext & { cause: SharedCause; messages: CsvSummary['messages'] },
) {
  const { cause, messages, catalogue, provider } = props;
  const { template, rows: count } = cause;
  const entry = withPlan(cause.entry, cause.planned, catalogue);
  const [isOpen, setOpen] = useState(false);
  const places = messages.get(getCauseKey(cause)) ?? [];

  return (
    <>
      <div className={getRowClass(entry.code)}>
        <FailureRow
          count={count}
          catalogue={catalogue}
          entry={entry}
          code={entry.code}
          reason={formatReason(
            cause.planned,
            entry,
            catalogue,
            createClock(Date.now()),
          )}
          provider={entry.provider}
          action={
            hasTicket(cause) && (
              <Button
                className="link-button row-actions row-ticket"
                aria-expanded={isOpen}
                onClick={() => setOpen(!isOpen)}
              >
                {t('Ticket…')}
              </Button>
            )
          }
        >
          {template && <span className="soft">{template}</span>}
        </FailureRow>
      </div>
      {isOpen && (
        <div className="er-entry">
          <Ticket
            explanation={createExplanation(entry.code, {
              entry,
              subcode: entry.subcode ?? null,
            })}
            seen={{
              provider,
              count,
              places,
              text: null,
            }}
            catalogue={catalogue}
          />
        </div>
      )}
    </>
  );
}
