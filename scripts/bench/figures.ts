import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Figure, figure, ratio, type Samples } from './samples.ts';

/** The figures that mean the same on every machine, each with the goal of its issue. */
export function figuresOf(samples: Samples, extension: string): Figure[] {
  const of = (name: string) => samples[name] ?? [];
  const differ = (name: string, without: string) =>
    of(name).map((value, run) => value - (of(without)[run] ?? 0));
  return [
    ratio(samples, 'huge page, all marked: all tasks', 'Errata: all tasks', 'cold walk', { most: 5 }),
    ratio(samples, 'huge page, all marked: own script', 'Errata: script', 'cold walk'),
    ratio(samples, 'huge page, first mark, on the clock', 'Errata: first mark', 'cold walk'),
    ratio(
      samples,
      "the bare walk in an extension's own world",
      'cold walk in a world of its own',
      'cold walk',
    ),
    ratio(samples, 'huge page: the card made ready, after that', 'Errata: what follows', 'cold walk'),
    ratio(
      samples,
      'mark.js with 60 codes as keywords, against Errata',
      'mark.js, keywords',
      'Errata: all tasks',
      {
        least: 15,
      },
    ),
    ratio(samples, 'mark.js with one pattern, against Errata', 'mark.js, one pattern', 'Errata: all tasks'),
    ratio(samples, 'linkify, against Errata', 'linkify', 'Errata: all tasks'),
    figure(
      'longest task with Errata, less the longest without',
      differ('Errata: longest task', 'without Errata: longest task'),
      'ms',
      { most: 10 },
    ),
    figure(
      'the same where a script does nothing but add as many ranges',
      differ('ranges alone: longest task', 'without Errata: longest task'),
      'ms',
    ),
    figure(
      'the same where it adds one',
      differ('one range alone: longest task', 'without Errata: longest task'),
      'ms',
    ),
    ratio(
      samples,
      '5,000 changes, huge page against small',
      '5,000 changes on a huge page',
      '5,000 changes on a small page',
      {
        most: 1.5,
      },
    ),
    figure(
      'log of 200 lines a second: late frames, with less without',
      differ('log: late frames with', 'log: late frames without'),
      '%',
      {
        most: 1,
      },
    ),
    figure(
      '1,000 mutations a second: share of the thread, with less without',
      differ('mutations with', 'mutations without'),
      '%',
      { most: 5 },
    ),
    figure('200 views of one application: heap against the start', of('routes: heap'), '×', { most: 1.05 }),
    figure('200 views of one application: nodes left', of('routes: nodes left'), '', { most: 0 }),
    figure('log emptied again: heap against that after a first round', of('log: heap'), '×', { most: 1.05 }),
    ratio(
      samples,
      'page without codes: start against empty scripts',
      'page without codes: start',
      'empty content scripts: start',
      { most: 3 },
    ),
    ratio(
      samples,
      'the same on a page that runs no script itself',
      'page without codes, no script: start',
      'empty content scripts, no script: start',
    ),
    figure('page without codes: all own script', of('page without codes'), 'ms'),
    figure('page without codes: scripts and style, compressed', [startBytes(extension) / 1024], 'KB', {
      most: 40,
    }),
    figure('1,000 pointer moves, with against without', of('pointer with / pointer without'), '×', {
      most: 1.1,
    }),
    figure('1,000 pointer moves, with against an empty listener', of('pointer with / pointer listener'), '×'),
    figure('card: drawn so long after the delay, first of a page', of('card: first of a page'), 'ms', {
      most: 50,
    }),
    figure('card: drawn so long after the delay, those after it', of('card: another'), 'ms', { most: 50 }),
    ratio(samples, 'popup: first paint against one React element', 'popup', 'bare popup', { most: 1.5 }),
    figure('popup: a keystroke, 95 of 100', of('keystroke, 95 of 100'), 'ms', { most: 16 }),
  ];
}

/** What the manifest puts into every page of a console. */
function startBytes(extension: string): number {
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')) as {
    content_scripts: { js?: string[]; css?: string[] }[];
  };
  const files = new Set(manifest.content_scripts.flatMap(({ js = [], css = [] }) => [...js, ...css]));
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(extension, file))).length, 0);
}
