import {
  appendFileSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../build/run.ts';
import {
  checkLinks,
  isOffline,
  listAddresses,
  recordLinks,
} from '../build/sources/check-links.ts';
import {
  checkSources,
  type LoadPage,
  listReadSources,
  recordReads,
} from '../build/sources/check-sources.ts';
import { UnreadableError } from '../build/sources/compare.ts';
import {
  formatChecks,
  formatLinks,
} from '../build/sources/differences-report.ts';
import { createDrafts } from '../build/sources/drafts.ts';
import { askAddress, fetchPage } from '../build/sources/fetch-page.ts';
import { resolveCliPath } from '../cli/cli-path.ts';
import { fail, parseArguments, readDataOrExit } from '../cli/command-line.ts';
import { toTerminalText } from '../cli/explain/terminal-layout.ts';

// `npm run sources`: reads the pages of the sources, compares them with the claims of data/, and asks whether all addresses
// still answer. The only command that uses the network. Exit status 1 if there is a difference, a page that cannot be read,
// or no network; without a network nothing is written.
const USAGE = 'npm run sources -- [SOURCE…] [--json] [--write] [--from DIR]';
const { values, positionals } = parseArguments(USAGE);
const { sourceData } = readDataOrExit();
const readable = listReadSources(sourceData);
const ids = new Set(sourceData.sources.map(({ id }) => id));
const unknown = positionals.find((id) => !ids.has(id));
if (unknown) fail(`There is no source "${unknown}".\n\nUsage: ${USAGE}`);

const chosen = new Set(positionals.length > 0 ? positionals : ids);
const { from } = values;
const addresses = listAddresses(sourceData, chosen);
const links = from === undefined ? await checkLinks(addresses, askAddress) : [];
const offline = isOffline(links);

const checks = offline
  ? []
  : await checkSources(
      readable.filter(({ id }) => chosen.has(id)),
      sourceData,
      from === undefined
        ? (_, url) => fetchPage(url)
        : readCopies(resolveCliPath(from)),
    );

console.log(
  values.json
    ? JSON.stringify({ sources: checks, addresses: links }, null, 2)
    : toTerminalText(formatReport()),
);

if (values.write && !offline) writeResults();

const isDifferent = checks.some(
  ({ differences, unreadable }) => unreadable || differences.length > 0,
);

if (offline || isDifferent) process.exitCode = 1;

function formatReport(): string {
  if (offline) return formatLinks(links);

  return [
    formatChecks(checks),
    ...(links.length > 0 ? [formatLinks(links)] : []),
  ].join('\n\n');
}

function writeResults(): void {
  const today = new Date().toISOString().slice(0, 10);
  const write = (name: string, content: string) =>
    writeFileSync(join(ROOT, 'data', name), content);

  write('source-reads.json', recordReads(checks, sourceData, today));

  if (links.length > 0) {
    const cited = new Set(listAddresses(sourceData).map(({ url }) => url));
    write(
      'source-links.json',
      recordLinks(links, sourceData.links, cited, today),
    );
  }

  for (const [file, yaml] of createDrafts(checks, sourceData))
    appendFileSync(join(ROOT, 'data', file), yaml);
}

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
