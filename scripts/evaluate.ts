import { getCatalogueMasking } from '../cli/catalogue-masking.ts';
import {
  fail,
  parseArguments,
  readCatalogueOrExit,
  readFileArgument,
} from '../cli/command-line.ts';
import { toTerminalText } from '../cli/explain/terminal-layout.ts';
import { createCatalogue } from '../lib/catalogue/catalogue.ts';
import { getCodeIndex } from '../lib/catalogue/get-code-index.ts';
import { parseCorpus } from './corpus.ts';
import { type Evaluation, evaluate, type Score } from './evaluation.ts';
import {
  evaluateMasking,
  formatMaskingEvaluation,
  parseMaskingCorpus,
} from './masking-evaluation.ts';

// `npm run evaluate`: evaluates the engine, or masking, on a labelled corpus and lists every mistake.
const USAGE = 'npm run evaluate -- FILE.jsonl [--json] [--masking]';
const { values, positionals } = parseArguments(USAGE);
const [file] = positionals;
if (!file || positionals.length > 1) fail(`Usage: ${USAGE}`);

if (values.masking) {
  const lines = readFileArgument(file, parseMaskingCorpus);
  const masking = getCatalogueMasking(createCatalogue(readCatalogueOrExit()));
  const result = formatMaskingEvaluation(evaluateMasking(lines, masking));
  console.log(toTerminalText(result));
  process.exit();
}

const run = evaluate(
  readFileArgument(file, parseCorpus),
  getCodeIndex(readCatalogueOrExit()),
);
console.log(
  values.json ? JSON.stringify(run) : toTerminalText(formatEvaluation(run)),
);

/** Formats an evaluation for a terminal: every mistake with its evidence, then the metrics. */
function formatEvaluation({
  misses,
  unresolved,
  kinds,
  ...all
}: Evaluation): string {
  const lines: string[] = [];

  for (const {
    id,
    kind,
    what,
    code,
    start,
    end,
    snippet,
    strength,
    evidence,
    why,
  } of misses) {
    const sure =
      strength === null ? `, ${why}` : `, strength ${strength.toFixed(2)}`;

    lines.push(
      `${what}: ${code} at ${start}-${end} in ${id} (${kind})${sure}`,
      `  ${snippet}`,
    );

    for (const { kind, weight, text } of evidence) {
      const words = text ? `: ${text.replace(/\s+/g, ' ').slice(0, 80)}` : '';
      lines.push(
        `  ${weight > 0 ? '+' : ''}${weight.toFixed(1)} ${kind}${words}`,
      );
    }

    lines.push('');
  }

  for (const { id, code, start, provider, first } of unresolved)
    lines.push(
      `not resolved: ${code} at ${start} in ${id} belongs to ${provider}, but the first result was ${first ?? 'nothing'}`,
    );

  if (unresolved.length > 0) lines.push('');

  for (const [kind, score] of Object.entries(kinds))
    lines.push(formatRow(kind, score));

  lines.push(
    formatRow('all', all),
    `provider correct in ${formatPercent(all.resolved)} of the hits with a known provider`,
  );

  return lines.join('\n');
}

function formatRow(name: string, { precision, recall, f1 }: Score): string {
  return `${name.padEnd(20)} precision ${formatPercent(precision)}  recall ${formatPercent(recall)}  F1 ${formatPercent(f1)}`;
}

function formatPercent(value: number): string {
  return `${(value * 100).toFixed(1).padStart(5)}%`;
}
