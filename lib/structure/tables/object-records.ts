import { joinPatterns } from '../../core/pattern-parts.ts';
import type { Span } from '../../core/spans.ts';
import type { TableRow } from '../table-header.ts';
import { isCodeName, isCountName, isNeutralName } from './find-column-kinds.ts';
import {
  createTextTable,
  findNextLine,
  type TableForm,
  trimCell,
} from './text-table.ts';

/** An object, and what separates it from the next one. One of its values may be an object: `_id: { code: 131047 }`. */
const OBJECT =
  /\{([^{}]{1,500}(?:\{[^{}]{1,200}\}[^{}]{0,500})?)\}[\s,]{0,99}/y;
const OPENING = /\[\s{0,99}(?=\{)/y;
const FIRST_OPENING = /\[\s{0,99}(?=\{)/g;
/** A key in any notation, and its value. */
const MEMBER = joinPatterns(
  [
    /["']?([\p{L}_][\w.-]{0,40}(?:\([\w.*]{0,40}\))?)["']?/u,
    /\s{0,9}(?:=>|[:=])\s{0,9}/,
    /("[^"\n]{0,300}"|'[^'\n]{0,300}'|[^,{}\s]{1,60})/,
  ],
  'gu',
);
const MIN_OBJECTS = 2;

const mayHoldCodes = (name: string) => isCodeName(name) || isNeutralName(name);

type Members = ReadonlyMap<string, string>;

/** Reads a list of objects that count codes: `[{"code":131047,"n":412},{"code":131026,"n":96}]`. */
export const readObjectRecords: TableForm = (source, at) => {
  const { text, lines } = source;
  const line = lines[at];
  const start = line ? findStart(text, line) : null;
  if (!line || start === null) return null;

  OPENING.lastIndex = start;

  const from = OPENING.test(text) ? OPENING.lastIndex : start;
  const { objects, end } = readObjects(text, from);
  const names = [...(objects[0]?.keys() ?? [])];
  const areAlike = objects.every(
    (one) => names.join() === [...one.keys()].join(),
  );

  if (objects.length < MIN_OBJECTS || !areAlike) return null;
  if (!names.some(mayHoldCodes) || !names.some(isCountName)) return null;

  const rows = objects.map((one): TableRow => {
    const cells = names.map((name) => one.get(name) ?? '');

    return { start: line.start, line: cells.join(' '), cells };
  });

  const nextLine = findNextLine(source, at, end);
  const table = createTextTable(source, names, rows, at, nextLine);

  return table && { ...table, start, end };
};

/** Returns where a list of objects begins in a line, or objects in lines of their own. */
function findStart(text: string, { start, end }: Span): number | null {
  const line = text.slice(start, end);
  if (line.startsWith('{')) return start;

  const at = line.indexOf('[');
  if (at < 0) return null;

  FIRST_OPENING.lastIndex = start + at;

  const index = FIRST_OPENING.exec(text)?.index ?? text.length;

  return index > end ? null : index;
}

/** Reads the flat objects that follow each other from an offset on. */
function readObjects(text: string, from: number) {
  const objects: Members[] = [];
  let end = from;

  for (;;) {
    OBJECT.lastIndex = end;

    const [whole, content = ''] = OBJECT.exec(text) ?? [];
    if (whole === undefined) return { objects, end };

    end += whole.length;
    objects.push(
      new Map(
        Array.from(content.matchAll(MEMBER), ([, key = '', value = '']) => [
          key,
          trimCell(value),
        ]),
      ),
    );
  }
}
