// node scripts/setup.mjs [--browsers] [SCRIPT ARGUMENTS…]
// Installs missing dependencies, so that every command works from a fresh clone, then runs the script with the
// project's own Node. Plain JavaScript, because it must run on Node 20 before that Node is installed. Prints nothing to
// stdout, which `--json` commands use.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const APT = '/usr/bin/apt-get';
const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const [, , ...given] = process.argv;
const needsBrowsers = given[0] === '--browsers';
const script = needsBrowsers ? given.slice(1) : given;

oneAtATime(packagesAreOutdated, () => {
  say('installing packages …');

  // Not `npm ci`, which rejects a lock file without the binaries of another platform. A partial mirror lacks those.
  if (
    !run('npm', [
      'install',
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ])
  )
    process.exit(1);

  // `.npmrc` turns off the scripts of packages. Only `node` needs its own, which places the binary.
  if (
    !run('npm', [
      'rebuild',
      'node',
      '--ignore-scripts=false',
      '--loglevel=error',
    ])
  )
    process.exit(1);
});

oneAtATime(
  () => needsBrowsers && wanted().packages.length > 0,
  () => {
    const { browsers, packages } = wanted();

    if (!existsSync(APT))
      fail(
        `${browsers.join(' and ')} not found. Install Chrome or Chromium and Firefox, or set CHROMIUM_PATH and FIREFOX_PATH.`,
      );

    say(`installing ${packages.join(', ')} …`);

    const done =
      apt('update') &&
      apt('install', '--yes', '--no-install-recommends', ...packages);

    if (!done && browsers.length > 0)
      fail(`could not install ${browsers.join(' and ')}`);
  },
);

// A shell caches the path of `node`, so start the other one explicitly.
if (script.length > 0) {
  // Node's compile cache for TypeScript halves the start time of a command.
  const env = {
    NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node'),
    ...process.env,
  };

  const child = spawn(ownNode(), script, { stdio: 'inherit', env });

  // Ctrl-C reaches both processes. The script handles it.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('error', (error) => fail(error.message));
  child.on('exit', (code) => process.exit(code ?? 1));
}

/** Returns true if npm's record of installed packages differs from the lock file. */
function packagesAreOutdated() {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record) || !existsSync(ownNode())) return true;

  const installed = readJson(record).packages;

  return Object.entries(
    readJson(join(root, 'package-lock.json')).packages,
  ).some(
    ([path, { version, optional }]) =>
      path && !optional && installed[path]?.version !== version,
  );
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Returns the Debian packages of missing browsers and of a virtual display for native menus, if available. */
function wanted() {
  const known = readJson(join(root, 'build/browser-paths.json'));

  const {
    CHROMIUM_PATH: chromium = known.chromium,
    FIREFOX_PATH: firefox = known.firefox,
  } = process.env;

  const listMissing = (paths) =>
    Object.keys(paths).filter((name) => ![paths[name]].flat().some(existsSync));

  const browsers = listMissing({ chromium, 'firefox-esr': firefox });
  const tools = { xvfb: '/usr/bin/Xvfb', xdotool: '/usr/bin/xdotool' };
  const display = existsSync(APT) ? listMissing(tools) : [];

  return { browsers, packages: [...browsers, ...display] };
}

function ownNode() {
  return join(
    root,
    'node_modules/node/bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
}

/** Works if it is needed, under a lock, so that a second command waits and does not run `npm install` at the same time. */
function oneAtATime(isNeeded, work) {
  if (!isNeeded()) return;

  const lock = join(
    tmpdir(),
    `errata-setup-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`,
  );

  const owner = join(lock, 'pid');

  // `mkdirSync` returns undefined if the folder already exists.
  while (mkdirSync(lock, { recursive: true }) === undefined) {
    if (existsSync(owner) && !isAlive(Number(readFileSync(owner, 'utf8'))))
      rmSync(lock, { recursive: true, force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
  }

  writeFileSync(owner, String(process.pid));
  process.once('exit', () => rmSync(lock, { recursive: true, force: true }));
  if (isNeeded()) work();
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
  const [command, ...rest] =
    process.getuid?.() === 0 ? [APT] : ['sudo', '-n', APT];
  return run(command, [...rest, '-qq', ...args]);
}

/** Runs a command with its stdout redirected to stderr. Returns false if it fails. */
function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });

  if (status !== 0)
    say(
      `"${command} ${args.join(' ')}" failed${error ? `: ${error.message}` : ''}`,
    );

  return status === 0;
}

function say(line) {
  console.error(`errata: ${line}`);
}

function fail(line) {
  say(line);
  process.exit(1);
}
