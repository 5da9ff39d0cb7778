import { readFileSync, statSync } from 'node:fs';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { resolveCliPath } from './cli-path.ts';
import { toInputError } from './explain/input.ts';
import { toTerminalText } from './explain/terminal-layout.ts';

/** Prints a usage error without a stack trace and exits with status 2. */
export function fail(message: string): never {
  console.error(toTerminalText(message));
  process.exit(2);
}

/** Parses the command line. An unknown option prints the usage and exits; so does what could control the terminal. */
export function parseArguments<const Config extends ParseArgsConfig>(config: Config, usage: string) {
  const strange = process.argv.slice(2).find((arg) => toTerminalText(arg) !== arg);
  if (strange !== undefined) fail(`An argument has control characters: ${strange}`);
  try {
    return parseArgs(config);
  } catch (error) {
    fail(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}

export function readFileArgument<T>(name: string, parse: (content: string) => T): T {
  try {
    return parse(readFileSync(resolveCliPath(name), 'utf8'));
  } catch (error) {
    const isOfSystem = error instanceof Error && 'syscall' in error;
    fail(
      isOfSystem
        ? toInputError(error, name).message
        : `${name}: ${error instanceof Error ? error.message : error}`,
    );
  }
}

export function parseCount(option: string, value: string): number {
  if (/^[1-9]\d{0,5}$/.test(value)) return Number(value);
  fail(`${option} must be a whole number of at least 1, not "${value}".`);
}

/** Returns the path of an output folder, which may not exist yet. */
export function createFolderArgument(name: string): string {
  const path = resolveCliPath(name);
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) fail(`This is a file, not a folder: ${name}`);
  return path;
}
