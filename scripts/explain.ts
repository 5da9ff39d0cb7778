import { parseArgs } from 'node:util';
import { readCatalogue } from '../build/read-catalogue.ts';
import { openCatalogue } from '../lib/catalogue/catalogue.ts';
import { entryAsJson } from '../lib/explain/as-json.ts';
import { type Answer, answer, answerStream } from './explain/answer.ts';
import { printAnswer } from './explain/print.ts';

const HELP = `Explains WhatsApp Business error codes.

  npm run explain -- TEXT            a code, a message, a whole payload, or words to search by
  npm run explain -- -               the same, read from standard input (a log of any length)
  npm run explain -- --all --json    the whole catalogue

  --provider ID   whose codes they are: meta, twilio, gupshup, 360dialog, ...
  --json          one JSON object: {"found": [...], "unknown": ["..."]}, best meaning first
  --help          this text

Ends with 0 where something was found, 1 where nothing was, 2 where an option is wrong.
`;

/** A mistake of the caller: said in one sentence, without a stack. */
class UsageError extends Error {}

function readOptions(args: readonly string[]) {
  const { options, texts } = sorted(args);
  try {
    const { values } = parseArgs({
      args: options,
      options: {
        provider: { type: 'string' },
        json: { type: 'boolean', default: false },
        all: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return { values, text: texts.join(' ').trim() };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** A text may begin with a hyphen too: `-1` is a code, `- sent: 131047` a line of a list, `-` the standard input. */
function sorted(args: readonly string[]): { options: string[]; texts: string[] } {
  const options: string[] = [];
  const texts: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '--') return { options, texts: [...texts, ...args.slice(at + 1)] };
    if (!/^--?[a-z][a-z-]*(=\S*)?$/i.test(arg)) texts.push(arg);
    else options.push(...(arg === '--provider' ? args.slice(at, ++at + 1) : [arg]));
  }
  return { options, texts };
}

async function main(args: string[]): Promise<number> {
  const { values, text } = readOptions(args);
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  if (text === '' && !values.all)
    throw new UsageError('Nothing to explain: give a code, a message or words.');
  if (values.all && !values.json)
    throw new UsageError('--all prints the whole catalogue as JSON: add --json.');

  const catalogue = openCatalogue(readCatalogue());
  const { provider } = values;
  if (provider !== undefined && !catalogue.provider(provider)) {
    const known = catalogue.providers.filter(({ apis }) => apis.length > 0).map(({ id }) => id);
    throw new UsageError(`There is no provider "${provider}". Known: ${known.join(', ')}.`);
  }
  if (values.all) {
    const entries = catalogue.entries.filter((entry) => !provider || entry.provider === provider);
    await write(`${JSON.stringify({ entries: entries.map(entryAsJson) })}\n`);
    return 0;
  }

  const setting = { catalogue, ...(provider && { provider }) };
  const found: Answer = text === '-' ? await answerStream(process.stdin, setting) : answer(text, setting);
  if (values.json) {
    await write(`${JSON.stringify({ found: found.entries.map(entryAsJson), unknown: found.unknown })}\n`);
  } else {
    await write(
      printAnswer(found, catalogue, { colour: process.stdout.isTTY === true && !process.env.NO_COLOR }),
    );
  }
  return found.entries.length > 0 ? 0 : 1;
}

/** Waits until a pipe has taken all of it: an exit before would cut the text off. */
function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

// `explain … | head` closes the pipe early, which is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\nTry: npm run explain -- --help\n`);
  process.exitCode = 2;
}
