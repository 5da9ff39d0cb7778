import { written } from './words/vocabulary.ts';

/** Words with digits in them, whichever the digits. */
let figured = /(?!)/g;
let figuredOf = -1;

/** Where digits of a line may be part of a word. */
export function figurePlaces(line: string): readonly { from: number; to: number }[] {
  if (figuredOf !== written.length) {
    figuredOf = written.length;
    const forms = written.flatMap((word) =>
      /\d/.test(word)
        ? [
            word
              .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
              .replace(/\d/g, '\\d')
              .replaceAll(' ', '[\\s_-]{1,3}')
              .replaceAll('*', '\\S{0,6}'),
          ]
        : [],
    );
    figured = new RegExp(`(?<!\\d)(?:${[...forms, ...FIGURED].join('|')})`, 'gi');
  }
  return Array.from(line.matchAll(figured), ({ 0: { length }, index }) => ({
    from: index,
    to: index + length,
  }));
}

/** Digits that other sayings ask for. */
const FIGURED = ['v\\d(?=/)'];
