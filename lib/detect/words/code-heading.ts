import { CODE, ERROR_CODE } from './error.ts';
import { type Cue, cue } from './pattern.ts';

/**
 * A heading for codes that begins its line.
 *
 * @param after What stands between it and the place in question, from the word on.
 */
export const codeHeading = (after: RegExp): Cue =>
  cue([...ERROR_CODE, ...CODE], { before: /(?:^|\n)[^\p{L}\n]{0,4}$/u, after });
