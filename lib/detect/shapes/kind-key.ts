import { RecordShape } from '../../structure/record-shape.ts';
import type { CodeIndex } from '../code-index.ts';
import { createNumberTests } from './number-tests.ts';

/**
 * Creates what returns a key for the kind of a text: texts of one kind differ only
 * in ids and in numbers that are no codes, so that one verdict holds for all.
 */
export function createKindReader(index: CodeIndex): (text: string) => string {
  const shape = new RecordShape(createNumberTests(index));

  return (text) => {
    shape.read(text);

    const codes = shape.numbers.map(({ id, kind }) =>
      kind === 'other' ? '' : id,
    );

    return `${shape.key} ${codes.join(' ')}`;
  };
}
