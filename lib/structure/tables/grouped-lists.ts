import type { TableRow } from '../table-header.ts';
import {
  createTextTable,
  findNextLine,
  type TableForm,
  type TextLine,
} from './text-table.ts';

/** A code whose value is a list: `'131047': [`, `131047 => [`. */
const GROUP = /["']?(\d{5,7})["']?\s{0,9}(?:=>|[:=])\s{0,9}\[/y;
const OPENING = /\{\s{0,99}(?=["']?\d{5,7}["']?\s{0,9}(?:=>|[:=])\s{0,9}\[)/;
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
    const [head, code = ''] = GROUP.exec(text) ?? [];
    if (head === undefined) break;

    const list = readList(text, end + head.length);
    if (!list) break;

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

/** Returns how many items a list has, from the offset after its bracket on, and where it ends. Null if it is cut off. */
function readList(text: string, from: number) {
  const content = text.slice(from, from + MAX_UNITS);
  const commas: number[] = [];
  let depth = 0;

  for (const { 0: mark, index } of content.matchAll(MARK)) {
    depth += DEPTH_CHANGES.get(mark) ?? 0;
    if (depth > MAX_NESTING) return null;

    if (mark === ',' && depth === 0) commas.push(index);

    if (depth < 0) {
      const last = content.slice((commas.at(-1) ?? -1) + 1, index).trim();

      return {
        count: commas.length + countLast(last),
        end: from + index + 1,
      };
    }
  }

  return null;
}

/** Returns what the last item of a list counts for: those that are left out, or itself. */
function countLast(item: string): number {
  if (item === '') return 0;

  return Number(MORE.exec(item)?.[1] ?? 1);
}
