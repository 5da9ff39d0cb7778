import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { indexData, openIndex } from '../lib/detect/code-index.ts';
import { catalogueOrExit } from './catalogue-or-exit.ts';
import { argumentsGiven, fail, readGiven, targetGiven } from './command-line.ts';
import { parseCorpus } from './corpus.ts';
import { evaluate, GROUPINGS, type Grouping } from './evaluation.ts';
import { compare, parseBaseline } from './evaluation-compare.ts';
import { differenceOf, reportOf, withFigures } from './evaluation-report.ts';

const USAGE = `Usage: npm run evaluate -- FILE.jsonl [--json] [--by ${GROUPINGS.join('|')}] [--baseline RUN.json] [--write DOC.md]

  --json      one JSON object and nothing else; saved, it is a baseline for later runs
  --by        figures by another field than the kind as well
  --baseline  what was gained and lost since a saved run, by kind
  --write     puts the figures into a document, in place of those of the run before`;

const { values, positionals } = argumentsGiven(
  {
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      by: { type: 'string' },
      baseline: { type: 'string' },
      write: { type: 'string' },
    },
  },
  USAGE,
);
const [file] = positionals;
const by = GROUPINGS.find((field): field is Grouping => field === values.by);
if (!file || positionals.length > 1 || (values.by !== undefined && !by)) fail(USAGE);

const document = values.write ? targetGiven(values.write) : null;
const lines = readGiven(file, parseCorpus);
const index = openIndex(indexData(catalogueOrExit()));
const run = evaluate(lines, index, by);
const difference = values.baseline ? compare(readGiven(values.baseline, parseBaseline), run) : null;
if (values.json) console.log(JSON.stringify(difference ? { ...run, difference } : run));
else console.log(difference ? `${reportOf(run)}\n\n${differenceOf(difference)}` : reportOf(run));

if (document) {
  const before = existsSync(document) ? readFileSync(document, 'utf8') : '# Evaluation\n';
  const command = `npm run evaluate -- ${file} --write ${values.write}`;
  const date = new Date().toISOString().slice(0, 10);
  writeFileSync(document, withFigures(before, basename(file), run, { command, date }));
}
