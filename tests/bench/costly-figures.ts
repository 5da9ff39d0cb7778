import { readCatalogue } from '../../build/read-catalogue.ts';
import { getCatalogueMasking } from '../../cli/catalogue-masking.ts';
import { answerText } from '../../lib/answer/answer-text.ts';
import { createCatalogue } from '../../lib/catalogue/catalogue.ts';
import { getSearch } from '../../lib/catalogue/search/search.ts';
import { auditText } from '../../lib/checks/audit/audit.ts';
import { maskText } from '../../lib/masking/mask-text.ts';
import { COSTLY_TEXTS, createCostlyText } from './costly-texts.ts';
import { createLogBlocks } from './logs.ts';
import type { Values } from './report.ts';
import { measureMs } from './text-figures.ts';

const MB = 1_000_000;
const ROUNDS = 3;

type Tool = (text: string, path: string) => unknown;

/** Measures the costliest of many texts against a log of the same length, for each tool that reads texts of any kind. */
export function measureCostlyTexts(): Values {
  const catalogue = createCatalogue(readCatalogue());
  const masking = getCatalogueMasking(catalogue);

  const tools: Readonly<Record<string, Tool>> = {
    'costly-explain': (text) => answerText(text, { catalogue }),
    'costly-mask': (text) => maskText(masking.splitIntoParts(text)),
    'costly-audit': (text, path) => auditText(text, path, catalogue),
  };

  getSearch(catalogue).prepare();

  return Object.fromEntries(
    Object.entries(tools).map(([figure, read]) => [figure, findWorst(read)]),
  );
}

function findWorst(read: Tool): number {
  const log = [...createLogBlocks(MB, 'some')].join('');
  const readLog = () => void read(log, 'whatsapp.log');

  readLog();

  // The fastest round is the one that other programs slowed least.
  const usual = Math.min(
    ...Array.from({ length: ROUNDS }, () => measureMs(readLog)),
  );

  const costs = Object.values(COSTLY_TEXTS).map((one) => {
    const text = createCostlyText(one, MB);

    return measureMs(() => void read(text, one.path));
  });

  return Math.max(...costs) / usual;
}
