import { existsSync, statSync } from 'node:fs';
import { isFound, mergeAnswers } from '../../lib/answer/answer.ts';
import { CsvError } from '../../lib/answer/csv/csv-format.ts';
import { toEntryJson } from '../../lib/answer/format/entry-json.ts';
import { resolveProvider } from '../../lib/answer/resolve-provider.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { resolveCliPath } from '../cli-path.ts';
import { answerArguments } from './answer-arguments.ts';
import { toAnswerJson } from './answer-json.ts';
import { formatAnswer } from './format-answer.ts';
import { formatSummary } from './format-summary.ts';
import { InputError, openFile, readTextStream, toInputError } from './input.ts';
import {
  createHelp,
  type ExplainOptions,
  parseOptions,
  UsageError,
} from './options.ts';
import {
  type CommandSetting,
  createInterruptSignal,
  exitWithReader,
  watchProgress,
  writeOutput,
} from './output.ts';
import { readInput } from './read-input.ts';
import { summarize } from './summary.ts';
import { createLayoutFor, writeMessage } from './terminal-layout.ts';

const INTERRUPTED = 130;

type Command = (
  args: readonly string[],
  setting: CommandSetting,
) => Promise<number>;

/** Loaded when they are called: loading takes a good part of a short command's time. */
const COMMANDS = new Map<string, () => Promise<Command>>([
  [
    'audit',
    async () => (await import('../audit/audit-command.ts')).runAuditCommand,
  ],
  ['check', async () => (await import('./check-command.ts')).runCheckCommand],
]);

export async function runExplainCommand(
  args: string[],
  setting: CommandSetting,
): Promise<number> {
  try {
    const [command = '', ...rest] = args;
    const load = COMMANDS.get(command);

    return await (load
      ? (await load())(rest, setting)
      : runOptions(parseOptions(args), setting));
  } catch (error) {
    const { stderr } = setting.streams;

    if (error instanceof UsageError || error instanceof RangeError)
      writeMessage(
        stderr,
        `${error.message}\nTry: ${setting.command} --help\n`,
      );
    else if (error instanceof InputError || error instanceof CsvError)
      writeMessage(stderr, `${error.message}\n`);
    else if (error instanceof Error && 'path' in error)
      writeMessage(
        stderr,
        `${toInputError(error, String(error.path)).message}\n`,
      );
    else throw error;

    return 2;
  }
}

async function runOptions(
  options: ExplainOptions,
  setting: CommandSetting,
): Promise<number> {
  const { stdout } = setting.streams;

  if (options.help)
    return writeOutput(stdout, createHelp(setting.command, 'explain'));

  const catalogue = setting.getCatalogue();

  if (options.version) return writeOutput(stdout, `${catalogue.version}\n`);

  const provider =
    options.provider === undefined
      ? undefined
      : resolveProvider(options.provider, catalogue);

  if (options.all) return writeEntries(stdout, catalogue, provider);

  if (options.csv !== undefined)
    return runCsv(options, options.csv, provider, setting);

  return runTexts(options, provider, setting);
}

function writeEntries(
  stdout: CommandSetting['streams']['stdout'],
  catalogue: Catalogue,
  provider: string | undefined,
): Promise<number> {
  const entries = catalogue.entries
    .filter((entry) => !provider || entry.provider === provider)
    .map(toEntryJson);

  return writeOutput(stdout, `${JSON.stringify({ entries })}\n`);
}

/** Adds columns to a table. */
async function runCsv(
  options: ExplainOptions,
  path: string,
  provider: string | undefined,
  setting: CommandSetting,
): Promise<number> {
  const { explainCsv, formatCsvSummary } = await import('./csv.ts');
  const { stdout, stderr } = setting.streams;

  const {
    plans,
    'code-column': codeColumn,
    'provider-column': providerColumn,
  } = options;

  const isFile =
    path !== '-' &&
    statSync(resolveCliPath(path), { throwIfNoEntry: false })?.isFile();

  const readAgain = isFile ? () => openFile(path) : null;

  const csvOptions = {
    provider,
    codeColumn,
    providerColumn,
    plans,
    nowMs: Date.now(),
    timeZone: options.zone,
  };

  const output = {
    write: (bytes: Uint8Array) => writeOutput(stdout, bytes),
    onProgress: watchProgress(stderr),
  };

  const summary = await readInput(path, setting, (stream) =>
    explainCsv(
      { stream, readAgain },
      output,
      setting.getCatalogue(),
      csvOptions,
    ),
  );

  writeMessage(stderr, formatCsvSummary(summary));

  return summary.known > 0 ? 0 : 1;
}

/** Answers the arguments, or what a file or the standard input has. */
async function runTexts(
  options: ExplainOptions,
  provider: string | undefined,
  setting: CommandSetting,
): Promise<number> {
  const { stdout, stderr } = setting.streams;
  const { text, file } = options;
  const catalogue = setting.getCatalogue();
  const answers = await answerTexts(options, provider, setting);
  const found = mergeAnswers(answers);
  const layout = createLayoutFor(stdout);

  if (options.summary) {
    const summary = summarize(found.findings, found.droppedCount);

    const shown = options.json
      ? `${JSON.stringify(summary)}\n`
      : formatSummary(summary, catalogue, layout, file);

    return writeOutput(stdout, shown, summary.known > 0 ? 0 : 1);
  }

  const status = answers.some(isFound) ? 0 : 1;

  if (options.json)
    return writeOutput(
      stdout,
      `${JSON.stringify(toAnswerJson(found, catalogue))}\n`,
      status,
    );

  const printed = answers.map((each) =>
    formatAnswer(each, catalogue, layout, file),
  );

  await writeOutput(stdout, printed.join('\n'));

  const mayBeName = text !== '' && text !== '-' && !isFound(found);

  if (mayBeName && existsSync(resolveCliPath(text)))
    writeMessage(
      stderr,
      `A file has this name. To read it, use --file ${text}\n`,
    );

  return status;
}

async function answerTexts(
  { text, texts, file }: ExplainOptions,
  provider: string | undefined,
  setting: CommandSetting,
) {
  const answerSetting = {
    catalogue: setting.getCatalogue(),
    ...(provider && { provider }),
  };

  if (file === undefined && text !== '-')
    return answerArguments(texts, answerSetting);

  const { answerStream } = await import('../../lib/answer/answer-stream.ts');

  const answer = await readInput(file ?? '-', setting, (stream) =>
    answerStream(
      readTextStream(stream),
      answerSetting,
      watchProgress(setting.streams.stderr),
    ),
  );

  return [answer];
}

/** Runs this process as the program. `command` is how the user starts it: `npm run explain --`. */
export async function runProgram(
  command: string,
  getCatalogue: () => Catalogue,
): Promise<void> {
  const interrupted = createInterruptSignal();

  exitWithReader();

  const args = process.argv.slice(2);

  const status = await runExplainCommand(args, {
    command,
    streams: process,
    getCatalogue,
    interrupted,
  }).catch((error) => {
    console.error(error);
    // Node.js would end with 1, which says that something was found, or nothing.
    return 2;
  });

  // The interrupted input is still open and would keep the process alive.
  if (interrupted.aborted) process.exit(INTERRUPTED);
  process.exitCode = status;
}
