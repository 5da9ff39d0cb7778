import type { Entry, EntryKey } from '../../data/schema.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Report } from './decode.ts';
import type { Finding } from './finding.ts';

/** A report whose entries are named by their keys, so that little crosses from a worker to its page. */
export interface PackedReport extends Omit<Report, 'findings'> {
  findings: readonly (Omit<Finding, 'entry' | 'others'> & {
    entry: EntryKey | null;
    others: readonly EntryKey[];
  })[];
}

export function packReport(report: Report): PackedReport {
  return {
    ...report,
    findings: report.findings.map((finding) => ({
      ...finding,
      entry: finding.entry?.key ?? null,
      others: finding.others.map(({ key }) => key),
    })),
  };
}

/** @param catalogue The one that the report was made with; keys that it lacks are left out. */
export function unpackReport(report: PackedReport, { byKey }: Catalogue): Report {
  const entryOf = (key: EntryKey): Entry[] => {
    const entry = byKey.get(key);
    return entry ? [entry] : [];
  };
  return {
    ...report,
    findings: report.findings.map((finding) => ({
      ...finding,
      entry: (finding.entry && byKey.get(finding.entry)) || null,
      others: finding.others.flatMap(entryOf),
    })),
  };
}
