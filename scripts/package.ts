// `npm run package [-- --lint]`: builds the store packages in .output/: a zip each for the Chrome Web Store, Edge and
// AMO, and AMO's source archive.
// `npm run build-for-amo`: only the zip for AMO, as its reviewers build it from that archive.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createArchive, listFilesBelow } from '../build/archive.ts';
import { fail, parseArguments } from './command-line.ts';
import { ROOT, runTool } from './run.ts';

const LINTER = 'addons-linter@10.13.0';

const { values } = parseArguments(
  { options: { amo: { type: 'boolean', default: false }, lint: { type: 'boolean', default: false } } },
  'Usage: npm run package [-- --lint]',
);
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
const [, changed] = /^## (\S+)/m.exec(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8')) ?? [];
if (changed !== version)
  fail(`CHANGELOG.md begins with ${changed ?? 'no version'}, package.json has ${version}.`);

if (!values.amo) {
  const chrome = createZip('chrome-mv3', 'build');
  writeZip('chrome', chrome);
  writeZip('edge', chrome);
}
writeZip('firefox', createZip('firefox-mv3', 'build', '-b', 'firefox', '--mv3'));
if (!values.amo) writeZip('sources', createArchive(ROOT, listCommitted()));
if (values.lint && !passesLinter('firefox-mv3')) process.exitCode = 1;

function createZip(folder: string, ...build: string[]): Uint8Array {
  if (!runTool('wxt', ...build)) fail('The build failed.');
  const path = join(ROOT, '.output', folder);
  return createArchive(path, listFilesBelow(path));
}

/** Lists the committed files. Fails if there are uncommitted changes, which the reviewers could not see. */
function listCommitted(): string[] {
  const listFiles = (...args: string[]) =>
    spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' }).stdout?.split('\0').filter(Boolean) ?? [];
  const changed = listFiles('status', '--porcelain', '-z', '--untracked-files=no');
  if (changed.length > 0) fail(`Commit first; these differ from the last commit:\n${changed.join('\n')}`);
  const files = listFiles('ls-files', '-z');
  return files.length > 0 ? files : fail('The source archive is made from a git checkout.');
}

function writeZip(what: string, zip: Uint8Array): void {
  const name = `errata-${version}-${what}.zip`;
  writeFileSync(join(ROOT, '.output', name), zip);
  console.log(`${createHash('sha256').update(zip).digest('hex')}  .output/${name}  ${zip.length} bytes`);
}

/** Runs AMO's linter. It is larger than all other dependencies together, so it is downloaded on demand. */
function passesLinter(folder: string): boolean {
  const args = ['--yes', LINTER, '--warnings-as-errors', join(ROOT, '.output', folder)];
  return spawnSync('npx', args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
}
