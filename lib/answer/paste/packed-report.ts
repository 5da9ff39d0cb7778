import type { Catalogue } from '../../catalogue/catalogue.ts';
import { decideAtOnce } from '../explain/decide-row.ts';
import { withDetail } from '../explain/detail-verdict.ts';
import type { Explanation } from '../explain/explanation.ts';
import type { PasteReport } from './decode-paste.ts';

/** A report with entry keys instead of entries, to keep messages from the worker to its page small. */
export type PackedReport = ReturnType<typeof packReport>;

export function packReport(report: PasteReport) {
  return {
    ...report,
    findings: report.findings.map((finding) => ({
      ...finding,
      entry: finding.entry?.key ?? null,
      row: finding.row
        ? {
            ...finding.row,
            entry: null,
            /** Sent separately because the nearby text may have changed it. */
            verdict: finding.row.entry.verdict,
          }
        : null,
      others: finding.others.map(({ key }) => key),
    })),
  };
}

export function unpackReport(
  report: PackedReport,
  catalogue: Catalogue,
): PasteReport {
  return {
    ...report,
    findings: report.findings.map((finding) => ({
      ...finding,
      ...unpackRow(finding, catalogue),
      others: finding.others.flatMap((key) => catalogue.byKey.get(key) ?? []),
    })),
  };
}

function unpackRow(
  { entry, row, detail }: PackedReport['findings'][number],
  catalogue: Catalogue,
): Required<Pick<Explanation, 'entry' | 'row' | 'detail'>> {
  const own = catalogue.byKey.get(entry ?? '') ?? null;

  // A state, or what only a wording tells, has no row.
  if (!own || !row) return { entry: own, row: null, detail };

  const { verdict, ...failure } = row;
  const read = { ...failure, entry: withDetail(own, detail, verdict) };
  return { ...decideAtOnce(read, detail, catalogue), row: read };
}
