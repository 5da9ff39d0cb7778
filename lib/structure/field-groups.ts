import { createGroup, type FieldGroup } from './field.ts';
import type { KeyPair } from './key-pairs.ts';
import { findLineEnd, findLineStart, getLineBefore } from './lines.ts';
import { NOTATIONS } from './notations.ts';
import {
  getWordsBefore,
  isAlone,
  isRowOfTwo,
  MAX_BEFORE_CHARS,
  MAX_FORM_CHARS,
} from './pair-name.ts';

const MAX_SCOPES = 200;

/** Follows the groups of a text from pair to pair: brackets and elements, else nested lines, else one line. */
export function followGroups(text: string) {
  const structure = followStructure(text);
  const { state } = structure;
  const findLineGroup = followIndents();
  let line = { start: -1, end: -1, group: structure.getGroup() };

  /** Searched once for each line, which may be megabytes long. */
  function getLine(at: number): FieldGroup {
    if (at < line.start || at > line.end)
      line = {
        start: findLineStart(text, at),
        end: findLineEnd(text, at),
        group: createGroup(structure.getGroup(), ''),
      };

    return line.group;
  }

  return {
    /** Goes on to a pair. Returns false for one within a value that was read, and for one that is no pair. */
    follow(pair: KeyPair): boolean {
      const { key, separator, index } = pair;
      const isTag = separator === '>';
      const isRead = (isTag ? index : key.start) < state.read;
      if (isRead || (pair.isWeak && !isRowOfTwo(text, pair))) return false;

      // A tag with attributes was entered at the first of them.
      const isEntered = state.read > key.start;
      structure.follow(isTag && !isEntered ? key.start : index + Number(isTag));

      return true;
    },
    /** Sets the name of an object that opens next. */
    setOwner(name: string): void {
      state.owner = name;
    },
    /** Returns the group of a pair, what ends it, and the text before the pair in its line. */
    findGroup(pair: KeyPair, name: string) {
      const { start } = pair.key;

      const lead = getLineBefore(
        text,
        start - getWordsBefore(text, pair).length,
        MAX_BEFORE_CHARS,
      );

      const group = structure.getGroup();
      const end = structure.getEnd();
      if (end !== undefined) return { group, end, lead };

      const isOwnLine = NOTATIONS.lineLead.test(lead) && isAlone(text, pair);

      return {
        group: isOwnLine
          ? findLineGroup(lead, name, group, text, start)
          : getLine(start),
        end,
        lead,
      };
    },
    /** Goes on after the value of a pair. */
    passValue(pair: KeyPair, end: number): void {
      if (end > pair.start) state.owner = '';
      state.read = Math.max(state.read, end);
    },
  };
}

const MAX_BLANK_LINES = 2;
const TAB_COLUMNS = 8;

function measureColumns(lead: string): number {
  let columns = 0;

  for (const unit of lead)
    columns += unit === '\t' ? TAB_COLUMNS - (columns % TAB_COLUMNS) : 1;

  return columns;
}

/** Returns the nearest line above that is not blank, or an empty string. */
function readLineAbove(text: string, at: number): string {
  let start = findLineStart(text, at);

  for (let blank = 0; start > 0 && blank <= MAX_BLANK_LINES; blank++) {
    const line = getLineBefore(text, start - 1, MAX_FORM_CHARS);
    if (line.trim() !== '') return line;

    start = findLineStart(text, start - 1);
  }

  return '';
}

/** Returns the line above if it is indented less than the line: a heading, if the lines of this indentation have begun before. */
function readHeadingAbove(text: string, at: number): string {
  const above = readLineAbove(text, at).replace(/^(\s*)- /, '$1  ');
  const heading = above.trim();
  const own = /^\s*/.exec(text.slice(findLineStart(text, at), at))?.[0] ?? '';
  const lead = above.slice(0, above.indexOf(heading));

  return measureColumns(lead) < measureColumns(own) ? heading : '';
}

/** A name alone, which may be numbered: `4. "phone"`, `phone:` */
const NAME_ALONE =
  /^(?:\d{1,4}[.)] )?["'`]?([\p{L}_][\p{L}\p{N}_ -]{0,40})["'`]?:?$/u;

/** Finds the group of lines of `key: value`, as YAML nests them. A list item begins a group of its own. */
function followIndents() {
  let levels: { indent: number; group: FieldGroup; last: string }[] = [];
  let block: FieldGroup | null = null;

  return (
    lead: string,
    name: string,
    around: FieldGroup,
    text: string,
    at: number,
  ): FieldGroup => {
    const indent = lead.replace(/["'`*]{1,20}$/, '').length;
    if (block !== around && indent === 0) levels = [];
    block = around;

    levels = levels.filter(
      (level) =>
        level.indent < indent ||
        (level.indent === indent &&
          !/- $/.test(lead) &&
          readHeadingAbove(text, at) === ''),
    );

    const top = levels.at(-1);
    if (top?.indent === indent) {
      top.last = name;
      return top.group;
    }

    const heading = indent > 0 ? readHeadingAbove(text, at) : '';
    const owner = top?.last ?? NAME_ALONE.exec(heading)?.[1] ?? '';
    const group = createGroup(top?.group ?? around, owner);

    levels.push({ indent, group, last: name });

    return group;
  };
}

/** Follows brackets, elements and blank lines, forward only. */
function followStructure(text: string) {
  const root = createGroup(null, '');
  /** Each with what ends it: a bracket, or the name of an element. */
  const scopes: { end: string; group: FieldGroup }[] = [];
  let block = createGroup(root, '');
  /** The offset up to which it is followed, and the name of what opens next. */
  const state = { read: 0, owner: '' };
  const getGroup = () => scopes.at(-1)?.group ?? block;

  function open(end: string, name: string, isSource = false): void {
    // An object of a list has the name of the list.
    const own = name || (scopes.at(-1)?.end === ']' ? getGroup().owner : '');
    if (scopes.length < MAX_SCOPES)
      scopes.push({ end, group: createGroup(getGroup(), own, isSource) });
  }

  function close(end: string): void {
    const at = scopes.findLastIndex((scope) => scope.end === end);
    if (at >= 0) scopes.length = at;
  }

  function followTag(): void {
    NOTATIONS.tag.lastIndex = state.read;

    const [whole, slash, name = '', attributes] =
      NOTATIONS.tag.exec(text) ?? [];

    if (!whole) return;

    if (slash) close(`</${name}`);
    else if (!whole.endsWith('/>') && !NOTATIONS.voidElement.test(name))
      open(`</${name}`, name);

    if (attributes?.includes('=')) open('>', name);
    else state.read += whole.length - 1;
  }

  function openBracket(unit: string, end: string): void {
    const before = getLineBefore(text, state.read, MAX_BEFORE_CHARS);
    const isCall = unit === '(' && NOTATIONS.callBefore.test(before);
    // `(to "…") (body "…")` is data.
    const isNext = unit === '(' && before.trimEnd().endsWith(')');
    const isSource = isCall || (!isNext && NOTATIONS.sourceBefore.test(before));

    open(end, state.owner, isSource);

    // `array(2) {`
    if (!/^\(\d{1,9}\)/.test(text.slice(state.read, state.read + 12)))
      state.owner = '';
  }

  function followLineBreak(): void {
    const next = text.slice(state.read + 1, state.read + MAX_BEFORE_CHARS);
    if (NOTATIONS.blockEnd.test(next)) block = createGroup(root, '');
  }

  const followers: Readonly<Record<string, () => void>> = {
    '{': () => openBracket('{', '}'),
    '[': () => openBracket('[', ']'),
    '(': () => openBracket('(', ')'),
    '}': () => close('}'),
    ']': () => close(']'),
    ')': () => close(')'),
    '<': followTag,
    '>': () => {
      if (scopes.at(-1)?.end === '>') scopes.pop();
    },
    '\n': followLineBreak,
  };

  return {
    getGroup,
    getEnd: () => scopes.at(-1)?.end,
    state,
    follow: (to: number) => {
      for (; state.read < to; state.read++)
        followers[text.charAt(state.read)]?.();
    },
  };
}
