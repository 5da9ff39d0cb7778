import { indexData, openIndex } from '../lib/detect/code-index.ts';
import { catalogueOrExit } from './catalogue-or-exit.ts';
import { argumentsGiven, fail, readGiven } from './command-line.ts';
import { parseCorpus } from './corpus.ts';
import { evaluate, GROUPINGS, type Grouping } from './evaluation.ts';
import { reportOf } from './evaluation-report.ts';

const USAGE = `Usage: npm run evaluate -- FILE.jsonl [--json] [--by ${GROUPINGS.join('|')}]

  --json  one JSON object and nothing else
  --by    figures by another field than the kind as well`;

const { values, positionals } = argumentsGiven(
  {
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, by: { type: 'string' } },
  },
  USAGE,
);
const [file] = positionals;
const by = GROUPINGS.find((field): field is Grouping => field === values.by);
if (!file || positionals.length > 1 || (values.by !== undefined && !by)) fail(USAGE);

const run = evaluate(readGiven(file, parseCorpus), openIndex(indexData(catalogueOrExit())), by);
console.log(values.json ? JSON.stringify(run) : reportOf(run));
