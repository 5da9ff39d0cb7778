import type { Span } from '../core/spans.ts';
import { isNameOfPerson } from './key-vocabulary.ts';
import type { MaskedKind } from './masked.ts';
import { expandForm } from './private-forms.ts';
import type { WordTest } from './vocabulary.ts';

/** Capitalized words side by side, with particles: `Ottokar von Bredow`. */
const CAPITALIZED = new RegExp(
  expandForm(String.raw`(?<![\p{L}\p{N}_.@/\\-])<<nameWord>><<nextWord>>{1,4}(?![(@/\\]|::|\.\p{L})`),
  'gu',
);
const MIN_WORDS = 2;

/** Finds names by their capitals: at least two words side by side that the catalogue's texts don't use. */
export function* findUnknownNames(text: string, isKnown: WordTest): Generator<Span & { masked: MaskedKind }> {
  for (const { 0: match, index } of text.matchAll(CAPITALIZED)) {
    const words = [...match.matchAll(/\S+/g)].map(({ 0: word, index: at }) => ({
      at,
      end: at + word.length,
      isName: /^\p{Lu}/u.test(word) && !isKnown(word.replace(/['’]s$|\.$/u, '')) && isNameOfPerson(word),
    }));
    const first = words.findIndex(({ isName }) => isName);
    const last = words.findLastIndex(({ isName }) => isName);
    if (words.filter(({ isName }) => isName).length < MIN_WORDS) continue;
    yield { start: index + (words[first]?.at ?? 0), end: index + (words[last]?.end ?? 0), masked: 'name' };
  }
}
