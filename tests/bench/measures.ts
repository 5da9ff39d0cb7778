import type { Launched } from '../e2e/launch-chromium.ts';
import { measureBounds } from './bound-figures.ts';
import { launch } from './browser.ts';
import { measureCostlyTexts } from './costly-figures.ts';
import {
  measureCard,
  measureHuge,
  measureLoad,
  measureMutations,
  measureNumbers,
  measurePlain,
  measureRestless,
  measureStorm,
} from './page-figures.ts';
import { LAYOUTS } from './pages.ts';
import { measurePeers } from './peer-figures.ts';
import { isRequested, type Values } from './report.ts';
import { measureScroll } from './scroll-figures.ts';
import { measureShapes } from './shape-figures.ts';
import { measurePopup, measureStarts } from './start-figures.ts';
import { measureTable } from './table-figures.ts';
import { measureExplain, measurePaste, measureText } from './text-figures.ts';

type Measure = readonly [
  figures: readonly string[],
  measure: (launched: Launched, extension: string) => Promise<Values>,
];

/** The measurements in a page, each with its figures. Each runs in a new browser, so that no page leaves garbage for the next. */
const PAGE_MEASURES: readonly Measure[] = [
  ...LAYOUTS.map((layout): Measure => {
    const figures = ['script', 'task', 'marked', 'unmarked'].map(
      (name) => `${name}-${layout}`,
    );

    if (layout === 'heads') figures.push('heap');

    return [figures, (launched) => measureHuge(launched, layout)];
  }),
  [
    ['script-limits', 'task-limits', 'marked-limits', 'unmarked-limits'],
    (launched) => measureHuge(launched, 'limits'),
  ],
  [['bound-text', 'bound-library'], measureBounds],
  [['mutation'], measureMutations],
  [['storm'], measureStorm],
  [['restless'], measureRestless],
  [['scroll'], measureScroll],
  [['plain-size', 'plain-script'], measurePlain],
  [
    ['numbers-loaded', 'numbers-size', 'numbers-script', 'numbers-messages'],
    measureNumbers,
  ],
  [
    ['load-first', 'load', 'load-ratio', 'load-pages', 'load-stopped'],
    measureLoad,
  ],
  [['card'], measureCard],
  [['popup', 'popup-memory'], measurePopup],
  [['paste', 'paste-first'], measurePaste],
  [['table-first', 'table-memory'], measureTable],
];

/** The measurements without a browser. */
const TEXT_MEASURES = [
  [['explain', 'explain-growth'], measureExplain],
  [
    ['start-code', 'start-words', 'start-payload', 'start-memory'],
    measureStarts,
  ],
  [['webhook', 'webhook-parse', 'log', 'log-pattern'], measureText],
  [
    [
      'shapes-time',
      'shapes-lines',
      'shapes-kinds',
      'shapes-one-code',
      'shapes-short-codes',
      'shapes-changed',
    ],
    measureShapes,
  ],
  [['peer-grep', 'peer-rg', 'peer-sort', 'peer-jq', 'peer-pino'], measurePeers],
  [['costly-explain', 'costly-mask', 'costly-audit'], measureCostlyTexts],
] as const;

export const MEASURED_FIGURES = [...PAGE_MEASURES, ...TEXT_MEASURES].flatMap(
  ([figures]) => figures,
);

/** Measures all figures once, or those that `--only` selects, with the extension in a folder. */
export async function measureAll(
  extension: string,
  only: string | undefined,
): Promise<Values> {
  const measured: Values = {};

  const isWanted = (figures: readonly string[]) =>
    figures.some((name) => isRequested(name, only));

  for (const [figures, measure] of PAGE_MEASURES) {
    if (!isWanted(figures)) continue;
    const launched = await launch(extension);
    Object.assign(measured, await measure(launched, extension));
    await launched.close();
  }

  for (const [figures, measure] of TEXT_MEASURES)
    if (isWanted(figures)) Object.assign(measured, measure());

  return measured;
}
