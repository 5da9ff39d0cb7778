/** Waits until a pipe has taken all of it: an exit before would cut the text off. */
export function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

/** `explain … | head` closes the pipe early, which is no failure of ours. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
  process.stderr.on('error', () => undefined);
}

const EVERY = 50_000_000;

/** Says how far a long input is read, to a person who watches: never into a pipe or a file. */
export function watchProgress(): (read: number) => void {
  let next = EVERY;
  if (!process.stderr.isTTY) return () => undefined;
  return (read) => {
    if (read < next) return;
    next += EVERY;
    process.stderr.write(`${Math.round(read / 1_000_000)} MB read\n`);
  };
}

/** Aborted by the first Ctrl-C, which ends the reading and not the answer; the second one ends the program. */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  process.once('SIGINT', () => {
    process.stderr.write('Stopped. The results cover what was read so far.\n');
    controller.abort();
  });
  return controller.signal;
}
