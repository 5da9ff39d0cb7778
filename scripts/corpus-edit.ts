import type { CorpusLine } from './corpus.ts';

/** Text in place of a part of a snippet; empty parts are where text is put in. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

export interface Edited {
  line: CorpusLine;
  /** For each label, which one of the snippet it was. */
  of: number[];
}

/**
 * A snippet with parts of its text changed, and its labels where they are then. A label that is a part itself has the new text as its code; the
 * labels that a part swallows are gone. Parts must not overlap. Null where nothing is changed.
 */
export function edited(line: CorpusLine, edits: readonly Edit[]): Edited | null {
  if (edits.length === 0) return null;
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let text = '';
  let at = 0;
  for (const edit of sorted) {
    text += line.text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  text += line.text.slice(at);
  const of: number[] = [];
  const codes = line.codes.flatMap((label, place) => {
    const own = sorted.find(({ start, end }) => start === label.start && end === label.end);
    if (!own && sorted.some(({ start, end }) => start < label.end && label.start < end)) return [];
    // What is put in at a label's start stands before it, what is put in at its end behind it.
    const before = sorted.filter((edit) => edit !== own && edit.end <= label.start && edit.start < label.end);
    const shift = before.reduce((sum, { start, end, text: put }) => sum + put.length - (end - start), 0);
    const start = label.start + shift;
    const code = own ? own.text : label.code;
    of.push(place);
    return [{ ...label, code, start, end: own ? start + own.text.length : label.end + shift }];
  });
  return { line: { ...line, text, codes }, of };
}
