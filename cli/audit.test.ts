import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, expect, it, onTestFinished, vi } from 'vitest';
import { readCatalogue } from '../build/read-catalogue.ts';
import { createCatalogue } from '../lib/catalogue/catalogue.ts';
import { runExplain } from '../tests/fixtures/run-explain.ts';
import { resolveCliPath } from './cli-path.ts';

const catalogue = createCatalogue(readCatalogue());
const folder = mkdtempSync(join(tmpdir(), 'errata-audit-'));
const WRONG = "// WhatsApp\nconst MESSAGES = { 131031: 'Template paused' };\n";
const RIGHT = "// WhatsApp\nconst MESSAGES = { 131031: 'Account locked' };\n";
const FILES = {
  'src/wrong.ts': WRONG,
  'src/deep/also.ts': WRONG,
  'src/right.ts': RIGHT,
  'build/out.js': WRONG,
  'node_modules/x/index.js': WRONG,
  '.gitignore': 'build/\n',
};
for (const [file, content] of Object.entries(FILES)) {
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(join(folder, file), content);
}
afterAll(() => rmSync(folder, { recursive: true }));

const runAudit = (...args: readonly string[]) =>
  runExplain(['audit', ...args], catalogue);

const listSources = async (file: string): Promise<string[]> => {
  const { out } = await runAudit('--json', file);
  return JSON.parse(out).findings[0].sources;
};

/** The names of files with findings, relative to the folder. */
async function listFound(...args: readonly string[]): Promise<string[]> {
  const { out } = await runAudit('--json', ...args);
  const { findings } = JSON.parse(out) as { findings: { file: string }[] };
  return findings
    .map(({ file }) => relative(folder, resolveCliPath(file)))
    .sort();
}

it('names each page of its sources once', async () => {
  const file = join(folder, 'src/undeliverable.ts');
  writeFileSync(file, WRONG.replaceAll('131031', '131026'));
  onTestFinished(() => rmSync(file));

  const sources = await listSources(file);

  expect(sources.length).toBeGreaterThan(1);
  expect(new Set(sources).size).toBe(sources.length);
});

it('reports file, line, what is said and what is true, with the source', async () => {
  const { code, out } = await runAudit(join(folder, 'src/wrong.ts'));
  expect(code).toBe(1);
  expect(out).toMatch(
    /src\/wrong\.ts:2: 131031 is “Account has been locked”, not “Template paused”; .*132015/,
  );
  expect(out).toMatch(/meta\/cloud\/131031 .*https:\/\//);
  expect(await runAudit(join(folder, 'src/right.ts'))).toEqual({
    code: 0,
    out: '',
    err: '',
  });
});

it('prints JSON, and SARIF with the same findings', async () => {
  const { out } = await runAudit(join(folder, 'src/wrong.ts'), '--json');
  const file = relative(resolveCliPath('.'), join(folder, 'src/wrong.ts'));
  const [finding] = JSON.parse(out).findings;
  expect(finding).toEqual({
    file,
    line: 2,
    code: '131031',
    kind: 'meaning',
    said: 'Template paused',
    entry: 'meta/cloud/131031',
    title: 'Account has been locked',
    sources: expect.arrayContaining([expect.stringMatching(/^https:/)]),
  });
  const sarif = JSON.parse(
    (await runAudit(join(folder, 'src/wrong.ts'), '--sarif')).out,
  );
  expect(sarif.version).toBe('2.1.0');
  const [result] = sarif.runs[0].results;
  expect(
    sarif.runs[0].tool.driver.rules.map(({ id }: { id: string }) => id),
  ).toContain(result.ruleId);
  expect(result.message.text).toMatch(/^131031 is .*\nhttps:/);
  expect(result.locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: file },
    region: { startLine: 2 },
  });
});

it.each(['a folder', 'a repository'])(
  'leaves out what .gitignore and --ignore name, in %s',
  async (place) => {
    if (place === 'a repository')
      execFileSync('git', ['init', '-q'], { cwd: folder });
    expect(await listFound(folder)).toEqual([
      'src/deep/also.ts',
      'src/wrong.ts',
    ]);
    expect(await listFound(join(folder, 'src'), '--ignore', 'deep/**')).toEqual(
      ['src/wrong.ts'],
    );
    expect(await listFound(folder, '--ignore', 'deep')).toEqual([
      'src/wrong.ts',
    ]);
    expect(await listFound(folder, '--ignore', 'deep/')).toEqual([
      'src/wrong.ts',
    ]);
    expect(await listFound(folder, '--ignore', 'src/deep')).toEqual([
      'src/wrong.ts',
    ]);
    expect(
      await listFound(folder, '--ignore', 'also.ts', '--ignore', 'wrong.*'),
    ).toEqual([]);
    expect(await listFound(join(folder, 'build/out.js'))).toEqual([
      'build/out.js',
    ]);
  },
);

it('reads files of a folder that have codes of three digits only', async () => {
  const short = join(folder, 'short');
  mkdirSync(short);
  writeFileSync(
    join(short, 'codes.ts'),
    "// WhatsApp\nconst M = { 190: 'Template paused' };\n",
  );
  expect(await listFound(short)).toEqual(['short/codes.ts']);
  rmSync(short, { recursive: true });
});

/** Audits in a folder with these files, as a user who starts the command there. */
function auditFolder(
  files: Readonly<Record<string, string>>,
  args: readonly string[] = ['.'],
  env: Readonly<Record<string, string>> = {},
) {
  const own = mkdtempSync(join(tmpdir(), 'errata-audited-'));
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(own, { recursive: true });
  });
  for (const [name, content] of Object.entries(files))
    writeFileSync(Buffer.from(`${own}/${name}`, 'latin1'), content);

  // Only in a repository, git reads .gitattributes.
  execFileSync('git', ['init', '-q'], { cwd: own });
  vi.stubEnv('INIT_CWD', own);
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);

  return runAudit(...args);
}

const canNameBytes = process.platform === 'linux';

it.skipIf(!canNameBytes)(
  'reads a file whose name is no UTF-8, and goes on',
  async () => {
    const files = { 'caf\xe9.ts': WRONG, 'wrong.ts': WRONG };
    const { code, out, err } = await auditFolder(files);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toContain('caf\ufffd.ts:2: ');
    expect(out).toContain('wrong.ts:2: ');
    const sarif = (await auditFolder(files, ['.', '--sarif'])).out;
    expect(sarif).toContain('"uri":"caf%E9.ts"');
  },
);

it.skipIf(!canNameBytes)(
  'names a file in one line, whatever its name',
  async () => {
    const { out } = await auditFolder({ 'a\nb.ts:1: no problem.ts': WRONG });
    expect(out.split('\n').filter((line) => /^\S/.test(line))).toEqual([
      expect.stringMatching(/^a␊b\.ts:1: no problem\.ts:2: 131031 /),
    ]);
  },
);

it('encodes the names of files in SARIF', async () => {
  const { out } = await auditFolder({ 'a#b%20c.ts': WRONG }, ['.', '--sarif']);
  const [result] = JSON.parse(out).runs[0].results;
  expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe(
    'a%23b%2520c.ts',
  );
});

it.each<[args: string[], said: string]>([
  [[], ''],
  [['gone.ts'], 'Skipped gone.ts: File not found\n'],
  [['long.ts'], 'Skipped long.ts: Longer than 20 MB\n'],
  [['gone.ts', 'wrong.ts'], 'Skipped gone.ts: File not found\n'],
  [['.'], 'Skipped long.ts: Longer than 20 MB\n'],
])('says which file it skips and why, and goes on: %j', async (args, said) => {
  const files = { 'wrong.ts': WRONG, 'long.ts': '131031\n'.repeat(3_000_000) };
  const { code, out, err } = await auditFolder(files, ['wrong.ts', ...args]);
  expect(code).toBe(1);
  expect(out).toMatch(/^wrong\.ts:2: 131031 /);
  expect(err.endsWith(said)).toBe(true);
});

it.skipIf(process.platform === 'win32')(
  'does not read a device to its end',
  async () => {
    const { code, err } = await auditFolder({ 'wrong.ts': WRONG }, [
      'wrong.ts',
      '/dev/zero',
    ]);
    expect(code).toBe(1);
    expect(err).toMatch(/^Skipped .*dev\/zero: Longer than 20 MB\n$/);
  },
);

it('ends with 2 if a file that was passed cannot be read, and nothing is found', async () => {
  expect(await auditFolder({}, ['gone.ts'])).toEqual({
    code: 2,
    out: '',
    err: 'Skipped gone.ts: File not found\n',
  });
});

it('counts binary files, also those that are binary by .gitattributes', async () => {
  const files = {
    '.gitattributes': '*.lock binary\n',
    'a.lock': WRONG,
    'b.ts': `\0${WRONG}`,
    'c.ts': WRONG,
  };
  const { code, out, err } = await auditFolder(files);
  expect({ code, err }).toEqual({
    code: 1,
    err: 'Skipped binary files: 2\n',
  });
  expect(out).toMatch(/^c\.ts:2: /);
  expect(await auditFolder(files, ['b.ts'])).toEqual({
    code: 0,
    out: '',
    err: 'Skipped binary files: 1\n',
  });
});

it.each(['color.ui', 'color.grep', 'grep.fullName', 'grep.lineNumber'])(
  'reads a folder whatever the user sets for git: %s',
  async (key) => {
    const value = key.startsWith('color') ? 'always' : 'true';
    const { code, out, err } = await auditFolder({ 'a.ts': WRONG }, ['.'], {
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: key,
      GIT_CONFIG_VALUE_0: value,
    });
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(/^a\.ts:2: /);
  },
);

it('says what git says if it cannot read its configuration', async () => {
  const files = { 'a.ts': WRONG, 'broken.config': '[color\n' };
  const { code, out, err } = await auditFolder(files, ['.'], {
    GIT_CONFIG_GLOBAL: 'broken.config',
  });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^git can't read \.: .*bad config/);
});

it.each(['', ' ', '/', '.', './', '//', './/.'])(
  'refuses --ignore %j, which would ignore everything',
  async (glob) => {
    const { code, out, err } = await runAudit('--ignore', glob, folder);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('--ignore needs a name or a glob');
  },
);

it('says so if nothing of a folder is left to read', async () => {
  const { code, out, err } = await runAudit('--ignore', '*', folder);
  expect({ code, out }).toEqual({ code: 0, out: '' });
  expect(err).toBe(
    `Nothing to audit in ${folder}: no text with a number of three digits that is not ignored\n`,
  );
});

it.skipIf(process.platform === 'win32')(
  'says that standard input is a folder',
  () => {
    const input = openSync(folder, 'r');
    const { status, stderr } = spawnSync(
      process.execPath,
      ['cli/explain.ts', 'audit', '-'],
      { stdio: [input, 'pipe', 'pipe'], encoding: 'utf8' },
    );
    closeSync(input);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'Skipped stdin: This is a folder, not a file\n',
    });
  },
);

// Root can read all files, and another user cannot start a program in root's own folder.
const options = {
  encoding: 'utf8',
  ...(process.getuid?.() === 0 && { uid: 65_534 }),
} as const;
const canStart =
  process.platform !== 'win32' &&
  !spawnSync(process.execPath, ['--version'], options).error;

it.skipIf(!canStart)('says how much of a folder is unreadable', () => {
  const closed = mkdtempSync(join(tmpdir(), 'errata-closed-'));
  chmodSync(closed, 0o755);
  writeFileSync(join(closed, 'wrong.ts'), WRONG);
  writeFileSync(join(closed, 'secret.ts'), WRONG, { mode: 0o000 });
  mkdirSync(join(closed, 'folder'), { mode: 0o000 });
  const { status, stderr } = spawnSync(
    process.execPath,
    ['cli/explain.ts', 'audit', closed],
    options,
  );
  rmSync(closed, { recursive: true });
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: expect.stringMatching(
      /^(?:Skipped \S+(?:secret\.ts|folder\/): Permission denied\n){2}$/,
    ),
  });
});

it.each(process.platform === 'win32' ? ['-'] : ['-', '/dev/stdin'])(
  'reads a pipe like a file: %s',
  (name) => {
    const [program = '', ...args] = [
      process.execPath,
      'cli/explain.ts',
      'audit',
      name,
      '--json',
    ];
    const { stdout, status } = spawnSync(program, args, {
      input:
        '| WhatsApp | Meaning |\n|---|---|\n| 131031 | Template paused |\n',
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(JSON.parse(stdout).findings).toMatchObject([
      { file: 'stdin', line: 3, code: '131031' },
    ]);
  },
);

it.each([
  [[], 'Nothing to audit'],
  [['nowhere'], 'nowhere'],
  [['--frob', '.'], '--frob'],
  [['--json', '--sarif', '.'], 'either'],
])('refuses %j with status 2', async (args, message) => {
  const { code, out, err } = await runAudit(...args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(message);
});

it('has help', async () => {
  const { code, out } = await runAudit('--help');
  expect(code).toBe(0);
  expect(out).toContain('--ignore GLOB');
});
