import { getOrInsert } from '../core/get-or-insert.ts';
import { type CodeIndex, createCodeIndex, createCodeIndexData } from '../detect/code-index.ts';
import type { Catalogue } from './catalogue.ts';

const indexes = new WeakMap<Catalogue, CodeIndex>();

/** Returns the detection engine's index of a catalogue, built once for each catalogue. */
export const getCodeIndex = (catalogue: Catalogue): CodeIndex =>
  getOrInsert(indexes, catalogue, () => createCodeIndex(createCodeIndexData(catalogue)));
