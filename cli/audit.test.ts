import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, expect, it } from 'vitest';
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

/** The names of files with findings, relative to the folder. */
async function listFound(...args: readonly string[]): Promise<string[]> {
  const { out } = await runAudit('--json', ...args);
  const { findings } = JSON.parse(out) as { findings: { file: string }[] };
  return findings
    .map(({ file }) => relative(folder, resolveCliPath(file)))
    .sort();
}

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

it('says how many files it skips, with the same status', async () => {
  const binary = join(folder, 'src/binary.ts');
  writeFileSync(binary, `\0${WRONG}`);
  const { code, out, err } = await runAudit(binary);
  expect({ code, out }).toEqual({ code: 0, out: '' });
  expect(err).toMatch(/^Skipped, .*: 1\n$/);
  expect(await listFound(join(folder, 'src'))).not.toContain('src/binary.ts');
  rmSync(binary);
});

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
    stderr: expect.stringMatching(/^Skipped, .*: 2\n$/),
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
