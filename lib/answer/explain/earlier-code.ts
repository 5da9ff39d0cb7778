import { joinPatterns } from '../../core/pattern-parts.ts';
import type { Span } from '../../core/spans.ts';
import { mentionsFailure } from '../../detect/word-classes.ts';
import { getLineAfter, getLineBefore } from '../../structure/lines.ts';

const MAX_UNITS = 600;
const MAX_NAME_UNITS = 60;
/** The name of an earlier code: `previous_code=`, `"lastErrorCode": `, `prior error code: `. */
const EARLIER = joinPatterns(
  [
    /(?:^|[^a-z])(previous|prev|prior|earlier|last)[ _-]?/,
    /(?:[a-z]{1,10}[ _-]?){0,3}/,
    /["'\])]{0,2}\s?[:=]\s?["'(#]{0,3}$/,
  ],
  'i',
);
const SETTLED = joinPatterns(
  [
    /\b/,
    [
      /recovered|resolved|succeeded|success(?:ful(?:ly)?)?|delivered/,
      /status["']?\s?[:=]\s?["']?(?:sent|read|ok)/,
    ],
    /\b/,
  ],
  'i',
);

/**
 * Removes the codes of earlier attempts, which failed elsewhere: beside another code, or in a line that says that all is
 * well now. A question may be about one.
 */
export function dropEarlierCodes<Hit extends Span>(
  hits: readonly Hit[],
  text: string,
): readonly Hit[] {
  const names = hits.map((hit) => readEarlier(text, hit));
  const hasOther = names.includes('');

  return hits.filter((hit, at) => {
    const name = names[at] ?? '';
    if (name === '') return true;

    // `last_error_code` of what has failed is its code.
    const isPast = !/^last$/i.test(name);

    return !((isPast && hasOther) || isSettled(text, hit));
  });
}

/** Returns the word that makes a code an earlier one, or an empty string. */
function readEarlier(text: string, { start }: Span): string {
  const before = getLineBefore(text, start, MAX_NAME_UNITS);

  return EARLIER.exec(before)?.[1] ?? '';
}

/** Returns true for the line of an earlier code that says that all is well, and of no failure. */
function isSettled(text: string, { start, end }: Span): boolean {
  // Its own name has the word of an error.
  const before = getLineBefore(text, start, MAX_UNITS).replace(EARLIER, ' ');
  const line = before + getLineAfter(text, end, MAX_UNITS);

  return SETTLED.test(line) && !mentionsFailure(line);
}
