import type { Entry } from '../../data/schema.ts';
import { getRegistryId } from '../core/entry-key.ts';
import type { PageOrigin } from './page-origin.ts';
import { getPrior, type Ranked } from './rank-meanings.ts';

/** Scores this close differ only by priors, not by evidence. */
const CLOSE_SCORE_GAP = 1.5;

/** Outweighs all other evidence among the meanings that it may order. */
const WORDING_WEIGHT = 10;

/**
 * Scores the meanings by their own words near the code (0 for none): within the API of the best meaning, and among
 * meanings that only priors have ordered.
 */
export function rankByWording(
  ranked: readonly Ranked<Entry>[],
  origin: PageOrigin,
  scoreWording: (entry: Entry) => number,
): readonly Ranked<Entry>[] {
  const [best] = ranked;
  if (!best || ranked.length < 2) return ranked;

  return ranked
    .map((one) => {
      const isOpen = isSibling(one, best) || !isDecided(best, one, origin);
      const wording = isOpen ? WORDING_WEIGHT * scoreWording(one.entry) : 0;
      return { entry: one.entry, score: one.score + wording };
    })
    .sort((a, b) => b.score - a.score);
}

const isSibling = (one: Ranked<Entry>, other: Ranked<Entry>) =>
  getRegistryId(one.entry) === getRegistryId(other.entry);

/** Returns what the evidence does not decide between the best meaning and the others. Null if it is certain. */
export function findUndecided(
  [best, ...others]: readonly Ranked<Entry>[],
  origin: PageOrigin,
) {
  if (!best) return null;

  const isOpen = (one: Ranked<Entry>) =>
    !isSibling(one, best) && !isDecided(best, one, origin);

  const open = others.filter(isOpen);

  if (open.some(({ entry }) => entry.provider !== best.entry.provider))
    return 'provider';

  if (open.length > 0) return 'registry';

  const isVariant = (one: Ranked<Entry>) =>
    one.entry.variant &&
    isSibling(one, best) &&
    best.score - one.score < WORDING_WEIGHT;

  return best.entry.variant && others.some(isVariant) ? 'variant' : null;
}

/** Returns true if the page or the evidence ranks one meaning above the other. */
function isDecided(
  best: Ranked<Entry>,
  other: Ranked<Entry>,
  origin: PageOrigin,
): boolean {
  const gap = best.score - other.score;
  const priorGap = getPrior(best.entry, origin) - getPrior(other.entry, origin);

  if (best.entry.provider === other.entry.provider) {
    if (best.entry.title.toLowerCase() === other.entry.title.toLowerCase())
      return true;
    // The more common API of one provider decides, except a retired one.
    return gap > (priorGap > 0 && !best.entry.deprecated ? 0 : CLOSE_SCORE_GAP);
  }

  // A provider that is named in the text returns its own codes more often than those that it passes on.
  if (origin.lists?.[0] === best.entry.provider) return true;

  // A retired API is not more likely because its codes are listed here: only nearby text counts.
  const isRetired =
    best.entry.deprecated !== undefined && other.entry.deprecated === undefined;

  return (
    gap - (isRetired && origin.lists === null ? priorGap : 0) > CLOSE_SCORE_GAP
  );
}
