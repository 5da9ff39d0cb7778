import { readFileSync, statSync } from 'node:fs';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { readFault } from './explain/input.ts';
import { givenPath } from './given-path.ts';

/** What the caller did wrong, without a stack. */
export function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

/** The arguments of the command line; one that is not known ends the process with the usage. */
export function argumentsGiven<const Config extends ParseArgsConfig>(config: Config, usage: string) {
  try {
    return parseArgs(config);
  } catch (error) {
    fail(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}

/** Reads a file; what is wrong with it is told with its name. */
export function readGiven<T>(name: string, parse: (content: string) => T): T {
  try {
    return parse(readFileSync(givenPath(name), 'utf8'));
  } catch (error) {
    const isOfSystem = error instanceof Error && 'syscall' in error;
    fail(
      isOfSystem
        ? readFault(error, name).message
        : `${name}: ${error instanceof Error ? error.message : error}`,
    );
  }
}

/** A whole number from 1 on. */
export function countGiven(option: string, value: string): number {
  if (/^[1-9]\d{0,5}$/.test(value)) return Number(value);
  fail(`${option} must be a whole number of at least 1, not "${value}".`);
}

/** A folder to write into; it need not be there yet. */
export function folderGiven(name: string): string {
  const path = givenPath(name);
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) fail(`This is a file, not a folder: ${name}`);
  return path;
}
