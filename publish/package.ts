// `npm run package [-- --lint]`: builds the packages in .output/: a zip each for the Chrome Web Store, Edge and AMO,
// AMO's source archive, and the tarball for npm.
// `npm run package -- --npm`: only the tarball for npm.
// `npm run build-for-amo`: only the zip for AMO, as its reviewers build it from that archive.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT, runTool } from '../build/run.ts';
import { fail, parseArguments } from '../cli/command-line.ts';
import { createNpmTarball } from './npm/npm-package.ts';
import { listFilesBelow, zipFiles } from './package/zip-files.ts';

const OUTPUT = join(ROOT, '.output');
const LINTER = 'addons-linter@10.13.0';

const { values } = parseArguments(
  'npm run package -- [--lint] [--npm] [--amo]',
);
const { version } = JSON.parse(
  readFileSync(join(ROOT, 'package.json'), 'utf8'),
) as {
  version: string;
};
const [, changed] =
  /^## (\S+)/m.exec(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8')) ?? [];
if (changed !== version)
  fail(
    `CHANGELOG.md begins with ${changed ?? 'no version'}, package.json has ${version}.`,
  );

const isForAll = !values.amo && !values.npm;
if (isForAll) {
  const chrome = createZip('chrome-mv3', 'build');
  writeZip('chrome', chrome);
  writeZip('edge', chrome);
}
if (!values.npm)
  writeZip(
    'firefox',
    createZip('firefox-mv3', 'build', '-b', 'firefox', '--mv3'),
  );
if (isForAll) writeZip('sources', zipFiles(ROOT, listCommitted()));
if (!values.amo) {
  const tarball = await createNpmTarball(OUTPUT);
  printChecksum(basename(tarball), readFileSync(tarball));
}
if (values.lint && !passesLinter('firefox-mv3')) process.exitCode = 1;

function createZip(folder: string, ...build: string[]): Uint8Array {
  if (!runTool('wxt', ...build)) fail('The build failed.');
  const path = join(OUTPUT, folder);
  return zipFiles(path, listFilesBelow(path));
}

/** Lists the committed files. Fails if there are uncommitted changes, which the reviewers could not see. */
function listCommitted(): string[] {
  const listFiles = (...args: string[]) =>
    spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' })
      .stdout?.split('\0')
      .filter(Boolean) ?? [];

  const changed = listFiles(
    'status',
    '--porcelain',
    '-z',
    '--untracked-files=no',
  );

  if (changed.length > 0)
    fail(
      `Commit first; these differ from the last commit:\n${changed.join('\n')}`,
    );

  const files = listFiles('ls-files', '-z');

  return files.length > 0
    ? files
    : fail('The source archive is made from a git checkout.');
}

function writeZip(what: string, zip: Uint8Array): void {
  const name = `errata-${version}-${what}.zip`;
  writeFileSync(join(OUTPUT, name), zip);
  printChecksum(name, zip);
}

function printChecksum(name: string, content: Uint8Array): void {
  console.log(
    `${createHash('sha256').update(content).digest('hex')}  .output/${name}  ${content.length} bytes`,
  );
}

/** Runs AMO's linter. It is larger than all other dependencies together, so it is downloaded on demand. */
function passesLinter(folder: string): boolean {
  const args = ['--yes', LINTER, '--warnings-as-errors', join(OUTPUT, folder)];

  return (
    spawnSync('npx', args, {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    }).status === 0
  );
}
