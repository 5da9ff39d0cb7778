import { DICTIONARY } from './dictionary.ts';

const whole = new Map<string, string>();
const beginnings = new Map<string, string>();
let longest = 0;
for (const [english, others] of DICTIONARY) {
  for (const other of others) {
    if (!other.endsWith('*')) whole.set(other, english);
    else {
      beginnings.set(other.slice(0, -1), english);
      longest = Math.max(longest, other.length - 1);
    }
  }
}

/** What Arabic and Hebrew write in front of a word: and, the, with, to. */
const IN_FRONT = /^(?:و?(?:ال|بال|لل)|[وהבלשו])(?=.{3})/;

/** A word as the catalogue says it, perhaps two words; unknown ones stay. The longest beginning that is known counts. */
export function inEnglish(word: string): string {
  return known(word) ?? (IN_FRONT.test(word) ? known(word.replace(IN_FRONT, '')) : undefined) ?? word;
}

function known(word: string): string | undefined {
  const exact = whole.get(word);
  if (exact !== undefined) return exact;
  for (let length = Math.min(longest, word.length); length > 1; length--) {
    const english = beginnings.get(word.slice(0, length));
    if (english !== undefined) return english;
  }
  return whole.get(word.replace(/(?<=....)s$/, ''));
}
