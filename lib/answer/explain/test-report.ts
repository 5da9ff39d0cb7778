import { findFirstFrom } from '../../core/find-first-from.ts';
import { anyOf, joinPatterns } from '../../core/pattern-parts.ts';
import type { Span } from '../../core/spans.ts';

/** How many tests failed, which every runner says at the end, or the markup of a report. */
const TOTAL = anyOf(
  [
    /^(?:Tests?|# tests|ℹ tests|Test Suites):? +\d/,
    /^[= ]*\d+ (?:tests? failed|failed|failing|failures?|specs?|examples?)\b/,
    /^(?:FAILED|FAILURES!|1\.\.\d+|Result: FAIL)/,
    /<testsuites?[ >]/,
  ],
  'm',
);
const NAME = /(\S.{0,200}?)/;
/** The line of a test, in its own part or in a summary: `● name`, `not ok 1 - name`, `1) name`, `____ name ____`. */
const LINE_HEAD = joinPatterns([
  /^[ \t│]{0,20}/,
  [
    joinPatterns([/_{3,} /, NAME, / _{3,}$/]),
    /(?:FAILED|ERROR) \S{1,200}?::([^\s[]{1,200})/,
    joinPatterns([/(?:not )?ok \d{1,6} (?:- )?/, NAME, /$/]),
    joinPatterns([/[✕✘✖×●✗] /, NAME, /(?: \([\d.,]+ ?m?s\))?$/]),
    joinPatterns([/\d{1,6}\) /, NAME, /:?$/]),
  ],
]);
const HEAD = anyOf(
  [LINE_HEAD, joinPatterns([/<testcase [^<>]{0,400}?\bname="/, NAME, /"/])],
  'gm',
);

interface Head {
  at: number;
  name: string;
}

/** Returns true if two equal codes are in the report of one test, which prints what it got more than once. */
export function isInOneTest(text: string, first: Span, second: Span): boolean {
  const heads = findHeads(text);
  if (heads.length === 0) return false;

  const starts = heads.map(({ at }) => at);
  const find = ({ start }: Span) => heads[findFirstFrom(starts, start) - 1];
  const [one, other] = [find(first), find(second)];

  // Some runners print a failure before they name its test.
  return one === undefined || one.name === other?.name;
}

/** Of the last text, because callers ask about many places. */
let lastReport = { text: '', heads: [] as readonly Head[] };

function findHeads(text: string): readonly Head[] {
  if (lastReport.text !== text)
    lastReport = { text, heads: TOTAL.test(text) ? readHeads(text) : [] };

  return lastReport.heads;
}

const readHeads = (text: string): Head[] =>
  Array.from(text.matchAll(HEAD), (match) => ({
    at: match.index,
    name: match.slice(1).find(Boolean) ?? '',
  }));
