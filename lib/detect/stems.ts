const ASCII = /[a-z]{3,}/g;
const ANY = /\p{L}{3,}/gu;
const EMPTY_WORDS = new Set(
  'the and for not was has with from this that are its been can your you see because'.split(' '),
);

/** Words of three letters and more, lower case, cut to five letters so that `expired` meets `expires`. */
export function stemsOf(text: string): string[] {
  const stems = new Set<string>();
  for (const word of text.toLowerCase().match(/[^\0-\x7f]/.test(text) ? ANY : ASCII) ?? []) {
    if (!EMPTY_WORDS.has(word)) stems.add(word.slice(0, 5));
  }
  return [...stems];
}
