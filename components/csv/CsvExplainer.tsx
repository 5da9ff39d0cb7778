import { useEffect, useRef, useState } from 'react';
import { PLANS, type Plan } from '../../data/schema.ts';
import type {
  CsvOptions,
  CsvSummary,
} from '../../lib/answer/csv/explain-csv.ts';
import { createExplanation } from '../../lib/answer/explain/explanation.ts';
import {
  createClock,
  formatReason,
} from '../../lib/answer/format/reason-text.ts';
import { formatPlan } from '../../lib/answer/format/verdict-text.ts';
import type { DecodeError } from '../../lib/answer/paste/decode-bytes.ts';
import {
  getCauseKey,
  hasTicket,
  type SharedCause,
} from '../../lib/answer/plan/plan-summary.ts';
import { withPlan } from '../../lib/answer/plan/row-verdict.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { formatNumber, t, tPlural } from '../../lib/core/i18n/translate.ts';
import { Ticket } from '../entry/MaskedText.tsx';
import { Button, EmptyState, Select } from '../shared/controls.tsx';
import {
  FailureRow,
  type FailureRowProps,
  getRowClass,
} from '../shared/EntryRow.tsx';
import { getProvidersWithCodes } from '../shared/FilterBar.tsx';
import { FileButton, saveFile, useFileDrop } from '../shared/files.tsx';
import { formatSize } from '../shared/pasted.ts';
import { listTimeZones } from '../shared/time-zones.ts';

export interface CsvExplainerProps {
  explainCsv: ExplainCsv;
  catalogue: Catalogue;
  onDecode: (file: File) => void;
}

/** Explains each row of a table that is opened or dropped, and saves it with the added columns. Any other file is decoded. */
export function CsvExplainer(props: CsvExplainerProps) {
  const [file, setFile] = useState<File | null>(null);

  const readFile = async (read: File) =>
    (await mayBeTable(read)) ? setFile(read) : props.onDecode(read);

  const isOver = useFileDrop(readFile);

  return (
    <div className="csv">
      {isOver && (
        <p className="drop-hint">
          {t('Drop a table to explain each row, or a log to decode it')}
        </p>
      )}
      {file ? (
        <ExplainedTable
          // A new file starts over.
          key={`${file.name} ${file.lastModified}`}
          {...props}
          file={file}
          onClose={() => setFile(null)}
        />
      ) : (
        <FileButton
          label={t('Explain a CSV file')}
          accept=".csv,.tsv,.tab,.txt,text/csv,text/tab-separated-values,text/plain"
          onFile={readFile}
        />
      )}
    </div>
  );
}

export function ExplainedTable(
  props: CsvExplainerProps & { file: File; onClose: () => void },
) {
  const { file, explainCsv, catalogue, onDecode, onClose } = props;
  const [choices, setChoices] = useState<CsvChoices>({});

  const [progress, setProgress] = useState<CsvProgress>({
    state: 'reading',
    done: 0,
  });

  const [saved, setSaved] = useState<string | null>(null);

  useEffect(
    () => explainCsv(file, choices, setProgress),
    [explainCsv, file, choices],
  );

  const { state } = progress;
  const summary = progress.state === 'done' ? progress.summary : null;

  const columns =
    summary?.columns ?? (progress.state === 'failed' ? progress.columns : []);

  // A line of a log is a table of one column, too.
  const isLog =
    columns.length === 1 && (state === 'failed' || summary?.rows === 1);

  const section = useRef<HTMLElement>(null);

  useEffect(() => {
    if (state === 'no-table' || isLog) {
      onClose();
      onDecode(file);
    } else section.current?.scrollIntoView?.({ block: 'nearest' }); // In the panel, the list of codes may be above.
  }, [state, isLog, onClose, onDecode, file]);

  function choose(change: CsvChoices) {
    setProgress({ state: 'reading', done: 0 });
    setChoices({ ...choices, ...change });
  }

  function save(
    rows: Blob | undefined,
    kind: Plan | 'explained',
    count: number,
  ) {
    if (!rows) return;
    const name = file.name.replace(/(\.\w+)?$/, `-${kind}$1`);
    saveFile(name, rows, file.type);
    setSaved(`${name} · ${tPlural(count, '$1 row', '$1 rows')}`);
  }

  const options = columns.map((name, at) => [String(at + 1), name] as const);

  // Once chosen, it can be changed.
  const asksZone =
    choices.timeZone !== undefined || (summary?.plans.openZones ?? 0) > 0;

  const getNone = (column: 'codeColumn' | 'providerColumn') => {
    const found = choices[column] ? null : summary?.[column];
    return found ? t('Found: $1', found) : t('None');
  };

  const selects = [
    ['codeColumn', t('Code column'), getNone('codeColumn'), options],
    [
      'providerColumn',
      t('Provider column'),
      getNone('providerColumn'),
      options,
    ],
    [
      'provider',
      t('Provider for other rows'),
      t('Any'),
      getProvidersWithCodes(catalogue),
    ],
    ...(asksZone
      ? [['timeZone', t('Time zone'), t('Unknown'), listTimeZones()] as const]
      : []),
  ] as const;

  return (
    <section ref={section} aria-label={file.name}>
      <p className="paste-name soft">
        {file.name} · {formatSize(file)}{' '}
        <Button onClick={onClose}>
          {progress.state === 'reading' ? t('Stop') : t('Close')}
        </Button>
      </p>
      {progress.state === 'reading' && (
        <div className="paste-progress">
          <progress value={progress.done} aria-label={t('Reading the table')} />
        </div>
      )}
      {progress.state === 'failed' && (
        <EmptyState
          title={progress.fault?.message ?? t('Couldn’t read the file.')}
          text={progress.fault?.remedy}
        />
      )}
      {options.length > 0 && (
        <div className="csv-columns">
          {selects.map(([name, label, none, values]) => (
            <Select
              key={name}
              className="field"
              label={label}
              none={none}
              value={choices[name]}
              options={values}
              onChoose={(chosen) => choose({ [name]: chosen ?? undefined })}
            />
          ))}
        </div>
      )}
      {progress.state === 'done' && summary && (
        <>
          <PlanList
            summary={summary}
            catalogue={catalogue}
            provider={choices.provider}
            onSave={(plan) =>
              save(
                progress.rows.get(plan),
                plan,
                summary.plans.counts[plan].rows,
              )
            }
          />
          <p role="status" className="paste-sum">
            {saved
              ? t('Saved as $1.', saved)
              : tPlural(summary.rows, '$1 row', '$1 rows')}
          </p>
          {summary.ragged > 0 && (
            <p className="soft">
              {tPlural(
                summary.ragged,
                '$1 row is longer than the header; its added cells are further to the right.',
                '$1 rows are longer than the header; their added cells are further to the right.',
              )}
            </p>
          )}
          <Button
            title={t(
              'Adds columns for title, turn, retry, wait, next step and plan. Everything else stays as it is.',
            )}
            onClick={() => save(progress.all, 'explained', summary.rows)}
          >
            {t('Save as file')}
          </Button>
        </>
      )}
    </section>
  );
}

type RowContext = Pick<FailureRowProps, 'catalogue' | 'provider'>;

/** How many rows may be sent again now comes first, then each other plan. */
function PlanList(
  props: RowContext & { summary: CsvSummary; onSave: (plan: Plan) => void },
) {
  const { summary, catalogue, provider, onSave } = props;
  const { plans, messages } = summary;
  const { counts, waited, notFailed, arrived, causes } = plans;
  const { now } = counts;

  const renderSave = (plan: Plan) => (
    <Button
      disabled={counts[plan].rows === 0}
      aria-label={`${t('Save')}: ${formatPlan(plan)}`}
      onClick={() => onSave(plan)}
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

  return (
    <>
      {!summary.hasOnlyStates && (
        <p className="paste-sum">
          <b>
            {tPlural(
              now.rows,
              '$1 row can be sent again now',
              '$1 rows can be sent again now',
            )}
          </b>
          {now.people > 0 &&
            ` ${tPlural(now.people, 'to $1 recipient', 'to $1 recipients')}`}{' '}
          {renderSave('now')}
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
      <ul className="csv-groups">
        {groups.map(([plan, name, rows]) => {
          const own = causes.filter(({ planned }) => planned.plan === plan);

          return (
            rows > 0 && (
              <li key={name}>
                {name}{' '}
                <progress aria-hidden="true" value={rows} max={summary.rows} />{' '}
                <span>{formatNumber(rows)}</span> {plan && renderSave(plan)}
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
    </>
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
            seen={{ provider, count, places, text: null }}
            catalogue={catalogue}
          />
        </div>
      )}
    </>
  );
}

type CsvChoices = Omit<CsvOptions, 'nowMs'>;

export type CsvProgress =
  /** From 0 to 1. */
  | { state: 'reading'; done: number }
  | {
      state: 'done';
      all: Blob;
      rows: ReadonlyMap<Plan, Blob>;
      summary: CsvSummary;
    }
  | { state: 'no-table' }
  /** The columns, if the table has none of codes. No reason if the file could not be read. */
  | { state: 'failed'; fault: DecodeError | null; columns: readonly string[] };

const DECODED_FILE = /\.(?:log|json|ndjson|jsonl|har|xml|eml)$/i;

/** Whether a file may be a table, or is empty, which is reported here. A text file is a table only with tabs, as spreadsheets export it. */
export async function mayBeTable(file: File): Promise<boolean> {
  if (file.size > 0 && DECODED_FILE.test(file.name)) return false;
  if (!/\.txt$/i.test(file.name)) return true;

  // A file that cannot be read is reported by the worker.
  const head = file.slice(0, 4_096).text();

  return (await head.catch(() => null))?.includes('\t') ?? true;
}

/** Explains a table in a worker. Reports progress several times. Returns a function that cancels. */
export type ExplainCsv = (
  file: Blob,
  choices: CsvChoices,
  onProgress: (progress: CsvProgress) => void,
) => () => void;
