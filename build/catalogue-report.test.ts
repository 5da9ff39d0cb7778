import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../lib/catalogue/catalogue.ts';
import { testCatalogueData } from '../tests/fixtures/catalogue.ts';
import { createCatalogueReport } from './catalogue-report.ts';
import { expectReport } from './expect-report.ts';
import { readCatalogue } from './read-catalogue.ts';
import { findThinEntries } from './thin-steps.ts';

const catalogue = createCatalogue(readCatalogue());
const report = createCatalogueReport(catalogue);
const removeBackslashes = (text: string) => text.replace(/\\/g, '');

describe('docs/catalogue.md', () => {
  it('is generated from the data', () => {
    expect(readFileSync(join(import.meta.dirname, '../docs/catalogue.md'), 'utf8')).toBe(report);
  });

  it('fails the build if it is out of date, but not if it is missing', () => {
    const dir = mkdtempSync(join(tmpdir(), 'errata-report-'));
    try {
      const path = join(dir, 'catalogue.md');
      expect(() => expectReport(catalogue, path)).not.toThrow();
      writeFileSync(path, report);
      expect(() => expectReport(catalogue, path)).not.toThrow();
      writeFileSync(path, `${report}An older line.\n`);
      expect(() => expectReport(catalogue, path)).toThrow(/out of date: npm run report/);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });

  it('counts every entry once by registry and once by class', () => {
    const getCountsUnder = (title: string, column: number) =>
      (report.split(`## ${title}\n`)[1] ?? '')
        .split('\n## ')[0]
        ?.split('\n')
        .filter((line) => /^\| [^-]/.test(line))
        .slice(1)
        .reduce((sum, line) => sum + Number(line.split('|')[column]), 0);
    expect(getCountsUnder('By provider and registry', 3)).toBe(catalogue.entries.length);
    expect(getCountsUnder('By class', 2)).toBe(catalogue.entries.length);
  });

  it('has every conflict with its decision', () => {
    const missing = catalogue.entries.filter(
      ({ claims, decided }) =>
        claims.some(({ agrees }) => !agrees) &&
        !(decided && removeBackslashes(report).includes(`*Decided:* ${decided.replace(/\s+/g, ' ')}`)),
    );
    expect(missing.map(({ key }) => key)).toEqual([]);
  });

  it('names every entry with a single publisher', () => {
    const part = report.split('## One publisher only')[1]?.split('\n## ')[0] ?? '';
    const missing = catalogue.entries.filter(
      ({ confidence, code }) => confidence === 'single-source' && !part.includes(code),
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

  it('lists the entries whose steps only repeat the headline', () => {
    const [first] = testCatalogueData.entries;
    if (!first) throw new TypeError('expected a fixture with entries');
    const next = 'Check the payment settings in WhatsApp Manager.';
    const withStep = (step: string) =>
      findThinEntries([{ ...first, next, steps: [{ do: step, who: 'admin' }] }]).length;
    expect(withStep('Open WhatsApp Manager and check the settings.')).toBe(1);
    expect(withStep('Ask the bank why it refuses the card.')).toBe(0);
    expect(findThinEntries(catalogue.entries).length).toBeLessThanOrEqual(20);
  });
});
