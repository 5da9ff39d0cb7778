import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { getAgreeingSources } from '../../lib/answer/format/explanation-text.ts';
import { formatRetry } from '../../lib/answer/format/verdict-text.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import {
  AUDIT_KINDS,
  type AuditFinding,
  auditText,
} from '../../lib/checks/audit/audit.ts';
import { resolveCliPath } from '../cli-path.ts';
import { InputError } from '../explain/input.ts';
import { createHelp, parseWith, UsageError } from '../explain/options.ts';
import { type CommandSetting, writeOutput } from '../explain/output.ts';
import { toTerminalText } from '../explain/terminal-layout.ts';

const MAX_SOURCES = 3;
/** git takes a file for binary if a NUL is in so much of it. */
const BINARY_UNITS = 8_000;
const OPTIONS = {
  ignore: { type: 'string', multiple: true, default: [] as string[] },
  json: { type: 'boolean', default: false },
  sarif: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Returns the exit status. @throws UsageError, InputError, or the error of a path that can't be read */
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

  const catalogue = setting.getCatalogue();
  const listed = positionals.map((path) => listFiles(path, values.ignore));
  let skipped = listed.reduce((sum, { unreadable }) => sum + unreadable, 0);
  const paths = new Set(listed.flatMap(({ files }) => files));

  const findings = [...paths].flatMap((path): FileFinding[] => {
    const file =
      path === 0
        ? 'stdin'
        : relative(resolveCliPath('.'), path).split(sep).join('/');

    const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');

    if (text.slice(0, BINARY_UNITS).includes('\0')) {
      skipped++;
      return [];
    }

    return auditText(text, file, catalogue).map((found) => {
      const urls = getAgreeingSources(found.entry, catalogue).flatMap(
        ({ url }) => url ?? [],
      );
      return { file, ...found, sources: urls.slice(0, MAX_SOURCES) };
    });
  });

  if (skipped > 0)
    setting.streams.stderr.write(
      `Skipped, because they can't be read as text: ${skipped}\n`,
    );

  const format = values.json
    ? formatJson
    : values.sarif
      ? formatSarif
      : formatFindings;

  return writeOutput(
    stdout,
    format(findings, catalogue),
    findings.length > 0 ? 1 : 0,
  );
}

/**
 * Lists a file, 0 for standard input, or the texts of a folder that can have a code, as git sees it, also outside a
 * repository. Counts what is unreadable in it.
 */
function listFiles(
  name: string,
  globs: readonly string[],
): { files: (string | 0)[]; unreadable: number } {
  const path = name === '-' || name === '/dev/stdin' ? 0 : resolveCliPath(name);
  if (path === 0 || !statSync(path).isDirectory())
    return { files: [path], unreadable: 0 };

  const excluded = ['node_modules', ...globs].flatMap((name) => {
    const glob = `:(exclude,glob)${/\/./.test(name) ? '' : '**/'}${name.replace(/\/$/, '')}`;
    return [glob, `${glob}/**`];
  });

  const args = [
    'grep',
    '--no-index',
    '--exclude-standard',
    '-lzIE',
    '[0-9]{3}',
    '--',
    '.',
    ...excluded,
  ];

  const env = { ...process.env, LC_ALL: 'C' };

  const options = {
    cwd: path,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env,
  } as const;

  const { stdout, stderr, status, error } = spawnSync('git', args, options);

  if (error)
    throw new InputError(
      'Audit needs git to read a folder. Pass files instead.',
    );

  if ((status ?? 2) > 1)
    throw new InputError(`git can't read ${name}. Is a glob invalid?`);

  const files = stdout
    .split('\0')
    .flatMap((file) => (file === '' ? [] : resolve(path, file)));

  return {
    files,
    unreadable: new Set(stderr.match(/(?<!access )'.*': Permission denied$/gm))
      .size,
  };
}

/** A finding in a file, which is named relative to the working directory, with slashes. */
type FileFinding = AuditFinding & { file: string; sources: readonly string[] };

function formatJson(findings: readonly FileFinding[]): string {
  const rows = findings.map(
    ({ file, line, code, kind, said, entry: { key, title }, sources }) => {
      return { file, line, code, kind, said, entry: key, title, sources };
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
    return `“${said}” lists ${code} (${entry.title}): its verdict is ${formatRetry(entry)}`;

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
    const text = `${file}:${line}: ${explainFinding(found)}\n    ${[entry.key, ...sources].join(' ')}`;
    return `${toTerminalText(text)}\n`;
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
    const { file, line: startLine, kind: ruleId, sources } = found;

    const physicalLocation = {
      artifactLocation: { uri: encodeURI(file) },
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
