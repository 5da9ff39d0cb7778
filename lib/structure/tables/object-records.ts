import { joinPatterns } from '../../core/pattern-parts.ts';
import type { TableRow } from '../table-header.ts';
import { isCodeName, isCountName } from './column-kinds.ts';
import {
  createTextTable,
  findNextLine,
  type TableForm,
  trimCell,
} from './text-table.ts';

/** An object without others inside, and what separates it from the next one. */
const OBJECT = /\{([^{}]{1,500})\}[\s,]{0,99}/y;
const OPENING = /\[\s{0,99}(?=\{)/g;
/** A key in any notation, and its value. */
const MEMBER = joinPatterns(
  [
    /["']?([\p{L}_][\w.-]{0,40})["']?/u,
    /\s{0,9}(?:=>|[:=])\s{0,9}/,
    /("[^"\n]{0,300}"|'[^'\n]{0,300}'|[^,{}\s]{1,60})/,
  ],
  'gu',
);
const MIN_OBJECTS = 2;

type Members = ReadonlyMap<string, string>;

/** Reads a list of objects that count codes: `[{"code":131047,"n":412},{"code":131026,"n":96}]`. */
export const readObjectRecords: TableForm = (source, at) => {
  const { text, lines } = source;
  const line = lines[at];
  if (!line?.text.includes('[')) return null;

  OPENING.lastIndex = line.start;

  const opening = OPENING.exec(text);
  if (!opening || opening.index > line.end) return null;

  const from = OPENING.lastIndex;
  const { objects, end } = readObjects(text, from);
  const names = [...(objects[0]?.keys() ?? [])];
  const areAlike = objects.every(
    (one) => names.join() === [...one.keys()].join(),
  );

  if (objects.length < MIN_OBJECTS || !areAlike) return null;
  if (!names.some(isCodeName) || !names.some(isCountName)) return null;

  const rows = objects.map((one): TableRow => {
    const cells = names.map((name) => one.get(name) ?? '');

    return { start: line.start, line: cells.join(' '), cells };
  });

  const nextLine = findNextLine(source, at, end);
  const table = createTextTable(source, names, rows, at, nextLine);

  return table && { ...table, start: opening.index, end };
};

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
