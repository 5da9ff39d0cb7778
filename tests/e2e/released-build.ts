import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
/** The version that users update from: the last tag, or until there is one, a commit of November 2026. */
const RELEASE = 'ca9d7dc3';
const BUILDS = join(ROOT, '.output/released', RELEASE);

/**
 * Builds the last released version from the repository's history, with the packages of its own lock file, and returns the folder of the
 * unpacked extension. The first time takes a minute. Throws without that history or those packages.
 */
export function buildReleased(build: 'chrome-mv3' | 'firefox-mv3'): string {
  if (existsSync(BUILDS)) return join(BUILDS, build);

  const source = mkdtempSync(join(tmpdir(), 'errata-released-'));

  const run = (cwd: string, command: string, ...args: string[]) =>
    execFileSync(command, args, {
      cwd,
      stdio: ['ignore', 'ignore', 'inherit'],
    });

  try {
    run(ROOT, 'git', 'worktree', 'add', '--detach', source, RELEASE);

    run(
      source,
      'npm',
      'ci',
      '--prefer-offline',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
    );

    const wxt = join(source, 'node_modules/wxt/bin/wxt.mjs');

    run(source, process.execPath, wxt, 'build');
    run(source, process.execPath, wxt, 'build', '-b', 'firefox', '--mv3');
    cpSync(join(source, '.output'), BUILDS, { recursive: true });
  } finally {
    rmSync(source, { recursive: true, force: true });
    run(ROOT, 'git', 'worktree', 'prune');
  }

  return join(BUILDS, build);
}
