import { describe, expect, it } from 'vitest';
import type { CodeIndex } from '../lib/detect/code-index.ts';
import { detect, isStrong } from '../lib/detect/detect.ts';
import type { TextContext } from '../lib/detect/hit.ts';
import { testIndex } from '../lib/detect/test-index.ts';

/** A text, its codes between ‹ ›, and where it stands. */
export type Line = readonly [text: string, context?: TextContext];

export const META: TextContext = { host: 'business.facebook.com' };
export const at = (host: string): TextContext => ({ host });

/** A printed shape: where the codes are found, and its look-alikes, in which nothing is. */
export interface Shape {
  found: readonly Line[];
  alike: readonly Line[];
}

function strong(text: string, context: TextContext, index: CodeIndex): string[] {
  return detect(text, index, context)
    .filter(isStrong)
    .map(({ start, end }) => `${text.slice(start, end)} at ${start}`);
}

/** What the marks of a line ask for, and its text without them. */
export function unmarked(line: string): { text: string; codes: string[] } {
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

/** Tests each line of each shape by itself: exactly the marked codes are strong. The lines are made up. */
export function testShapes(shapes: Readonly<Record<string, Shape>>, index: CodeIndex = testIndex): void {
  describe.each(Object.entries(shapes))('%s', (_, { found, alike }) => {
    const cases = (lines: readonly Line[]) => lines.map(([line, context = {}]) => ({ line, context }));
    it.each(cases(found))('holds $line', ({ line, context }) => {
      const { text, codes } = unmarked(line);
      expect(codes.length).toBeGreaterThan(0);
      expect(strong(text, context, index)).toEqual(codes);
    });
    it.each(cases(alike))('is not $line', ({ line, context }) => {
      expect(strong(line, context, index)).toEqual([]);
    });
  });
}
