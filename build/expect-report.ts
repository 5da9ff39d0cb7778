import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../lib/catalogue/catalogue.ts';
import { createCatalogueReport } from './catalogue-report.ts';

export const REPORT_FILE = join(import.meta.dirname, '../docs/catalogue.md');

/**
 * Throws if docs/catalogue.md differs from the data. Does nothing if the file does not exist, as in a source archive
 * without documents.
 */
export function expectReport(catalogue: Catalogue, path: string = REPORT_FILE): void {
  if (existsSync(path) && readFileSync(path, 'utf8') !== createCatalogueReport(catalogue))
    throw new Error('docs/catalogue.md is out of date: npm run report');
}
