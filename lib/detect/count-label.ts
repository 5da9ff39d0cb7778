import { ERROR, ERROR_CODE } from './words/error.ts';
import { COUNTED, COUNTS } from './words/other.ts';
import { cue, wordless } from './words/pattern.ts';
import { REASON } from './words/reason.ts';

const COUNT = cue([...COUNTED, ...COUNTS], { before: wordless(3), after: wordless(3) });
const TWO = cue(COUNTED, { before: wordless(3), after: /^\s\p{L}+[^\p{L}\p{N}]{0,3}$/u });
const OF_ERROR = cue([...ERROR, ...ERROR_CODE, ...REASON]);

/** `Conversations`: the label of a figure. */
export const isCount = (label: string): boolean => COUNT.in(label) !== null;
/** `Messages delivered`: no thing that there is one of. */
export const isTwo = (label: string): boolean => TWO.in(label) !== null;
export const isOfErrors = (label: string): boolean => OF_ERROR.in(label) !== null;

/** The label of a figure that stands in another element than its label: `Contact` may be the name of a thing there, with a code beside it. */
export const isOfFigure = (label: string, code: string): boolean =>
  !isOfErrors(label) && (isTwo(label) || (code.length < 5 && isCount(label)));
