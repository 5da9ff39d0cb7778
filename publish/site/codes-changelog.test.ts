import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCodeChanges } from './codes-changelog.ts';

let dir = '';
const git = (cwd: string, day: string, ...args: string[]) =>
  execFileSync(
    'git',
    ['-c', 'user.name=A', '-c', 'user.email=a@acme.example', ...args],
    {
      cwd,
      env: {
        ...process.env,
        GIT_AUTHOR_DATE: `${day}T12:00:00Z`,
        GIT_COMMITTER_DATE: `${day}T12:00:00Z`,
      },
      stdio: 'pipe',
    },
  );

function commit(day: string, entries: string) {
  const repo = join(dir, 'repo');
  mkdirSync(join(repo, 'data/acme'), { recursive: true });
  writeFileSync(
    join(repo, 'data/acme/api.yaml'),
    `provider: acme\napi: api\nentries:\n${entries}`,
  );
  git(repo, day, 'add', '.');
  git(repo, day, 'commit', '--message', 'a');
}

const entry = (code: string, title: string, rest = '') =>
  `  - { code: '${code}', title: ${title}, claims: []${rest} }\n`;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'errata-history-'));
  mkdirSync(join(dir, 'repo'));
  git(join(dir, 'repo'), '2026-11-01', 'init', '--quiet');
  commit(
    '2026-11-01',
    entry('7', 'Out of paper') + entry('8', 'Jam') + entry('9', 'Ink'),
  );
  commit(
    '2026-11-02',
    entry('7', 'Tray is empty') +
      entry('8', 'Jam', ', deprecated: Gone.') +
      entry('10', 'Noise'),
  );
});
afterAll(() => rmSync(dir, { recursive: true }));

test('new, changed, retired and removed codes are listed by day, latest first', () => {
  expect(readCodeChanges(join(dir, 'repo'))).toEqual([
    {
      day: '2026-11-02',
      changes: [
        ['New', ['acme/api/10']],
        ['Changed', ['acme/api/7']],
        ['Retired', ['acme/api/8']],
        ['Removed', ['acme/api/9']],
      ],
    },
  ]);
});
