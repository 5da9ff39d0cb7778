// `npm run submit [-- --dry-run]`: submits the packages of `npm run package` to the stores: Chrome Web Store (API v2), addons.mozilla.org
// and Microsoft Edge Add-ons. Credentials are environment variables (docs/release.md). With `--dry-run`, only shows what would be submitted.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArguments } from '../cli/command-line.ts';
import { ROOT } from '../scripts/run.ts';

/** Needs the network anyway, so it is downloaded on demand. */
const SUBMITTER = 'publish-browser-extension@6.2.0';
/** The packages of each store, by option of the submitter, and the variables that it reads. */
const STORES = {
  'Chrome Web Store': {
    packages: { 'chrome-zip': 'chrome' },
    variables: [
      'CHROME_EXTENSION_ID',
      'CHROME_PUBLISHER_ID',
      'CHROME_SERVICE_ACCOUNT_CLIENT_EMAIL',
      'CHROME_SERVICE_ACCOUNT_PRIVATE_KEY',
    ],
  },
  'addons.mozilla.org': {
    packages: { 'firefox-zip': 'firefox', 'firefox-sources-zip': 'sources' },
    variables: ['FIREFOX_EXTENSION_ID', 'FIREFOX_JWT_ISSUER', 'FIREFOX_JWT_SECRET'],
  },
  'Microsoft Edge Add-ons': {
    packages: { 'edge-zip': 'edge' },
    variables: ['EDGE_PRODUCT_ID', 'EDGE_CLIENT_ID', 'EDGE_API_KEY'],
  },
} as const;

const { values } = parseArguments(
  {
    options: {
      'dry-run': { type: 'boolean', default: false },
      folder: { type: 'string', default: join(ROOT, '.output') },
    },
  },
  'Usage: npm run submit [-- --dry-run] [--folder FOLDER]',
);
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

const problems: string[] = [];
const args: string[] = ['--chrome-api-version', 'v2'];
for (const [store, { packages, variables }] of Object.entries(STORES)) {
  console.log(store);
  for (const [option, name] of Object.entries(packages)) {
    const file = `errata-${version}-${name}.zip`;
    const path = join(values.folder, file);
    args.push(`--${option}`, path);
    if (!existsSync(path)) {
      problems.push(`There is no ${file}. Run: npm run package`);
      continue;
    }
    console.log(`  ${createHash('sha256').update(readFileSync(path)).digest('hex')}  ${file}`);
  }
  const missing = variables.filter((name) => !process.env[name]);
  if (missing.length > 0) problems.push(`${store}: set ${missing.join(', ')}.`);
}
if (problems.length > 0) {
  for (const problem of problems) console.error(problem);
  process.exitCode = 1;
} else if (values['dry-run']) {
  console.log(`Would run: npx ${SUBMITTER} ${args.join(' ')}`);
} else {
  const { status } = spawnSync('npx', ['--yes', SUBMITTER, ...args], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  process.exitCode = status ?? 1;
}
