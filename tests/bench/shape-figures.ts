import { readCatalogue } from '../../build/read-catalogue.ts';
import { createDecoder } from '../../lib/answer/paste/decode-paste.ts';
import {
  type Catalogue,
  createCatalogue,
} from '../../lib/catalogue/catalogue.ts';
import { getCodeIndex } from '../../lib/catalogue/get-code-index.ts';
import { REPORT_CONFIDENCE } from '../../lib/detect/detect.ts';
import { detectInText } from '../../lib/detect/detect-in-text.ts';
import {
  createMixedLog,
  createStatusLog,
  joinRecords,
  type LogRecord,
} from '../fixtures/status-log.ts';
import { createLogBlocks } from './logs.ts';
import type { Values } from './report.ts';
import { measureMs } from './text-figures.ts';

const MB = 1_000_000;
const LOG_UNITS = 4 * MB;
/** As the engine reads a text that is no log. */
const CHUNK_UNITS = 32_768;
const SEPARATORS = [' ', '\t', ' | ', ','];
const COUNTS = [6, 60, 1_000];
const MIXED_RECORDS = 4_000;
const CHUNK_LINES = [1, 7, 400];

/** Measures what the shapes of a log save, and what they find. */
export function measureShapes(): Values {
  const catalogue = createCatalogue(readCatalogue());
  const index = getCodeIndex(catalogue);
  const log = [...createLogBlocks(LOG_UNITS, 'some')].join('');

  const explain = createExplainer(catalogue);

  const judgeChunks = () => {
    for (const chunk of splitIntoChunks(log))
      detectInText(chunk, index, {}, REPORT_CONFIDENCE);
  };

  explain(log.slice(0, MB));

  const time = measureMs(() => void explain(log));
  const mixed = createMixedLog(MIXED_RECORDS);
  const status = SEPARATORS.flatMap((separator) =>
    COUNTS.map((count) => createStatusLog(count, separator)),
  );

  return {
    'shapes-time': time / measureMs(judgeChunks),
    'shapes-lines': measureMs(() => void explain(log.repeat(4))) / time,
    'shapes-kinds': measureKinds(explain),
    'shapes-one-code': findMissed(status, explain),
    'shapes-short-codes': findMissed([mixed], explain),
    'shapes-changed': countChanges(mixed, explain),
  };
}

/** Creates what counts the codes of a text, read in chunks of some lines. */
export const createExplainer =
  (catalogue: Catalogue) =>
  (text: string, lines = Number.POSITIVE_INFINITY) => {
    const decoder = createDecoder(catalogue, {}, text);

    for (const chunk of splitIntoChunks(text, lines)) decoder.push(chunk);

    return countCodes(decoder.findings());
  };

type Explain = (text: string, lines?: number) => ReadonlyMap<string, number>;

/** Measures a log with four times as many templates. */
function measureKinds(explain: Explain): number {
  const create = (templates: number) =>
    Array.from({ length: 20_000 }, (_, at) => {
      const name = String.fromCharCode(...toLetters(at % templates));

      return `2026-03-14 07:17:31 ${name} failed 131047`;
    }).join('\n');
  const [few, many] = [create(400), create(1_600)];

  return (
    measureMs(() => void explain(many)) / measureMs(() => void explain(few))
  );
}

const toLetters = (value: number) =>
  [...String(value).padStart(4, '0')].map((digit) => 0x61 + Number(digit));

/** Yields whole lines, by default as many as the engine reads at once. */
function* splitIntoChunks(
  text: string,
  lines = Number.POSITIVE_INFINITY,
): Generator<string> {
  for (let start = 0; start < text.length; ) {
    let end = start;

    for (let line = 0; line < lines && end - start < CHUNK_UNITS; line++) {
      const next = text.indexOf('\n', end) + 1;

      end = next > 0 ? next : text.length;
      if (end === text.length) break;
    }

    yield text.slice(start, end);
    start = end;
  }
}

function countCodes(
  findings: ReturnType<ReturnType<typeof createDecoder>['findings']>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();

  for (const { code, count, entry } of findings)
    if (!entry?.success) counts.set(code, (counts.get(code) ?? 0) + count);

  return counts;
}

/** Returns the share of the failures that are not found, and of the false ones, in percent. */
function findMissed(
  logs: readonly (readonly LogRecord[])[],
  explain: Explain,
): number {
  let wrong = 0;
  let failures = 0;

  for (const log of logs) {
    const found = explain(joinRecords(log));
    const truth = new Map<string, number>();

    for (const code of log.flatMap(({ codes }) => codes))
      truth.set(code, (truth.get(code) ?? 0) + 1);

    for (const code of new Set([...found.keys(), ...truth.keys()])) {
      failures += truth.get(code) ?? 0;
      wrong += Math.abs((truth.get(code) ?? 0) - (found.get(code) ?? 0));
    }
  }

  return (100 * wrong) / failures;
}

/** Counts the codes whose number changes with the chunks, the order of the records, and repetition. */
function countChanges(log: readonly LogRecord[], explain: Explain): number {
  const text = joinRecords(log);
  const own = explain(text);
  const differs = (other: ReadonlyMap<string, number>, times = 1) =>
    [...own].filter(([code, count]) => other.get(code) !== times * count)
      .length;
  const inChunks = CHUNK_LINES.map((lines) => differs(explain(text, lines)));
  const moved = explain(joinRecords(log.toReversed()));
  const repeated = explain([text, text, text].join('\n'));

  return (
    inChunks.reduce((sum, one) => sum + one, 0) +
    differs(moved) +
    differs(repeated, 3)
  );
}
