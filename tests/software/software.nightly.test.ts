import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { readCatalogue } from '../../build/read-catalogue.ts';
import { createCatalogue } from '../../lib/catalogue/catalogue.ts';
import { readSoftwareOutput } from './read-software-output.ts';

/** Pinned, so that a new version is read before it is used here. */
const PACKAGES = {
  'ascii-table3': '1.0.3',
  axios: '1.21.1',
  'cli-table3': '0.6.5',
  columnify: '1.6.0',
  'console-table-printer': '2.16.1',
  'easy-table': '1.2.0',
  got: '16.1.0',
  'js-yaml': '5.5.0',
  ky: '2.1.0',
  needle: '3.5.0',
  pino: '10.4.0',
  'pretty-format': '30.5.1',
  superagent: '10.4.2',
  table: '6.10.1',
  'text-table': '0.2.0',
  winston: '3.19.0',
  wretch: '3.0.9',
};

const PROGRAM = 'print-outputs.mjs';
const FOLDER = join(
  import.meta.dirname,
  '../../node_modules/.cache/apps/software',
);
/** Where a library prints only the status, the code is lost, and no status may take its place. */
const LOST = /^(?:axios|got|fetch) (?:log|string)$|^(?:ky|superagent) string$/;

const catalogue = createCatalogue(readCatalogue());
let outputs: Record<string, string> = {};

beforeAll(() => {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(
    join(FOLDER, 'package.json'),
    JSON.stringify({ private: true, type: 'module', dependencies: PACKAGES }),
  );

  if (!existsSync(join(FOLDER, 'node_modules/axios'))) {
    const { status } = spawnSync(
      'npm',
      ['install', '--ignore-scripts', '--no-audit', '--no-fund'],
      { cwd: FOLDER, stdio: ['ignore', 2, 2] },
    );

    expect(status).toBe(0);
  }

  copyFileSync(join(import.meta.dirname, PROGRAM), join(FOLDER, PROGRAM));
  outputs = JSON.parse(
    execFileSync(process.execPath, [PROGRAM], {
      cwd: FOLDER,
      encoding: 'utf8',
    }),
  );
}, 600_000);

it('reads what today’s clients, loggers and tables print of a failed message', async () => {
  const read: Record<string, unknown> = {};
  const expected: Record<string, unknown> = {};

  for (const [name, text] of Object.entries(outputs)) {
    read[name] = await readSoftwareOutput(text, catalogue);
    expected[name] = name.endsWith('table')
      ? { 131047: 412, 131026: 96, 130472: 12 }
      : LOST.test(name)
        ? {}
        : { 131047: 1 };
  }

  expect(Object.keys(read).length).toBeGreaterThan(25);
  expect(read).toEqual(expected);
});
