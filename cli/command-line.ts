import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CatalogueError, readData } from '../build/read-catalogue.ts';
import type { CatalogueData } from '../data/schema.ts';
import { resolveCliPath } from './cli-path.ts';
import { toInputError } from './explain/input.ts';
import { toTerminalText } from './explain/terminal-layout.ts';

/** Prints an error without a stack trace and exits, for a usage error with status 2. */
export function fail(message: string, status = 2): never {
  console.error(toTerminalText(message));
  process.exit(status);
}

/** The options of a usage: `[--json]` is a flag, `[--out FOLDER]` takes a text. */
type UsageOptions<Usage extends string> =
  Usage extends `${string}[--${infer Option}]${infer Rest}`
    ? (Option extends `${infer Name} ${string}`
        ? { [key in Name]?: string }
        : { [key in Option]?: boolean }) &
        UsageOptions<Rest>
    : unknown;

/**
 * Parses the command line. An option that the usage does not have prints it and exits; so does what could control the terminal.
 *
 * @param usage `npm run sources -- [SOURCE…] [--json] [--from DIR]`
 */
export function parseArguments<const Usage extends string>(usage: Usage) {
  const strange = process.argv
    .slice(2)
    .find((arg) => toTerminalText(arg) !== arg);

  if (strange !== undefined)
    fail(`An argument has control characters: ${strange}`);

  const options = [...usage.matchAll(/\[--([\w-]+)( )?/g)].map(
    ([, name = '', value]) =>
      [name, { type: value ? 'string' : 'boolean' }] as const,
  );

  try {
    const allowPositionals = /-- \[?[A-Z]/.test(usage);

    const { values, positionals } = parseArgs({
      options: Object.fromEntries(options),
      allowPositionals,
    });

    return { values: values as UsageOptions<Usage>, positionals };
  } catch (error) {
    fail(
      `${error instanceof Error ? error.message : error}\n\nUsage: ${usage}`,
    );
  }
}

export function readFileArgument<T>(
  name: string,
  parse: (content: string) => T,
): T {
  try {
    return parse(readFileSync(resolveCliPath(name), 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'syscall' in error)
      fail(toInputError(error, name).message);
    fail(`${name}: ${error instanceof Error ? error.message : error}`);
  }
}

/** Returns the path of an output folder, which may not exist yet. */
export function createFolderArgument(name: string): string {
  const path = resolveCliPath(name);
  if (statSync(path, { throwIfNoEntry: false })?.isFile())
    fail(`This is a file, not a folder: ${name}`);
  return path;
}

export const readCatalogueOrExit = (): CatalogueData =>
  readDataOrExit().catalogue;

/** Reads `data/`. If it is invalid, prints the problems without a stack trace and exits. */
export function readDataOrExit(): ReturnType<typeof readData> {
  try {
    return readData();
  } catch (error) {
    if (!(error instanceof CatalogueError)) throw error;
    fail(error.message, 1);
  }
}
