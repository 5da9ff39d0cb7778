import {
  appendFileSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../build/run.ts';
import {
  checkSources,
  type LoadPage,
  listReadSources,
  recordReads,
} from '../build/sources/check-sources.ts';
import { UnreadableError } from '../build/sources/compare.ts';
import { formatChecks } from '../build/sources/differences-report.ts';
import { createDrafts } from '../build/sources/drafts.ts';
import { fetchPage } from '../build/sources/fetch-page.ts';
import { resolveCliPath } from '../cli/cli-path.ts';
import { fail, parseArguments, readDataOrExit } from '../cli/command-line.ts';
import { toTerminalText } from '../cli/explain/terminal-layout.ts';

// `npm run sources`: reads the pages of the sources and compares them with the claims of data/. The only command that uses
// the network. Exit status 1 if there is a difference or a page that cannot be read.
const USAGE = 'npm run sources -- [SOURCE…] [--json] [--write] [--from DIR]';
const { values, positionals } = parseArguments(USAGE);
const { sourceData } = readDataOrExit();
const readable = listReadSources(sourceData);
const chosen = positionals.map(
  (id) =>
    readable.find((source) => source.id === id) ??
    fail(`No program reads a source "${id}".\n\nUsage: ${USAGE}`),
);
const { from } = values;
const checks = await checkSources(
  chosen.length > 0 ? chosen : readable,
  sourceData,
  from === undefined
    ? (_, url) => fetchPage(url)
    : readCopies(resolveCliPath(from)),
);

console.log(
  values.json
    ? JSON.stringify(checks, null, 2)
    : toTerminalText(formatChecks(checks)),
);
if (values.write) {
  const today = new Date().toISOString().slice(0, 10);

  writeFileSync(
    join(ROOT, 'data/source-reads.json'),
    recordReads(checks, sourceData, today),
  );

  for (const [file, yaml] of createDrafts(checks, sourceData))
    appendFileSync(join(ROOT, 'data', file), yaml);
}
if (
  checks.some(
    ({ differences, unreadable }) => unreadable || differences.length > 0,
  )
)
  process.exitCode = 1;

/** Reads `DIR/<source>.<extension>` instead of the network, `DIR/<source>.2.<extension>` for a second page. */
function readCopies(dir: string): LoadPage {
  const names = readdirSync(dir);

  return (id, _, index) => {
    const stem = index > 0 ? `${id}.${index + 1}` : id;
    const name = names.find((one) => one.replace(/\.[a-z]+$/, '') === stem);
    if (!name) throw new UnreadableError('no copy in the folder');
    return readFileSync(join(dir, name), 'utf8');
  };
}
