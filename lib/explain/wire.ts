import type { Entry, EntryKey } from '../../data/schema.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Report } from './decode.ts';
import type { Finding } from './finding.ts';

/** A report whose entries are named by their keys, so that little crosses from a worker to its page. */
export interface PackedReport extends Omit<Report, 'findings'> {
  findings: readonly (Omit<Finding, 'entry' | 'others'> & {
    entry: EntryKey | null;
    /** The words beside the code may have changed it. */
    verdict: Entry['verdict'] | undefined;
    others: readonly EntryKey[];
  })[];
}

export function packReport(report: Report): PackedReport {
  return {
    ...report,
    findings: report.findings.map((finding) => ({
      ...finding,
      entry: finding.entry?.key ?? null,
      verdict: finding.entry?.verdict,
      others: finding.others.map(({ key }) => key),
    })),
  };
}

/** @param catalogue The one that the report was made with; keys that it lacks are left out. */
export function unpackReport(report: PackedReport, { byKey }: Catalogue): Report {
  return {
    ...report,
    findings: report.findings.map(({ verdict, ...finding }) => {
      const own = finding.entry === null ? undefined : byKey.get(finding.entry);
      const next = finding.detail?.next ?? own?.next ?? '';
      return {
        ...finding,
        entry: own && verdict ? { ...own, verdict, next } : null,
        others: finding.others.flatMap((key) => byKey.get(key) ?? []),
      };
    }),
  };
}
