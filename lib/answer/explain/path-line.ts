import type { Span } from '../../core/spans.ts';
import { isCodeHeader } from '../../structure/column-role.ts';
import { findLineStart, getLineBefore } from '../../structure/lines.ts';

const MAX_UNITS = 2_000;
const MAX_PATH_UNITS = 400;
/** What is before a value in its line is nothing but its path and signs. */
const PATH = /^[^\s"]{0,200}(?:\s?[=:]\s)?["'(#]{0,4}$|^\[\[[^\s]{1,300}$/;
/** R prints the path of a value in the line above, and numbers the values. */
const NUMBERED = /^\s{0,9}\[1\] ["'(#]{0,4}$/;

/**
 * Returns true if Graph's message and the field of its code are members of one object that is printed as a line for each
 * value, with its whole path: `$error$code`, `["error","code"]`, `json.error.code`, `/error/code`.
 */
export function isOfOnePath(text: string, first: Span, second: Span): boolean {
  if (second.start - first.end > MAX_UNITS) return false;

  const one = readPath(text, first);
  const other = readPath(text, second);
  const [name = '', ...parents] = one.reverse();
  const [otherName = '', ...otherParents] = other.reverse();
  const isShared =
    parents.length > 0 && parents.join('/') === otherParents.join('/');

  return isShared && isCodeHeader(name) !== isCodeHeader(otherName);
}

function readPath(text: string, { start }: Span): string[] {
  const own = getLineBefore(text, start, MAX_PATH_UNITS);
  const from = findLineStart(text, start) - 1;
  const above = from > 0 ? getLineBefore(text, from, MAX_PATH_UNITS) : '';
  const line = NUMBERED.test(own) ? above : own;

  return PATH.test(line) ? line.split(/[^\w-]+/).filter(Boolean) : [];
}
