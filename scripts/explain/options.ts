import { parseArgs } from 'node:util';

export const HELP = `Explains WhatsApp Business error codes.

  npm run explain -- TEXT...         a code, a message, a payload, or words to search by; several codes
                                     or quoted texts are answered one after the other
  npm run explain -- -               the same from standard input: a log of any length
  npm run explain -- --file PATH     the same from a file
  npm run explain -- --all --json    the whole catalogue

  --provider ID   whose codes they are: meta, twilio, gupshup, 360dialog, ...
  --json          one JSON object: {"found": [...], "unknown": ["..."]}, best meaning first
  --summary       counts by code, whose turn, retry and provider; with --json as one JSON object
  --help          this text

Ends with 0 where a code was found, 1 where none was or only words were near, 2 where an option is
wrong or the input cannot be read. docs/explain.md has the JSON, field by field.
`;

/** A mistake in the arguments. Shown as one sentence, without a stack trace. */
export class UsageError extends Error {}

export interface Options {
  /** Empty if there is none, `-` for standard input. */
  text: string;
  /** The separate arguments of the text. */
  texts: readonly string[];
  file?: string | undefined;
  provider?: string | undefined;
  json: boolean;
  summary: boolean;
  all: boolean;
  help: boolean;
}

/** @throws UsageError */
export function readOptions(args: readonly string[]): Options {
  const { options, texts } = sorted(args);
  const text = texts.join(' ').trim();
  const values = parse(options);
  if (values.help) return { ...values, text, texts };
  if (values.file !== undefined && text !== '')
    throw new UsageError('Give either a text or --file PATH, not both.');
  if (values.all && (text !== '' || values.file !== undefined || values.summary))
    throw new UsageError('--all prints the whole catalogue: it takes no text, no file and no --summary.');
  if (values.all && !values.json)
    throw new UsageError('--all prints the whole catalogue as JSON: add --json.');
  if (!values.all && text === '' && values.file === undefined)
    throw new UsageError('Nothing to explain: give a code, a message, words, - or --file PATH.');
  return { ...values, text, texts };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        provider: { type: 'string' },
        file: { type: 'string' },
        json: { type: 'boolean', default: false },
        summary: { type: 'boolean', default: false },
        all: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    // Node's second sentence describes its own parser.
    const [first = ''] = (error instanceof Error ? error.message : String(error)).split(/(?<=\.)\s|\n/);
    throw new UsageError(first);
  }
}

const WITH_VALUE = new Set(['--provider', '--file']);

/**
 * Separates options from texts, which may begin with a hyphen too: `-1` is a code, `- sent: 131047` a list item, `-`
 * standard input.
 */
function sorted(args: readonly string[]): { options: string[]; texts: string[] } {
  const options: string[] = [];
  const texts: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '--') return { options, texts: [...texts, ...args.slice(at + 1)] };
    if (!/^--?[a-z][a-z-]*(=.*)?$/is.test(arg)) texts.push(arg);
    else options.push(...(WITH_VALUE.has(arg) ? args.slice(at, ++at + 1) : [arg]));
  }
  return { options, texts };
}
