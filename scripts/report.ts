import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCatalogueReport } from '../build/catalogue-report.ts';
import { parseArguments, readCatalogueOrExit } from '../cli/command-line.ts';
import { createCatalogue } from '../lib/catalogue/catalogue.ts';
import { ROOT } from './run.ts';

// npm run report: writes docs/catalogue.md.
parseArguments('npm run report');
const report = createCatalogueReport(createCatalogue(readCatalogueOrExit()));
writeFileSync(join(ROOT, 'docs/catalogue.md'), report);
