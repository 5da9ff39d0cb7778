import { joinPatterns } from '../../core/pattern-parts.ts';
import { readObjectCount } from '../counted-line.ts';
import type { TableRow } from '../table-header.ts';
import {
  createTextTable,
  findNextLine,
  type TableForm,
  type TextLine,
} from './text-table.ts';

/** A code and what its value begins with, a list or an object: `'131047': [`, `131047 => [`, `131047: List [`, `131047 [`. */
const HEAD = joinPatterns([
  /["']?(\d{5,7})["']?/,
  [/\s{0,9}(?:=>|[:=])\s{0,9}/, /\s{1,99}/],
  /(?:[A-Z]\w{0,30}(?:\(\d{1,9}\))?\s)?([[{])/,
]);
const GROUP = new RegExp(HEAD.source, 'y');
const OPENING = new RegExp(String.raw`\{\s{0,99}(?=${HEAD.source})`);
const BETWEEN = /[\s,]{0,99}/y;
/** A bracket, a comma, or a string, inside which none of them counts. */
const MARK =
  /[[\]{}(),]|"(?:[^"\\\n]|\\.){0,2000}"|'(?:[^'\\\n]|\\.){0,2000}'/g;
const MORE = /(\d{1,9}) more items?\s*$/;
const MAX_UNITS = 30_000;
/** Payloads nest about ten levels deep. */
const MAX_NESTING = 16;
const MIN_KNOWN_SHARE = 0.6;

/** Reads failures that are grouped by their code, as `groupBy` of many languages returns them: a code counts its list. */
export const readGroupedLists: TableForm = (source, at) => {
  const { text, lines, isCode } = source;
  const line = lines[at];
  const opening = line ? findOpening(line, lines[at + 1]) : null;
  if (!line || !opening) return null;

  const rows: TableRow[] = [];
  let end = line.start + opening.end;

  for (;;) {
    GROUP.lastIndex = end;
    const [head, code = '', bracket = ''] = GROUP.exec(text) ?? [];
    if (head === undefined) break;

    const list = readGroup(text, end + head.length, bracket);
    if (!list?.count) break;

    rows.push({ start: end, line: code, cells: [code, String(list.count)] });
    BETWEEN.lastIndex = list.end;
    BETWEEN.exec(text);
    end = BETWEEN.lastIndex;
  }

  const known = rows.filter(({ cells: [code = ''] }) => isCode(code));
  if (known.length === 0 || known.length < rows.length * MIN_KNOWN_SHARE)
    return null;

  const nextLine = findNextLine(source, at, end);
  const start = line.start + opening.start;
  const table = createTextTable(source, ['code', 'count'], rows, at, nextLine);

  return table && { ...table, start, end };
};

/** Returns the bracket before the first code, which may be in the next line. */
function findOpening(line: TextLine, below: TextLine | undefined) {
  if (!line.text.includes('{')) return null;

  const match = OPENING.exec(`${line.text}\n${below?.text ?? ''}`);
  if (!match || match.index >= line.text.length) return null;

  return { start: match.index, end: match.index + match[0].length };
}

const DEPTH_CHANGES = new Map([
  ...Array.from('[{(', (mark) => [mark, 1] as const),
  ...Array.from(']})', (mark) => [mark, -1] as const),
]);

/** A comma directly in a list or an object, or a bracket of what it contains. The last one closes it. */
type DirectMark = { mark: string; index: number };

/** Returns how many items a list has, or what an object counts, from the offset after its bracket on, and where it ends. Null if it is cut off. */
function readGroup(text: string, from: number, bracket: string) {
  const content = text.slice(from, from + MAX_UNITS);
  const marks = [...readDirectMarks(content)];
  const { index: end = 0 } = marks.at(-1) ?? {};
  const depth = marks.reduce((sum, { mark }) => sum + getChange(mark), 0);
  if (depth >= 0) return null;

  const count =
    bracket === '{'
      ? readObjectCount({ before: '', after: removeNested(content, marks) })
      : countItems(content, marks);

  return { count, end: from + end + 1 };
}

const getChange = (mark: string) => DEPTH_CHANGES.get(mark) ?? 0;

function* readDirectMarks(content: string): Generator<DirectMark> {
  let depth = 0;

  for (const { 0: mark, index } of content.matchAll(MARK)) {
    const change = getChange(mark);
    const isDirect = depth === 0 && (change !== 0 || mark === ',');

    if (isDirect || (depth === 1 && change < 0)) yield { mark, index };
    depth += change;
    if (depth < 0 || depth > MAX_NESTING) return;
  }
}

/** Returns what is directly in an object, without the contents of its members. */
function removeNested(content: string, marks: readonly DirectMark[]): string {
  let own = '';
  let kept = 0;

  for (const { mark, index } of marks) {
    if (mark === ',') continue;

    const isEntered = getChange(mark) > 0;

    if (isEntered || index === marks.at(-1)?.index)
      own += content.slice(kept, index);
    kept = index;
  }

  return own;
}

/** Counts the items of a list. Clojure writes no commas between them. */
function countItems(content: string, marks: readonly DirectMark[]): number {
  const commas = marks.filter(({ mark }) => mark === ',');
  const objects = marks.filter(({ mark }) => mark === '{').length;
  const from = (commas.at(-1)?.index ?? -1) + 1;
  const last = content.slice(from, marks.at(-1)?.index).trim();
  const counted = commas.length + countLast(last);

  return commas.length > 0 ? counted : Math.max(objects, counted);
}

/** Returns what the last item of a list counts for: those that are left out, or itself. */
function countLast(item: string): number {
  if (item === '') return 0;

  return Number(MORE.exec(item)?.[1] ?? 1);
}
