import { useId, useState } from 'react';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { codesIn, type Named, pasteLine } from '../../lib/explain/corpus-line.ts';
import { t } from '../../lib/language/translate.ts';
import { CopyCase } from '../entry/CopyCase.tsx';

interface ReportCaseProps {
  text: string;
  /** The codes that were found in the text. */
  found: readonly Named[];
  catalogue: Catalogue;
}

/** Lets the reader name the missed or wrong codes of a paste, and copies it as a test case. */
export function ReportCase(props: ReportCaseProps) {
  const [open, setOpen] = useState(false);
  return (
    <details className="report" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('Missing or wrong code?')}</summary>
      {open && <CaseForm {...props} />}
    </details>
  );
}

function CaseForm({ text, found, catalogue }: ReportCaseProps) {
  const field = useId();
  const [codes, setCodes] = useState(() => codesIn(text, found).join(' '));
  return (
    <>
      <label htmlFor={field}>{t('Codes that should be found')}</label>
      <input
        id={field}
        value={codes}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setCodes(event.currentTarget.value)}
      />
      <CopyCase
        lineOf={async (redaction) =>
          pasteLine(text, codes.split(/[\s,;]+/).filter(Boolean), found, catalogue, redaction)
        }
      >
        {t('Nothing is sent.')}
      </CopyCase>
    </>
  );
}
