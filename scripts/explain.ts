import { existsSync } from 'node:fs';
import { type Catalogue, openCatalogue } from '../lib/catalogue/catalogue.ts';
import { entryAsJson } from '../lib/explain/as-json.ts';
import { catalogueOrExit } from './catalogue-or-exit.ts';
import { type Answer, answerEach, isFound, merged, type Setting } from './explain/answer.ts';
import { InputError, openFile, readFault, textOf, until } from './explain/input.ts';
import { layoutFor } from './explain/layout.ts';
import { HELP, type Options, readOptions, UsageError } from './explain/options.ts';
import { endWithReader, interruption, watchProgress, write } from './explain/output.ts';
import { printAnswer } from './explain/print.ts';
import { asJson } from './explain/print-json.ts';
import { printSummary } from './explain/print-summary.ts';
import { answerStream } from './explain/stream.ts';
import { summarise } from './explain/summary.ts';
import { givenPath } from './given-path.ts';

/** Exit status of a program that Ctrl-C ended, as in shells. */
const INTERRUPTED = 130;
const stopped = interruption();

async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (options.help) {
    await write(HELP);
    return 0;
  }
  const catalogue = openCatalogue(catalogueOrExit());
  const provider = options.provider === undefined ? undefined : providerOf(options.provider, catalogue);
  if (options.all) {
    const entries = catalogue.entries.filter((entry) => !provider || entry.provider === provider);
    await write(`${JSON.stringify({ entries: entries.map(entryAsJson) })}\n`);
    return 0;
  }

  const answers = await answersOf(options, { catalogue, ...(provider && { provider }) });
  const found = merged(answers);
  const layout = layoutFor(process.stdout);
  if (options.summary) {
    const summary = summarise(found.findings, found.left);
    await write(
      options.json ? `${JSON.stringify(summary)}\n` : printSummary(summary, catalogue, layout, options.file),
    );
    return summary.known > 0 ? 0 : 1;
  }
  if (options.json) {
    await write(`${JSON.stringify(asJson(found, catalogue))}\n`);
  } else {
    const printed = answers.map((each) => printAnswer(each, catalogue, layout, options.file));
    await write(printed.join('\n'));
    const { text } = options;
    if (!isFound(found) && text !== '' && text !== '-' && existsSync(givenPath(text)))
      process.stderr.write(`A file has this name. To read it, use --file ${text}\n`);
  }
  return answers.some(isFound) ? 0 : 1;
}

function providerOf(id: string, catalogue: Catalogue): string {
  if (catalogue.provider(id)) return id;
  const known = catalogue.providers.filter(({ apis }) => apis.length > 0).map((each) => each.id);
  known.sort();
  throw new UsageError(`Unknown provider "${id}". Known providers: ${known.join(', ')}.`);
}

async function answersOf({ text, texts, file }: Options, setting: Setting): Promise<readonly Answer[]> {
  if (file === undefined && text !== '-') return answerEach(texts, setting);
  const stream = file === undefined ? process.stdin : await openFile(file);
  if (file === undefined && process.stdin.isTTY)
    process.stderr.write('Reading from the keyboard. Press Ctrl+D to finish.\n');
  try {
    const found = await answerStream(textOf(until(stopped, stream)), setting, watchProgress());
    // A file is a log, even with one line, and not a question to guess at.
    return [file === undefined || isFound(found) ? found : { ...found, entries: [] }];
  } catch (error) {
    const isOfSystem = error instanceof Error && 'syscall' in error;
    throw isOfSystem ? readFault(error, file ?? 'standard input') : error;
  }
}

endWithReader();
try {
  const status = await main(process.argv.slice(2));
  // The interrupted input is still open and would keep the process alive.
  if (stopped.aborted) process.exit(INTERRUPTED);
  process.exitCode = status;
} catch (error) {
  if (error instanceof UsageError) process.stderr.write(`${error.message}\nTry: npm run explain -- --help\n`);
  else if (error instanceof InputError) process.stderr.write(`${error.message}\n`);
  else throw error;
  process.exitCode = 2;
}
