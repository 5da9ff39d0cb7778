import { writeFileSync } from 'node:fs';
import { createCatalogueReport } from '../build/catalogue-report.ts';
import { expectReport, REPORT_FILE } from '../build/expect-report.ts';
import { createCatalogue } from '../lib/catalogue/catalogue.ts';
import { readCatalogueOrExit } from './catalogue-or-exit.ts';
import { parseArguments } from './command-line.ts';

// npm run report [-- --check]: writes docs/catalogue.md; with --check, the exit status shows whether it is up to date.
const { values } = parseArguments(
  { options: { check: { type: 'boolean', default: false } } },
  'Usage: npm run report [-- --check]',
);
const catalogue = createCatalogue(readCatalogueOrExit());

if (!values.check) writeFileSync(REPORT_FILE, createCatalogueReport(catalogue));
else {
  try {
    expectReport(catalogue);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
