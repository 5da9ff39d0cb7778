import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCodesChangelog, readCodeChanges } from './codes-changelog.ts';

let dir = '';
const git = (cwd: string, day: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@acme.example', ...args], {
    cwd,
    env: { ...process.env, GIT_AUTHOR_DATE: `${day}T12:00:00Z`, GIT_COMMITTER_DATE: `${day}T12:00:00Z` },
    stdio: 'pipe',
  });

function commit(day: string, entries: string) {
  const repo = join(dir, 'repo');
  mkdirSync(join(repo, 'data/acme'), { recursive: true });
  writeFileSync(join(repo, 'data/acme/api.yaml'), `provider: acme\napi: api\nentries:\n${entries}`);
  git(repo, day, 'add', '.');
  git(repo, day, 'commit', '--message', 'a');
}

const entry = (code: string, title: string, rest = '') =>
  `  - { code: '${code}', title: ${title}, claims: []${rest} }\n`;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'errata-history-'));
  mkdirSync(join(dir, 'repo'));
  git(join(dir, 'repo'), '2026-11-01', 'init', '--quiet');
  commit('2026-11-01', entry('7', 'Out of paper') + entry('8', 'Jam') + entry('9', 'Ink'));
  commit(
    '2026-11-02',
    entry('7', 'Tray is empty') + entry('8', 'Jam', ', deprecated: Gone.') + entry('10', 'Noise'),
  );
  git(dir, '2026-11-02', 'clone', '--quiet', '--depth', '1', `file://${join(dir, 'repo')}`, 'shallow');
});
afterAll(() => rmSync(dir, { recursive: true }));

test('the changelog names new, changed, retired and removed codes by day, latest first', () => {
  const text = createCodesChangelog(readCodeChanges(join(dir, 'repo')));
  expect(text).toContain(
    `## 2026-11-02

- New (1): acme 10
- Changed (1): acme 7
- Retired (1): acme 8
- Removed (1): acme 9

## 2026-11-01

3 entries`,
  );
  expect(text).not.toContain('shallow');
});

test('the changelog only counts a long list of codes', () => {
  const many = Array.from({ length: 30 }, (_, i) => entry(`${1000 + i}`, 'Stuck')).join('');
  commit('2026-11-03', `${entry('7', 'Tray is empty')}${entry('8', 'Jam', ', deprecated: Gone.')}${many}`);
  expect(createCodesChangelog(readCodeChanges(join(dir, 'repo')))).toContain(
    '- New (30): acme 30 codes\n- Removed (1)',
  );
});

test('the changelog of a shallow clone says that older days are missing', () => {
  const text = createCodesChangelog(readCodeChanges(join(dir, 'shallow')));
  expect(text).toContain('This clone is shallow');
  expect(text).toContain('## 2026-11-02\n\n3 entries');
});
