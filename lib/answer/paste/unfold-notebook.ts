import { splitLines } from '../../structure/lines.ts';

/** A line of a text that is an item of a list in JSON: `"131026    1\n",`. */
const ITEM = /^[ \t]{1,80}("(?:[^"\\]|\\.){0,2000}"),?$/;
/** What opens such a list: an output of a cell of a notebook, or what it printed. */
const HEAD = /^[ \t]{1,80}"text(?:\/(html|plain))?": \[$/;

/** Writes the outputs of a notebook, which are lists of their lines, as these lines. Of an output in two forms, that in HTML is read. */
export function unfoldNotebook(text: string): string {
  if (!text.includes('"cell_type"')) return text;

  let isOutput = false;
  let isSecond = false;
  let hasHtml = false;

  return splitLines(text)
    .map((line) => {
      const item = isOutput ? ITEM.exec(line)?.[1] : undefined;
      if (item) return isSecond ? '' : readLine(item, line);

      const head = HEAD.exec(line);
      const isEnd = isSecond || line.includes('"output_type"');

      isOutput = head !== null;
      isSecond = hasHtml && head?.[1] === 'plain';
      hasHtml = head?.[1] === 'html' || (hasHtml && !isEnd);

      return line;
    })
    .join('\n');
}

function readLine(item: string, line: string): string {
  try {
    return String(JSON.parse(item)).trimEnd();
  } catch {
    return line;
  }
}
