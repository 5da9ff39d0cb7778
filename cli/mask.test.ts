import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

test('prints the masked text of standard input and nothing else', () => {
  const { stdout, stderr, status } = spawnSync(
    join(ROOT, 'node_modules/.bin/node'),
    ['cli/mask.ts', '-'],
    {
      cwd: ROOT,
      encoding: 'utf8',
      input: 'to +5511987654321: 131026\nACCESS_TOKEN=q1w2e3r4t5\n',
    },
  );
  expect(stderr).toBe('');
  expect(stdout).toBe('to [phone]: 131026\nACCESS_TOKEN=[token]\n');
  expect(status).toBe(0);
});

test('prints its usage, and names a missing file', () => {
  const runMask = (...args: string[]) =>
    spawnSync(join(ROOT, 'node_modules/.bin/node'), ['cli/mask.ts', ...args], {
      cwd: ROOT,
      encoding: 'utf8',
    });
  expect(runMask()).toMatchObject({ status: 2, stdout: '' });
  expect(runMask('not-there.log')).toMatchObject({
    status: 2,
    stdout: '',
    stderr: 'File not found: not-there.log\n',
  });
});
