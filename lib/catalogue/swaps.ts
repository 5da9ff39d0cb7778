/** `tempalte`, `pasued`: two letters in the wrong order are two wrong ones to a fuzzy search. */
export function swapsOf(stem: string): string[] {
  if (/\d/.test(stem) || stem.length < 4) return [];
  return Array.from({ length: stem.length - 1 }, (_, at) => {
    const [before, one, other, after] = [stem.slice(0, at), stem[at], stem[at + 1], stem.slice(at + 2)];
    return `${before}${other}${one}${after}`;
  });
}
