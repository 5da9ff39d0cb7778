import type { Writable } from 'node:stream';
import { styleText } from 'node:util';
import { showControls } from '../../lib/masking/mask-text.ts';

/** Makes visible what a file or an argument could tell the terminal: set its title, hide or replace lines. Line feeds and tabs stay. */
export const toTerminalText = (text: string): string =>
  showControls(text).replaceAll('\r', '␍');

/** The same for a text that must stay one line, such as the name of a file. */
export const toTerminalLine = (text: string): string =>
  toTerminalText(text).replaceAll('\n', '␊');

export const writeMessage = (stderr: Writable, text: string) =>
  stderr.write(toTerminalText(text));

export type TerminalLayout = ReturnType<typeof createTerminalLayout>;

const DEFAULT_COLUMNS = 80;
/** Limits of the line width in columns: wider lines are tiring to read, narrower ones hold too few words. */
const MAX_COLUMNS = 100;
const MIN_COLUMNS = 40;

/** Returns a layout with colours and the window's width for a terminal, or 80 columns without colours for a pipe or file. */
export function createLayoutFor(stream: {
  isTTY?: boolean;
  columns?: number;
}): TerminalLayout {
  const isTerminal = stream.isTTY === true;

  return createTerminalLayout({
    colour: isTerminal && !process.env.NO_COLOR,
    width: isTerminal
      ? Math.min(
          MAX_COLUMNS,
          Math.max(MIN_COLUMNS, stream.columns ?? DEFAULT_COLUMNS),
        )
      : DEFAULT_COLUMNS,
  });
}

export function createTerminalLayout({
  colour,
  width,
}: {
  colour: boolean;
  width: number;
}) {
  return {
    paint: (style: Parameters<typeof styleText>[0], text: string): string =>
      colour
        ? styleText(style, toTerminalText(text), { validateStream: false })
        : toTerminalText(text),
    /**
     * Wraps at spaces. A longer word is not broken.
     *
     * @param indent Indentation of every line but the first.
     * @param used Columns already used in the first line.
     */
    wrap(text: string, indent: string, used = 0): string {
      const [first = '', ...words] = toTerminalText(text).trim().split(/ +/);
      const lines: string[] = [];
      let line = `${/^ */.exec(text)?.[0]}${first}`;
      let room = width - used;

      for (const word of words)
        if (line.length + 1 + word.length > room) {
          lines.push(line);
          line = indent + word;
          room = width;
        } else line += ` ${word}`;

      return [...lines, line].join('\n');
    },
  };
}
