// node scripts/setup.mjs [--browsers] [SCRIPT ARGUMENTS…]
// Installs what is missing, so that every command works from a fresh clone, and then runs the script with the project's own
// Node. Plain JavaScript: it must run on Node 20, before that Node is there. Prints nothing to stdout: `--json` commands own it.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const APT = '/usr/bin/apt-get';
const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const [, , ...given] = process.argv;
const needsBrowsers = given[0] === '--browsers';
const script = needsBrowsers ? given.slice(1) : given;

if (packagesAreOutdated()) {
  oneAtATime(() => {
    if (!packagesAreOutdated()) return;
    say('installing packages …');
    // Not `npm ci`: it refuses a lock file that lacks a binary for another platform, which a partial mirror cannot give.
    if (!run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'])) process.exit(1);
  });
}

if (needsBrowsers && wanted().packages.length > 0) {
  oneAtATime(() => {
    const { browsers, packages } = wanted();
    if (packages.length === 0) return;
    if (!existsSync(APT)) {
      fail(
        `${browsers.join(' and ')} not found. Install Chrome or Chromium and Firefox, or set CHROMIUM_PATH and FIREFOX_PATH.`,
      );
    }
    say(`installing ${packages.join(', ')} …`);
    const done = apt('update') && apt('install', '--yes', '--no-install-recommends', ...packages);
    if (!done && browsers.length > 0) fail(`could not install ${browsers.join(' and ')}`);
  });
}

// A shell that has run one `node` does not look for another, so the second is started from here.
if (script.length > 0) {
  // Node keeps what it made of TypeScript: a command starts in half the time.
  const env = { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node'), ...process.env };
  const child = spawn(ownNode(), script, { stdio: 'inherit', env });
  // Ctrl-C reaches both, and the script decides what it means.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('error', (error) => fail(error.message));
  child.on('exit', (code) => process.exit(code ?? 1));
}

/** npm keeps a record of what it put into node_modules; where that differs from the lock file, something is to do. */
function packagesAreOutdated() {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return true;
  const installed = packagesOf(record);
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).some(
    ([path, { version, optional }]) => path && !optional && installed[path]?.version !== version,
  );
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** Debian's packages of the browsers that `build/browsers.ts` does not find, and of a display for their own menus, where it can be had. */
function wanted() {
  const [chromium, firefox] = browserPaths();
  const browsers = [!existsSync(chromium) && 'chromium', !existsSync(firefox) && 'firefox-esr'].filter(
    Boolean,
  );
  const display = existsSync(APT)
    ? [!existsSync('/usr/bin/Xvfb') && 'xvfb', !existsSync('/usr/bin/xdotool') && 'xdotool'].filter(Boolean)
    : [];
  return { browsers, packages: [...browsers, ...display] };
}

/** The project's own Node reads the paths: they stand in TypeScript. */
function browserPaths() {
  const url = new URL('../build/browsers.ts', import.meta.url).href;
  const script = `import(${JSON.stringify(url)}).then((b) => console.log(JSON.stringify([b.chromiumPath(), b.firefoxPath()])))`;
  const { stdout, stderr, status } = spawnSync(ownNode(), ['-e', script], { encoding: 'utf8' });
  if (status !== 0) fail(`the project's own Node does not start: ${stderr}`);
  return JSON.parse(stdout);
}

function ownNode() {
  return join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** Two commands started together must not run `npm install` over each other: the second waits for the first. */
function oneAtATime(work) {
  const lock = join(tmpdir(), `errata-setup-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`);
  const owner = join(lock, 'pid');
  // Names what it made: nothing where the folder was there.
  while (mkdirSync(lock, { recursive: true }) === undefined) {
    if (existsSync(owner) && !isAlive(Number(readFileSync(owner, 'utf8'))))
      rmSync(lock, { recursive: true, force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
  }
  writeFileSync(owner, String(process.pid));
  process.once('exit', () => rmSync(lock, { recursive: true, force: true }));
  work();
  rmSync(lock, { recursive: true, force: true });
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function apt(...args) {
  const [command, ...rest] = process.getuid?.() === 0 ? [APT] : ['sudo', '-n', APT];
  return run(command, [...rest, '-qq', ...args]);
}

/** Runs with its stdout on our stderr; false where it fails. */
function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) say(`"${command} ${args.join(' ')}" failed${error ? `: ${error.message}` : ''}`);
  return status === 0;
}

function say(line) {
  console.error(`errata: ${line}`);
}

function fail(line) {
  say(line);
  process.exit(1);
}
