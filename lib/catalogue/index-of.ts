import { type CodeIndex, indexData, openIndex } from '../detect/code-index.ts';
import { getOrInsert } from '../detect/get-or-insert.ts';
import type { Catalogue } from './catalogue.ts';

const indexes = new WeakMap<Catalogue, CodeIndex>();

/** The engine's index of a catalogue, made once. */
export const indexOf = (catalogue: Catalogue): CodeIndex =>
  getOrInsert(indexes, catalogue, () => openIndex(indexData(catalogue)));
