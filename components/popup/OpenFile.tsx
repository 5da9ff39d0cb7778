import { useEffect, useRef } from 'react';
import { t } from '../../lib/core/i18n/translate.ts';
import type { WaitForDialog } from '../../lib/extension/webext/file-page.ts';
import { Icon } from '../icons/Icon.tsx';
import { Button } from '../shared/controls.tsx';
import { FileButton } from '../shared/files.tsx';

/** File types of logs and exports. The popup also accepts a dropped file. */
const DECODED_FILE_TYPES =
  '.log,.txt,.json,.ndjson,.jsonl,.csv,.tsv,.eml,.xml,.har,text/*,application/json';

interface OpenFileProps {
  onFile: (file: File) => void;
}

/** Opens a file from any state of the popup. The file dialog would close the toolbar's popup, so that one opens a tab with the dialog. */
export function OpenFile({
  inTab,
  onFile,
  onOpenTab,
}: OpenFileProps & { inTab: boolean; onOpenTab: () => void }) {
  const label = (
    <>
      <Icon name="file" />
      <span className={inTab ? undefined : 'er-hidden'}>
        {t('Open a file')}
      </span>
    </>
  );

  return inTab ? (
    <FileButton
      className="link-button open-file"
      title={t('Open a file')}
      label={label}
      accept={DECODED_FILE_TYPES}
      onFile={onFile}
    />
  ) : (
    <Button
      className="link-button open-file"
      title={t('Open a file')}
      onClick={onOpenTab}
    >
      {label}
    </Button>
  );
}

/** What a tab shows that was opened for a file: one button with the focus, for browsers in which no page may open the dialog itself. */
export function AskForFile({
  onFile,
  waitForDialog,
}: OpenFileProps & { waitForDialog: WaitForDialog }) {
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    input.current?.focus();
    waitForDialog(() => input.current?.click());
  }, [waitForDialog]);

  return (
    <section className="ask-file" aria-label={t('Open a file')}>
      <FileButton
        className="button primary"
        inputRef={input}
        label={t('Choose a CSV file or a log')}
        accept={DECODED_FILE_TYPES}
        onFile={onFile}
      />
      <p className="soft">
        {t('Or drop it anywhere on this page. Nothing leaves this browser.')}
      </p>
    </section>
  );
}
