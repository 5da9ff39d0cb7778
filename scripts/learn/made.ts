import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../run.ts';

/** A text and what a page knows beside it, with slots in braces. */
export interface Form {
  text?: string;
  label?: string;
  below?: string;
  header?: string;
  heading?: string;
  column?: string;
  row?: string;
  notOfErrors?: boolean;
}

interface Made {
  hosts: string[];
  providers: Record<string, string>;
  rare: string;
  small: string;
  otherNumbers: Record<number, string | undefined>;
  headings: string[];
  persons: string[];
  tiles: string[];
  tilesAbove: string[];
  ofTile: Form[];
  ofField: Form[];
  titled: string[];
  asked: string[];
  places: { text: string; host?: string }[];
  shortForms: Form[];
  icons: string[];
  codesAlone: Form[];
  counted: string[];
  series: Form[];
  templates: string[];
  templateForms: Form[];
  logKeys: string[];
  logForms: string[];
  tallies: Form[];
  numbered: Form[];
  changes: string[];
  statistics: string[];
  lists: string[];
  codeHeads: string[];
  titledRows: Form[];
  otherRows: Form[];
  advice: string[];
  anyHeads: string[];
}

/** What made-up lines are made of; the file says what each part is. */
export const MADE: Made = parse(readFileSync(join(ROOT, 'tests/corpus/made.yaml'), 'utf8'));
export const RARE = MADE.rare.split(' ');
export const SMALL = MADE.small.split(' ');

/** A pattern with its slots filled, from left to right. */
export const filled = (pattern: string, slots: Readonly<Record<string, () => string>>): string =>
  pattern.replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot]?.() ?? '');

/** Picks from lists with the random numbers given. */
export const pickWith =
  (random: () => number) =>
  <T>(list: readonly T[]): T =>
    list[Math.floor(random() * list.length)] as T;
