import { joinPatterns } from '../../core/pattern-parts.ts';
import type { Span } from '../../core/spans.ts';
import { isCodeHeader } from '../../structure/column-role.ts';
import {
  findLineEnd,
  getLineAfter,
  getLineBefore,
} from '../../structure/lines.ts';
import { findObjectsAround } from '../../structure/object-around.ts';

const MAX_UNITS = 4_000;
const MAX_NESTING = 16;
/** The label of a value at the beginning of its line, after a mark of a list or of emphasis. */
const LABEL = joinPatterns(
  [
    /^[^\p{L}\d]{0,8}(\p{L}[\p{L} _-]{0,40}?)/u,
    /[*_]{0,2}:[*_]{0,2}\s{0,9}[`(#*]{0,4}$/,
  ],
  'u',
);
const NOTHING_AFTER = /^[`)*\s]{0,6}$/;
/** What may be between the labels of a failure and its response: the name of a fence, or of the response. */
const BETWEEN = joinPatterns(
  [
    /^\s{0,40}(?:```\w{0,10}\s{0,9})?/,
    /(?:[\p{L} _-]{1,30}:\s{0,9})?(?:```\w{0,10}\s{0,9})?$/u,
  ],
  'u',
);

/** Returns true for a code in a line of its own, `Code: 131047`, and the response below it that has it, as alerts print both. */
export function isLabelledAbove(
  text: string,
  first: Span,
  second: Span,
): boolean {
  if (second.start - first.end > MAX_UNITS) return false;

  const [, label = ''] = LABEL.exec(getLineBefore(text, first.start)) ?? [];
  const after = getLineAfter(text, first.end);
  if (!isCodeHeader(label) || !NOTHING_AFTER.test(after)) return false;

  const from = findLineEnd(text, first.end);
  const limits = { start: from, end: second.end + MAX_UNITS };
  let response: Span | null = null;

  for (const object of findObjectsAround(
    text,
    second,
    () => limits,
    '{}',
    MAX_NESTING,
  ))
    response = object;

  return response !== null && BETWEEN.test(text.slice(from, response.start));
}
