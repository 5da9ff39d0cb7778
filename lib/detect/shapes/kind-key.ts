import { getOrInsert } from '../../core/get-or-insert.ts';
import { RecordShape } from '../../structure/record-shape.ts';
import type { CodeIndex } from '../code-index.ts';
import { createNumberTests } from './number-kinds.ts';

/**
 * Creates what returns a key for the kind of a text: texts of one kind differ only
 * in ids and in numbers that are no codes, so that one verdict holds for all.
 */
function createKindReader(index: CodeIndex): (text: string) => string {
  const shape = new RecordShape(createNumberTests(index));

  return (text) => {
    shape.read(text);

    const codes = shape.numbers.map(({ id, kind }) =>
      kind === 'other' ? '' : id,
    );

    return `${shape.key} ${codes.join(' ')}`;
  };
}

/**
 * Creates a memory of what was found in texts, once for each kind of them: messages differ in orders and ids.
 *
 * @param maxKinds Number of kinds, after which all are forgotten.
 * @param listCodes Returns the codes of what was found. In a text without one of them, it is looked for again.
 */
export function createKindMemory<Found>(
  index: CodeIndex,
  maxKinds: number,
  listCodes: (found: Found) => readonly string[],
) {
  const getKind = createKindReader(index);
  const kept = new Map<string, Found>();

  /** @param setting What else decides about a text, such as its header. */
  return (
    text: string,
    setting: readonly unknown[],
    find: () => Found,
  ): Found => {
    if (kept.size >= maxKinds) kept.clear();

    const found = getOrInsert(
      kept,
      [getKind(text), ...setting].join('\n'),
      find,
    );

    return listCodes(found).every((code) => text.includes(code))
      ? found
      : find();
  };
}
