import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../lib/catalogue/catalogue.ts';
import { testCatalogueData } from '../tests/fixtures/catalogue.ts';
import { createCatalogueReport } from './catalogue-report.ts';
import { readCatalogue } from './read-catalogue.ts';

const catalogue = createCatalogue(readCatalogue());
const report = createCatalogueReport(catalogue);
const removeBackslashes = (text: string) => text.replace(/\\/g, '');

describe('docs/catalogue.md', () => {
  it('is generated from the data', () => {
    expect(readFileSync(join(import.meta.dirname, '../docs/catalogue.md'), 'utf8')).toBe(report);
  });

  it('counts every entry once by registry', () => {
    const counted = (report.split('## By provider and registry\n')[1] ?? '')
      .split('\n## ')[0]
      ?.split('\n')
      .filter((line) => /^\| [^-]/.test(line))
      .slice(1)
      .reduce((sum, line) => sum + Number(line.split('|')[3]), 0);
    expect(counted).toBe(catalogue.entries.length);
  });

  it('has every conflict with its decision', () => {
    const missing = catalogue.entries.filter(
      ({ claims, decided }) =>
        claims.some(({ agrees }) => !agrees) &&
        !(decided && removeBackslashes(report).includes(`*Decided:* ${decided.replace(/\s+/g, ' ')}`)),
    );
    expect(missing.map(({ key }) => key)).toEqual([]);
  });

  it('changes with the data', () => {
    const [first, ...rest] = testCatalogueData.entries;
    if (!first) throw new TypeError('expected a fixture with entries');
    const changed = {
      ...testCatalogueData,
      entries: [{ ...first, confidence: 'single-source' as const }, ...rest],
    };
    expect(createCatalogueReport(createCatalogue(changed))).not.toBe(
      createCatalogueReport(createCatalogue(testCatalogueData)),
    );
  });
});
