import { type CodeIndex, indexData, openIndex } from '../detect/code-index.ts';
import type { Catalogue } from './catalogue.ts';

const indexes = new WeakMap<Catalogue, CodeIndex>();

/** The engine's index of a catalogue, made once. */
export function indexOf(catalogue: Catalogue): CodeIndex {
  const known = indexes.get(catalogue);
  if (known) return known;
  const index = openIndex(indexData(catalogue));
  indexes.set(catalogue, index);
  return index;
}
