import { useCallback, useEffect, useRef, useState } from 'react';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { formatNumber, t, tPlural } from '../../lib/i18n/translate.ts';
import { getProvidersWithCodes } from '../catalogue/FilterBar.tsx';
import { formatSize } from '../popup/pasted.ts';
import { Button, Check } from '../shared/controls.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { FileButton } from '../shared/FileButton.tsx';
import { Select } from '../shared/Select.tsx';
import { saveFile } from '../shared/save-file.ts';
import { useFileDrop } from '../shared/use-file-drop.ts';
import { type CsvChoices, type CsvProgress, type ExplainCsv, mayBeTable } from './csv-progress.ts';

export interface CsvExplainerProps {
  explainCsv: ExplainCsv;
  catalogue: Catalogue;
  onDecode: (file: File) => void;
}

/** Explains each row of a table that is opened or dropped, and saves it with the added columns. Any other file is decoded. */
export function CsvExplainer(props: CsvExplainerProps) {
  const { onDecode } = props;
  const [file, setFile] = useState<File | null>(null);
  const readFile = useCallback(
    async (read: File) => ((await mayBeTable(read)) ? setFile(read) : onDecode(read)),
    [onDecode],
  );
  const isOver = useFileDrop(readFile);
  return (
    <div className="csv">
      {isOver && <p className="drop-hint">{t('Drop a table to explain each row, or a log to decode it')}</p>}
      {file ? (
        // A new file starts over.
        <ExplainedFile
          key={`${file.name} ${file.lastModified}`}
          {...props}
          file={file}
          onClose={() => setFile(null)}
        />
      ) : (
        <FileButton
          className="link-button"
          label={t('Explain a CSV file')}
          accept=".csv,.tsv,.tab,.txt,text/csv,text/tab-separated-values,text/plain"
          onFile={readFile}
        />
      )}
    </div>
  );
}

function ExplainedFile(props: CsvExplainerProps & { file: File; onClose: () => void }) {
  const { file, explainCsv, catalogue, onDecode, onClose } = props;
  const [choices, setChoices] = useState<CsvChoices>({});
  const [progress, setProgress] = useState<CsvProgress>({ state: 'reading', done: 0 });
  const [onlyNow, setOnlyNow] = useState(false);
  useEffect(() => {
    const running = explainCsv(file, choices, setProgress);
    return () => running.cancel();
  }, [explainCsv, file, choices]);
  const { state } = progress;
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (state === 'no-table') {
      onClose();
      onDecode(file);
    } else section.current?.scrollIntoView?.({ block: 'nearest' }); // In the panel, the list of codes may be above.
  }, [state, onClose, onDecode, file]);

  function choose(change: CsvChoices) {
    setProgress({ state: 'reading', done: 0 });
    setChoices({ ...choices, ...change });
  }
  const summary = progress.state === 'done' ? progress.summary : null;
  const columns = summary?.columns ?? (progress.state === 'failed' ? progress.columns : []);
  const options = columns.map((name, at) => [String(at + 1), name] as const);
  const getChosen = (found: string | null | undefined) => (found ? t('Found: $1', found) : t('None'));
  return (
    <section ref={section} aria-label={file.name}>
      <p className="paste-name soft">
        {file.name} · {formatSize(file)}{' '}
        <Button onClick={onClose}>{progress.state === 'reading' ? t('Stop') : t('Close')}</Button>
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
          <Select
            className="field"
            label={t('Code column')}
            none={getChosen(choices.codeColumn ? null : summary?.codeColumn)}
            value={choices.codeColumn}
            options={options}
            onChoose={(codeColumn) => choose({ codeColumn: codeColumn ?? undefined })}
          />
          <Select
            className="field"
            label={t('Provider column')}
            none={getChosen(choices.providerColumn ? null : summary?.providerColumn)}
            value={choices.providerColumn}
            options={options}
            onChoose={(providerColumn) => choose({ providerColumn: providerColumn ?? undefined })}
          />
          <Select
            className="field"
            label={t('Provider of other rows')}
            none={t('Any')}
            value={choices.provider}
            options={getProvidersWithCodes(catalogue)}
            onChoose={(provider) => choose({ provider: provider ?? undefined })}
          />
        </div>
      )}
      {progress.state === 'done' && summary && (
        <>
          <p role="status" className="paste-sum">
            <b>{tPlural(summary.rows, '$1 row', '$1 rows')}</b>
          </p>
          <ul className="csv-groups">
            {[...summary.groups, { text: t('No code'), count: summary.withoutCode }].map(
              ({ text, count }) =>
                count > 0 && (
                  <li key={text}>
                    {text} <progress aria-hidden="true" value={count} max={summary.rows} />{' '}
                    <span>{formatNumber(count)}</span>
                  </li>
                ),
            )}
          </ul>
          {summary.ragged > 0 && (
            <p className="soft">
              {tPlural(
                summary.ragged,
                '$1 row is longer than the header; its added cells are further right.',
                '$1 rows are longer than the header; their added cells are further right.',
              )}
            </p>
          )}
          <Check
            label={t('Only rows that may be sent again now: $1', summary.retryNow)}
            on={onlyNow}
            onChange={setOnlyNow}
          />
          <Button
            onClick={() =>
              saveFile(
                file.name.replace(/(\.\w+)?$/, `${onlyNow ? '-retry-now' : '-explained'}$1`),
                onlyNow ? progress.now : progress.all,
                file.type,
              )
            }
          >
            {t('Save as file')}
          </Button>
          <p className="soft">
            {t('Adds columns for title, turn, retry, wait and next step. Everything else stays as it is.')}
          </p>
        </>
      )}
    </section>
  );
}
