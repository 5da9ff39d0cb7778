/** Words that come again and again, each once. */
const kept = new Map<string, string>();
const MOST_KEPT = 1000;

/** The same copy for the same text. */
export function shared(text: string): string {
  const known = kept.get(text);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const copy = own(text);
  kept.set(copy, copy);
  return copy;
}

/** A copy: a piece of a text would keep the whole text in memory. */
export function own(text: string): string {
  if (text.length < 13) return text;
  return String.fromCharCode(...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)));
}
