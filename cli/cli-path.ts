import { join, resolve } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

/**
 * Resolves a path relative to the caller's directory. npm runs scripts in the project's root and provides the original
 * directory in `INIT_CWD`.
 */
export function resolveCliPath(path: string, { cwd = process.cwd(), env = process.env } = {}): string {
  return resolve((cwd === ROOT && env.INIT_CWD) || cwd, path);
}
