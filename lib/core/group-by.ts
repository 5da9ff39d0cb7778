import { getOrInsert } from './get-or-insert.ts';

/** `Map.groupBy`, which Node 20 lacks. */
export function groupBy<Item, Key>(
  items: Iterable<Item>,
  getKey: (item: Item) => Key,
): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items)
    getOrInsert(groups, getKey(item), () => []).push(item);
  return groups;
}
