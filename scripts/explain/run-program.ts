import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { runExplainCommand } from './explain-command.ts';
import { createInterruptSignal, exitWithReader } from './output.ts';

/** Exit status of a program that Ctrl-C ended, as in shells. */
const INTERRUPTED = 130;

/**
 * Runs this process as the command line program.
 *
 * @param command How the user starts it: `npm run explain --`.
 */
export async function runProgram(command: string, getCatalogue: () => Catalogue): Promise<void> {
  const interrupted = createInterruptSignal();
  exitWithReader();
  const args = process.argv.slice(2);
  const status = await runExplainCommand(args, { command, streams: process, getCatalogue, interrupted });
  // The interrupted input is still open and would keep the process alive.
  if (interrupted.aborted) process.exit(INTERRUPTED);
  process.exitCode = status;
}
