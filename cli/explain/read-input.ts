import { openFile, readUntilAborted, toInputError } from './input.ts';
import type { CommandSetting } from './output.ts';

/** Reads a file, or standard input for `-`, until it ends or the user interrupts. */
export async function readInput<T>(
  path: string,
  { streams: { stdin, stderr }, interrupted }: CommandSetting,
  read: (stream: AsyncIterable<Buffer | string>) => Promise<T>,
): Promise<T> {
  const isFile = path !== '-';
  const stream = isFile ? await openFile(path) : stdin;

  if (!isFile && stdin.isTTY)
    stderr.write('Reading from the keyboard. Press Ctrl+D to finish.\n');

  try {
    return await read(readUntilAborted(interrupted, stream));
  } catch (error) {
    const isOfSystem = error instanceof Error && 'syscall' in error;
    throw isOfSystem
      ? toInputError(error, isFile ? path : 'standard input')
      : error;
  }
}
