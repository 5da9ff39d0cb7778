import { memoize } from '../core/get-or-insert.ts';
import { createCodeIndex, createCodeIndexData } from '../detect/code-index.ts';
import type { Catalogue } from './catalogue.ts';

export const getCodeIndex = memoize((catalogue: Catalogue) =>
  createCodeIndex(createCodeIndexData(catalogue)),
);
