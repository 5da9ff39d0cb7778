import { CatalogueError, readCatalogue } from '../build/read-catalogue.ts';
import type { CatalogueData } from '../data/schema.ts';

/** The catalogue of `data/`; where something is wrong with it, the process ends with the list of that and no stack. */
export function catalogueOrExit(): CatalogueData {
  try {
    return readCatalogue();
  } catch (error) {
    if (!(error instanceof CatalogueError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
