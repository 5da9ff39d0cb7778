import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

interface Package {
  version: string;
  /** Dependencies that must run their install scripts before the application starts. */
  builds?: readonly string[];
  /** Packages that it needs and does not install itself. */
  with?: readonly string[];
}

const PACKAGES = {
  'node-red': { version: '5.0.7' },
  // Its other install scripts build unused parts for many minutes.
  n8n: { version: '2.41.0', builds: ['sqlite3'] },
  // ClickHouse as a library, 540 MB.
  chdb: { version: '3.4.0' },
  // Their style sheets.
  bootstrap: { version: '5.3.8' },
  bulma: { version: '1.0.4' },
  'element-plus': { version: '2.14.8' },
  vuetify: { version: '4.3.0' },
  '@carbon/styles': { version: '1.116.0' },
  // Grids.
  '@mui/x-data-grid': {
    version: '9.17.0',
    with: ['@emotion/react', '@emotion/styled'],
  },
  handsontable: { version: '18.1.1' },
  'tabulator-tables': { version: '6.5.3' },
} satisfies Record<string, Package>;

const MODULES = join(import.meta.dirname, '../../node_modules');
/** Node headers of the project's own Node, for native builds. */
const HEADERS = join(
  MODULES,
  `node/node_modules/node-${process.platform}-${process.arch}`,
);

/** Installs an application if needed, outside the project's dependencies because of its size. Returns its folder. */
export function installPackage(name: keyof typeof PACKAGES): string {
  const { version, builds = [], with: others = [] }: Package = PACKAGES[name];
  const folder = join(MODULES, '.cache/apps', `${name}-${version}`);

  if (!existsSync(folder)) {
    console.error(`errata: installing ${name} ${version} …`);
    mkdirSync(dirname(folder), { recursive: true });

    // Two test files may install it at the same time.
    const begun = mkdtempSync(`${folder}.`);

    writeFileSync(join(begun, 'package.json'), '{ "private": true }');

    runNpm(
      begun,
      'install',
      `${name}@${version}`,
      ...others,
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
    );

    if (builds.length > 0) runNpm(begun, 'rebuild', ...builds);

    if (existsSync(folder)) rmSync(begun, { recursive: true });
    else renameSync(begun, folder);
  }

  return join(folder, 'node_modules', name);
}

function runNpm(folder: string, ...args: string[]): void {
  const { status } = spawnSync('npm', [...args, '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    env: {
      ...process.env,
      // Native modules must be built for the Node that will run them.
      PATH: `${join(MODULES, '.bin')}${delimiter}${process.env.PATH}`,
      ...(existsSync(HEADERS) && { npm_config_nodedir: HEADERS }),
    },
    shell: process.platform === 'win32',
  });

  if (status !== 0)
    throw new Error(`"npm ${args.join(' ')}" failed in ${folder}`);
}
