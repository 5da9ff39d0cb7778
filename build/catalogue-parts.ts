import type { CatalogueData } from '../data/schema.ts';
import type { CataloguePart } from '../lib/catalogue/parts.ts';
import { ascii } from './ascii.ts';

/** Characters of JSON in one part: read by a browser in a few milliseconds. */
const PART_LENGTH = 150_000;

/** Names of the files below the extension's root, in order. */
export function partFiles(data: CatalogueData): string[] {
  return partsOf(data).map((_, at) => `catalogue-${at}.js`);
}

/**
 * The catalogue as scripts for the page, run one by one before the card, so that the page can work in between: as one script
 * it takes longer to read than a frame lasts.
 */
export function catalogueScripts(data: CatalogueData): { file: string; script: string }[] {
  const files = partFiles(data);
  return partsOf(data).map((part, at) => ({
    file: files[at] ?? '',
    // A string is read faster than an object, and in ASCII it takes half the room. What a script ends with, the browser sends to who ran it.
    script: `(globalThis.errataCatalogue??=[])[${at}]=JSON.parse(${ascii(JSON.stringify(JSON.stringify(part)))});void 0;\n`,
  }));
}

function partsOf({ entries, ...head }: CatalogueData): CataloguePart[] {
  const parts: CataloguePart[] = [{ head }];
  let last: (typeof entries)[number][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const entry of entries) {
    const own = JSON.stringify(entry).length;
    if (length + own > PART_LENGTH) {
      last = [];
      length = 0;
      parts.push({ entries: last });
    }
    last.push(entry);
    length += own;
  }
  return parts;
}
