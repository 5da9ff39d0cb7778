import { createCatalogue } from '../lib/catalogue/catalogue.ts';
import { readCatalogueOrExit } from './command-line.ts';
import { runProgram } from './explain/explain-command.ts';

await runProgram('npm run explain --', () =>
  createCatalogue(readCatalogueOrExit()),
);
