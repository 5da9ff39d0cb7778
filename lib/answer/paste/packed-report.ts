import type { Catalogue } from '../../catalogue/catalogue.ts';
import { withDetail } from '../explain/detail-verdict.ts';
import type { PasteReport } from './decode-paste.ts';

/** A report with entry keys instead of entries, to keep messages from the worker to its page small. */
export type PackedReport = ReturnType<typeof packReport>;

export function packReport(report: PasteReport) {
  return {
    ...report,
    findings: report.findings.map((finding) => ({
      ...finding,
      entry: finding.entry?.key ?? null,
      /** Sent separately because the nearby text may have changed it. */
      verdict: finding.entry?.verdict,
      others: finding.others.map(({ key }) => key),
    })),
  };
}

export function unpackReport(
  report: PackedReport,
  { byKey }: Catalogue,
): PasteReport {
  return {
    ...report,
    findings: report.findings.map(({ verdict, ...finding }) => {
      const own = byKey.get(finding.entry ?? '');

      return {
        ...finding,
        entry: own && verdict ? withDetail(own, finding.detail, verdict) : null,
        others: finding.others.flatMap((key) => byKey.get(key) ?? []),
      };
    }),
  };
}
