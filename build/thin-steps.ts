import type { Entry } from '../data/schema.ts';
import { getDisplayedSteps } from '../lib/format/verdict-text.ts';

/** Words that say nothing of their own. */
const FILLERS = new Set(
  'a an the and or of to in on at for with from by is are be it its that this your you then again once one if not no do does as what which was were there here them they new own send'.split(
    ' ',
  ),
);
/** A step with this share of its words in the headline or title repeats it. So does a step of fewer words than `MIN_WORDS`. */
const REPEATED_SHARE = 0.5;
const MIN_WORDS = 3;

/** Returns the entries whose steps all repeat the next step or the title. */
export function findThinEntries(entries: readonly Entry[]): readonly Entry[] {
  return entries.filter((entry) => {
    if (entry.success) return false;
    const said = new Set(splitStems(`${entry.next} ${entry.title}`));
    return getDisplayedSteps(entry).every(({ do: step }) => {
      const words = splitStems(step);
      const repeated = words.filter((word) => said.has(word)).length;
      return words.length < MIN_WORDS || repeated / words.length >= REPEATED_SHARE;
    });
  });
}

const splitStems = (text: string): readonly string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [])
    .filter((word) => !FILLERS.has(word))
    .map((word) => word.replace(/(?:ing|ed|es|s)$/, ''));
