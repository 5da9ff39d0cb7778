/** The engine reads at most 64 KiB at once; half of it leaves room for a header. */
const SIZE = 32_768;

/**
 * A long text in parts that together are the text. They end where a record ends if one ends in time: before a line that is not
 * indented, else at a line's end, after a closing brace, at a space; a line without any of these is cut.
 */
export function* chunksOf(text: string): Generator<string> {
  let from = 0;
  while (text.length - from > SIZE) {
    const to = from + cutIn(text.slice(from, from + SIZE));
    yield text.slice(from, to);
    from = to;
  }
  if (from < text.length || text === '') yield text.slice(from);
}

function cutIn(window: string): number {
  const half = window.length / 2;
  for (let at = window.lastIndexOf('\n'); at > half; at = window.lastIndexOf('\n', at - 1)) {
    if (/[^\s}\])]/.test(window[at + 1] ?? ' ')) return at + 1;
  }
  for (const mark of ['\n', '}', ',', ' ']) {
    const at = window.lastIndexOf(mark);
    if (at > half) return at + 1;
  }
  return window.length;
}

/** The first line, where it heads a table: several cells and no digit. Later parts need it to know their columns. */
export function headerOf(text: string): string | null {
  const line = /^[^\n]{3,500}/.exec(text)?.[0].trimEnd() ?? '';
  if (/\d|[{}":]/.test(line.replace(/"[^"{}:]*"/g, ''))) return null;
  return /[^,;\t|]+([,;\t|])[^,;\t|]+\1[^,;\t|]*/.test(line) || /\t/.test(line) ? line : null;
}
