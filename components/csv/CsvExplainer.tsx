import { useState } from 'react';
import { t } from '../../lib/core/i18n/translate.ts';
import { FileButton, useFileDrop } from '../shared/files.tsx';
import {
  type CsvExplainerProps,
  mayBeTable,
  TABLE_FILE_TYPES,
} from './csv-reading.ts';
import { ExplainedTable } from './ExplainedTable.tsx';

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
          accept={TABLE_FILE_TYPES}
          onFile={readFile}
        />
      )}
    </div>
  );
}
