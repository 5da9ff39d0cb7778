import { joinPatterns } from '../../core/pattern-parts.ts';
import type { Span } from '../../core/spans.ts';
import {
  findLineEnd,
  findLineStart,
  splitLines,
} from '../../structure/lines.ts';

const MAX_UNITS = 4_000;
/** A member in a line of its own, as a console or a debugger lists it, perhaps with the sign that opens it. */
const MEMBER = joinPatterns([
  /^\s{0,80}(?:[▸▾▶▼>] )?/,
  [
    /(["']?[A-Za-z_$][\w$]{0,60}["']?: .{1,400})/,
    /\[\[\w{1,40}\]\]:/,
    /<\w{1,40}>:/,
  ],
]);

/**
 * Returns true for the same member of an object in its preview and in the list of its members below, as consoles of
 * browsers and debuggers show an object that is open.
 */
export function isPreviewAndMember(
  text: string,
  first: Span,
  second: Span,
): boolean {
  if (second.start - first.end > MAX_UNITS) return false;

  const lineEnd = findLineEnd(text, first.end);
  if (lineEnd > second.start) return false;

  const preview = text.slice(findLineStart(text, first.start), lineEnd);
  if (preview.indexOf('{') >= preview.lastIndexOf('}')) return false;

  const below = text.slice(lineEnd + 1, findLineEnd(text, second.end));
  const members = splitLines(below).map((line) => MEMBER.exec(line));
  const own = members.at(-1)?.[1];

  return (
    own !== undefined && preview.includes(own.trim()) && !members.includes(null)
  );
}
