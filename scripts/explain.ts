import { createCatalogue } from '../lib/catalogue/catalogue.ts';
import { readCatalogueOrExit } from './catalogue-or-exit.ts';
import { runExplainCommand } from './explain/explain-command.ts';
import { createInterruptSignal, exitWithReader } from './explain/output.ts';

/** Exit status of a program that Ctrl-C ended, as in shells. */
const INTERRUPTED = 130;
const interrupted = createInterruptSignal();

exitWithReader();
const status = await runExplainCommand(process.argv.slice(2), {
  streams: process,
  getCatalogue: () => createCatalogue(readCatalogueOrExit()),
  interrupted,
});
// The interrupted input is still open and would keep the process alive.
if (interrupted.aborted) process.exit(INTERRUPTED);
process.exitCode = status;
