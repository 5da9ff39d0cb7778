import { CatalogueError, readData } from '../build/read-catalogue.ts';
import type { CatalogueData } from '../data/schema.ts';
import { toTerminalText } from './explain/terminal-layout.ts';

export const readCatalogueOrExit = (): CatalogueData => readDataOrExit().catalogue;

/** Reads `data/`. If it is invalid, prints the problems without a stack trace and exits. */
export function readDataOrExit(): ReturnType<typeof readData> {
  try {
    return readData();
  } catch (error) {
    if (!(error instanceof CatalogueError)) throw error;
    console.error(toTerminalText(error.message));
    process.exit(1);
  }
}
