import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../lib/catalogue/catalogue.ts';
import { catalogueReport } from './catalogue-report.ts';

export const REPORT = join(import.meta.dirname, '../docs/catalogue.md');

/** Fails where the page is not what the data give. A source archive without documents has none to be wrong. */
export function expectReport(catalogue: Catalogue, path: string = REPORT): void {
  if (existsSync(path) && readFileSync(path, 'utf8') !== catalogueReport(catalogue))
    throw new Error('docs/catalogue.md is out of date: npm run report');
}
