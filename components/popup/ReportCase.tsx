import { useId, useState } from 'react';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { indexOf } from '../../lib/catalogue/ranked.ts';
import { detect, isStrong } from '../../lib/detect/detect.ts';
import { codesIn, type Detect, pasteLine } from '../../lib/explain/corpus-line.ts';
import { CopyCase } from '../entry/CopyCase.tsx';

interface ReportCaseProps {
  text: string;
  catalogue: Catalogue;
}

/** For a paste in which a code was missed, or taken for one that it is not: the reader names the codes and copies a test case. */
export function ReportCase({ text, catalogue }: ReportCaseProps) {
  const [open, setOpen] = useState(false);
  return (
    <details className="report" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>A code is missing or wrong?</summary>
      {open && <CaseForm text={text} catalogue={catalogue} />}
    </details>
  );
}

function CaseForm({ text, catalogue }: ReportCaseProps) {
  const field = useId();
  const detectIn: Detect = (part, context) => detect(part, indexOf(catalogue), context).filter(isStrong);
  const [codes, setCodes] = useState(() => codesIn(text, detectIn).join(' '));
  return (
    <>
      <label htmlFor={field}>The codes that should be found in it</label>
      <input
        id={field}
        value={codes}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setCodes(event.currentTarget.value)}
      />
      <CopyCase
        lineOf={async () => pasteLine(text, codes.split(/[\s,;]+/).filter(Boolean), catalogue, detectIn)}
      >
        Nothing is sent.
      </CopyCase>
    </>
  );
}
