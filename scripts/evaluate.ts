import { readFileSync } from 'node:fs';
import { readCatalogue } from '../build/read-catalogue.ts';
import { indexData, openIndex } from '../lib/detect/code-index.ts';
import { type CorpusLine, type Evaluation, evaluate, parseCorpus, type Score } from './evaluation.ts';

const args = process.argv.slice(2);
const json = args.includes('--json');
const [file] = args.filter((arg) => !arg.startsWith('--'));
if (!file) {
  console.error('Usage: npm run evaluate -- FILE.jsonl [--json]');
  process.exit(2);
}

const result = evaluate(read(file), openIndex(indexData(readCatalogue())));
if (json) console.log(JSON.stringify(result));
else print(result);

function read(name: string): CorpusLine[] {
  try {
    return parseCorpus(readFileSync(name, 'utf8'));
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : error}`);
    process.exit(2);
  }
}

function print({ misses, kinds, ...all }: Evaluation): void {
  for (const { id, kind, what, code, start, end, snippet, strength, evidence } of misses) {
    console.log(
      `${what}: ${code} at ${start}-${end} in ${id} (${kind})${strength === null ? '' : `, strength ${strength.toFixed(2)}`}`,
    );
    console.log(`  ${snippet}`);
    for (const { rule, weight, text } of evidence) {
      console.log(
        `  ${weight > 0 ? '+' : ''}${weight.toFixed(1)} ${rule}${text ? `: ${text.replace(/\s+/g, ' ').slice(0, 80)}` : ''}`,
      );
    }
    console.log();
  }
  for (const [kind, score] of Object.entries(kinds)) console.log(row(kind, score));
  console.log(row('all', all));
  console.log(`provider right in ${percent(all.resolved)} of the hits with a known provider`);
}

function row(name: string, { precision, recall, f1 }: Score): string {
  return `${name.padEnd(20)} precision ${percent(precision)}  recall ${percent(recall)}  F1 ${percent(f1)}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1).padStart(5)}%`;
}
