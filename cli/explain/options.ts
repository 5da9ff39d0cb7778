import { type ParseArgsConfig, parseArgs } from 'node:util';
import help from '../../data/cli-help.json' with { type: 'json' };
import { PLANS, type Plan } from '../../data/schema.ts';
import { isTimeZone } from '../../lib/answer/plan/time-zone.ts';

/** @param command How the user starts the program: `npm run explain --`. */
export const createHelp = (command: string, name: keyof typeof help): string =>
  `${help[name].join('\n').replaceAll('{command}', command).replaceAll('{indent}', ' '.repeat(command.length))}\n`;

/** A mistake in the arguments. Shown as one sentence, without a stack trace. */
export class UsageError extends Error {}

export type ExplainOptions = ReturnType<typeof parseOptions>;

export const OPTIONS = {
  provider: { type: 'string' },
  file: { type: 'string' },
  csv: { type: 'string' },
  'code-column': { type: 'string' },
  'provider-column': { type: 'string' },
  zone: { type: 'string' },
  plan: { type: 'string' },
  'retry-now': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  summary: { type: 'boolean', default: false },
  all: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
} as const;

interface Given {
  text: string;
  file?: string | undefined;
  csv?: string | undefined;
  json: boolean;
  summary: boolean;
  all: boolean;
}

/** Options that exclude each other, or that need another one. The first fault is reported. */
const FAULTS: readonly (readonly [
  isFault: (given: Given) => boolean,
  message: string,
])[] = [
  [
    ({ file, text }) => file !== undefined && text !== '',
    'Use either a text or --file PATH, not both.',
  ],
  [
    ({ csv, text, file, json, summary }) =>
      csv !== undefined &&
      (text !== '' || file !== undefined || json || summary),
    "--csv can't be combined with a text, --file, --json or --summary.",
  ],
  [
    ({ all, text, file, summary }) =>
      all && (text !== '' || file !== undefined || summary),
    "--all prints the whole catalogue. It can't be combined with a text, --file or --summary.",
  ],
  [
    ({ all, json }) => all && !json,
    '--all prints the whole catalogue as JSON: add --json.',
  ],
  [
    ({ all, text, file, csv }) =>
      !all && text === '' && file === undefined && csv === undefined,
    'Nothing to explain. Pass a code, a message, words, - or --file PATH.',
  ],
];

/** `plans` are those of the rows to write, `texts` the arguments of `text`. @throws UsageError */
export function parseOptions(args: readonly string[]) {
  const { options, texts } = sortArguments(args);
  const text = texts.join(' ').trim();
  const { values } = parseWith({ args: options, options: OPTIONS });
  const plans = readPlans(values);

  if (values.help || values.version)
    return {
      ...values,
      plans,
      text,
      texts,
    };

  if (values.zone !== undefined && !isTimeZone(values.zone))
    throw new UsageError(
      `Unknown time zone: ${values.zone}. Pass a name such as Europe/Madrid.`,
    );

  const fault = FAULTS.find(([isFault]) => isFault({ ...values, text }));
  if (fault) throw new UsageError(fault[1]);

  return {
    ...values,
    plans,
    text,
    texts,
  };
}

/** @throws UsageError */
function readPlans(values: {
  plan?: string | undefined;
  'retry-now': boolean;
}): readonly Plan[] {
  const names = [
    ...(values.plan?.split(/[\s,]+/) ?? []),
    ...(values['retry-now'] ? ['now'] : []),
  ];

  return names.map((name) => {
    const plan = PLANS.find((one) => one === name);
    if (plan === undefined)
      throw new UsageError(
        `Unknown plan: ${name}. Known plans: ${PLANS.join(', ')}.`,
      );

    return plan;
  });
}

/** Parses arguments. @throws UsageError with the first sentence of Node, whose second one describes its own parser. */
export function parseWith<const Config extends ParseArgsConfig>(
  config: Config,
) {
  try {
    return parseArgs(config);
  } catch (error) {
    const [first = ''] = (
      error instanceof Error ? error.message : String(error)
    ).split(/\.\s|\n/);
    throw new UsageError(first);
  }
}

/** Separates options from texts, which may begin with a hyphen too: `-1`, `- sent: 131047`, `-`. */
function sortArguments(args: readonly string[]): {
  options: string[];
  texts: string[];
} {
  const options: string[] = [];
  const texts: string[] = [];

  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '--')
      return { options, texts: [...texts, ...args.slice(at + 1)] };

    if (!/^--?[a-z][a-z-]*(=.*)?$/is.test(arg)) texts.push(arg);
    else options.push(...(hasValue(arg) ? args.slice(at, ++at + 1) : [arg]));
  }

  return { options, texts };
}

const hasValue = (arg: string) =>
  Object.entries(OPTIONS).some(
    ([name, { type }]) => type === 'string' && arg === `--${name}`,
  );
