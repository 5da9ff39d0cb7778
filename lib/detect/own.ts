/** A copy: a piece of a text would keep the whole text in memory. */
export function own(text: string): string {
  if (text.length < 13) return text;
  return String.fromCharCode(...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)));
}
