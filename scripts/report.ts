import { writeFileSync } from 'node:fs';
import { catalogueReport } from '../build/catalogue-report.ts';
import { expectReport, REPORT } from '../build/report-file.ts';
import { openCatalogue } from '../lib/catalogue/catalogue.ts';
import { catalogueOrExit } from './catalogue-or-exit.ts';
import { argumentsGiven } from './command-line.ts';

// npm run report [-- --check]: writes docs/catalogue.md; with --check, the exit status shows whether it is up to date.
const { values } = argumentsGiven(
  { options: { check: { type: 'boolean', default: false } } },
  'Usage: npm run report [-- --check]',
);
const catalogue = openCatalogue(catalogueOrExit());

if (!values.check) writeFileSync(REPORT, catalogueReport(catalogue));
else {
  try {
    expectReport(catalogue);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
