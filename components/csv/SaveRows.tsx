import type { Plan } from '../../data/schema.ts';
import type { CsvSummary } from '../../lib/answer/csv/explain-csv.ts';
import { t, tPlural } from '../../lib/core/i18n/translate.ts';
import { Icon } from '../icons/Icon.tsx';
import { Button } from '../shared/controls.tsx';

export interface SaveProps {
  summary: CsvSummary;
  /** What was saved last, and where. */
  saved: { kind: string; text: string } | null;
  /** Saves the rows with a plan, or all of them if it is null. */
  onSave: (plan: Plan | null, count: number) => void;
}

/** What most users came for: the rows that may be sent again. Below it is said what was saved. */
export function SaveRows({ summary, saved, onSave }: SaveProps) {
  const { plans, rows, ragged, hasOnlyStates } = summary;
  const { waited, counts } = plans;
  const { now } = counts;

  return (
    <>
      {!hasOnlyStates && (
        <p className="paste-sum">
          <b>
            {tPlural(
              now.rows,
              '$1 row can be sent again now',
              '$1 rows can be sent again now',
            )}
          </b>
          {now.people > 0 &&
            ` ${tPlural(now.people, 'to $1 recipient', 'to $1 recipients')}`}
        </p>
      )}
      {waited > 0 && (
        <p className="soft">
          {t(
            '$1 had no wait; for $2, the wait is over',
            now.rows - waited,
            waited,
          )}
        </p>
      )}
      <p className="csv-saves">
        {now.rows > 0 && (
          <button
            type="button"
            className="button primary"
            onClick={() => onSave('now', now.rows)}
          >
            <Icon name="down" />
            {tPlural(
              now.rows,
              'Save the $1 that may be sent',
              'Save the $1 that may be sent',
            )}
          </button>
        )}
        <Button
          title={t(
            'Adds columns for title, turn, retry, wait, next step and plan. Everything else stays as it is.',
          )}
          onClick={() => onSave(null, rows)}
        >
          {tPlural(rows, 'Save $1 row, explained', 'Save all $1, explained')}
        </Button>
      </p>
      <p role="status" className="csv-saved">
        {saved?.text ?? tPlural(rows, '$1 row', '$1 rows')}
      </p>
      {ragged > 0 && (
        <p className="soft">
          {tPlural(
            ragged,
            '$1 row is longer than the header; its added cells are further to the right.',
            '$1 rows are longer than the header; their added cells are further to the right.',
          )}
        </p>
      )}
    </>
  );
}
