import { join, resolve } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

/** Resolves a path in the caller's directory, which npm names in `INIT_CWD`. */
export function resolveCliPath(path: string, { cwd = process.cwd(), env = process.env } = {}): string {
  return resolve((cwd === ROOT && env.INIT_CWD) || cwd, path);
}
