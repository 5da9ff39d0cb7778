import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { test } from 'vitest';
import { installPackage } from '../apps/packages.ts';
import { PAGES } from '../pages/build.ts';
import { describeInBrowsers, expectCodes } from './in-browsers.ts';

/** The last count equals a code. */
const ROWS = `[
  { id: 1, to: '+55 11 5550 4821', code: 131047, count: 412 },
  { id: 2, to: '+91 22 5550 0077', code: 131026, count: 96 },
  { id: 3, to: '+62 21 5550 9130', code: 130472, count: 131056 },
]`;
const MARKED = ['131,047', '131,026', '130,472'];

/** What draws the rows into `#grid`, with the numbers in groups. */
const GRIDS = {
  '@mui/x-data-grid': `
    import { DataGrid } from '@mui/x-data-grid';
    import { createElement } from 'react';
    import { createRoot } from 'react-dom/client';

    createRoot(document.querySelector('#grid')).render(
      createElement(DataGrid, {
        rows: ${ROWS},
        columns: [
          { field: 'to', headerName: 'To', width: 200 },
          { field: 'code', headerName: 'Error code', type: 'number', width: 160 },
          { field: 'count', headerName: 'Messages', type: 'number', width: 160 },
        ],
      }),
    );`,
  handsontable: `
    import Handsontable from 'handsontable';

    const type = 'numeric';
    const numericFormat = { style: 'decimal', useGrouping: true };

    new Handsontable(document.querySelector('#grid'), {
      data: ${ROWS},
      colHeaders: ['To', 'Error code', 'Messages'],
      columns: [
        { data: 'to' },
        { data: 'code', type, numericFormat, locale: 'en-US' },
        { data: 'count', type, numericFormat, locale: 'en-US' },
      ],
      rowHeaders: true,
      width: 800,
      height: 260,
      licenseKey: 'non-commercial-and-evaluation',
    });`,
  'tabulator-tables': `
    import { TabulatorFull } from 'tabulator-tables';

    const formatter = 'money';
    const formatterParams = { precision: false };

    new TabulatorFull('#grid', {
      height: 260,
      data: ${ROWS},
      columns: [
        { title: 'To', field: 'to', width: 200 },
        { title: 'Error code', field: 'code', width: 160, formatter, formatterParams },
        { title: 'Messages', field: 'count', width: 160, formatter, formatterParams },
      ],
    });`,
};

type Grid = keyof typeof GRIDS;

/** Installs a grid and bundles its page. Returns the fixture. */
async function buildPage(name: Grid): Promise<string> {
  const fixture = `number-grids-${name.replace(/\W+/g, '-')}`;

  await build({
    stdin: { contents: GRIDS[name], resolveDir: installPackage(name) },
    outfile: join(PAGES, `assets/${fixture}.js`),
    bundle: true,
    minify: true,
    format: 'esm',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });

  mkdirSync(join(PAGES, fixture), { recursive: true });
  writeFileSync(
    join(PAGES, fixture, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>${name}</title><div id="grid" style="width: 800px; height: 260px"></div><script type="module" src="../assets/${fixture}.js"></script>`,
  );

  return fixture;
}

describeInBrowsers(['chromium'], (open) => {
  test.each(Object.keys(GRIDS) as Grid[])(
    'the codes of %s are marked in groups of digits, and no count',
    async (name) => {
      const tab = await open(await buildPage(name));

      await expectCodes(tab, MARKED);
    },
  );
});
