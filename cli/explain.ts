import { openStoredCatalogue } from '../build/stored-catalogue.ts';
import { runProgram } from './explain/explain-command.ts';

const catalogue = await openStoredCatalogue(async () =>
  (await import('./command-line.ts')).readCatalogueOrExit(),
);

await runProgram('npm run explain --', () => catalogue);
