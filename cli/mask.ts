import { openStoredCatalogue } from '../build/stored-catalogue.ts';
import { maskStream } from '../lib/masking/mask-stream.ts';
import { getCatalogueMasking } from './catalogue-masking.ts';
import { fail, readCatalogueOrExit } from './command-line.ts';
import { InputError, openFile, readTextStream } from './explain/input.ts';
import { createHelp } from './explain/options.ts';
import { exitWithReader, writeOutput } from './explain/output.ts';

const [file, ...others] = process.argv.slice(2);
exitWithReader();
if (file === undefined || others.length > 0 || file === '--help') {
  process[file === '--help' ? 'stdout' : 'stderr'].write(
    createHelp('npm run mask --', 'mask'),
  );
  process.exitCode = file === '--help' ? 0 : 2;
} else {
  try {
    const stream = file === '-' ? process.stdin : await openFile(file);
    const catalogue = await openStoredCatalogue(async () =>
      readCatalogueOrExit(),
    );
    const masking = getCatalogueMasking(catalogue);
    for await (const text of maskStream(readTextStream(stream), masking))
      await writeOutput(process.stdout, text);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    fail(error.message);
  }
}
