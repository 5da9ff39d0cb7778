import { getAgreeingSources } from '../../lib/answer/format/explanation-text.ts';
import { formatPlan } from '../../lib/answer/format/verdict-text.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import {
  AUDIT_KINDS,
  type AuditFinding,
  auditText,
} from '../../lib/checks/audit/audit.ts';
import { getEntryPlan } from '../../lib/core/published-verdict.ts';
import { createHelp, parseWith, UsageError } from '../explain/options.ts';
import { type CommandSetting, writeOutput } from '../explain/output.ts';
import { toTerminalLine } from '../explain/terminal-layout.ts';
import { type ListedFiles, listFiles } from './list-files.ts';
import { readFileText } from './read-file.ts';

const MAX_SOURCES = 3;
/** Names of skipped files, of which a folder can have many. */
const MAX_SKIPPED_NAMES = 20;
const OPTIONS = {
  ignore: { type: 'string', multiple: true, default: [] as string[] },
  json: { type: 'boolean', default: false },
  sarif: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Returns the exit status. @throws UsageError, InputError */
export async function runAuditCommand(
  args: readonly string[],
  setting: CommandSetting,
): Promise<number> {
  const { stdout } = setting.streams;

  const { values, positionals } = parseWith({
    args: [...args],
    options: OPTIONS,
    allowPositionals: true,
  });

  if (values.help)
    return writeOutput(stdout, createHelp(setting.command, 'audit'));

  if (positionals.length === 0)
    throw new UsageError('Nothing to audit. Pass files or folders.');

  if (values.json && values.sarif)
    throw new UsageError('Use either --json or --sarif, not both.');

  const listed = positionals.map((path) => listFiles(path, values.ignore));
  const catalogue = setting.getCatalogue();
  const { findings, skipped, binaryCount } = auditFiles(listed, catalogue);

  const notes = [
    ...listed.flatMap(({ files, isFolder }, at) =>
      isFolder && files.length === 0
        ? `Nothing to audit in ${positionals[at]}: no text with a number of three digits that is not ignored`
        : [],
    ),
    ...takeSkipped(skipped),
    binaryCount > 0 ? `Skipped binary files: ${binaryCount}` : [],
  ].flat();

  for (const note of notes)
    setting.streams.stderr.write(`${toTerminalLine(note)}\n`);

  return writeOutput(
    stdout,
    selectFormat(values)(findings, catalogue),
    getStatus(findings.length, skipped),
  );
}

function selectFormat({ json, sarif }: { json: boolean; sarif: boolean }) {
  if (json) return formatJson;

  return sarif ? formatSarif : formatFindings;
}

/** A file that was not audited, and why. */
interface SkippedFile {
  name: string;
  reason: string;
  /** The user passed it: without it, the audit is not what was asked for. */
  isNamed: boolean;
}

/** Returns 2 if there is nothing wrong in what was read, but a file that the user passed could not be read. */
function getStatus(
  findingCount: number,
  skipped: readonly SkippedFile[],
): number {
  if (findingCount > 0) return 1;

  return skipped.some(({ isNamed }) => isNamed) ? 2 : 0;
}

function takeSkipped(skipped: readonly SkippedFile[]): readonly string[] {
  const lines = skipped.map(({ name, reason }) => `Skipped ${name}: ${reason}`);
  const left = lines.length - MAX_SKIPPED_NAMES;

  return left > 0
    ? [...lines.slice(0, MAX_SKIPPED_NAMES), `Skipped ${left} more`]
    : lines;
}

interface AuditReport {
  findings: FileFinding[];
  skipped: SkippedFile[];
  binaryCount: number;
}

/** Audits what can be read. A file that cannot be read does not stop the others. */
function auditFiles(
  listed: readonly ListedFiles[],
  catalogue: Catalogue,
): AuditReport {
  const report: AuditReport = { findings: [], skipped: [], binaryCount: 0 };
  const known = new Set<string>();

  for (const { files, unreadable, isFolder, binaryCount } of listed) {
    report.binaryCount += binaryCount;

    for (const name of unreadable)
      report.skipped.push({
        name,
        reason: 'Permission denied',
        isNamed: false,
      });

    for (const file of files) {
      if (!known.has(file.address))
        auditFile(file, !isFolder, catalogue, report);

      known.add(file.address);
    }
  }

  return report;
}

/** @param isNamed The user passed the file, and not a folder. */
function auditFile(
  { name, address, path }: ListedFiles['files'][number],
  isNamed: boolean,
  catalogue: Catalogue,
  report: AuditReport,
): void {
  const read = readFileText(path);

  if ('isBinary' in read) {
    report.binaryCount++;
    return;
  }

  if ('reason' in read) {
    report.skipped.push({ name, reason: read.reason, isNamed });
    return;
  }

  for (const found of auditText(read.text, name, catalogue))
    report.findings.push({
      file: name,
      address,
      ...found,
      sources: findAddresses(found.entry, catalogue),
    });
}

const findAddresses = (
  entry: AuditFinding['entry'],
  catalogue: Catalogue,
): readonly string[] => {
  const urls = getAgreeingSources(entry, catalogue).flatMap(
    ({ url }) => url ?? [],
  );

  // Several sources can be parts of one page.
  return [...new Set(urls)].slice(0, MAX_SOURCES);
};

/** A finding in a file, which is named relative to the working directory, with slashes. */
type FileFinding = AuditFinding & {
  file: string;
  /** The same for SARIF. */
  address: string;
  sources: readonly string[];
};

function formatJson(findings: readonly FileFinding[]): string {
  const rows = findings.map(
    ({ file, line, code, kind, said, entry: { key, title }, sources }) => {
      return {
        file,
        line,
        code,
        kind,
        said,
        entry: key,
        title,
        sources,
      };
    },
  );

  return `${JSON.stringify({ findings: rows })}\n`;
}

/** Says in one sentence what is wrong and what is true. */
function explainFinding({
  code,
  kind,
  said,
  entry,
  other,
}: FileFinding): string {
  if (kind === 'retry')
    return `“${said}” lists ${code} (${entry.title}): its plan is “${formatPlan(getEntryPlan(entry))}”`;

  if (kind === 'retired')
    return `${code} is retired, and ${other?.code} (${other?.title}) replaces it`;

  if (kind === 'provider')
    return `“${said}” lists ${code}, a ${entry.provider} code (${entry.title})`;

  return `${code} is “${entry.title}”, not “${said}”; that is ${other?.code} (${other?.title})`;
}

/** Formats findings for people: two lines each, the second with the sources. */
function formatFindings(findings: readonly FileFinding[]): string {
  const lines = findings.map((found) => {
    const { file, line, entry, sources } = found;
    const place = toTerminalLine(`${file}:${line}: ${explainFinding(found)}`);
    return `${place}\n    ${[entry.key, ...sources].join(' ')}\n`;
  });

  return lines.join('');
}

/** Returns findings as SARIF 2.1.0, which code scanning reads. */
function formatSarif(
  findings: readonly FileFinding[],
  { version }: Catalogue,
): string {
  const rules = Object.entries(AUDIT_KINDS).map(([id, text]) => ({
    id,
    shortDescription: { text },
  }));

  const results = findings.map((found) => {
    const { address, line: startLine, kind: ruleId, sources } = found;

    const physicalLocation = {
      artifactLocation: { uri: address },
      region: { startLine },
    };

    const message = { text: [explainFinding(found), ...sources].join('\n') };

    return {
      ruleId,
      level: 'warning',
      message,
      locations: [{ physicalLocation }],
    };
  });

  const driver = { name: 'whatsapp-errors', version, rules };
  const $schema = 'https://json.schemastore.org/sarif-2.1.0.json';

  return `${JSON.stringify({ $schema, version: '2.1.0', runs: [{ tool: { driver }, results }] })}\n`;
}
