import columnWords from '../../../data/facet-columns.json' with {
  type: 'json',
};
import { compileHeaderWords } from '../../structure/header-words.ts';

const patterns = new Map(
  Object.entries(columnWords).map(([role, words]) => [
    role,
    compileHeaderWords(words),
  ]),
);

const isNamed = (header: string, role: keyof typeof columnWords): boolean =>
  patterns.get(role)?.test(header.trim()) ?? false;

/**
 * Finds the columns that say who sent a message and of which category it is.
 *
 * @param taken Columns that hold something else.
 */
export function findFacetColumns(
  headers: readonly string[],
  taken: readonly (number | undefined)[],
): Partial<Record<'sender' | 'category', number>> {
  const find = (role: 'sender' | 'category') => {
    const at = headers.findIndex(
      (header, index) =>
        !taken.includes(index) &&
        isNamed(header, role) &&
        !isNamed(header, 'other'),
    );
    return at < 0 ? {} : { [role]: at };
  };

  return { ...find('sender'), ...find('category') };
}
