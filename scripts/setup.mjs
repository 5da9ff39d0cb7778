// Installs what is missing, so that every command works from a fresh clone. Plain JavaScript: it must run on Node 20,
// before the project's own Node is there. Prints nothing to stdout: `--json` commands own it.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const stamp = join(root, 'node_modules/.errata-lock');
const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');

function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (status === 0) return;
  console.error(`errata: "${command} ${args.join(' ')}" failed${error ? `: ${error.message}` : ''}`);
  process.exit(status ?? 1);
}

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  console.error('errata: installing packages …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(stamp, lock);
}

if (process.argv.includes('--browsers')) {
  const { chromiumPath, firefoxPath } = await importTs('build/browsers.ts');
  const missing = [chromiumPath(), firefoxPath()].filter((path) => !existsSync(path));
  if (missing.length > 0) {
    if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) {
      console.error('errata: install Chrome (or Chromium) and Firefox, or set CHROMIUM_PATH and FIREFOX_PATH.');
      process.exit(1);
    }
    console.error('errata: installing Chromium and Firefox …');
    const sudo = process.getuid?.() === 0 ? [] : ['sudo'];
    const apt = (...args) => run([...sudo, 'apt-get'][0], [...sudo.slice(1), ...(sudo.length ? ['apt-get'] : []), '-qq', ...args]);
    apt('update');
    apt('install', '-y', 'chromium', 'firefox-esr');
  }
}

/** The paths live in TypeScript; the project's own Node reads it. */
async function importTs(path) {
  const script = `import(${JSON.stringify(join(root, path))}).then((m) => process.stdout.write(JSON.stringify([m.chromiumPath(), m.firefoxPath()])))`;
  const { stdout } = spawnSync(join(root, 'node_modules/.bin/node'), ['-e', script], { encoding: 'utf8' });
  const [chromium, firefox] = JSON.parse(stdout);
  return { chromiumPath: () => chromium, firefoxPath: () => firefox };
}
