import type { Entry, EntryKey } from '../../data/schema.ts';

/** The pages' addresses, relative to the root of the site. Names with blanks get hyphens; all others are as in the catalogue. */
const toSlug = (key: EntryKey): string => key.replaceAll(' ', '-');

export const getEntryPath = ({ key }: Pick<Entry, 'key'>): string =>
  `${toSlug(key)}.html`;
export const getEntryJsonPath = ({ key }: Pick<Entry, 'key'>): string =>
  `codes/${toSlug(key)}.json`;
export const getSharedCodePath = (code: string): string =>
  `code/${toSlug(code)}.html`;
export const getListPath = (...names: readonly string[]): string =>
  `${names.join('/')}/index.html`;
export const getRootFrom = (path: string): string =>
  '../'.repeat(path.split('/').length - 1);
