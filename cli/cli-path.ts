import { join, resolve } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

/** Resolves a path in the caller's directory, which npm names in `INIT_CWD`. */
export const resolveCliPath = (
  path: string,
  { cwd = process.cwd(), env = process.env } = {},
): string => resolve((cwd === ROOT && env.INIT_CWD) || cwd, path);
