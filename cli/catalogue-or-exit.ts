import { CatalogueError, readCatalogue } from '../build/read-catalogue.ts';
import type { CatalogueData } from '../data/schema.ts';
import { toTerminalText } from './explain/terminal-layout.ts';

/** Reads the catalogue of `data/`. If it is invalid, prints the problems without a stack trace and exits. */
export function readCatalogueOrExit(): CatalogueData {
  try {
    return readCatalogue();
  } catch (error) {
    if (!(error instanceof CatalogueError)) throw error;
    console.error(toTerminalText(error.message));
    process.exit(1);
  }
}
