import { inEnglish } from './foreign.ts';
import { stemOf } from './stem.ts';
import { tellingWords } from './words-of.ts';

/** Words that stand in every other question, so that an entry without them may still be the answer. */
const GENERAL = new Set(
  (
    'account api app business contact customer fail failed failing get issue message messages meta not number numbers only person ' +
    'phone problem received recipient send sending sent template templates unable user users waba whatsapp'
  )
    .split(' ')
    .map(stemOf),
);

/** How much a stem says of what is meant. */
export const weightOf = (stem: string) => (GENERAL.has(stem) ? 0.4 : 1);

/** The telling words of a text, in English, as stems. */
export const stemsOf = (words: readonly string[]): readonly string[] => tellingWords(words).map(stemOf);

/** Words of any language in English; a word may become two. */
export const toEnglish = (words: readonly string[]): readonly string[] =>
  words.flatMap((word) => inEnglish(word).split(' '));
