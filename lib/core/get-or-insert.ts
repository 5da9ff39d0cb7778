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

/**
 * Remembers what is made of texts, such as the words of a language, which recur.
 *
 * @param max Number of texts, after which all are forgotten.
 */
export function memoizeTexts<V>(
  make: (text: string) => V,
  max: number,
): (text: string) => V {
  const kept = new Map<string, V>();

  return (text) => {
    if (kept.size >= max && !kept.has(text)) kept.clear();

    return getOrInsert(kept, text, make);
  };
}
