import type { Entry } from '../../data/schema.ts';
import { memoize } from '../core/get-or-insert.ts';
import type { Catalogue } from './catalogue.ts';
import { getConfirmedTitles } from './entry-names.ts';
import { isRetired } from './popularity.ts';
import { toEnglishWords } from './query-expansion.ts';
import { getWordList, selectSignificantWords, stemWord } from './tokenize.ts';

/** Weight of a word that no guide has, of one that most queries have, and of every word at least. */
const UNKNOWN_WORD_WEIGHT = 0.7;
const GENERAL_WORD_FACTOR = 0.5;
const MIN_WORD_WEIGHT = 0.02;
const MIN_SHARED_WORDS = 3;
/** Weight of the words that guide and question share: `message`, `send` and `not` alone are about anything. */
const MIN_SHARED_WEIGHT = 0.1;
/** Of guide and question: the fit, and the likeness of the nearest phrase. Less is enough if no entry has the whole question. */
const REQUIRED = { fit: 0.55, likeness: 0.45 };
const REQUIRED_OF_PART = { fit: 0.35, likeness: 0.3 };
/** How much better a guide must fit than the best entry: a code is the safer answer. */
const MIN_LEAD = 0.05;

const NEGATIONS = new Set(['not', 'no']);
const GENERAL_STEMS = new Set([...getWordList('general'), ...NEGATIONS].map(stemWord));

/** The stems of a text. Negations stay, because much trouble is that something does not happen. */
function selectStems(text: string): readonly string[] {
  const words = toEnglishWords(text);
  const significant = new Set(selectSignificantWords(words));
  const stems = words.flatMap((word) =>
    NEGATIONS.has(word) ? 'not' : significant.has(word) ? stemWord(word) : [],
  );
  return [...new Set(stems)];
}

/** The names of an entry and its causes, or the questions that a guide answers, as stems. */
const getPhrases = memoize((entry: Entry) => {
  const { title, aliases = [], causes = [], details = [] } = entry;
  const phrases = details.flatMap(({ match }) => match.map((phrase) => phrase.replace(/\{[^{}]*\}/g, ' ')));
  const said = causes.map(({ text }) => text);
  return [title, ...aliases, ...getConfirmedTitles(entry), ...said, ...phrases].map(selectStems);
});

/** Returns a function that weighs a word by how few guides have it, so that `template` says less than `tick`. */
const getWordWeight = memoize((guides: readonly Entry[]) => {
  const counts = new Map<string, number>();
  for (const guide of guides)
    for (const stem of new Set(getPhrases(guide).flat())) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const rarity = (count: number) => Math.log((guides.length + 1) / count) / Math.log(guides.length + 1);
  return (stem: string) => {
    const count = counts.get(stem);
    const weight = count ? rarity(count) : UNKNOWN_WORD_WEIGHT;
    return (weight * (GENERAL_STEMS.has(stem) ? GENERAL_WORD_FACTOR : 1) + MIN_WORD_WEIGHT) ** 2;
  };
});

/** Returns the guide that answers a question better than all `rivals`, which may match a part of it only, or null. */
export function findGuide(
  question: string,
  rivals: readonly Entry[],
  isPart: boolean,
  { guides }: Catalogue,
): Entry | null {
  if (guides.length === 0) return null;
  const asked = selectStems(question);
  const getWeight = getWordWeight(guides);
  const sum = (stems: readonly string[]) => stems.reduce((total, stem) => total + getWeight(stem), 0);
  const total = sum(asked);
  /** 0 to 1: half by the nearest phrase, half by the share of the question that any phrase has. */
  function computeFit(entry: Entry) {
    const phrases = getPhrases(entry);
    const alike = phrases.map((phrase) => {
      const common = sum(phrase.filter((stem) => asked.includes(stem)));
      return common === 0 ? 0 : common / Math.sqrt(total * sum(phrase));
    });
    const likeness = Math.max(0, ...alike);
    const all = new Set(phrases.flat());
    const met = asked.filter((stem) => all.has(stem));
    return { fit: (likeness + sum(met) / total) / 2, likeness, met };
  }
  const ranked = guides.map((guide) => ({ guide, ...computeFit(guide) })).sort((a, b) => b.fit - a.fit);
  const [best] = ranked;
  const required = isPart ? REQUIRED_OF_PART : REQUIRED;
  const countWords = (stems: readonly string[]) => stems.filter((stem) => stem !== 'not').length;
  if (!best || best.likeness < required.likeness || sum(best.met) < MIN_SHARED_WEIGHT) return null;
  if (countWords(best.met) < Math.min(MIN_SHARED_WORDS, countWords(asked))) return null;
  const live = rivals.filter((entry) => !isRetired(entry) && !entry.state);
  const needed = Math.max(required.fit, ...live.map((entry) => computeFit(entry).fit + MIN_LEAD));
  return best.fit >= needed ? best.guide : null;
}
