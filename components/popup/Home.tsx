import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { t } from '../../lib/i18n/translate.ts';
import type { TabPage } from '../../lib/webext/tab-page.ts';
import { EmptyState, TabLink } from '../shared/controls.tsx';
import { FileButton } from '../shared/FileButton.tsx';
import { interpolate } from '../shared/interpolate.tsx';

/** The home view under an empty field: a hint, and links to other pages. */
export function Home(props: {
  /** Undefined until the tab has answered. */
  page: TabPage | null | undefined;
  /** Errata explains codes on the page. */
  isOn: boolean;
  /** Codes that are not underlined are listed. */
  hasQuiet: boolean;
  /** Decodes a file. Null in the toolbar's popup, which a file dialog would close. */
  onFile: ((file: File) => void) | null;
  catalogue: Catalogue;
}) {
  const { page, isOn, hasQuiet, onFile, catalogue } = props;
  const isEmpty = page !== undefined && (page === null || (page.codes.length === 0 && !page.isReading));
  return (
    <>
      {isEmpty && (
        <EmptyState
          title={
            isOn &&
            (hasQuiet
              ? t('No code on this page is certain enough to underline.')
              : t('No codes on this page.'))
          }
          text={interpolate(
            'Type a code such as $1 or a few words, or paste a webhook, an error or a log. Nothing leaves this browser.',
            <span className="code-text">131047</span>,
          )}
        />
      )}
      <nav className="ways" aria-label={t('More')}>
        {onFile ? (
          <FileButton label={t('Open a file')} accept={DECODED_FILE_TYPES} onFile={onFile} />
        ) : (
          // The file dialog would close the toolbar's popup, so use a tab.
          <TabLink className="button" href="popup.html">
            {t('Open a file')}
          </TabLink>
        )}
        <TabLink href="catalogue.html">{t('All $1 entries', catalogue.entries.length)}</TabLink>
        <TabLink href="options.html">{t('Settings')}</TabLink>
      </nav>
    </>
  );
}

/** File types of logs and exports. The popup also accepts a dropped file. */
const DECODED_FILE_TYPES = '.log,.txt,.json,.ndjson,.jsonl,.csv,.tsv,.eml,.xml,.har,text/*,application/json';
