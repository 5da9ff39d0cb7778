import { useContext, useState } from 'react';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { findLastSeenDate } from '../../lib/catalogue/data-freshness.ts';
import type { TabDiagnostics } from '../../lib/core/diagnostics.ts';
import { findConsole } from '../../lib/detect/find-console.ts';
import { formatDiagnostics } from '../../lib/format/diagnostics-text.ts';
import { t } from '../../lib/i18n/translate.ts';
import type { TabPage } from '../../lib/webext/tab-page.ts';
import { MaskedText } from '../entry/MaskedText.tsx';
import { MaskingContext } from '../entry/masking.ts';
import type { SiteState } from './site-state.ts';

export interface DiagnosticsProps {
  /** Reads what Errata did on the page in front. Never rejects. */
  readDiagnostics: (page: TabPage) => Promise<TabDiagnostics>;
  state: SiteState;
  page: TabPage;
  catalogue: Catalogue;
}

/** What Errata did on the page in front and what failed, for a bug report. It is read when the user opens it. */
export function Diagnostics({ readDiagnostics, state, page, catalogue }: DiagnosticsProps) {
  const [text, setText] = useState<string | null>(null);
  const loadMasking = useContext(MaskingContext);
  async function read() {
    const { url, addedPattern, isGranted, script } = page;
    const isKnown = url && (addedPattern || findConsole(catalogue.consoles, url.hostname, url.pathname));
    const host = isKnown ? url.hostname : null;
    const about = { catalogue: findLastSeenDate(catalogue.sources), host, state, isGranted, script };
    const read = readDiagnostics(page);
    const masking = await loadMasking().catch(() => null);
    // Without masking code, `MaskedText` says so.
    setText(masking ? formatDiagnostics(await read, about, masking, Date.now()) : '');
  }
  return (
    <details onToggle={({ currentTarget }) => (currentTarget.open ? void read() : setText(null))}>
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
