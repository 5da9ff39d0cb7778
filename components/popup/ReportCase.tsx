import { useId, useState } from 'react';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { codesIn, type Named, pasteLine } from '../../lib/explain/corpus-line.ts';
import { t } from '../../lib/language/translate.ts';
import { CopyCase } from '../entry/CopyCase.tsx';

interface ReportCaseProps {
  text: string;
  /** The codes that were found in it. */
  found: readonly Named[];
  catalogue: Catalogue;
}

/** For a paste in which a code was missed, or taken for one that it is not: the reader names the codes and copies a test case. */
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
