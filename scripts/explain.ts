import { existsSync } from 'node:fs';
import { type Catalogue, createCatalogue } from '../lib/catalogue/catalogue.ts';
import { toEntryJson } from '../lib/format/entry-json.ts';
import { readCatalogueOrExit } from './catalogue-or-exit.ts';
import { resolveCliPath } from './cli-path.ts';
import {
  type AnswerSetting,
  answerEach,
  type CommandAnswer,
  isFound,
  mergeAnswers,
} from './explain/answer.ts';
import { answerStream } from './explain/answer-stream.ts';
import { InputError, openFile, readTextStream, readUntilAborted, toInputError } from './explain/input.ts';
import { type ExplainOptions, HELP, parseOptions, UsageError } from './explain/options.ts';
import { createInterruptSignal, exitWithReader, watchProgress, writeOutput } from './explain/output.ts';
import { formatAnswer } from './explain/print-answer.ts';
import { toAnswerJson } from './explain/print-json.ts';
import { formatSummary } from './explain/print-summary.ts';
import { summarize } from './explain/summary.ts';
import { createLayoutFor } from './explain/terminal-layout.ts';

/** Exit status of a program that Ctrl-C ended, as in shells. */
const INTERRUPTED = 130;
const interrupted = createInterruptSignal();

async function main(args: string[]): Promise<number> {
  const options = parseOptions(args);
  if (options.help) {
    await writeOutput(HELP);
    return 0;
  }
  const catalogue = createCatalogue(readCatalogueOrExit());
  const provider = options.provider === undefined ? undefined : getProvider(options.provider, catalogue);
  if (options.all) {
    const entries = catalogue.entries.filter((entry) => !provider || entry.provider === provider);
    await writeOutput(`${JSON.stringify({ entries: entries.map(toEntryJson) })}\n`);
    return 0;
  }

  const answers = await getAnswers(options, { catalogue, ...(provider && { provider }) });
  const found = mergeAnswers(answers);
  const layout = createLayoutFor(process.stdout);
  if (options.summary) {
    const summary = summarize(found.findings, found.left);
    await writeOutput(
      options.json ? `${JSON.stringify(summary)}\n` : formatSummary(summary, catalogue, layout, options.file),
    );
    return summary.known > 0 ? 0 : 1;
  }
  if (options.json) {
    await writeOutput(`${JSON.stringify(toAnswerJson(found, catalogue))}\n`);
  } else {
    const printed = answers.map((each) => formatAnswer(each, catalogue, layout, options.file));
    await writeOutput(printed.join('\n'));
    const { text } = options;
    if (!isFound(found) && text !== '' && text !== '-' && existsSync(resolveCliPath(text)))
      process.stderr.write(`A file has this name. To read it, use --file ${text}\n`);
  }
  return answers.some(isFound) ? 0 : 1;
}

function getProvider(id: string, catalogue: Catalogue): string {
  if (catalogue.provider(id)) return id;
  const known = catalogue.providers.filter(({ apis }) => apis.length > 0).map((each) => each.id);
  known.sort();
  throw new UsageError(`Unknown provider "${id}". Known providers: ${known.join(', ')}.`);
}

async function getAnswers(
  { text, texts, file }: ExplainOptions,
  setting: AnswerSetting,
): Promise<readonly CommandAnswer[]> {
  if (file === undefined && text !== '-') return answerEach(texts, setting);
  const stream = file === undefined ? process.stdin : await openFile(file);
  if (file === undefined && process.stdin.isTTY)
    process.stderr.write('Reading from the keyboard. Press Ctrl+D to finish.\n');
  try {
    const found = await answerStream(
      readTextStream(readUntilAborted(interrupted, stream)),
      setting,
      watchProgress(),
    );
    // A file is a log, even with one line, and not a question to guess at.
    return [file === undefined || isFound(found) ? found : { ...found, entries: [] }];
  } catch (error) {
    const isOfSystem = error instanceof Error && 'syscall' in error;
    throw isOfSystem ? toInputError(error, file ?? 'standard input') : error;
  }
}

exitWithReader();
try {
  const status = await main(process.argv.slice(2));
  // The interrupted input is still open and would keep the process alive.
  if (interrupted.aborted) process.exit(INTERRUPTED);
  process.exitCode = status;
} catch (error) {
  if (error instanceof UsageError) process.stderr.write(`${error.message}\nTry: npm run explain -- --help\n`);
  else if (error instanceof InputError) process.stderr.write(`${error.message}\n`);
  else throw error;
  process.exitCode = 2;
}
