import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCatalogueReport } from '../build/catalogue-report.ts';
import { expectReport, REPORT_FILE } from '../build/expect-report.ts';
import { readCatalogueOrExit } from '../cli/catalogue-or-exit.ts';
import { parseArguments } from '../cli/command-line.ts';
import { createCatalogue } from '../lib/catalogue/catalogue.ts';
import { createCodesChangelog, readCodeChanges } from '../publish/site/codes-changelog.ts';
import { ROOT } from './run.ts';

// npm run report [-- --check]: writes docs/catalogue.md; with --check, the exit status shows whether it is up to date.
// With --changelog it also writes docs/codes-changelog.md from the history of data/.
const { values } = parseArguments(
  { options: { check: { type: 'boolean', default: false }, changelog: { type: 'boolean', default: false } } },
  'Usage: npm run report [-- --check | --changelog]',
);
if (values.changelog) {
  try {
    writeFileSync(join(ROOT, 'docs/codes-changelog.md'), createCodesChangelog(readCodeChanges(ROOT)));
  } catch (error) {
    console.error(`The history of data/ cannot be read: ${(error as Error).message.split('\n')[0]}`);
    process.exitCode = 1;
  }
}
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
