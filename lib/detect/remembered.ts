/** Names of fields and headings come again and again. */
export function remembered(tell: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    // A longer piece of a string keeps the whole string in memory.
    if (text.length > 12) return tell(text);
    let told = known.get(text);
    if (told === undefined) {
      told = tell(text);
      if (known.size >= 500) known.clear();
      known.set(text, told);
    }
    return told;
  };
}
