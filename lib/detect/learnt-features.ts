import { type Form, isRareOrSubcode } from './form.ts';
import { firstOf, isDigit, isLetter, lastOf } from './words/letters.ts';

/** What the features are made of. */
export interface Surrounded {
  text: string;
  start: number;
  end: number;
  code: string;
  form: Form;
  /** Rules of the family `topic` that hold. */
  topics: readonly string[];
}

/** So far the words around it are read, in UTF-16 units. */
const BEFORE = 80;
const BEHIND = 60;
/** One more shows whether a word is cut. */
const EDGE = 1;
/** So many words of them count, wherever they stand. */
const WORDS_BEFORE = 14;
const WORDS_BEHIND = 10;
/** Nearer ones, together with the form of the number. */
const NEAR_BEFORE = 8;
const NEAR_BEHIND = 6;
/** So many count by their place, and so many by their stem. */
const PLACES = 3;
const STEMS = 4;
const STEM = 5;

/**
 * What stands around a number, a feature at a time: words before and behind it, the nearest by their place, stems, and what the text is about.
 *
 * @param take Gets the feature's name and the word that it is about.
 */
export function eachFeature(one: Surrounded, take: (feature: string, word: string) => void): void {
  const { text, start, end, form } = one;
  const before = wordsOf(lastOf(text.slice(Math.max(0, start - BEFORE - EDGE), start), BEFORE));
  const behind = wordsOf(firstOf(text.slice(end, end + BEHIND + EDGE), BEHIND));
  const kind = kindOf(form);
  take(`form ${form}`, '');
  take(`code ${one.code}`, '');
  for (const topic of one.topics) {
    take(`topic ${topic}`, '');
    take(`topic ${topic} ${form}`, '');
  }
  const last = before.at(-1) ?? '';
  const first = behind[0] ?? '';
  for (let place = 1; place <= PLACES; place++) {
    const left = before.at(-place) ?? '';
    const right = behind[place - 1] ?? '';
    take(`-${place} ${left}`, left);
    take(`+${place} ${right}`, right);
  }
  take(`- ${before.slice(-2).join(' ')}`, last);
  take(`+ ${behind.slice(0, 2).join(' ')}`, first);
  take(`-+ ${last} ${first}`, last);
  take(`${kind} - ${last}`, last);
  take(`${kind} + ${first}`, first);
  for (const word of new Set(before.slice(-WORDS_BEFORE))) take(`before ${word}`, word);
  for (const word of new Set(behind.slice(0, WORDS_BEHIND))) take(`behind ${word}`, word);
  for (const word of new Set([...before.slice(-NEAR_BEFORE), ...behind.slice(0, NEAR_BEHIND)]))
    take(`${kind} ${word}`, word);
  for (const word of [...before.slice(-STEMS), ...behind.slice(0, STEMS)])
    if (word.length > STEM) take(`stem ${word.slice(0, STEM)}`, word);
}

/** How many letters there are to go by. */
export function lettersAround({ text, start, end }: Pick<Surrounded, 'text' | 'start' | 'end'>): number {
  let letters = 0;
  for (let at = Math.max(0, start - BEFORE); at < Math.min(text.length, end + BEHIND); at++)
    if ((at < start || at >= end) && isLetter(text.charCodeAt(at))) letters++;
  return letters;
}

/** Words, figures by their length, signs one by one; blanks count where there are two. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    const is = isLetter(unit) ? isLetter : isDigit(unit) ? isDigit : isBlank(unit) ? isBlank : null;
    let end = at + 1;
    while (is !== null && end < text.length && is(text.charCodeAt(end))) end++;
    if (is === isLetter) words.push(text.slice(at, end).toLowerCase());
    else if (is === isDigit) words.push(`#${Math.min(end - at, 7)}`);
    else if (is === null) words.push(text.charAt(at));
    else if (end - at > 1) words.push('␣');
    at = end;
  }
  return words;
}

const isBlank = (unit: number) => unit !== 0x0a && (unit <= 0x20 || unit === 0xa0);

function kindOf(form: Form): string {
  if (isRareOrSubcode(form) || form === 'unknown-like') return 'rare';
  return form === 'symbol' || form === 'word' ? 'symbol' : 'small';
}
