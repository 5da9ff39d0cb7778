import { createCodeIndex, createCodeIndexData } from '../lib/detect/code-index.ts';
import { readCatalogueOrExit } from './catalogue-or-exit.ts';
import { fail, parseArguments, readFileArgument } from './command-line.ts';
import { parseCorpus } from './corpus.ts';
import { evaluate } from './evaluation.ts';
import { formatEvaluation } from './evaluation-report.ts';

// npm run evaluate -- FILE.jsonl [--json]: evaluates the engine on a labelled corpus and lists every mistake.
const USAGE = 'Usage: npm run evaluate -- FILE.jsonl [--json]';

const { values, positionals } = parseArguments(
  { allowPositionals: true, options: { json: { type: 'boolean', default: false } } },
  USAGE,
);
const [file] = positionals;
if (!file || positionals.length > 1) fail(USAGE);

const run = evaluate(
  readFileArgument(file, parseCorpus),
  createCodeIndex(createCodeIndexData(readCatalogueOrExit())),
);
console.log(values.json ? JSON.stringify(run) : formatEvaluation(run));
