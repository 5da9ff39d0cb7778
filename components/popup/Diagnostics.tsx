import { useContext, useState } from 'react';
import { formatDiagnostics } from '../../lib/answer/format/diagnostics-text.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { findLastSeenDate } from '../../lib/catalogue/data-freshness.ts';
import type { TabDiagnostics } from '../../lib/core/diagnostics.ts';
import { t } from '../../lib/core/i18n/translate.ts';
import { findConsole } from '../../lib/detect/find-console.ts';
import type { TabPage } from '../../lib/extension/webext/tab-page.ts';
import { MaskedText } from '../entry/MaskedText.tsx';
import { MaskingContext } from '../entry/masking.ts';

/** What Errata did on the page in front and what failed, for a bug report. It is read when the user opens it. */
export function Diagnostics(props: {
  page: TabPage;
  /** A `SiteState`. */
  state: string;
  catalogue: Catalogue;
  /** Never rejects. */
  readDiagnostics: (page: TabPage) => Promise<TabDiagnostics>;
}) {
  const { readDiagnostics, state, page, catalogue } = props;
  const [text, setText] = useState<string | null>(null);
  const loadMasking = useContext(MaskingContext);

  async function read() {
    const { url, addedPattern, isGranted, script } = page;

    const isKnown =
      url &&
      (addedPattern ||
        findConsole(catalogue.consoles, url.hostname, url.pathname));

    const host = isKnown ? url.hostname : null;

    const about = {
      catalogue: findLastSeenDate(catalogue.sources),
      host,
      state,
      isGranted,
      script,
    };

    const read = readDiagnostics(page);
    const masking = await loadMasking().catch(() => null);

    // Without masking code, `MaskedText` says so.
    setText(
      masking ? formatDiagnostics(await read, about, masking, Date.now()) : '',
    );
  }

  return (
    <details
      onToggle={({ currentTarget }) =>
        currentTarget.open ? void read() : setText(null)
      }
    >
      <summary>{t('Copy diagnostics')}</summary>
      {text !== null && (
        <MaskedText
          text={text}
          note={t(
            'For a bug report: what ran on this page, what failed, and why numbers were left unmarked.',
          )}
        />
      )}
    </details>
  );
}
