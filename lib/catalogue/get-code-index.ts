import type { CatalogueData } from '../../data/schema.ts';
import { memoize } from '../core/get-or-insert.ts';
import { createCodeIndex, createCodeIndexData } from '../detect/code-index.ts';

export const getCodeIndex = memoize((catalogue: CatalogueData) =>
  createCodeIndex(createCodeIndexData(catalogue)),
);
