import type { Span } from '../core/spans.ts';

const ERROR_KEY = /\berrors?["']?\s?(?::|=>?)\s?[[{]/gi;

let last: { text: string; lists: readonly Span[] } = { text: '', lists: [] };

/** Returns true inside the value of a key `error` or `errors`: an object, or a list of any length. */
export function isInErrorList(text: string, offset: number): boolean {
  if (last.text !== text) last = { text, lists: findErrorLists(text) };
  return last.lists.some(({ start, end }) => start < offset && offset < end);
}

function findErrorLists(text: string): Span[] {
  // A part of a long text may begin between two members of a list.
  let end = /^\s*,\s*[{[]/.test(text) ? findClosing(text, 0, 1) : 0;
  const lists: Span[] = [{ start: -1, end }];
  for (const { 0: head, index } of text.matchAll(ERROR_KEY)) {
    if (index < end) continue;
    const start = index + head.length - 1;
    end = findClosing(text, start);
    lists.push({ start, end });
  }
  return lists;
}

/** Returns the offset of the bracket that closes the one at the start, or the end of the text. Skips strings. */
function findClosing(text: string, start: number, open = 0): number {
  let depth = open;
  let isString = false;
  for (let at = start; at < text.length; at++) {
    const unit = text[at];
    if (isString && unit === '\\') at++;
    else if (unit === '"') isString = !isString;
    else if (isString) continue;
    else if (unit === '[' || unit === '{') depth++;
    else if ((unit === ']' || unit === '}') && --depth === 0) return at;
  }
  return text.length;
}
