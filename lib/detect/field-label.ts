import type { Tokens } from '../core/tokens.ts';
import {
  findEnclosingKey,
  findNameBefore,
  getLineAbove,
  isFirstInLine,
  MAX_NAME_LENGTH,
} from '../structure/field-names.ts';
import type { TextCell } from '../structure/text-tables.ts';
import type { Candidate } from './candidates.ts';
import type { TextContext } from './hit.ts';

export const LABEL_KINDS = [
  'key',
  'label',
  'column',
  'call',
  'words',
  'heading',
  'owner',
  'below',
] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];

/** The label of a value: a key, a label, a column header, a function name, or the words right before or below it. */
export interface FieldLabel {
  kind: LabelKind;
  name: string;
}

/** Returns the labels of a candidate, nearest first: those of its text, then those of the page. */
export function findFieldLabels(
  { start, end }: Pick<Candidate, 'start' | 'end'>,
  tokens: Tokens,
  first: number,
  cell: TextCell | null,
  context: TextContext,
): FieldLabel[] {
  const labels: FieldLabel[] = [];

  const addLabel = (kind: LabelKind, name: string | null | undefined) => {
    const trimmed = name?.trim().slice(-MAX_NAME_LENGTH);
    if (trimmed && /[\p{L}#№]/u.test(trimmed))
      labels.push({ kind, name: trimmed });
  };

  const near = findNameBefore(tokens, first);
  if (near) addLabel(near.kind, near.name);

  if (near?.kind === 'key')
    addLabel('owner', findEnclosingKey(tokens.text, start));

  if (cell) {
    addLabel('column', cell.header);
    addLabel('label', cell.label);
    addLabel('heading', cell.caption);
  }

  const { text } = tokens;

  if (isFirstInLine(tokens, first)) {
    if (!near) addLabel('label', getLineAbove(text, start));

    // A value without a key gets its label from the page.
    if (near?.kind !== 'key') {
      addLabel('column', context.header);
      addLabel('label', context.label);
      addLabel('below', context.below);
    }
  } else if (
    text.length <= MAX_NAME_LENGTH &&
    !/\d/.test(text.slice(0, start) + text.slice(end))
  ) {
    addLabel('column', context.header);
    addLabel('label', context.label);
  }

  // A name of its own outweighs the heading of the page: `error_code` below "SQL command".
  if (!labels.some(({ kind }) => kind === 'column' || kind === 'key'))
    addLabel('heading', context.heading);

  return labels;
}
