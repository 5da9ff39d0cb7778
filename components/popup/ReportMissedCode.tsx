import { useState } from 'react';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { type FoundCode, findCodesInPaste, formatPasteLine } from '../../lib/format/corpus-sample.ts';
import { t } from '../../lib/i18n/translate.ts';
import { CopySampleButton } from '../entry/controls.tsx';

interface ReportMissedCodeProps {
  text: string;
  found: readonly FoundCode[];
  catalogue: Catalogue;
}

/** Lets the user name the missed or wrong codes of a paste, and copies it as a test case. */
export function ReportMissedCode(props: ReportMissedCodeProps) {
  const [open, setOpen] = useState(false);
  return (
    <details className="report" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('Missing or wrong code?')}</summary>
      {open && <MissedCodeForm {...props} />}
    </details>
  );
}

function MissedCodeForm({ text, found, catalogue }: ReportMissedCodeProps) {
  const [codes, setCodes] = useState(() => findCodesInPaste(text, found).join(' '));
  return (
    <>
      <label className="field">
        <span>{t('Codes that should be found')}</span>
        <input
          value={codes}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setCodes(event.currentTarget.value)}
        />
      </label>
      <CopySampleButton
        getSampleLine={async (masking) =>
          formatPasteLine(text, codes.split(/[\s,;]+/).filter(Boolean), found, catalogue, masking)
        }
      >
        {t('Nothing is sent.')}
      </CopySampleButton>
    </>
  );
}
