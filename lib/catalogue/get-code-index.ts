import { getOrInsert } from '../core/get-or-insert.ts';
import { type CodeIndex, createCodeIndex, createCodeIndexData } from '../detect/code-index.ts';
import type { Catalogue } from './catalogue.ts';

const indexes = new WeakMap<Catalogue, CodeIndex>();

export const getCodeIndex = (catalogue: Catalogue): CodeIndex =>
  getOrInsert(indexes, catalogue, () => createCodeIndex(createCodeIndexData(catalogue)));
