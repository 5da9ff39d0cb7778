import { joinPatterns } from '../../core/pattern-parts.ts';
import {
  createTextTable,
  type TableForm,
  type TableSource,
  type TextLine,
} from './text-table.ts';

/** Numbers in one line, in quotes or not. */
const LINE =
  /^\s{0,40}["']?\d{1,9}["']?(?:[\s,;]{1,9}["']?\d{1,9}["']?){5,999}$/;
const NUMBER = /\d+/g;
/** One of them in a line that the program numbered, also with the number of its pair and its type: `1) 2) (double) 41`. */
const NUMBERED = joinPatterns([
  /^\s{0,40}(?:\d{1,6}\)\s{1,9}){1,2}/,
  /(?:\([a-z]{1,9}\) )?["']?(\d{1,9})["']?$/,
]);
const MIN_PAIRS = 2;
const SURE_CODE = /^\d{5,7}$/;
const COUNT = /^\d{1,4}$/;

/** Reads codes of which each is followed by its count, as Redis and Tcl print a map: `131047 412 131026 96`. */
export const readAlternatingList: TableForm = (source, at) => {
  const { values, nextLine } = readValues(source, at);
  const isPair = ([code = '', count = '']: readonly string[]) =>
    SURE_CODE.test(code) && COUNT.test(count);

  const pairs = values.flatMap((value, index) =>
    index % 2 === 0 ? [[value, values[index + 1] ?? '']] : [],
  );

  const distinct = new Set(pairs.map(([code]) => code));
  const areCounted = pairs.every(isPair) && distinct.size === pairs.length;
  if (pairs.length < MIN_PAIRS || !areCounted) return null;

  const { start = 0 } = source.lines[at] ?? {};
  const rows = pairs.map((cells) => ({
    start,
    line: cells.join(': '),
    cells,
  }));

  return createTextTable(source, ['', ''], rows, at, nextLine);
};

/** Returns the numbers of a line, or those of the numbered lines from the first on. */
function readValues({ lines }: TableSource, at: number) {
  const { text = '' } = lines[at] ?? {};
  if (LINE.test(text))
    return { values: text.match(NUMBER) ?? [], nextLine: at + 1 };

  const values: string[] = [];
  const isFirst = readNumbered(lines[at - 1]) === undefined;

  for (
    let value = readNumbered(lines[at]);
    value !== undefined && isFirst;
    value = readNumbered(lines[at + values.length])
  )
    values.push(value);

  return { values, nextLine: at + values.length };
}

const readNumbered = ({ text = '' }: Partial<TextLine> = {}) =>
  NUMBERED.exec(text)?.[1];
