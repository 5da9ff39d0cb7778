import { joinPatterns } from '../core/pattern-parts.ts';

/** Rejects most texts at little cost. */
const MAY_HAVE_CONDITION = /\b(?:where|having)\b/i;
const CONDITION = /\b(?:where|having)\b/gi;
/** What a statement has before its condition. */
const STATEMENT = /\b(?:select|delete|update)\b/i;
const STATEMENT_OF_TABLE = /\b(?:from|set)\b/i;
const MAX_STATEMENT_UNITS = 1_500;
const MAX_CONDITION_UNITS = 2_000;
/** Where a condition ends: with its statement, or before a line that does not continue it. */
const CONDITION_END =
  /;|\n(?!\s*(?:and|or|not|in|between|group|order|having|limit|\(|\)|,|\d+\s*[,)])(?![a-z]))/i;
/** What a number is compared with: `= 131047`, `IN (131026, 131047)`, `BETWEEN 131000 AND 131099`. */
const COMPARED = joinPatterns(
  [
    /(?:[=<>]|\b(?:between|and)\s|\b(?:in|any)\s{0,9}\()\s{0,9}/,
    /['"]?\d{1,9}['"]?(?:\s{0,9},\s{0,9}['"]?\d{1,9}['"]?){0,999}/,
  ],
  'gi',
);
const NUMBER = /\d+/g;

/** Yields the conditions of the SQL statements in a text, after `WHERE` and `HAVING`. */
function* findConditions(text: string) {
  if (!MAY_HAVE_CONDITION.test(text)) return;

  for (const { 0: word, index } of text.matchAll(CONDITION)) {
    const before = text.slice(Math.max(0, index - MAX_STATEMENT_UNITS), index);
    const statement = before.slice(before.lastIndexOf(';') + 1);
    if (!STATEMENT.test(statement) || !STATEMENT_OF_TABLE.test(statement))
      continue;

    const start = index + word.length;
    const after = text.slice(start, start + MAX_CONDITION_UNITS);
    const end = after.search(CONDITION_END);

    yield { start, own: end < 0 ? after : after.slice(0, end) };
  }
}

/**
 * Replaces the numbers in the conditions of SQL statements with blanks, so that offsets stay: who looks for a code in a
 * database reports no failure.
 */
export function blankQueryConditions(text: string): string {
  let blanked = text;

  for (const { start, own } of findConditions(text)) {
    const condition = own.replace(COMPARED, (part) =>
      part.replace(NUMBER, (number) => ' '.repeat(number.length)),
    );

    blanked =
      blanked.slice(0, start) + condition + blanked.slice(start + own.length);
  }

  return blanked;
}

/** Returns the numbers with which the conditions of SQL statements compare something. */
export const listQueriedNumbers = (text: string): string[] =>
  [...findConditions(text)].flatMap(({ own }) =>
    (own.match(COMPARED) ?? []).flatMap((part) => part.match(NUMBER) ?? []),
  );
