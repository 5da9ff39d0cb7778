import { resolve } from 'node:path';
import { ROOT } from './run.ts';

/** A path as the caller meant it: npm runs its scripts in the root of the project, and tells in `INIT_CWD` where it was called. */
export function givenPath(path: string, { cwd = process.cwd(), env = process.env } = {}): string {
  return resolve((cwd === ROOT && env.INIT_CWD) || cwd, path);
}
