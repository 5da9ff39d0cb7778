import { runInThisContext } from 'node:vm';
import { expect, test } from 'vitest';
import { type CataloguePart, joinParts } from '../lib/catalogue/parts.ts';
import { catalogueScripts, partFiles } from './catalogue-parts.ts';
import { readCatalogue } from './read-catalogue.ts';

const data = readCatalogue();
const scripts = catalogueScripts(data);

test('the scripts of the catalogue give all of it, in whatever order they ran', () => {
  for (const { script } of [...scripts].reverse()) new Function(script)();
  const parts: CataloguePart[] = globalThis.errataCatalogue ?? [];
  globalThis.errataCatalogue = undefined;
  expect(joinParts(parts)).toEqual(JSON.parse(JSON.stringify(data)));
});

test('a script sends nothing back to who ran it', () => {
  for (const { script } of scripts) expect(runInThisContext(script)).toBeUndefined();
  globalThis.errataCatalogue = undefined;
});

test('no script is long, and all are ASCII', () => {
  expect(scripts.map(({ file }) => file)).toEqual(partFiles(data));
  for (const { script } of scripts) {
    expect(script.length).toBeLessThan(220_000);
    expect(script).toMatch(/^[\n -~]*$/);
  }
});
