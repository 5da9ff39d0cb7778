import {
  lazy,
  memo,
  type ReactNode,
  Suspense,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { Plan } from '../../data/schema.ts';
import type {
  Breakdown,
  FacetFilter,
} from '../../lib/answer/breakdown/count-facets.ts';
import type { CsvSummary } from '../../lib/answer/csv/explain-csv.ts';
import { formatFacetValue } from '../../lib/answer/format/facet-text.ts';
import { t, tPlural } from '../../lib/core/i18n/translate.ts';
import { Button, EmptyState, Select } from '../shared/controls.tsx';
import { getProvidersWithCodes } from '../shared/FilterBar.tsx';
import { saveFile } from '../shared/files.tsx';
import { formatSize } from '../shared/pasted.ts';
import { listTimeZones } from '../shared/time-zones.ts';
import type {
  CsvChoices,
  CsvExplainerProps,
  CsvProgress,
  CsvReading,
  ReadOther,
} from './csv-reading.ts';
import { PlanList } from './PlanList.tsx';
import { SaveRows } from './SaveRows.tsx';

/** Only a table has pictures, which need D3. They change less often than the progress. */
const TablePictures = lazy(async () => {
  const { TablePictures } = await import('../pictures/TablePictures.tsx');
  return { default: memo(TablePictures) };
});

interface ExplainedTableProps extends CsvExplainerProps {
  file: File;
  onClose: () => void;
}

const START: CsvProgress = { state: 'reading', done: 0 };

function withLastCount(next: CsvProgress, last: CsvProgress): CsvProgress {
  if (next.state !== 'reading' || last.state !== 'reading') return next;

  return { ...next, breakdown: next.breakdown ?? last.breakdown ?? null };
}

/** Reads a table, and again with other choices. The reading is null until it has started. */
function useTableReading({ file, explainCsv }: ExplainedTableProps) {
  const [choices, setChoices] = useState<CsvChoices>({});
  const [progress, setProgress] = useState<CsvProgress>(START);
  const reading = useRef<CsvReading>(null);

  useEffect(() => {
    const started = explainCsv(file, choices, (next) =>
      setProgress((last) => withLastCount(next, last)),
    );
    reading.current = started;
    return () => started.cancel();
  }, [explainCsv, file, choices]);

  const choose = (change: CsvChoices) => {
    setProgress(START);
    setChoices({ ...choices, ...change });
  };

  return {
    choices,
    progress,
    reading,
    choose,
  };
}

export function ExplainedTable(props: ExplainedTableProps) {
  const { file, explainCsv, catalogue, onDecode, onClose } = props;
  const { choices, progress, reading, choose } = useTableReading(props);
  const { state } = progress;
  const done = progress.state === 'done' ? progress : null;
  const summary = done?.summary ?? null;
  const filter = done?.filter ?? null;

  const columns = getColumns(progress);

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

  const [saved, setSaved] = useState<{ kind: string; text: string } | null>(
    null,
  );

  async function save(plan: Plan | null, count: number): Promise<void> {
    const kind = plan ?? 'explained';
    const name = getFileName(file.name, kind, filter);

    // The rows of a long table are written now, which takes as long as reading it.
    setSaved({ kind, text: t('Saving…') });

    try {
      const rows = await reading.current?.write(plan, filter);
      if (!rows) return;

      saveFile(name, rows, file.type);

      const rowsText = tPlural(count, '$1 row', '$1 rows');
      setSaved({ kind, text: t('Saved as $1.', `${name} · ${rowsText}`) });
    } catch {
      setSaved({ kind, text: `${t('Couldn’t save')}.` });
    }
  }

  const choosers = columns.length > 0 && (
    <ColumnChoices
      columns={columns}
      summary={summary}
      choices={choices}
      catalogue={catalogue}
      onChoose={choose}
    />
  );

  const breakdown = getBreakdown(progress);

  const readOther = useCallback<ReadOther>(
    (other, onDone) => explainCsv(other, choices, onDone),
    [explainCsv, choices],
  );

  const setFilter = (wanted: FacetFilter | null) => {
    setSaved(null);
    reading.current?.filter(wanted);
  };

  return (
    <section ref={section} aria-label={file.name} className="csv-table">
      <p className="paste-name soft">
        {file.name} · {formatSize(file)}{' '}
        <Button onClick={onClose}>
          {progress.state === 'reading' ? t('Stop') : t('Close')}
        </Button>
      </p>
      <ReadingState progress={progress}>{choosers}</ReadingState>
      <div className="csv-parts">
        {summary && (
          <div className="csv-plans">
            {filter && (
              <p className="csv-filter">
                <b dir="auto">{formatFacetValue(filter)}</b>
                <Button onClick={() => setFilter(null)}>
                  {t('Show all rows')}
                </Button>
              </p>
            )}
            <SaveRows summary={summary} saved={saved} onSave={save} />
            <PlanList
              summary={summary}
              catalogue={catalogue}
              provider={choices.provider}
              saved={saved}
              onSave={save}
            />
            {choosers}
          </div>
        )}
        {breakdown && (
          <Suspense fallback={null}>
            <TablePictures
              breakdown={breakdown}
              summary={summary}
              filter={filter}
              onFilter={summary ? setFilter : null}
              readOther={readOther}
            />
          </Suspense>
        )}
      </div>
    </section>
  );
}

function getColumns(progress: CsvProgress): readonly string[] {
  if (progress.state === 'done') return progress.summary.columns;
  return progress.state === 'failed' ? progress.columns : [];
}

function getBreakdown(progress: CsvProgress): Breakdown | null {
  if (progress.state === 'done') return progress.summary.breakdown;
  return (progress.state === 'reading' && progress.breakdown) || null;
}

/** How far a table is read, or why it cannot be: then another column may be chosen. */
function ReadingState(props: { progress: CsvProgress; children: ReactNode }) {
  const { progress, children } = props;

  if (progress.state === 'reading')
    return (
      <div className="paste-progress">
        <progress value={progress.done} aria-label={t('Reading the table')} />
      </div>
    );

  if (progress.state !== 'failed') return null;

  return (
    <>
      <EmptyState
        title={progress.fault?.message ?? t('Couldn’t read the file.')}
        text={progress.fault?.remedy}
      />
      {children}
    </>
  );
}

/** Characters that some file system does not allow. */
const FORBIDDEN_IN_NAMES = /[^\p{L}\p{N}.+-]+/gu;
const MAX_NAME_UNITS = 60;

/** Returns `export-now.csv`, or `export-promo_november-now.csv` with a filter. */
function getFileName(
  name: string,
  kind: string,
  filter: FacetFilter | null,
): string {
  const of = (filter?.value ?? '')
    .replace(FORBIDDEN_IN_NAMES, '_')
    .slice(0, MAX_NAME_UNITS);
  const parts = [of, kind].filter(Boolean).join('-');

  return name.replace(/(\.\w+)?$/, `-${parts}$1`);
}

function ColumnChoices(props: {
  columns: readonly string[];
  summary: CsvSummary | null;
  choices: CsvChoices;
  catalogue: CsvExplainerProps['catalogue'];
  onChoose: (change: CsvChoices) => void;
}) {
  const { columns, summary, choices, catalogue, onChoose } = props;
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
    <div className="csv-columns">
      {selects.map(([name, label, none, values]) => (
        <Select
          key={name}
          className="field"
          label={label}
          none={none}
          value={choices[name]}
          options={values}
          onChoose={(chosen) => onChoose({ [name]: chosen ?? undefined })}
        />
      ))}
    </div>
  );
}
