import { expect, it } from 'vitest';
import type { CodeIndex } from '../lib/detect/code-index.ts';
import { detect, isConfident } from '../lib/detect/detect.ts';
import type { TextContext } from '../lib/detect/hit.ts';
import { testCodeIndex } from './fixtures/code-index.ts';

/** A text with its codes between ‹ ›, and its context. */
export type Line = readonly [text: string, context?: TextContext];

export const META: TextContext = { host: 'business.facebook.com' };
export const createContext = (host: string): TextContext => ({ host });

/** A printed format: lines with codes, and look-alikes without any. */
export interface Shape {
  found: readonly Line[];
  alike: readonly Line[];
}

function findConfident(
  text: string,
  context: TextContext,
  index: CodeIndex,
): string[] {
  return detect(text, index, context)
    .filter(isConfident)
    .map(({ start, end }) => `${text.slice(start, end)} at ${start}`);
}

/** Returns the text of a line without ‹ ›, and the marked codes. */
export function removeMarks(line: string): { text: string; codes: string[] } {
  const codes: string[] = [];
  let text = '';

  for (const part of line.split('‹')) {
    const [code = '', rest] = part.split('›');

    if (rest === undefined) text += part;
    else {
      codes.push(`${code} at ${text.length}`);
      text += code + rest;
    }
  }

  return { text, codes };
}

/** Minimum share of lines that must pass. The lines are training data, and the model is not certain about each. */
const MIN_SHARE = 0.99;

/**
 * Tests that exactly the marked codes are strong hits in nearly all lines of all formats. Lists the failing lines. The
 * lines are made up.
 */
export function expectShapes(
  shapes: Readonly<Record<string, Shape>>,
  index: CodeIndex = testCodeIndex,
): void {
  const lines = Object.values(shapes).flatMap(({ found, alike }) => [
    ...found,
    ...alike,
  ]);

  it('in nearly all lines just the codes are found', () => {
    const wrong = lines.flatMap(([line, context = {}]) => {
      const { text, codes } = removeMarks(line);
      const hits = findConfident(text, context, index);

      return hits.join() === codes.join()
        ? []
        : [`${line}: ${hits.join() || 'nothing'}`];
    });

    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(
      Math.ceil(lines.length * (1 - MIN_SHARE)),
    );
  });

  it.each(Object.entries(shapes))(
    '%s: codes and look-alikes are marked as such',
    (_, { found, alike }) => {
      for (const [line] of found)
        expect(removeMarks(line).codes, line).not.toEqual([]);
      for (const [line] of alike)
        expect(removeMarks(line).codes, line).toEqual([]);
    },
  );
}
