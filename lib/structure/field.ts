import type { Span } from '../core/spans.ts';
import type { KeyPair } from './key-pairs.ts';

/**
 * How a value is written: in quotes, between tags, in a form or query, as `key=value` in a line, as the rest of its line, bare
 * within brackets, in a list without quotes, in a row of a table, or after its author in a chat.
 */
export type Notation =
  | 'quoted'
  | 'element'
  | 'form'
  | 'pair'
  | 'line'
  | 'bare'
  | 'item'
  | 'cell'
  | 'chat';

export interface Field extends Span {
  name: string;
  notation: Notation;
  group: FieldGroup;
  /** The key and its sign, if it has one of its own. */
  pair: KeyPair | null;
  /** Where the next pair or the line ends, for `key=value` without quotes. */
  restEnd: number;
  /** True if the value names another field of its group: `{"name": "city", "value": "…"}`. */
  isName: boolean;
}

/** The fields of one object, element, query or block of lines. */
export interface FieldGroup {
  /** The name of the object or element, or an empty string. */
  owner: string;
  fields: Field[];
  /** True for arguments and literals of source code. */
  isSource: boolean;
  outer: FieldGroup | null;
  /** The line with the names of a row’s cells, and the names. */
  head?: Span;
  columns?: readonly string[];
}

export const createGroup = (
  outer: FieldGroup | null,
  owner: string,
  isSource = false,
): FieldGroup => ({
  owner,
  fields: [],
  isSource: isSource || (outer?.isSource ?? false),
  outer,
});

export function addField(
  group: FieldGroup,
  name: string,
  notation: Notation,
  { start, end }: Span,
  pair: KeyPair | null = null,
): Field {
  const field: Field = {
    name,
    notation,
    group,
    pair,
    isName: false,
    restEnd: end,
    start,
    end,
  };

  group.fields.push(field);

  return field;
}
