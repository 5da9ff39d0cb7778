import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readCatalogue } from './read-catalogue.ts';

const folder = mkdtempSync(join(tmpdir(), 'errata-data-'));

it('names the head that a file without it lacks, and the fields of its codes', () => {
  cpSync(join(import.meta.dirname, '../data'), folder, { recursive: true });
  mkdirSync(join(folder, 'acmesend'));
  writeFileSync(join(folder, 'acmesend/api.yaml'), "- code: '131047'\n  title: Re-engagement message\n");
  try {
    expect(() => readCatalogue(folder)).toThrow(
      /acmesend\/api\.yaml:1 provider: .*\n.*acmesend\/api\.yaml:1 api: .*\n.*131047 0\.class/,
    );
    expect(() => readCatalogue(folder)).not.toThrow(/Function/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
