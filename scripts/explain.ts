import { createCatalogue } from '../lib/catalogue/catalogue.ts';
import { readCatalogueOrExit } from './catalogue-or-exit.ts';
import { runProgram } from './explain/run-program.ts';

await runProgram('npm run explain --', () => createCatalogue(readCatalogueOrExit()));
