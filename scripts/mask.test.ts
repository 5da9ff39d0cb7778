import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundledRedaction } from '../lib/masking/bundled-redaction.ts';
import { maskStream } from '../lib/masking/mask-stream.ts';

const ROOT = join(import.meta.dirname, '..');

async function maskAll(pieces: readonly string[]): Promise<string> {
  let out = '';
  for await (const text of maskStream(
    (async function* () {
      yield* pieces;
    })(),
    bundledRedaction,
  ))
    out += text;
  return out;
}

test('prints the masked text of standard input and nothing else', () => {
  const { stdout, stderr, status } = spawnSync(
    join(ROOT, 'node_modules/.bin/node'),
    ['scripts/mask.ts', '-'],
    { cwd: ROOT, encoding: 'utf8', input: 'to +5511987654321: 131026\nACCESS_TOKEN=q1w2e3r4t5\n' },
  );
  expect(stderr).toBe('');
  expect(stdout).toBe('to [phone]: 131026\nACCESS_TOKEN=[token]\n');
  expect(status).toBe(0);
});

test('prints its usage, and names a missing file', () => {
  const runMask = (...args: string[]) =>
    spawnSync(join(ROOT, 'node_modules/.bin/node'), ['scripts/mask.ts', ...args], {
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

test('masks a key block and a JSON value across chunk boundaries, and keeps the lines', async () => {
  const key = `${'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj\n'.repeat(20)}`;
  const one = `131047 failed\n-----BEGIN PRIVATE KEY-----\n${key}-----END PRIVATE KEY-----\n{\n  "access_token":\n    "q1w2e3r4t5"\n}\n`;
  const text = one.repeat(600);
  const pieces = text.match(/[\s\S]{1,65536}/g) ?? [];
  const out = await maskAll(pieces);
  expect(out).not.toMatch(/MIIE|q1w2/);
  expect(out.split('\n').length).toBe(text.split('\n').length);
});

test('masks one line of megabytes', async () => {
  const one = '{"to":"5511987654321","code":131047,"name":"Ana Souza"},';
  const out = await maskAll(one.repeat(20_000).match(/[\s\S]{1,262144}/g) ?? []);
  expect(out).not.toMatch(/551198|Ana|Souza/);
  expect(out.match(/131047/g)?.length).toBe(20_000);
});
