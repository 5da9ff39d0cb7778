import { measureIndent, splitLines } from './lines.ts';

/** A field whose value has no quotes, or is a block below it. */
const FIELD = /^\s*(?:- )?[\w-]{1,60}: (?:[>|][+-]?\d?$|[\p{L}\d])/u;
const BLOCK = /(?<=: )[>|][+-]?\d?$/;
/** A line that begins the next field, item or object. */
const NEXT = /^\s*(?:$|- |["']?[\w-]{1,60}["']?:(?:\s|$)|[{}[\]])/;

/** Joins the lines of values that YAML folds: in a block (`details: >-`), or continued below, indented deeper. */
export function unfoldYaml(text: string): string {
  if (!text.includes(': ')) return text;

  const lines: string[] = [];
  /** The indentation of the value that may continue, or Infinity. */
  let open = Number.POSITIVE_INFINITY;

  for (const line of splitLines(text)) {
    const last = lines.at(-1) ?? '';
    const isMore = measureIndent(line) > open && !NEXT.test(line);

    if (isMore) lines[lines.length - 1] = joinFolded(last, line.trim());
    else {
      lines.push(line);
      open = FIELD.test(line) ? measureIndent(line) : Number.POSITIVE_INFINITY;
    }
  }

  return lines.join('\n');
}

const joinFolded = (value: string, more: string) =>
  BLOCK.test(value) ? value.replace(BLOCK, more) : `${value} ${more}`;
