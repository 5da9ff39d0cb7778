import type { Readable, Writable } from 'node:stream';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';

export interface CommandSetting {
  command: string;
  streams: {
    stdin: Readable & { isTTY?: boolean };
    stdout: Writable & { isTTY?: boolean; columns?: number };
    stderr: Writable & { isTTY?: boolean };
  };
  getCatalogue(): Catalogue;
  interrupted: AbortSignal;
}

/** Writes and waits until the pipe has taken all of it: exiting earlier would truncate the output. Returns the exit status. */
export function writeOutput(
  stdout: Writable,
  text: string | Uint8Array,
  status = 0,
): Promise<number> {
  return new Promise((resolve, reject) => {
    stdout.write(text, (error) => (error ? reject(error) : resolve(status)));
  });
}

/** Exits cleanly if the reader closes the pipe early, as in `explain … | head`, and says why if a disk is full. */
export function exitWithReader(): void {
  process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') process.exit(0);
    process.stderr.write(`Couldn't write the output: ${message}\n`);
    process.exit(2);
  });
  process.stderr.on('error', () => undefined);
}

const PROGRESS_BYTES = 50_000_000;

/** Returns a function that reports progress on a long input. Writes only to a terminal, never to a pipe or a file. */
export function watchProgress(
  stderr: CommandSetting['streams']['stderr'],
): (read: number) => void {
  let next = PROGRESS_BYTES;

  if (!stderr.isTTY) return () => undefined;

  return (read) => {
    if (read < next) return;
    next += PROGRESS_BYTES;
    stderr.write(`${Math.round(read / 1_000_000)} MB read\n`);
  };
}

/** The first Ctrl-C ends reading, and the answer is printed. A second one ends the program. */
export function createInterruptSignal(): AbortSignal {
  const controller = new AbortController();

  process.once('SIGINT', () => {
    process.stderr.write('Stopped. The results cover what was read so far.\n');
    controller.abort();
  });

  return controller.signal;
}
