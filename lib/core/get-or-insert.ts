/** `getOrInsertComputed` of a Map, which the oldest supported browsers lack. */
export function getOrInsert<K, V>(
  kept: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  make: (key: K) => V,
): V {
  const known = kept.get(key);
  if (known !== undefined) return known;

  const made = make(key);

  kept.set(key, made);

  return made;
}

export function memoize<K extends WeakKey, V>(
  make: (key: K) => V,
): (key: K) => V {
  const kept = new WeakMap<K, V>();
  return (key) => getOrInsert(kept, key, make);
}
