import { cuesByCode } from './words/by-code.ts';
import { MEANT_BY } from './words/meant.ts';

/** What the codes that people meet most are about, by code. */
export const MATTERS = cuesByCode(MEANT_BY);
