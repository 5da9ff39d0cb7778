import codes from 'virtual:codes';
import { describe, expect, it } from 'vitest';
import { openIndex } from '../code-index.ts';
import { detect, isStrong } from '../detect.ts';
import type { TextContext } from '../hit.ts';
import { LOOK_ALIKE_FORMS, LOOK_ALIKES } from './look-alikes.ts';
import { at, META } from './shape-lines.ts';

const index = openIndex(codes);

/** Each of them is a code somewhere. */
const NUMBERS = ['131047', '131026', '132001', '130429', '133010', '63016', '80007'];

/** Where such a line may be read: WhatsApp is named beside it, or the page is a console. */
const PLACES: readonly (readonly [place: string, around: (line: string) => string, context: TextContext])[] =
  [
    ['alone', (line) => line, {}],
    ['above WhatsApp', (line) => `${line}\nWhatsApp · Meta`, {}],
    ['beside WhatsApp', (line) => `${line} (WhatsApp)`, {}],
    ['on a console of Meta', (line) => line, META],
    ['on a console of a provider, above WhatsApp', (line) => `${line}\nWhatsApp`, at('www.gupshup.io')],
    ['among sentences', (line) => `WhatsApp template sent. ${line}. Open in WhatsApp`, META],
  ];

/** Marked although it is none, with the place; the numbers take turns. */
function marked(line: string): string[] {
  return PLACES.flatMap(([place, around, context]) =>
    NUMBERS.flatMap((number) => {
      const text = around(line.replace(/#(?!#)/g, number));
      return detect(text, index, context).some(isStrong) ? [`${place}: ${text}`] : [];
    }),
  );
}

describe.each(Object.entries(LOOK_ALIKES))('a number that is no code, in %s', (_, lines) => {
  it.each(lines)('%s', (line) => {
    expect(marked(line)).toEqual([]);
  });
});

describe('a number that is no code, by its form', () => {
  it.each(LOOK_ALIKE_FORMS)('%s', (line) => {
    expect(marked(line)).toEqual([]);
  });
});
