import { indexData, openIndex } from '../lib/detect/code-index.ts';
import { catalogueOrExit } from './catalogue-or-exit.ts';
import { argumentsGiven, fail, readGiven } from './command-line.ts';
import { parseCorpus } from './corpus.ts';
import { evaluate } from './evaluation.ts';
import { reportOf } from './evaluation-report.ts';

// npm run evaluate -- FILE.jsonl [--json]: evaluates the engine on a labelled corpus and lists every mistake.
const USAGE = 'Usage: npm run evaluate -- FILE.jsonl [--json]';

const { values, positionals } = argumentsGiven(
  { allowPositionals: true, options: { json: { type: 'boolean', default: false } } },
  USAGE,
);
const [file] = positionals;
if (!file || positionals.length > 1) fail(USAGE);

const run = evaluate(readGiven(file, parseCorpus), openIndex(indexData(catalogueOrExit())));
console.log(values.json ? JSON.stringify(run) : reportOf(run));
