import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../run.ts';

/** A text and its page context, with slots in braces. */
export interface SyntheticForm {
  text?: string;
  label?: string;
  below?: string;
  header?: string;
  heading?: string;
  lines?: string;
  row?: string;
  notOfErrors?: boolean;
}

interface SyntheticParts {
  hosts: string[];
  providers: Record<string, string>;
  rare: string;
  small: string;
  otherNumbers: Record<number, string | undefined>;
  headings: string[];
  persons: string[];
  tiles: string[];
  tilesAbove: string[];
  ofTile: SyntheticForm[];
  ofField: SyntheticForm[];
  titled: string[];
  asked: string[];
  places: { text: string; host?: string }[];
  shortForms: SyntheticForm[];
  icons: string[];
  codesAlone: SyntheticForm[];
  quotes: string[];
  suffixes: string[];
  signs: string[];
  notices: string[];
  ownTitles: string[];
  shares: string[];
  figures: string[];
  figureNames: string[];
  years: string[];
  counted: string[];
  series: SyntheticForm[];
  templates: string[];
  templateForms: SyntheticForm[];
  logKeys: string[];
  logForms: string[];
  tallies: SyntheticForm[];
  numbered: SyntheticForm[];
  changes: string[];
  statistics: string[];
  lists: string[];
  codeHeads: string[];
  titledRows: SyntheticForm[];
  otherRows: SyntheticForm[];
  advice: string[];
  anyHeads: string[];
}

/** Parts of generated lines; described in the file. */
export const SYNTHETIC_PARTS: SyntheticParts = parse(
  readFileSync(join(ROOT, 'tests/corpus/made.yaml'), 'utf8'),
);
export const RARE_CODES = SYNTHETIC_PARTS.rare.split(' ');
export const SMALLER_CODES = SYNTHETIC_PARTS.small.split(' ');

/** Fills the slots of a pattern, from left to right. */
export const fillSlots = (pattern: string, slots: Readonly<Record<string, () => string>>): string =>
  pattern.replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot]?.() ?? '');

/** Creates a function that picks a random item of a list. */
export const createPicker =
  (random: () => number) =>
  <T>(list: readonly T[]): T =>
    list[Math.floor(random() * list.length)] as T;
