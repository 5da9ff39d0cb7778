import glossary from '../../data/glossary.json' with { type: 'json' };
import { foldText } from './search/tokenize.ts';

const whole = new Map<string, string>();
const beginnings = new Map<string, string>();
let longest = 0;
for (const [english, others] of Object.entries(glossary.spaced)) {
  for (const other of others.split(' ').map(foldText)) {
    if (!other.endsWith('*')) whole.set(other, english);
    else {
      beginnings.set(other.slice(0, -1), english);
      longest = Math.max(longest, other.length - 1);
    }
  }
}

let longestEastern = 0;
for (const [english, others] of Object.entries(glossary.unspaced)) {
  // Normalize glossary words like query words: `foldText` also removes vowel points.
  for (const other of others.split(' ').map(foldText)) {
    whole.set(other, english);
    longestEastern = Math.max(longestEastern, other.length);
  }
}

const UNSPACED_SCRIPT =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;

/** Segments a run into glossary words (greedy, longest first) and numbers, or returns it. */
function translateRun(run: string): string {
  const words: string[] = [];

  for (let at = 0; at < run.length; ) {
    const digits = /^\d{1,7}/.exec(run.slice(at, at + 7))?.[0];
    let length = digits?.length ?? Math.min(longestEastern, run.length - at);

    if (!digits)
      while (length > 0 && !whole.has(run.slice(at, at + length))) length--;

    if (length > 0)
      words.push(digits ?? whole.get(run.slice(at, at + length)) ?? '');

    at += Math.max(1, length);
  }

  return words.join(' ') || run;
}

/** Prefixes that Arabic and Hebrew attach to a word: and, the, with, to. */
const ATTACHED_PREFIX = /^(?:و?(?:ال|بال|لل)|[وהבלשו])(?=.{3})/;

/** Translates a word, or its longest known prefix, into English, perhaps several words. Keeps unknown words. */
export function toEnglishTerms(word: string): string {
  if (UNSPACED_SCRIPT.test(word)) return translateRun(word);

  return (
    findTranslation(word) ??
    (ATTACHED_PREFIX.test(word)
      ? findTranslation(word.replace(ATTACHED_PREFIX, ''))
      : undefined) ??
    word
  );
}

function findTranslation(word: string): string | undefined {
  const exact = whole.get(word);
  if (exact !== undefined) return exact;

  for (let length = Math.min(longest, word.length); length > 1; length--) {
    const english = beginnings.get(word.slice(0, length));
    if (english !== undefined) return english;
  }

  return whole.get(word.replace(/(?<=....)s$/, ''));
}
