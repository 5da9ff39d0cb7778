import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Too large for the project's own dependencies: they are installed where a test first needs them. */
const VERSIONS = { 'node-red': '5.0.7' } as const;

const MODULES = join(import.meta.dirname, '../../node_modules');

/** Installs an application where it is not yet, and gives its folder. */
export function installed(name: keyof typeof VERSIONS): string {
  const folder = join(MODULES, '.cache/apps', `${name}-${VERSIONS[name]}`);
  const home = join(folder, 'node_modules', name);
  // npm writes its record last.
  if (existsSync(join(folder, 'node_modules/.package-lock.json'))) return home;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  console.error(`errata: installing ${name} ${VERSIONS[name]} …`);
  const options = ['--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', ['install', `${name}@${VERSIONS[name]}`, ...options], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    // What a package builds is for the Node that will run it.
    env: { ...process.env, PATH: `${join(MODULES, '.bin')}${delimiter}${process.env.PATH}` },
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`${name} ${VERSIONS[name]} could not be installed`);
  return home;
}
