import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueReport } from '../build/catalogue-report.ts';
import { readCatalogue } from '../build/read-catalogue.ts';
import { openCatalogue } from '../lib/catalogue/catalogue.ts';

// npm run report [-- --check]: writes docs/catalogue.md, or tells by its exit code whether it is up to date.
const PLACE = join(import.meta.dirname, '../docs/catalogue.md');
const made = catalogueReport(openCatalogue(readCatalogue()));

if (!process.argv.includes('--check')) {
  writeFileSync(PLACE, made);
} else if (readFileSync(PLACE, 'utf8') !== made) {
  console.error('docs/catalogue.md is out of date: npm run report');
  process.exitCode = 1;
}
