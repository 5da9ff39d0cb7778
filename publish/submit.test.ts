import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../scripts/run.ts';

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
const CREDENTIALS = Object.fromEntries(
  'CHROME_EXTENSION_ID CHROME_PUBLISHER_ID CHROME_SERVICE_ACCOUNT_CLIENT_EMAIL CHROME_SERVICE_ACCOUNT_PRIVATE_KEY FIREFOX_EXTENSION_ID FIREFOX_JWT_ISSUER FIREFOX_JWT_SECRET EDGE_PRODUCT_ID EDGE_CLIENT_ID EDGE_API_KEY'
    .split(' ')
    .map((name) => [name, `secret of ${name}`]),
);
let folder = '';
const submit = (env: Record<string, string>) =>
  spawnSync(process.execPath, [join(ROOT, 'publish/submit.ts'), '--dry-run', '--folder', folder], {
    env: { PATH: process.env.PATH, ...env },
    encoding: 'utf8',
  });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'errata-submit-'));
  for (const name of ['chrome', 'edge', 'firefox', 'sources'])
    writeFileSync(join(folder, `errata-${version}-${name}.zip`), name);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a dry run shows each package with its checksum and the command, without credentials', () => {
  const { status, stdout } = submit(CREDENTIALS);
  expect(status).toBe(0);
  expect(stdout).toContain('Would run: npx publish-browser-extension@');
  for (const option of ['--chrome-zip', '--edge-zip', '--firefox-zip', '--firefox-sources-zip'])
    expect(stdout).toContain(`${option} ${folder}`);
  expect(stdout.match(/^ {2}[0-9a-f]{64} {2}errata-/gm)).toHaveLength(4);
  expect(stdout).not.toContain('secret of');
});

test('a missing credential or package is named, and nothing is submitted', () => {
  const { EDGE_API_KEY: _, ...others } = CREDENTIALS;
  rmSync(join(folder, `errata-${version}-sources.zip`));
  const { status, stdout, stderr } = submit(others);
  expect(status).toBe(1);
  expect(stderr).toContain('Microsoft Edge Add-ons: set EDGE_API_KEY.');
  expect(stderr).toContain(`There is no errata-${version}-sources.zip. Run: npm run package`);
  expect(stdout).not.toContain('Would run');
});
