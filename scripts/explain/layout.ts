import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** How text is laid out for the reader in front of it. */
export interface Layout {
  paint(style: Style, text: string): string;
  /**
   * Breaks at spaces before the last column; a longer word stays whole.
   *
   * @param indent Of every line but the first, which keeps its own.
   * @param used Columns of the first line that something else takes.
   */
  wrap(text: string, indent: string, used?: number): string;
}

const WIDTH = 80;
/** Longer lines are tiring to read, shorter ones hold nothing. */
const WIDEST = 100;
const NARROWEST = 40;

/** Colours and the window's width on a terminal; 80 plain columns in a pipe or a file. */
export function layoutFor(stream: { isTTY?: boolean; columns?: number }): Layout {
  const isTerminal = stream.isTTY === true;
  return createLayout({
    colour: isTerminal && !process.env.NO_COLOR,
    width: isTerminal ? Math.min(WIDEST, Math.max(NARROWEST, stream.columns ?? WIDTH)) : WIDTH,
  });
}

export function createLayout({ colour, width }: { colour: boolean; width: number }): Layout {
  return {
    paint: (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text),
    wrap(text, indent, used = 0) {
      const lines: string[] = [];
      let line = /^ */.exec(text)?.[0] ?? '';
      let room = width - used;
      let isEmpty = true;
      for (const word of text.trim().split(/ +/)) {
        if (!isEmpty && line.length + 1 + word.length > room) {
          lines.push(line);
          line = indent;
          room = width;
          isEmpty = true;
        }
        line += isEmpty ? word : ` ${word}`;
        isEmpty = false;
      }
      return [...lines, line].join('\n');
    },
  };
}
