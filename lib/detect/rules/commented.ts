import type { Examples, Rule } from '../rule.ts';

/** Ends with a read of an error's code and the begin of a comment. */
const READ =
  /(?:\b|_)(?:err(?:or)?s?|e|ex|exc|exception|failure|fail)(?:\]|\?|\.\w{1,16}|\[["']?\w{1,16}["']?\]){0,4}[.[]["']?\w{0,12}code["'\]){};,]{0,5}\s{1,4}(?:\/\/|#|--|\/\*)\s?(?:e\.g\.\s|ex\.?:?\s|=>?\s|->\s|→\s)?$/i;

/** `console.log(err.response.data.error.code); // 131048`: what it came to. */
export const rule: Rule = {
  id: 'commented',
  family: 'place',
  weight: 3.6,
  needs: ['number', 'long', 'left'],
  find({ lineLeft, lineRight }) {
    if (!/^\s{0,4}(?:$|[,;(–—-]|\*\/)/.test(lineRight)) return null;
    return READ.exec(lineLeft)?.[0].trim() ?? null;
  },
};

export const examples: Examples = {
  yes: [
    'console.log(err.response.data.error.code); // ‹131048›',
    'print(e.code)  # ‹63016›',
    'log(error?.code) // e.g. ‹131047›',
  ],
  no: ['show(zip.code); // 131048', 'print(e.count)  # 131047', 'error.code // see page 131047 below'],
};
