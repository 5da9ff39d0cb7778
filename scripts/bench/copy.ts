import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A build to change for the measuring, as the one in `.output` is what people load. */
export function copyOf(extension: string): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'errata-bench-'));
  cpSync(extension, folder, { recursive: true });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
